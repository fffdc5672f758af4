/** The forms of tasks: what one shows, demands and keeps, read from the form itself; drafts, previews, separation of duties. */
package cn.gov.officecleanup.mechanism.form;
