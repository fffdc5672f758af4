package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.procedure.complaint.ReceivingComplaints;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives a complaint a query code, once, for who received it to tell to whoever complained. */
@RestController
@RequestMapping(SignedIn.PATH + "/cases/{caseNumber}/query-code")
class QueryCodeResource {

  private final ReceivingComplaints receiving;

  QueryCodeResource(ReceivingComplaints receiving) {
    this.receiving = receiving;
  }

  /** @param code in four groups of five characters */
  record Code(String code) {
  }

  @PostMapping
  ResponseEntity<Code> issue(@PathVariable String caseNumber) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Code(receiving.codeFor(caseNumber)));
  }
}
