package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms of a placement (C6). */
@Component
class PlacementForms implements FormContent {

  private static final String PLAN = "placement-plan";
  private static final String TELLING = "placement-telling";
  private static final String ANSWER = "objection-answer";
  private static final String EXECUTION = "placement-execution";
  private static final String CLAUSE = "C6";

  private final Placements placements;
  private final CaseFindings findings;
  private final PlacementProperties properties;

  PlacementForms(Placements placements, CaseFindings findings, PlacementProperties properties) {
    this.placements = placements;
    this.findings = findings;
    this.properties = properties;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PLAN, TELLING, ANSWER, EXECUTION);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    Placement placement = placements.get(task.caseNumber());
    Map<String, Object> values = new HashMap<>();
    if (placement.plan() != null) {
      values.put("outcome", placement.plan().outcome().name());
      values.put("receivingUnit", placement.plan().receivingUnit());
      values.put("takesEffectOn", placement.plan().takesEffectOn());
      values.put("monthlyWage", placement.plan().monthlyWage());
      values.put("localMonthlyWage", placement.plan().localMonthlyWage());
      values.put("reasons", placement.plan().reasons());
    }
    if (placement.told() != null) {
      values.put("toldOn", placement.told().on());
    }
    if (placement.execution() != null) {
      values.put("carriedOutOn", placement.execution().on());
      values.put("voucher", placement.execution().voucher());
      values.put("paidOn", placement.execution().paidOn());
    }
    return values;
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    switch (task.form()) {
      case PLAN -> {
        PlacementOutcome outcome = PlacementOutcome.valueOf(submission.text("outcome"));
        boolean contract = outcome == PlacementOutcome.CONTRACT_ENDED;
        placements.plan(caseNumber, new Placement.Plan(outcome, submission.text("receivingUnit"), submission.day("takesEffectOn"),
            contract ? submission.amount("monthlyWage") : null, contract ? submission.amount("localMonthlyWage") : null,
            submission.text("reasons")));
        findings.settle(caseNumber);
      }
      case TELLING -> tell(task, submission);
      case ANSWER -> placements.answer(caseNumber, submission.text(Submission.OPINION));
      case EXECUTION -> {
        placements.carryOut(caseNumber, new Placement.Execution(submission.day("carriedOutOn"), submission.text("voucher"), submission.day("paidOn")));
        findings.settle(caseNumber);
      }
      default -> throw new IllegalArgumentException(task.form());
    }
  }

  private void tell(FormTask task, Submission submission) {
    LocalDate on = submission.day("toldOn");
    boolean objects = "object".equals(submission.text(Submission.DECISION));
    LocalDate objectedOn = objects ? submission.day("objectedOn") : null;
    if (objects && objectedOn.isAfter(on.plusDays(properties.objectionDays()))) {
      throw new RefusedException("OBJECTED_TOO_LATE", "异议应在告知之日起%d日内提出，该异议已超过期限，不予受理；请向本人说明后选择“同意”，并在办理情况中载明。"
          .formatted(properties.objectionDays()), CLAUSE);
    }
    placements.tell(task.caseNumber(), new Placement.Told(on, objectedOn, objects ? submission.text("objection") : null));
  }
}
