package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.edge.search.CasePage;
import cn.gov.officecleanup.edge.search.CasePages;
import cn.gov.officecleanup.edge.search.CaseSearch;
import cn.gov.officecleanup.edge.search.ComingSteps;
import cn.gov.officecleanup.edge.search.SearchQuery;
import cn.gov.officecleanup.edge.search.SearchResult;
import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Governments;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Gives the page 案件查询 what it shows, to each official as far as that one may read. */
@RestController
@RequestMapping(SignedIn.PATH)
class SearchResource {

  private final CaseSearch search;
  private final CasePages pages;
  private final ComingSteps coming;
  private final Governments governments;
  private final Officials officials;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Auditing auditing;

  SearchResource(CaseSearch search, CasePages pages, ComingSteps coming, Governments governments, Officials officials, CaseFiles cases,
      CaseReading reading, Auditing auditing) {
    this.search = search;
    this.pages = pages;
    this.coming = coming;
    this.governments = governments;
    this.officials = officials;
    this.cases = cases;
    this.reading = reading;
    this.auditing = auditing;
  }

  /** @return the governments whose cases this official may read, to choose from */
  @GetMapping("/search/governments")
  List<Choice> readable() {
    var official = officials.required();
    return governments.concerned()
        .stream()
        .filter(government -> official.mayRead(government.code()))
        .map(government -> new Choice(government.code(), government.name()))
        .toList();
  }

  @GetMapping("/search")
  SearchResult find(@RequestParam(required = false) String words, @RequestParam(required = false) String government,
      @RequestParam(required = false) Integer year, @RequestParam(required = false) SearchQuery.State state) {
    SearchResult found = search.find(new SearchQuery(words, government == null || government.isBlank() ? null : government, year, state),
        officials.required());
    if (!found.people().isEmpty()) {
      auditing.foundPeople(words, "案件查询");
    }
    return found;
  }

  @GetMapping("/cases/{caseNumber}")
  CasePage page(@PathVariable String caseNumber) {
    CasePage page = pages.of(caseNumber, officials.required()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (cases.find(caseNumber).filter(reading::isAboutAPerson).isPresent()) {
      auditing.sawPersonalData(caseNumber, "案件查询");
    }
    return page;
  }

  /** @return the whole way of the case that a task is of */
  @GetMapping("/tasks/{taskId}/way")
  ComingSteps.Way way(@PathVariable String taskId) {
    return coming.wayOf(taskId, officials.required()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** @return the way through a procedure, before one begins it */
  @GetMapping("/procedures/{key}/coming")
  List<ComingSteps.Coming> coming(@PathVariable String key) {
    return coming.of(key, officials.required()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @GetMapping("/cases/{caseNumber}/models/{processInstanceId}")
  ResponseEntity<String> model(@PathVariable String caseNumber, @PathVariable String processInstanceId) {
    return pages.model(caseNumber, processInstanceId, officials.required())
        .map(model -> ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8)).body(model))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
