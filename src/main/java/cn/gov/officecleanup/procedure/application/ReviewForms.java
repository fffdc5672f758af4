package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The forms of those who sign, accept, review and approve (C3): what is found wrong on a return goes to the correction, what is proposed
 * and fixed as conditions stays with the application.
 */
@Component
class ReviewForms implements FormContent {

  private static final String ACCEPTANCE = "bureau-acceptance";
  private static final String LEADER = "leader-sign";

  private final CaseFindings findings;
  private final Officials officials;

  ReviewForms(CaseFindings findings, Officials officials) {
    this.findings = findings;
    this.officials = officials;
  }

  @Override
  public Set<String> forms() {
    return Set.of(LEADER, ACCEPTANCE);
  }

  @Override
  public Set<String> keeps() {
    return Set.of("findings");
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    if ("return".equals(submission.text(Submission.DECISION))) {
      findings.raise(task.caseNumber(), officials.required().name(),
          task.form().equals(ACCEPTANCE)
              ? submission.rows("findings").stream().map(row -> new Finding("RETURNED", row.text("message"), row.text("clause"))).toList()
              : List.of(new Finding("RETURNED", submission.text(Submission.OPINION), "C3")));
    }
  }
}
