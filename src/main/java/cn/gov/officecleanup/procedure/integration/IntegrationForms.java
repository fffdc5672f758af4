package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms in which an office is integrated (C8, C9, C10). */
@Component
class IntegrationForms implements FormContent {

  private static final String PLAN = "integration-plan";
  private static final String HANDOVER = "integration-handover";
  private static final String LEAD = "LEAD";
  private static final String MERGE = "MERGE";

  private final Integrations integrations;
  private final CaseFindings findings;

  IntegrationForms(Integrations integrations, CaseFindings findings) {
    this.integrations = integrations;
    this.findings = findings;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PLAN, HANDOVER);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    Integration integration = integrations.get(task.caseNumber());
    Map<String, Object> values = new HashMap<>();
    if (integration.planned()) {
      values.put("way", integration.leads() ? LEAD : MERGE);
      values.put("intoOffice", integration.intoOffice() == null ? null : integration.intoOffice().toString());
      values.put("leadDepartment", integration.leadDepartment());
      values.put("arrangements", integration.arrangements());
    }
    return values;
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    if (task.form().equals(PLAN)) {
      integrations.plan(caseNumber, MERGE.equals(submission.text("way")) ? Long.valueOf(submission.text("intoOffice")) : null,
          submission.text("leadDepartment"), submission.text("arrangements"));
      findings.settle(caseNumber);
      return;
    }
    integrations.handOver(caseNumber, submission.day("handedOverOn"));
  }
}
