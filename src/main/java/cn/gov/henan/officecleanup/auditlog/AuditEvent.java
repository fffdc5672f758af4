package cn.gov.henan.officecleanup.auditlog;

import cn.gov.henan.officecleanup.register.Labelled;
import java.time.OffsetDateTime;

/**
 * An event of the audit log.
 *
 * @param number  1, 2, … without gaps
 * @param userId  who did it; {@code system} for the application itself, and for who is only signing in the name that was given
 * @param subject whom or what it was done to
 * @param details may be null
 * @param hash    SHA-256 of everything before it, 64 lower-case hexadecimal digits
 */
public record AuditEvent(long number, OffsetDateTime notedAt, String userId, Kind kind, String subject, String details, String previousHash, String hash) {

  /** What was done. */
  public enum Kind implements Labelled {
    SIGN_IN("身份验证通过"),
    SIGN_IN_FAILED("身份验证失败"),
    SIGN_IN_LOCKED("登录锁定期间又试"),
    UNLOCKED("解除登录锁定"),
    USER_CREATED("新建用户"),
    USER_CHANGED("更改用户"),
    USER_DELETED("删除用户"),
    GRANTED("授予权限"),
    REVOKED("收回权限"),
    FILTER_REMOVED("停用筛选器"),
    CLAIM_RETURNED("签收的任务退回本组"),
    EXPORTED("导出"),
    PERSONAL_DATA("查看个人信息");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
