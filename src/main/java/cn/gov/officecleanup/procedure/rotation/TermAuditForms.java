package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells who decides on a rotation whether somebody leaves who heads an office, whose term may be audited (C13). */
@Component
class TermAuditForms implements FormContent {

  private final Rotations rotations;

  TermAuditForms(Rotations rotations) {
    this.rotations = rotations;
  }

  @Override
  public Set<String> forms() {
    return Set.of("rotation-decision");
  }

  @Override
  public Set<String> keeps() {
    return Set.of();
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return Map.of("headLeaves", rotations.leavingHeads(task.caseNumber()).isEmpty() ? "否" : "是");
  }

  /** What the form takes, the record of the rotation keeps. */
  @Override
  public void keep(FormTask task, Submission submission) {
    // nothing beside the record
  }
}
