/**
 * What people write: cleaned in one place of what input methods, Word and Excel leave in it, and names of people in the one form in which
 * they are compared, and all that is searched in the one form in which it is found ({@code SearchText}, kept in columns
 * {@code search_key}). What was typed is kept as it was typed. What people read of days, moments and amounts is written in one place,
 * {@code InWords}; {@code OneFormatTest} looks for a second one.
 */
package cn.gov.officecleanup.mechanism.text;
