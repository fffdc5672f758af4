/**
 * What an official can do with a task beside completing it, the same in every procedure: hand it to a colleague (转办), send the case back to
 * an earlier step (退回), take back what was handed in (撤回), ask others of the own government (加签、会签), have others do a part of it (协办), let
 * others read the case (传阅), link cases (关联), be stood in for (委托代理), ask for more time or a rest (延期、中止). Each is recorded in the case's
 * history, and its limits are checked here, whichever page asks.
 *
 * <p>
 * <b>After a step</b>: Who has done a task, or handed it on, is told what the case waits for now and who has it ({@code WhatFollows}). What
 * comes back to the same official opens at once, else the next task of the list ({@code afterwards.js}).
 *
 * <p>
 * <b>Opinions that a procedure asks on its way</b>: A call activity calls {@code opinion-request} with the start listener {@code
 * departmentOpinions} and hands {@code asked} over; a timer at it that does not interrupt leads to {@code recordingSilence}. Whom it asks
 * stands in {@code cleanup.opinions}.
 *
 * <p>
 * <b>Back to an earlier step</b>: The property {@code returnsTo} of a user task, or of a call activity for all tasks in what it calls,
 * names the steps to which the case may go back: by who has the task (退回), or by who did the step before, until somebody takes on what
 * follows (撤回). Where the form's own decision returns the case, by an option {@code return}, 退回 is not offered beside it. Name only steps
 * that can be done anew without harm: what was recorded meanwhile stays.
 */
package cn.gov.officecleanup.mechanism.handling;
