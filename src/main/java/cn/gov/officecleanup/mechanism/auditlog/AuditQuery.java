package cn.gov.officecleanup.mechanism.auditlog;

import java.time.LocalDate;
import java.util.List;

/**
 * What an auditor looks for.
 *
 * @param people ids of who did it or to whom it was done; null: anybody
 * @param kind null: every kind
 * @param caseNumber null: every case, and what was done in none
 * @param from the first day; null: since ever
 * @param until the last day; null: until now
 */
public record AuditQuery(List<String> people, AuditEvent.Kind kind, String caseNumber, LocalDate from, LocalDate until) {

  /** @return what finds all that a person did or that was done to that person */
  public static AuditQuery of(String userId, AuditEvent.Kind kind) {
    return new AuditQuery(List.of(userId), kind, null, null, null);
  }
}
