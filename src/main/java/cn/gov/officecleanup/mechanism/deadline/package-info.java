/**
 * The one deadline mechanism (DESIGN: “a deadline is one thing”, C20): working days, terms, due dates, reminders, and what happens by
 * itself when a deadline is missed.
 */
package cn.gov.officecleanup.mechanism.deadline;
