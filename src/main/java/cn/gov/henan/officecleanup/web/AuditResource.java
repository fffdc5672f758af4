package cn.gov.henan.officecleanup.web;

import cn.gov.henan.officecleanup.auditlog.AuditEvent;
import cn.gov.henan.officecleanup.auditlog.AuditLog;
import cn.gov.henan.officecleanup.identity.Groups;
import cn.gov.henan.officecleanup.identity.Officials;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows the audit log to audit administrators, and to nobody else. */
@RestController
@RequestMapping(SignedIn.PATH + "/audit")
class AuditResource {

  /** One line. @param kind Chinese word for it */
  record Line(long number, OffsetDateTime notedAt, String userId, String kind, String subject, String details) {
  }

  /** @param fault number of the first event that is not as it was noted; null where the log is sound */
  record Page(List<Line> lines, Long fault) {
  }

  private final AuditLog log;
  private final Officials officials;

  AuditResource(AuditLog log, Officials officials) {
    this.log = log;
    this.officials = officials;
  }

  @GetMapping
  Page find(@RequestParam(required = false) String user, @RequestParam(required = false) AuditEvent.Kind kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
    if (!officials.required().groups().contains(Groups.AUDIT_ADMINISTRATORS)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    OptionalLong fault = log.firstFault();
    return new Page(log.find(user, kind, from, until).stream()
        .map(event -> new Line(event.number(), event.notedAt(), event.userId(), event.kind().label(), event.subject(), event.details())).toList(),
        fault.isPresent() ? fault.getAsLong() : null);
  }
}
