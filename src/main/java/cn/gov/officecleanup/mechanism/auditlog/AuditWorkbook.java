package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.springframework.stereotype.Component;

/**
 * Writes what an auditor found as a workbook, row by row, so that memory stays bounded; every cell but the number is text, so that nothing
 * is ever run as a formula.
 */
@Component
public class AuditWorkbook {

  /** most events in a workbook; Excel shows 1,048,576 rows */
  static final int MOST = 1_000_000;

  private static final int ROWS_IN_MEMORY = 100;
  private static final int CHARACTER = 256;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final List<String> HEADINGS = List.of("序号", "时间", "用户", "姓名", "来源地址", "事项", "案号", "对象", "对象姓名", "内容", "校验值");
  private static final List<Integer> WIDTHS = List.of(10, 20, 16, 12, 18, 22, 16, 40, 12, 80, 66);

  private final AuditLog log;
  private final AuditPeople people;
  private final Auditing auditing;

  AuditWorkbook(AuditLog log, AuditPeople people, Auditing auditing) {
    this.log = log;
    this.people = people;
    this.auditing = auditing;
  }

  /**
   * Notes the export, and checks that it can be made.
   *
   * @param asked what was asked for, in words
   * @throws RefusedException when there is more than a workbook holds
   */
  public void begin(AuditQuery query, String asked) {
    long found = log.count(query);
    if (found > MOST) {
      throw new RefusedException("TOO_MANY_EVENTS", "共有%d条，一个工作簿最多%d条，请缩小日期范围，分几次导出。".formatted(found, MOST), "系统");
    }
    auditing.exported("审计日志", "%d条%s".formatted(found, asked.isBlank() ? "" : "，" + asked), null);
  }

  /** Writes an .xlsx with the latest event first. */
  public void write(AuditQuery query, OutputStream out) throws IOException {
    // what is written meanwhile to files of its own goes with it
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
      workbook.setCompressTempFiles(true);
      Sheet sheet = workbook.createSheet("审计日志");
      for (int i = 0; i < WIDTHS.size(); i++) {
        sheet.setColumnWidth(i, WIDTHS.get(i) * CHARACTER);
      }
      sheet.createFreezePane(0, 1);
      fill(sheet.createRow(0), HEADINGS);
      Map<String, String> names = new HashMap<>();
      log.each(query, new Consumer<>() {
        private int next = 1;

        private String nameOf(String user) {
          return user == null ? "" : names.computeIfAbsent(user, id -> people.namesOf(List.of(id)).getOrDefault(id, ""));
        }

        @Override
        public void accept(AuditEvent event) {
          // an event more that came since the count may find no room
          if (next > MOST) {
            return;
          }
          Row row = sheet.createRow(next++);
          fill(row,
              Stream
                  .of("", TIME.format(event.notedAt().atZoneSameInstant(EngineClock.ZONE)), event.userId(), nameOf(event.userId()),
                      event.source(), event.kind().label(), event.caseNumber(), event.subject(), nameOf(event.subject()), event.details(),
                      event.hash())
                  .map(cell -> cell == null ? "" : cell)
                  .toList());
          row.getCell(0).setCellValue(event.number());
        }
      });
      workbook.write(out);
    }
  }

  private static void fill(Row row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      row.createCell(i).setCellValue(cells.get(i));
    }
  }
}
