package cn.gov.officecleanup.procedure.summary;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20, C21: adds the figures up and draws up the request, the draft and its annex for signature. */
@Component
class DraftingSummary implements JavaDelegate {

  private final Summaries summaries;
  private final SummaryDocuments documents;

  DraftingSummary(Summaries summaries, SummaryDocuments documents) {
    this.summaries = summaries;
    this.documents = documents;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    documents.draft(caseNumber, summaries.draft(caseNumber), summaries.register());
  }
}
