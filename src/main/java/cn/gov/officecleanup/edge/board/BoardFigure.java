package cn.gov.officecleanup.edge.board;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.procedure.report.Figure;
import java.util.List;

/** A figure of the board, of which it can be asked which offices or which work it counts. */
public enum BoardFigure implements Labelled {

  BEFORE("清理前", Figure.BEFORE),
  RETAINED("保留", Figure.RETAINED),
  NO_MEASURE("无须撤并", Figure.NO_MEASURE),
  MERGED("整合", Figure.MERGED),
  ABOLISHED("已撤销", Figure.ABOLISHED),
  TO_BE_ABOLISHED("应予撤销", Figure.TO_BE_ABOLISHED),
  PENDING("尚未确定", Figure.PENDING),
  /** what is left of those there were before: with the four above it makes them up */
  UNFINISHED("未办结", Figure.TO_BE_ABOLISHED, Figure.PENDING),
  ESTABLISHED("新设", Figure.ESTABLISHED),
  /** pieces of work */
  LATE("逾期事项"),
  /** 督办 that are open */
  SUPERVISIONS("督办"),
  /** offices, as they are now only: what was wrong in a ledger on a past day is not kept */
  UNBALANCED("台账不平");

  private final String label;
  private final List<Figure> figures;

  BoardFigure(String label, Figure... figures) {
    this.label = label;
    this.figures = List.of(figures);
  }

  @Override
  public String label() {
    return label;
  }

  /** @return the reports' figures that it adds up; none where it does not count what they count */
  List<Figure> figures() {
    return figures;
  }
}
