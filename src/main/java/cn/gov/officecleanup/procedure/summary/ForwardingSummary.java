package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.procedure.report.ReportMessages;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: approved by the provincial government, the summary gets its number and its day and goes to the national bureau. */
@Component
class ForwardingSummary implements JavaDelegate {

  private final ProvincialReports reports;
  private final Summaries summaries;
  private final SummaryDocuments documents;
  private final DocumentNumbers numbers;
  private final ReportMessages messages;
  private final Province province;
  private final Clock clock;

  ForwardingSummary(ProvincialReports reports, Summaries summaries, SummaryDocuments documents, DocumentNumbers numbers,
      ReportMessages messages, Province province, Clock clock) {
    this.reports = reports;
    this.summaries = summaries;
    this.documents = documents;
    this.numbers = numbers;
    this.messages = messages;
    this.province = province;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    String number = reports.get(caseNumber).documentNumber();
    if (number == null) { // a summary that an earlier version numbered before it was approved keeps its number
      number = numbers.issue(caseNumber, province.bureau(), LocalDate.now(clock).getYear());
    }
    documents.approved(caseNumber, summaries.drafted(caseNumber), number);
    reports.number(caseNumber, number);
    messages.begin("summary-forwarded", caseNumber);
  }
}
