package cn.gov.officecleanup.mechanism.deadline;

import java.time.LocalDate;

/**
 * Work was not done in time, told in the transaction that notes it in the ledger; again with each further round.
 *
 * @param taskId the task that is late; null where a whole case is
 * @param stepName what is late, in words
 * @param lastDay the last day in time
 * @param lateGroup group that has it to do; null where it is nobody's in particular
 * @param round 1 for the first time
 */
public record DeadlineMissed(String caseNumber, String taskId, String stepName, LocalDate lastDay, String lateGroup, int round) {
}
