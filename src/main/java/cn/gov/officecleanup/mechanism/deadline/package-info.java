/**
 * The one deadline mechanism (DESIGN: “a deadline is one thing”, C20): working days, terms, due dates, reminders, and what happens by
 * itself when a deadline is missed.
 *
 * <p>
 * <b>Deadlines</b>: The property {@code alsoUrgedBy} of a task or process names a group that urges beside the superior, {@code
 * pausesTerm} of a catch event one that a case awaits without a deadline. {@code camunda:dueDate="${terms.due('…')}"} on every user task
 * but those with the property {@code ownWish}, which only their official's own wish began: nobody waits for them and nobody is late. The
 * property {@code term} for a whole case, {@code lastDay} for the variable with a day of its own; terms and their sources are in
 * {@code application.yml} under {@code cleanup.terms}. Working days are in {@code calendar/working-days.csv}; a new year is loaded in
 * Tasklist (导入工作日历, by the bureau), or from a file added to {@code
 * cleanup.calendar.location}. Every arrangement that was loaded is kept, so that a deadline tells by which it was computed; with a new one
 * what is open is computed anew ({@code Recomputing}), and misses that are none by it are taken back by an entry of the ledger.
 */
package cn.gov.officecleanup.mechanism.deadline;
