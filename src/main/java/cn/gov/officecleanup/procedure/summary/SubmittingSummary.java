package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.procedure.report.ReportMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20: the signed request gets its number and goes to the provincial government with the draft of the summary. */
@Component
class SubmittingSummary implements JavaDelegate {

  private final ProvincialReports reports;
  private final Summaries summaries;
  private final SummaryDocuments documents;
  private final DocumentNumbers numbers;
  private final ReportingUnits units;
  private final ReportMessages messages;
  private final Province province;
  private final Clock clock;

  SubmittingSummary(ProvincialReports reports, Summaries summaries, SummaryDocuments documents, DocumentNumbers numbers,
      ReportingUnits units, ReportMessages messages, Province province, Clock clock) {
    this.reports = reports;
    this.summaries = summaries;
    this.documents = documents;
    this.numbers = numbers;
    this.units = units;
    this.messages = messages;
    this.province = province;
    this.clock = clock;
  }

  /** @throws RefusedException while a report is missing that the leader has not let go by name */
  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    List<String> missing = reports.missingOf(caseNumber);
    if (!missing.isEmpty()) {
      throw new RefusedException("REPORTS_MISSING", "以下单位的报告缺报或者正在更正，不能上报：%s。请退回起草，由负责同志逐一决定。"
          .formatted(missing.stream().map(units::get).map(ReportingUnit::name).collect(Collectors.joining("、"))), "C20");
    }
    String number = reports.get(caseNumber).requestNumber();
    if (number == null) {
      number = numbers.issue(caseNumber, province.bureau(), LocalDate.now(clock).getYear());
    }
    documents.request(caseNumber, summaries.drafted(caseNumber), number);
    reports.submit(caseNumber, number);
    messages.begin("summary-submitted", caseNumber);
  }
}
