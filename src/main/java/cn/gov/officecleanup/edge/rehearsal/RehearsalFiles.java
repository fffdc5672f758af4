package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Notice;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Standing;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.UnitCourse;
import cn.gov.officecleanup.procedure.report.Figure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Saves a rehearsal: how far every unit was by each deadline, and what was reminded of and missed when, as tables that Excel opens; both as
 * a picture.
 */
final class RehearsalFiles {

  static final String UNITS = "units.csv";
  static final String NOTICES = "escalations.csv";
  static final String CHART = "campaign.png";

  /** by it Excel knows UTF-8 */
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final String AT_THE_END = "全部办结";

  private RehearsalFiles() {
  }

  /**
   * @param folder made where it is missing; files of the same names in it are replaced
   * @return what was written
   * @throws RefusedException when it cannot be written
   */
  static List<Path> save(RehearsalResult result, Path folder) {
    try {
      Files.createDirectories(folder);
      return List.of(table(folder.resolve(UNITS), unitHeadings(), unitRows(result)),
          table(folder.resolve(NOTICES), noticeHeadings(), noticeRows(result)), RehearsalChart.draw(result, folder.resolve(CHART)));
    } catch (IOException e) {
      throw new RefusedException("FILE_UNWRITABLE", "无法写入文件夹“%s”，请检查是否有权写入、磁盘是否已满。".formatted(folder), "C20");
    }
  }

  private static Path table(Path file, List<String> headings, Stream<List<Object>> rows) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      writer.write(BYTE_ORDER_MARK);
      CSVPrinter printer = new CSVPrinter(writer, CSVFormat.EXCEL);
      printer.printRecord(headings);
      for (List<Object> row : rows.toList()) {
        printer.printRecord(row);
      }
    }
    return file;
  }

  private static List<String> unitHeadings() {
    List<String> headings = new ArrayList<>(List.of("单位代码", "单位", "期限", "日期", "报告"));
    Stream.of(Figure.values()).map(figure -> "%s（%s）".formatted(figure.label(), figure.unit())).forEach(headings::add);
    return headings;
  }

  private static Stream<List<Object>> unitRows(RehearsalResult result) {
    return result.units()
        .stream()
        .flatMap(unit -> Stream.iterate(0, i -> i + 1).limit(unit.standings().size()).map(i -> unitRow(result, unit, i)));
  }

  private static List<Object> unitRow(RehearsalResult result, UnitCourse unit, int position) {
    boolean end = position == result.deadlines().size();
    Standing standing = unit.standings().get(position);
    List<Object> row = new ArrayList<>(List.of(unit.code(), unit.name(), end ? AT_THE_END : result.deadlines().get(position).name(),
        end ? result.ended() : result.deadlines().get(position).day(), standing.report()));
    Stream.of(Figure.values())
        .map(figure -> figure.money() ? standing.figures().of(figure) : standing.figures().count(figure))
        .forEach(row::add);
    return row;
  }

  private static List<String> noticeHeadings() {
    return List.of("时间", "种类", "次数", "案号", "事项", "承办", "督办", "期限", "解除时间");
  }

  private static Stream<List<Object>> noticeRows(RehearsalResult result) {
    return result.notices().stream().map(RehearsalFiles::noticeRow);
  }

  private static List<Object> noticeRow(Notice notice) {
    return List.of(moment(notice.entry().notedAt()), notice.missed() ? "逾期" : "提醒", notice.entry().round(), notice.entry().caseNumber(),
        notice.entry().stepName(), notice.late(), notice.superior(), moment(notice.entry().dueAt()),
        notice.entry().closedAt() == null ? "" : moment(notice.entry().closedAt()));
  }

  private static String moment(OffsetDateTime moment) {
    return MOMENT.format(moment.atZoneSameInstant(EngineClock.ZONE));
  }
}
