package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.edge.board.Board;
import cn.gov.officecleanup.edge.board.BoardWorkbook;
import cn.gov.officecleanup.edge.board.Boards;
import cn.gov.officecleanup.edge.board.UnitCase;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives the board in Cockpit what it shows, to each official as far as that one may see. */
@RestController
@RequestMapping(SignedIn.PATH + "/board")
class BoardResource {

  private final Boards boards;
  private final Officials officials;
  private final Auditing auditing;

  BoardResource(Boards boards, Officials officials, Auditing auditing) {
    this.boards = boards;
    this.officials = officials;
    this.auditing = auditing;
  }

  @GetMapping
  Board board() {
    return boards.of(officials.required());
  }

  @GetMapping("/workbook")
  ResponseEntity<byte[]> workbook() {
    auditing.exported("清理规范进度");
    return WorkbookDownload.of("清理规范进度.xlsx", BoardWorkbook.of(boards.of(officials.required())));
  }

  @GetMapping("/{unit}/cases")
  List<UnitCase> casesOf(@PathVariable String unit) {
    return boards.casesOf(unit, officials.required());
  }
}
