package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the forms of a placement cannot declare (C6): what depends on the person or on what the plan said. */
@Component
class PlacementForms implements FormContent {

  private static final String PLAN = "placement-plan";
  private static final String TELLING = "placement-telling";
  private static final String HANDOVER = "placement-handover";
  private static final String CLAUSE = "C6";

  private final Placements placements;
  private final StaffList staff;
  private final CaseDocuments documents;
  private final PlacementProperties properties;

  PlacementForms(Placements placements, StaffList staff, CaseDocuments documents, PlacementProperties properties) {
    this.placements = placements;
    this.staff = staff;
    this.documents = documents;
    this.properties = properties;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PLAN, TELLING, HANDOVER);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return task.form().equals(PLAN) ? Map.of("hiredOn", memberOf(task).hiredOn().toString()) : Map.of();
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    switch (task.form()) {
      case PLAN -> requireProofOfProtection(task, submission);
      case TELLING -> requireInTime(submission);
      case HANDOVER -> requirePlanned(task, submission);
      default -> throw new IllegalArgumentException(task.form());
    }
  }

  /** The proof is attached here, where only those who handle the person read it. */
  private void requireProofOfProtection(FormTask task, Submission submission) {
    if (PlacementOutcome.valueOf(submission.text("outcome")).endsContract() && memberOf(task).isProtectedOn(submission.day("takesEffectOn"))
        && documents.list(task.caseNumber()).stream().noneMatch(document -> document.kind().equals("PROTECTION_PROOF"))) {
      throw new RefusedException("PROTECTION_UNPROVED",
          "该人员属于特殊保护情形（%s），解除或者终止劳动合同须经负责同志专门决定，请先上传“工伤、孕产期、医疗期等证明”。".formatted(memberOf(task).protection().label()), CLAUSE);
    }
  }

  private void requireInTime(Submission submission) {
    LocalDate on = submission.day("toldOn");
    boolean objects = "object".equals(submission.text(Submission.DECISION));
    LocalDate objectedOn = objects ? submission.day("objectedOn") : null;
    if (objects && objectedOn.isAfter(on.plusDays(properties.objectionDays()))) {
      throw new RefusedException("OBJECTED_TOO_LATE",
          "异议应在告知之日起%d日内提出，该异议已超过期限，不予受理；请向本人说明后选择“同意”，并在办理情况中载明。".formatted(properties.objectionDays()), CLAUSE);
    }
  }

  /** What is handed over depends on the placement, which is shown and not chosen again. */
  private void requirePlanned(FormTask task, Submission submission) {
    if (!placements.get(task.caseNumber()).outcome().name().equals(submission.text("outcome"))) {
      throw new RefusedException("OUTCOME_CHANGED", "安置方式与已落实的方案不一致，请刷新页面后重新填写。", CLAUSE);
    }
  }

  private StaffMember memberOf(FormTask task) {
    return staff.get(placements.get(task.caseNumber()).personId());
  }
}
