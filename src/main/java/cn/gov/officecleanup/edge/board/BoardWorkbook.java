package cn.gov.officecleanup.edge.board;

import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The board as a workbook, as it was seen (C21), and beside it how the offices that stay are regulated now. */
public final class BoardWorkbook {

  private static final List<Column> COLUMNS = Column.of("单位:28", "清理前:10", "尚未确定:10", "保留:10", "无须撤并:10", "应予撤销:10", "已撤销:10", "整合:10",
      "新设:10", "逾期事项:10", "督办:10", "台账不平:10", "报告:30");

  private static final List<Column> REGIME_COLUMNS = Column.of("登记编号:12", "办事机构:34", "单位:24", "逾期事项:10", "年度考核:40", "接待公开:34", "实体脱钩:34",
      "轮换:34", "接待预算（元）:16", "已支出（元）:16");

  private BoardWorkbook() {
  }

  /** @return .xlsx with a row for each unit and the total below, and on its second sheet one for each office that stays */
  public static byte[] of(Board board, RegimeBoard regime) {
    List<List<Object>> rows = new ArrayList<>();
    board.rows().forEach(row -> rows.add(row(row.name(), row.counts(), row.report())));
    rows.add(row("合计", board.total(), ""));
    return new TableWorkbook().sheet("清理规范进度", "清理规范进度（%s）".formatted(InWords.day(board.asOf())), COLUMNS, rows)
        .sheet("保留机构的管理", "保留机构的管理（%s）".formatted(InWords.day(regime.asOf())), REGIME_COLUMNS,
            regime.rows().stream().map(BoardWorkbook::row).toList())
        .toBytes();
  }

  private static List<Object> row(RegimeBoard.Row row) {
    // not List.of: a budget that is not entered stays empty
    return Arrays.asList(row.registerNumber(), row.office(), row.unit(), row.late(), row.appraisal().told(), row.disclosure().told(),
        row.parting().told(), row.rotation().told(), row.budget(), row.paid());
  }

  private static List<Object> row(String name, Board.Counts counts, String report) {
    // not List.of: what is not known of a past day stays empty
    return Arrays.asList(name, counts.before(), counts.pending(), counts.retained(), counts.noMeasure(), counts.toBeAbolished(),
        counts.abolished(), counts.merged(), counts.established(), counts.late(), counts.supervisions(), counts.unbalanced(), report);
  }
}
