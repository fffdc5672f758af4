package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
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

  /** @param what Chinese name of what was exported in no case */
  public void exported(String what) {
    exported(what, null, null);
  }

  /**
   * Notes an export, or that one which is kept in a case was looked at or taken out again.
   *
   * @param what Chinese name of what was exported, or the file's
   * @param how what was done with it; may be null
   * @param caseNumber the case that keeps it; may be null
   */
  public void exported(String what, String how, String caseNumber) {
    log.note(AuditEvent.Kind.EXPORTED, user(), what, how, caseNumber);
  }

  /**
   * Notes that people were found.
   *
   * @param words what was searched for
   * @param where where it was looked at
   */
  public void foundPeople(String words, String where) {
    log.note(AuditEvent.Kind.PERSONAL_DATA, user(), words, where);
  }

  /** Notes a look at the personal data of a case. @param where where it was looked at */
  public void sawPersonalData(String caseNumber, String where) {
    log.note(AuditEvent.Kind.PERSONAL_DATA, user(), caseNumber, where, caseNumber);
  }

  /**
   * Notes that a task was handed to a colleague.
   *
   * @param task its Chinese name
   * @param to user id of the colleague
   * @param words why; may be null
   */
  public void handedOn(String task, String to, String words, String caseNumber) {
    log.note(AuditEvent.Kind.TASK_CHANGED, user(), to, "转办“%s”%s".formatted(task, words == null || words.isBlank() ? "" : "：" + words),
        caseNumber);
  }

  private String user() {
    return officials.current().map(Official::userId).orElse(AuditLog.SYSTEM);
  }
}
