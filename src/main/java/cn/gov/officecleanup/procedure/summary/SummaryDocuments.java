package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.CleanupSummary;
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

/** Draws the summary up as an official document with its table, and the annex as a workbook (C20, C21), and files both with the case. */
@Component
class SummaryDocuments {

  private static final String DRAFT = "SUMMARY_DRAFT";
  private static final String SUMMARY = "SUMMARY";
  private static final String ANNEX = "SUMMARY_ANNEX";
  private static final String TITLE = "全省清理规范驻省会城市办事机构工作情况";

  private final ProvincialReports reports;
  private final Campaigns campaigns;
  private final Inspections inspections;
  private final ReportingUnits units;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Opinions opinions;
  private final Province province;
  private final Clock clock;

  SummaryDocuments(ProvincialReports reports, Campaigns campaigns, Inspections inspections, ReportingUnits units,
      OfficialDocuments documents, CaseDocuments filed, Opinions opinions, Province province, Clock clock) {
    this.reports = reports;
    this.campaigns = campaigns;
    this.inspections = inspections;
    this.units = units;
    this.documents = documents;
    this.filed = filed;
    this.opinions = opinions;
    this.province = province;
    this.clock = clock;
  }

  /** Files the draft that is to be signed, in the place of the one before, with its annex. */
  void draft(String caseNumber, SummaryTable table, Figures register) {
    filed.list(caseNumber)
        .stream()
        .filter(document -> Set.of(DRAFT, ANNEX).contains(document.kind()))
        .forEach(document -> filed.remove(document.id()));
    store(caseNumber, DRAFT, TITLE + "的报告（送审稿）.docx", docx(caseNumber, table, "（送审稿）", ""));
    store(caseNumber, ANNEX, TITLE + "附表.xlsx", annex(table, register));
  }

  /** Files the signed document under its number. */
  void sign(String caseNumber, SummaryTable table, String number) {
    filed.list(caseNumber).stream().filter(document -> document.kind().equals(DRAFT)).forEach(document -> filed.remove(document.id()));
    store(caseNumber, SUMMARY, "%s %s的报告.docx".formatted(number, TITLE), docx(caseNumber, table, number, signer(caseNumber)));
  }

  private void store(String caseNumber, String kind, String name, byte[] content) {
    filed.store(new NewDocument(caseNumber, province.code(), kind, name, content, CaseFiles.SYSTEM));
  }

  private String signer(String caseNumber) {
    return opinions.of(caseNumber)
        .stream()
        .filter(opinion -> opinion.step().equals("bureauSign"))
        .reduce((first, last) -> last)
        .map(Opinion::userName)
        .orElse("");
  }

  private byte[] docx(String caseNumber, SummaryTable table, String number, String signer) {
    ProvincialReport report = reports.get(caseNumber);
    Campaign campaign = campaigns.get(report.campaign());
    Figures totals = table.totals();
    return documents.cleanupSummary(new CleanupSummary(number, signer, LocalDate.now(clock), campaign.cleanupDeadline(),
        campaign.reportDeadline(), table.rows().size(), (int) table.rows().stream().filter(SummaryTable.Row::accepted).count(),
        figuresInWords(totals), report.overview(), report.problems(), report.proposals(),
        table.rows().stream().filter(row -> !row.accepted()).map(row -> row.unit().name() + "（" + row.sending() + "）").toList(),
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

  private static List<String> figuresInWords(Figures totals) {
    return List.of(
        "清理前共有%s，保留%s，整合%s，已撤销%s，应予撤销尚未办结%s，尚未确定%s，新设%s，现有%s".formatted(totals.text(Figure.BEFORE), totals.text(Figure.RETAINED),
            totals.text(Figure.MERGED), totals.text(Figure.ABOLISHED), totals.text(Figure.TO_BE_ABOLISHED), totals.text(Figure.PENDING),
            totals.text(Figure.ESTABLISHED), totals.text(Figure.STANDING)),
        "冻结资产%s、账面%s，已处置%s、账面%s，处置收入缴入国库%s；应安置人员%s，已安置%s".formatted(totals.text(Figure.ASSETS_FROZEN), totals.text(Figure.VALUE_FROZEN),
            totals.text(Figure.ASSETS_DISPOSED), totals.text(Figure.VALUE_DISPOSED), totals.text(Figure.RECEIVED),
            totals.text(Figure.STAFF), totals.text(Figure.PLACED)));
  }

  private static List<CleanupSummary.Row> rows(SummaryTable table, Figures totals) {
    List<CleanupSummary.Row> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(row(row.unit().name(), row.figures(), row.sending())));
    rows.add(row("合计", totals, ""));
    return rows;
  }

  private static CleanupSummary.Row row(String name, Figures figures, String sending) {
    return new CleanupSummary.Row(name, figures.count(Figure.BEFORE), figures.count(Figure.RETAINED), figures.count(Figure.MERGED),
        figures.count(Figure.ABOLISHED), figures.count(Figure.TO_BE_ABOLISHED), figures.count(Figure.PENDING), sending);
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
    return new TableWorkbook().sheet("汇总表", "全省驻省会城市办事机构清理情况汇总表", columns, rows).toBytes();
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
