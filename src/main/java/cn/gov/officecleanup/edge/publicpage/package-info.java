/**
 * The page that everybody can read without signing in: what offices spent on receptions (C19), which offices there are and whom to tell
 * what is wrong with them (C14). It reads the views {@code public_…} of the database and nothing else: what is not published is not in
 * them. It sets no cookie, begins no session, runs no script.
 */
package cn.gov.officecleanup.edge.publicpage;
