package cn.gov.henan.officecleanup.auditlog;

import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.identity.Officials;
import org.springframework.stereotype.Component;

/** Notes what the signed-in official does that is to be in the audit log. */
@Component
public class Auditing {

  private final AuditLog log;
  private final Officials officials;

  Auditing(AuditLog log, Officials officials) {
    this.log = log;
    this.officials = officials;
  }

  /** @param what Chinese name of what was exported */
  public void exported(String what) {
    log.note(AuditEvent.Kind.EXPORTED, user(), what, null);
  }

  /**
   * @param subject the case, or what was searched for
   * @param details where it was looked at
   */
  public void sawPersonalData(String subject, String details) {
    log.note(AuditEvent.Kind.PERSONAL_DATA, user(), subject, details);
  }

  private String user() {
    return officials.current().map(Official::userId).orElse(AuditLog.SYSTEM);
  }
}
