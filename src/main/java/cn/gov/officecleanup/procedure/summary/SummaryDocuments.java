package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.CleanupRequest;
import cn.gov.officecleanup.mechanism.document.CleanupSummary;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.Figures;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Draws the summary up as an official document with its table, the annex as a workbook, and the request (请示) by which the draft goes to the
 * provincial government (C20, C21), and files them with the case. The summary has its number and its day once the government has approved.
 */
@Component
class SummaryDocuments {

  private static final String DRAFT = "SUMMARY_DRAFT";
  private static final String REQUEST_DRAFT = "SUMMARY_REQUEST_DRAFT";
  private static final String REQUEST = "SUMMARY_REQUEST";
  private static final String SUMMARY = "SUMMARY";
  private static final String ANNEX = "SUMMARY_ANNEX";
  private static final String TITLE = "全省清理规范驻省会城市办事机构工作情况";

  /** what the national bureau's form asks */
  static final List<Figure> NATIONAL = List.of(Figure.BEFORE, Figure.RETAINED, Figure.NO_MEASURE, Figure.MERGED, Figure.ABOLISHED,
      Figure.TO_BE_ABOLISHED, Figure.PENDING, Figure.ESTABLISHED, Figure.STANDING, Figure.UNAPPROVED, Figure.HIDDEN, Figure.REFERRED,
      Figure.SANCTIONED, Figure.VALUE_FROZEN, Figure.VALUE_DISPOSED, Figure.RECEIVED, Figure.STAFF, Figure.PLACED);

  private final ProvincialReports reports;
  private final Campaigns campaigns;
  private final Inspections inspections;
  private final ReportingUnits units;
  private final OfficialDocuments documents;
  private final DocumentNumbers numbers;
  private final CaseDocuments filed;
  private final Opinions opinions;
  private final Province province;
  private final Clock clock;

  SummaryDocuments(ProvincialReports reports, Campaigns campaigns, Inspections inspections, ReportingUnits units,
      OfficialDocuments documents, DocumentNumbers numbers, CaseDocuments filed, Opinions opinions, Province province, Clock clock) {
    this.reports = reports;
    this.campaigns = campaigns;
    this.inspections = inspections;
    this.units = units;
    this.documents = documents;
    this.numbers = numbers;
    this.filed = filed;
    this.opinions = opinions;
    this.province = province;
    this.clock = clock;
  }

  /** Files request and draft that are to be signed, in the place of those before, with the annex. */
  void draft(String caseNumber, SummaryTable table, Figures register) {
    remove(caseNumber, DRAFT, ANNEX, REQUEST_DRAFT);
    String unnumbered = numbers.draft(province.bureau(), LocalDate.now(clock).getYear());
    draft(caseNumber, REQUEST_DRAFT, TITLE + "的请示（送审稿）.docx", request(table, unnumbered, ""));
    draft(caseNumber, DRAFT, TITLE + "的报告（送审稿）.docx", report(caseNumber, table, unnumbered, ""));
    draft(caseNumber, ANNEX, TITLE + "附表.xlsx", annex(table, register));
  }

  /** Files the signed request under its number; what it hands in stays a draft. */
  void request(String caseNumber, SummaryTable table, String number) {
    remove(caseNumber, REQUEST_DRAFT);
    issue(caseNumber, REQUEST, "%s %s的请示.docx".formatted(number, TITLE), request(table, number, signer(caseNumber)));
  }

  /** Files the approved summary under its number, with the day of today. */
  void approved(String caseNumber, SummaryTable table, String number) {
    remove(caseNumber, DRAFT);
    issue(caseNumber, SUMMARY, "%s %s的报告.docx".formatted(number, TITLE), report(caseNumber, table, number, signer(caseNumber)));
  }

  private void remove(String caseNumber, String... kinds) {
    filed.list(caseNumber)
        .stream()
        .filter(document -> Set.of(kinds).contains(document.kind()))
        .forEach(document -> filed.remove(document.id()));
  }

  private void draft(String caseNumber, String kind, String name, byte[] content) {
    filed.store(new NewDocument(caseNumber, province.code(), kind, name, content, CaseFiles.SYSTEM));
  }

  private void issue(String caseNumber, String kind, String name, byte[] content) {
    filed.store(new NewDocument(caseNumber, province.code(), kind, name, content, CaseFiles.SYSTEM).issuedBy(province.bureau()));
  }

  private String signer(String caseNumber) {
    return opinions.of(caseNumber)
        .stream()
        .filter(opinion -> opinion.step().equals("bureauSign"))
        .reduce((first, last) -> last)
        .map(Opinion::userName)
        .orElse("");
  }

  private byte[] request(SummaryTable table, String number, String signer) {
    return documents.cleanupRequest(new CleanupRequest(number, signer, LocalDate.now(clock), table.rows().size(), table.accepted(),
        table.totals().inSentences(), missing(table)));
  }

  private static List<String> missing(SummaryTable table) {
    return table.rows().stream().filter(row -> !row.accepted()).map(row -> row.unit().name() + "（" + row.sending() + "）").toList();
  }

  private byte[] report(String caseNumber, SummaryTable table, String number, String signer) {
    ProvincialReport report = reports.get(caseNumber);
    Campaign campaign = campaigns.get(report.campaign());
    Figures totals = table.totals();
    return documents.cleanupSummary(
        new CleanupSummary(number, signer, LocalDate.now(clock), campaign.cleanupDeadline(), campaign.reportDeadline(), table.rows().size(),
            table.accepted(), totals.inSentences(), report.overview(), report.problems(), report.proposals(), missing(table),
            table.rows()
                .stream()
                .filter(row -> row.accepted() && row.sending().contains("逾期"))
                .map(row -> row.unit().name() + "（" + row.sending() + "）")
                .toList(),
            inspections.of(report.campaign()).stream().map(this::inWords).toList(), rows(table, totals)));
  }

  private String inWords(Inspection inspection) {
    return "%s（%s，%s）：%s%s".formatted(units.get(inspection.unitCode()).name(), inspection.pickedBy().label(), inspection.reason(),
        inspection.result() == null ? "尚未记录" : inspection.result().label(), inspection.finding() == null ? "" : "，" + inspection.finding());
  }

  private static List<CleanupSummary.Row> rows(SummaryTable table, Figures totals) {
    List<CleanupSummary.Row> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(row(row.unit().name(), row.figures(), row.sending())));
    rows.add(row("合计", totals, ""));
    return rows;
  }

  private static CleanupSummary.Row row(String name, Figures figures, String sending) {
    return new CleanupSummary.Row(name, figures.count(Figure.BEFORE), figures.count(Figure.RETAINED), figures.count(Figure.NO_MEASURE),
        figures.count(Figure.MERGED), figures.count(Figure.ABOLISHED), figures.count(Figure.TO_BE_ABOLISHED), figures.count(Figure.PENDING),
        sending);
  }

  private static byte[] annex(SummaryTable table, Figures register) {
    List<Column> columns = new ArrayList<>(List.of(new Column("序号", 6), new Column("单位", 28)));
    for (Figure figure : Figure.values()) {
      columns.add(new Column("%s（%s）".formatted(figure.label(), figure.unit()), figure.money() ? 18 : 10));
    }
    columns.add(new Column("报送情况", 50));
    List<List<Object>> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(cells(rows.size() + 1, row.unit().name(), row.figures(), row.sending())));
    rows.add(cells("合计", null, table.totals(), null));
    rows.add(cells("登记册现时数", null, register, "与合计不同的，为报送以后登记册的变化"));
    return new TableWorkbook().sheet("汇总表", "全省驻省会城市办事机构清理情况汇总表", columns, rows)
        .sheet("报国管局数字", "驻省会城市办事机构清理规范情况", Column.of("项目:30", "数量:20", "单位:8"), nationalFigures(table.totals()))
        .toBytes();
  }

  private static List<List<Object>> nationalFigures(Figures totals) {
    return NATIONAL.stream()
        .map(figure -> List.<Object>of(figure.label(), figure.money() ? totals.of(figure) : totals.count(figure), figure.unit()))
        .toList();
  }

  private static List<Object> cells(Object position, String name, Figures figures, String sending) {
    List<Object> cells = new ArrayList<>();
    cells.add(position);
    cells.add(name);
    for (Figure figure : Figure.values()) {
      cells.add(figure.money() ? figures.of(figure) : figures.count(figure));
    }
    cells.add(sending);
    return cells;
  }
}
