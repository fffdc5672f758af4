package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms in which an office is integrated (C8, C9, C10). */
@Component
class IntegrationForms implements FormContent {

  private static final String PLAN = "integration-plan";
  private static final String HANDOVER = "integration-handover";
  private static final String HANDOVER_DOCUMENT = "INTEGRATION_HANDOVER";
  private static final String LEAD = "LEAD";
  private static final String MERGE = "MERGE";

  private final Integrations integrations;
  private final CaseFindings findings;
  private final CaseDocuments documents;
  private final Clock clock;

  IntegrationForms(Integrations integrations, CaseFindings findings, CaseDocuments documents, Clock clock) {
    this.integrations = integrations;
    this.findings = findings;
    this.documents = documents;
    this.clock = clock;
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
    if (submission.day("handedOverOn").isAfter(LocalDate.now(clock))) {
      throw new RefusedException("HANDED_OVER_IN_FUTURE", "移交日期不能晚于今天，请移交后再填写。", "C8");
    }
    if (documents.attachedAt(caseNumber, Set.of(task.key())).stream().noneMatch(document -> document.kind().equals(HANDOVER_DOCUMENT))) {
      throw new RefusedException("HANDOVER_UNPROVED", "缺少人员和资产交接单，请上传后再提交。", "C8");
    }
    integrations.handOver(caseNumber, submission.day("handedOverOn"));
  }
}
