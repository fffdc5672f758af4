package cn.gov.officecleanup.mechanism.deadline;

import java.util.Date;

/**
 * Work that is not done yet, as it stands when a deadline is looked at.
 *
 * @param lateGroup group that has to do it, null where it is nobody's in particular
 * @param alsoUrgedBy group that urges it beside the superior, null where none does
 * @param supervision whether it is itself a supervision (督办)
 */
record UnfinishedWork(DeadlineSubject subject, String caseNumber, String processInstanceId, String step, String stepName, String lateGroup,
    String alsoUrgedBy, Date due, boolean supervision) {

  String taskId() {
    return subject.kind() == DeadlineSubject.Kind.TASK ? subject.id() : null;
  }
}
