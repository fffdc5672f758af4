package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.Outcome;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The standard table 驻省会城市办事机构清理情况表 of a unit (C20, C21), filled from the register: a row an office, and the figures they add up to. */
@Component
class CleanupTable {

  /** Kind of document it is filed as. */
  static final String KIND = "CLEANUP_TABLE";

  private static final String TITLE = "驻省会城市办事机构清理情况表";
  private static final String DRAFT = "（未报送）";
  private static final List<Column> OFFICE_COLUMNS = Column.of("序号:6", "登记编号:12", "机构名称:36", "派出单位:24", "驻在城市:10", "工作性质:10", "编制:6",
      "处置规则:16", "清理结果:12", "依据文号:24", "日期:12", "冻结资产（项）:8", "账面值（元）:18", "已处置（元）:18", "缴库（元）:18", "应安置（人）:8", "已安置（人）:8", "未办结原因:36",
      "预计办结日期:14");
  private static final List<Column> FIGURE_COLUMNS = Column.of("项目:20", "本期:18", "上月:18", "单位:8", "说明:50");

  private final LocalityReports reports;
  private final FigureCounts counts;
  private final OfficeDispositions dispositions;
  private final Governments governments;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final Clock clock;

  CleanupTable(LocalityReports reports, FigureCounts counts, OfficeDispositions dispositions, Governments governments, CaseFiles cases,
      CaseDocuments documents, Clock clock) {
    this.reports = reports;
    this.counts = counts;
    this.dispositions = dispositions;
    this.governments = governments;
    this.cases = cases;
    this.documents = documents;
    this.clock = clock;
  }

  /** Files the table as it is now, in the place of the one before that was not sent. */
  void fileDraft(String caseNumber) {
    removeDraft(caseNumber);
    file(caseNumber, TITLE + DRAFT);
  }

  /** Files the table that belongs to a version; it stays. */
  void fileVersion(ReportVersion version) {
    removeDraft(version.caseNumber());
    file(version.caseNumber(), "%s（第%d稿）".formatted(TITLE, version.version()));
  }

  private void removeDraft(String caseNumber) {
    documents.list(caseNumber)
        .stream()
        .filter(document -> document.kind().equals(KIND) && document.fileName().contains(DRAFT))
        .forEach(document -> documents.remove(document.id()));
  }

  private void file(String caseNumber, String name) {
    CaseFile file = cases.get(caseNumber);
    documents.store(new NewDocument(caseNumber, file.governmentCode(), KIND, name + ".xlsx", workbook(caseNumber), CaseFiles.SYSTEM));
  }

  private byte[] workbook(String caseNumber) {
    String unit = reports.unitOf(reports.get(caseNumber)).name();
    FigureCounts.Snapshot now = counts.now();
    Map<Long, StatedReason> stated = reports.reasonsOf(caseNumber);
    List<Office> offices = reports.officesOf(caseNumber);
    List<List<Object>> rows = new ArrayList<>();
    offices.forEach(office -> rows.add(row(rows.size() + 1, office, now.of(List.of(office.id())), stated.get(office.id()))));
    rows.add(sums(offices, now.of(offices.stream().map(Office::id).toList())));
    return new TableWorkbook().sheet("清理情况表", "%s%s".formatted(unit, TITLE), OFFICE_COLUMNS, rows)
        .sheet("数字", "%s清理规范数字".formatted(unit), FIGURE_COLUMNS, reports.figuresNow(caseNumber).stream().map(CleanupTable::row).toList())
        .toBytes();
  }

  private List<Object> row(int position, Office office, Figures figures, StatedReason stated) {
    Outcome outcome = office.outcome();
    String sender = governments.get(office.governmentCode()).title() + Objects.toString(office.entry().departmentName(), "");
    return Arrays.asList(position, office.registerNumber(), office.name(), sender, office.entry().hostCityName(),
        office.entry().workKind().label(), office.entry().staffEstablishment(), dispositions.of(office).disposition().label(),
        office.status().label(),
        Stream.of(outcome.abolitionDocument(), outcome.retentionDocument())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(Clauses.cited(outcome.clause())),
        outcome.since().atZoneSameInstant(clock.getZone()).toLocalDate(), figures.count(Figure.ASSETS_FROZEN),
        figures.of(Figure.VALUE_FROZEN), figures.of(Figure.VALUE_DISPOSED), figures.of(Figure.RECEIVED), figures.count(Figure.STAFF),
        figures.count(Figure.PLACED), stated == null ? null : stated.reason(), stated == null ? null : stated.expectedOn());
  }

  private static List<Object> sums(List<Office> offices, Figures figures) {
    return Arrays.asList("合计", null, "%d个机构".formatted(offices.size()), null, null, null,
        offices.stream().mapToInt(office -> office.entry().staffEstablishment()).sum(), null,
        "保留%d、无须撤并%d、整合%d、已撤销%d、应撤未结%d、未定%d、新设%d".formatted(figures.count(Figure.RETAINED), figures.count(Figure.NO_MEASURE),
            figures.count(Figure.MERGED), figures.count(Figure.ABOLISHED), figures.count(Figure.TO_BE_ABOLISHED),
            figures.count(Figure.PENDING), figures.count(Figure.ESTABLISHED)),
        null, null, figures.count(Figure.ASSETS_FROZEN), figures.of(Figure.VALUE_FROZEN), figures.of(Figure.VALUE_DISPOSED),
        figures.of(Figure.RECEIVED), figures.count(Figure.STAFF), figures.count(Figure.PLACED), null, null);
  }

  private static List<Object> row(CountedFigure figure) {
    return Arrays.asList(figure.figure().label(), figure.figure().money() ? figure.amount() : figure.amount().longValueExact(),
        figure.figure().money() ? figure.monthBefore() : figure.monthBefore().longValueExact(), figure.figure().unit(), figure.words());
  }
}
