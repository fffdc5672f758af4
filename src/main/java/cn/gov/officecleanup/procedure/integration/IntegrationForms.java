package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form in which an office is handed over (C8, C9, C10). */
@Component
class IntegrationForms implements FormContent {

  private static final String HANDOVER = "integration-handover";
  private static final String HANDOVER_DOCUMENT = "INTEGRATION_HANDOVER";

  private final CaseDocuments documents;
  private final Clock clock;

  IntegrationForms(CaseDocuments documents, Clock clock) {
    this.documents = documents;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(HANDOVER);
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    if (submission.day("handedOverOn").isAfter(LocalDate.now(clock))) {
      throw new RefusedException("HANDED_OVER_IN_FUTURE", "移交日期不能晚于今天，请移交后再填写。", "C8");
    }
    if (documents.attachedAt(task.caseNumber(), Set.of(task.key())).stream()
        .noneMatch(document -> document.kind().equals(HANDOVER_DOCUMENT))) {
      throw new RefusedException("HANDOVER_UNPROVED", "缺少人员和资产交接单，请上传后再提交。", "C8");
    }
  }
}
