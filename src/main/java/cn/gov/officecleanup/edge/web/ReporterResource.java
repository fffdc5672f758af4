package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.reporter.Reporter;
import cn.gov.officecleanup.mechanism.reporter.Reporters;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows who reported a case to the petition officials who received it, for a reason that they give; nothing keeps the answer. */
@RestController
@RequestMapping(SignedIn.PATH + "/cases/{caseNumber}/reporter")
class ReporterResource {

  private final Reporters reporters;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Officials officials;

  ReporterResource(Reporters reporters, CaseFiles cases, CaseReading reading, Officials officials) {
    this.reporters = reporters;
    this.cases = cases;
    this.reading = reading;
    this.officials = officials;
  }

  /** @param reason why it is needed */
  record Look(String reason) {
  }

  @PostMapping
  ResponseEntity<Reporter> look(@PathVariable String caseNumber, @RequestBody Look look) {
    return cases.find(caseNumber)
        .filter(file -> reading.mayRead(officials.required(), file))
        .flatMap(file -> reporters.look(caseNumber, look.reason()))
        .map(reporter -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(reporter))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
