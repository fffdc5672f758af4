package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.edge.board.Board;
import cn.gov.officecleanup.edge.board.BoardFigure;
import cn.gov.officecleanup.edge.board.BoardWorkbook;
import cn.gov.officecleanup.edge.board.Boards;
import cn.gov.officecleanup.edge.board.CountedItem;
import cn.gov.officecleanup.edge.board.RegimeBoard;
import cn.gov.officecleanup.edge.board.RegimeBoards;
import cn.gov.officecleanup.edge.search.ListedRow;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the board in Cockpit what it shows, to each official as far as that one may see. */
@RestController
@RequestMapping(SignedIn.PATH + "/board")
class BoardResource {

  private final Boards boards;
  private final RegimeBoards regime;
  private final Officials officials;
  private final Auditing auditing;

  BoardResource(Boards boards, RegimeBoards regime, Officials officials, Auditing auditing) {
    this.boards = boards;
    this.regime = regime;
    this.officials = officials;
    this.auditing = auditing;
  }

  /** @param day a past day, as of whose end it is told; now where it is left out */
  @GetMapping
  Board board(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return boards.of(officials.required(), day);
  }

  /** How the offices that stay are regulated, as it is now. */
  @GetMapping("/regime")
  RegimeBoard regime() {
    return regime.of(officials.required());
  }

  @GetMapping("/workbook")
  ResponseEntity<byte[]> workbook(@RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    byte[] workbook = BoardWorkbook.of(boards.of(officials.required(), day), regime.of(officials.required()));
    auditing.exported("清理规范进度");
    return WorkbookDownload.of("清理规范进度.xlsx", workbook);
  }

  /** @param unit whose; of all units where it is left out */
  @GetMapping("/figures/{figure}")
  List<CountedItem> countedIn(@PathVariable BoardFigure figure, @RequestParam(required = false) String unit,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
    return boards.countedIn(figure, unit, day, officials.required());
  }

  @GetMapping("/{unit}/cases")
  List<ListedRow> casesOf(@PathVariable String unit) {
    return boards.casesOf(unit, officials.required());
  }
}
