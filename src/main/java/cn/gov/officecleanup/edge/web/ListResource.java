package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.edge.search.ListWorkbook;
import cn.gov.officecleanup.edge.search.WorkList;
import cn.gov.officecleanup.edge.search.WorkList.Light;
import cn.gov.officecleanup.edge.search.WorkLists;
import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives the page 工作台 its lists, each of what the official may see. */
@RestController
@RequestMapping(SignedIn.PATH + "/lists")
class ListResource {

  private final WorkLists lists;
  private final Officials officials;
  private final Auditing auditing;

  ListResource(WorkLists lists, Officials officials, Auditing auditing) {
    this.lists = lists;
    this.officials = officials;
    this.auditing = auditing;
  }

  /** @param list {@code to-do}, {@code done}, {@code begun} or {@code to-read} */
  @GetMapping("/{list}")
  WorkList list(@PathVariable String list, @RequestParam(required = false) String words, @RequestParam(required = false) String step,
      @RequestParam(required = false) Light light) {
    return lists.of(kind(list), new WorkList.Filter(words, step, light), officials.required());
  }

  @GetMapping("/{list}/workbook")
  ResponseEntity<byte[]> workbook(@PathVariable String list, @RequestParam(required = false) String words,
      @RequestParam(required = false) String step, @RequestParam(required = false) Light light) {
    WorkList.Kind kind = kind(list);
    WorkList found = lists.of(kind, new WorkList.Filter(words, step, light), officials.required());
    auditing.exported(kind.label());
    return WorkbookDownload.of(kind.label() + ".xlsx", ListWorkbook.of(kind, found));
  }

  private static WorkList.Kind kind(String list) {
    return Stream.of(WorkList.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(list))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
