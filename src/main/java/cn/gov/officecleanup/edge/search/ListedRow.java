package cn.gov.officecleanup.edge.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A row of a list: a task, or a case with what is to be done in it now.
 *
 * @param taskId the task that the row is about; null where it is about a case
 * @param office name of the office; null where the case is about none
 * @param step Chinese name of the step; several are parted by 、
 * @param holder who has it now: the official who took it on, else the groups that may
 * @param begunAt when the task came, or the case was opened
 * @param lastDay the last day in time; null where there is no deadline
 * @param days calendar days until then, negative where it is over; null where there is no deadline
 * @param light how urgent that makes it
 * @param marks what else is to be known, in words: 逾期, 已督办, 已催办, 退回, 中止
 * @param handled what the official did in the case last, and when; null where that is not asked for
 */
public record ListedRow(String taskId, String caseNumber, String title, String office, String step, String holder, Instant begunAt,
    LocalDate lastDay, Integer days, WorkList.Light light, List<String> marks, String handled) {
}
