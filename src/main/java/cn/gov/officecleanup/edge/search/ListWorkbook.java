package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A list as a workbook, as it was seen. */
public final class ListWorkbook {

  private static final List<Column> COLUMNS = Column.of("案号:16", "案件:40", "机构:30", "环节:24", "现在办理:28", "开始时间:18", "期限:12", "剩余天数:10",
      "情况:16", "我的办理:34");

  private ListWorkbook() {
  }

  /** @return .xlsx with a row for each of the list's */
  public static byte[] of(WorkList.Kind kind, WorkList list) {
    List<List<Object>> rows = new ArrayList<>();
    list.rows()
        .forEach(row -> rows.add(Arrays.asList(row.caseNumber(), row.title(), row.office(), row.step(), row.holder(),
            InWords.moment(row.begunAt()), row.lastDay(), row.days(), String.join("、", row.marks()), row.handled())));
    return new TableWorkbook().sheet(kind.label(), kind.label(), COLUMNS, rows).toBytes();
  }
}
