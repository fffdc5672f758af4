package cn.gov.officecleanup.edge.api;

import cn.gov.officecleanup.edge.board.Board;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The board's figures, as other systems read them. */
@Schema(name = "Figures", description = "清理规范的进度数字")
record Figures(@Schema(description = "数字截至的时间") OffsetDateTime asOf, @Schema(description = "所问的过去一天；问现在的为空", nullable = true) LocalDate day,
    @Schema(description = "可以回看的第一天；还没有记录的为空", nullable = true) LocalDate firstDay,
    @Schema(description = "清理工作的名称；还没有开始的为空", nullable = true) String campaign,
    @Schema(description = "完成清理的期限（含当日）", nullable = true) LocalDate cleanupDeadline,
    @Schema(description = "报送总结的期限（含当日）", nullable = true) LocalDate reportDeadline, @Schema(description = "所列各单位合计") Counts total,
    @Schema(description = "各单位，按报送的顺序") List<Unit> units) {

  /** A unit that reports. */
  @Schema(name = "FiguresOfUnit", description = "一个单位的数字")
  record Unit(@Schema(description = "单位的代码，不变") String code, @Schema(description = "单位的名称") String name,
      @Schema(description = "数字") Counts counts, @Schema(description = "报送情况") String report,
      @Schema(description = "是否逾期未报") boolean reportLate) {
  }

  /** What is counted. */
  @Schema(name = "Counts", description = "机构数和未办事项数")
  record Counts(@Schema(description = "清理前的机构") int before, @Schema(description = "尚未确定") int pending,
      @Schema(description = "保留") int retained, @Schema(description = "无须撤并") int noMeasure,
      @Schema(description = "应予撤销") int toBeAbolished, @Schema(description = "已撤销") int abolished, @Schema(description = "整合") int merged,
      @Schema(description = "新设") int established, @Schema(description = "未办结：尚未确定的和应予撤销的") int unfinished,
      @Schema(description = "逾期事项") int late, @Schema(description = "督办") int supervisions,
      @Schema(description = "台账不平的机构；问过去一天的为空", nullable = true) Integer unbalanced) {

    private static Counts of(Board.Counts counts) {
      return new Counts(counts.before(), counts.pending(), counts.retained(), counts.noMeasure(), counts.toBeAbolished(),
          counts.abolished(), counts.merged(), counts.established(), counts.unfinished(), counts.late(), counts.supervisions(),
          counts.unbalanced());
    }
  }

  static Figures of(Board board) {
    return new Figures(board.asOf(), board.day(), board.firstDay(), board.campaign(), board.cleanupDeadline(), board.reportDeadline(),
        Counts.of(board.total()),
        board.rows()
            .stream()
            .map(row -> new Unit(row.code(), row.name(), Counts.of(row.counts()), row.report(), row.reportLate()))
            .toList());
  }
}
