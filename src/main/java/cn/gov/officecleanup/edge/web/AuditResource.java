package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditPeople;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.auditlog.AuditWorkbook;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** events that one request checks, at least; some seconds */
  static final int CHECKED_AT_ONCE = 50_000;

  /**
   * One line.
   *
   * @param userName name that the user has now; null where there is none
   * @param source address; null for what the application does by itself
   * @param kind Chinese word for it
   * @param subjectName name where the subject is a user; null otherwise
   */
  record Line(long number, OffsetDateTime notedAt, String userId, String userName, String source, String kind, String caseNumber,
      String subject, String subjectName, String details) {
  }

  /** @param next where the next page begins; null on the last */
  record Page(List<Line> lines, Long next) {
  }

  /** What the auditor asks for, as it is typed; empty is nothing. */
  record Asked(String person, AuditEvent.Kind kind, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, String caseNumber) {

    /** @return it in words, for the log */
    String told() {
      return Stream
          .of(told("用户", person), kind == null ? "" : told("事项", kind.label()), told("案号", caseNumber), told("自", from), told("至", until))
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining("，"));
    }

    private static String told(String what, Object value) {
      return value == null || value.toString().isBlank() ? "" : what + value;
    }
  }

  private final AuditLog log;
  private final AuditPeople people;
  private final AuditWorkbook workbook;
  private final Officials officials;

  AuditResource(AuditLog log, AuditPeople people, AuditWorkbook workbook, Officials officials) {
    this.log = log;
    this.people = people;
    this.workbook = workbook;
    this.officials = officials;
  }

  /** @param before number of an event; those before it are given, or the latest where it is left out */
  @GetMapping
  Page find(Asked asked, @RequestParam(required = false) Long before) {
    requireAuditor();
    List<AuditEvent> found = log.find(queryOf(asked), before);
    List<AuditEvent> shown = found.subList(0, Math.min(AuditLog.PAGE, found.size()));
    Map<String, String> names = people
        .namesOf(shown.stream().flatMap(event -> Stream.of(event.userId(), event.subject())).collect(Collectors.toSet()));
    return new Page(shown.stream()
        .map(event -> new Line(event.number(), event.notedAt(), event.userId(), names.get(event.userId()), event.source(),
            event.kind().label(), event.caseNumber(), event.subject(), names.get(event.subject()), event.details()))
        .toList(), found.size() > shown.size() ? shown.get(shown.size() - 1).number() : null);
  }

  @GetMapping("/kinds")
  List<Choice> kinds() {
    requireAuditor();
    return Arrays.stream(AuditEvent.Kind.values()).map(kind -> new Choice(kind.name(), kind.label())).toList();
  }

  /** @param after number of the event up to which it was checked before; the page asks again until all is checked */
  @GetMapping("/check")
  AuditLog.Check check(@RequestParam(defaultValue = "0") long after) {
    requireAuditor();
    return log.check(after, CHECKED_AT_ONCE);
  }

  @GetMapping("/workbook")
  void export(Asked asked, HttpServletResponse response) throws IOException {
    requireAuditor();
    AuditQuery query = queryOf(asked);
    workbook.begin(query, asked.told());
    WorkbookDownload.prepare(response, "审计日志.xlsx");
    workbook.write(query, response.getOutputStream());
  }

  private AuditQuery queryOf(Asked asked) {
    return new AuditQuery(isBlank(asked.person) ? null : people.idsOf(asked.person), asked.kind,
        isBlank(asked.caseNumber) ? null : asked.caseNumber.strip().toUpperCase(Locale.ROOT), asked.from, asked.until);
  }

  private void requireAuditor() {
    if (!officials.required().groups().contains(Groups.AUDIT_ADMINISTRATORS)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
