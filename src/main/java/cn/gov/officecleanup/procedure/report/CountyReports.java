package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The reports of counties to their city (C20). */
@Repository
class CountyReports extends FormRecords<CountyReport> {

  private final LocalityReports reports;
  private final Clock clock;

  CountyReports(JdbcClient jdbc, LocalityReports reports, Clock clock) {
    super(jdbc, CountyReport.class, "county_report", "county-report");
    this.reports = reports;
    this.clock = clock;
  }

  /** @return codes of the counties that have an office and report to the city whose report it is; none where it is no city's */
  List<String> countiesOf(String cityReport) {
    ReportingUnit unit = reports.unitOf(reports.get(cityReport));
    return reports.officesOf(cityReport)
        .stream()
        .map(Office::governmentCode)
        .filter(code -> !code.equals(unit.governmentCode()))
        .distinct()
        .sorted()
        .toList();
  }

  void open(String caseNumber, String cityReport, String governmentCode) {
    begin(caseNumber, Map.of("cityReport", cityReport, "governmentCode", governmentCode));
  }

  /** @return the county's reports that belong to a city's, by the county's code */
  List<CountyReport> of(String cityReport) {
    return select("city_report = ? order by government_code", cityReport).list();
  }

  /** @return the offices that a county reports on, by register number */
  List<Office> officesOf(CountyReport report) {
    return reports.officesOf(report.cityReport())
        .stream()
        .filter(office -> office.governmentCode().equals(report.governmentCode()))
        .toList();
  }

  /**
   * Keeps the number that the county's registry gave.
   *
   * @throws RefusedException when another county's report has it
   */
  void number(String caseNumber, String documentNumber) {
    if (!select("document_number = ? and case_number <> ?", documentNumber, caseNumber).list().isEmpty()) {
      throw new RefusedException("DOCUMENT_NUMBER_TAKEN", "发文字号“%s”已用于另一个县的报告，请核对本单位发文登记后改正。".formatted(documentNumber), "C20");
    }
    change(caseNumber, Map.of("documentNumber", documentNumber));
  }

  void gathered(String caseNumber) {
    change(caseNumber, Map.of("gatheredOn", LocalDate.now(clock)));
  }
}
