package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.time.OffsetDateTime;

/**
 * An event of the audit log.
 *
 * @param number 1, 2, … without gaps
 * @param userId who did it; {@code system} for the application itself, and for who is only signing in the name that was given
 * @param subject whom or what it was done to
 * @param details may be null
 * @param caseNumber the case that it was done in; null where there is none
 * @param source address that the request came from; null for what the application does by itself
 * @param hashVersion what the hash covers: 1 neither the case nor the source, 2 everything
 * @param hash SHA-256 of everything before it, 64 lower-case hexadecimal digits
 */
public record AuditEvent(long number, OffsetDateTime notedAt, String userId, Kind kind, String subject, String details, String caseNumber,
    String source, int hashVersion, String previousHash, String hash) {

  /** What was done. */
  public enum Kind implements Labelled {
    SIGN_IN("身份验证通过"),
    SIGN_IN_FAILED("身份验证失败"),
    SIGN_IN_LOCKED("登录锁定期间又试"),
    UNLOCKED("解除登录锁定"),
    REFUSED("被拒绝的操作"),
    USER_CREATED("新建用户"),
    USER_CHANGED("更改用户"),
    USER_DELETED("删除用户"),
    GROUP_WISHED("提请加入用户组"),
    WISH_DECLINED("不予加入用户组"),
    GRANTED("授予权限"),
    REVOKED("收回权限"),
    FILTER_REMOVED("停用筛选器"),
    CLAIM_RETURNED("签收的任务退回本组"),
    GROUP_CHANGED("更改用户组"),
    AUTHORIZATION_CHANGED("更改组的权限"),
    TASK_CHANGED("转办、改派或者更改事项"),
    CASE_CHANGED("干预办理过程"),
    CASE_DELETED("删除办理过程或者记录"),
    DATA_CHANGED("更改办理数据"),
    ATTACHMENT_CHANGED("删改附件、意见"),
    DEPLOYED("部署流程"),
    SYSTEM_CHANGED("处理系统作业、设置"),
    COMMAND("服务器上的命令"),
    EVENT_GIVEN_UP("放弃向外部系统推送"),
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

    /** @return whether what is done once is easily done a thousand times, by whoever is turned away */
    boolean isTurnedAway() {
      return this == SIGN_IN_FAILED || this == SIGN_IN_LOCKED || this == REFUSED;
    }
  }
}
