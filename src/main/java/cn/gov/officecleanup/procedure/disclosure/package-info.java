/**
 * How an office's receptions of a year are disclosed (C19): counted, explained, agreed with the accounts, reviewed for release, decided on,
 * published; corrected or taken off by a further version.
 */
package cn.gov.officecleanup.procedure.disclosure;
