package cn.gov.officecleanup.mechanism.auditlog;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.RequestSource;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.identity.SlowPasswordHash;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's identity service, in which every look at a password, whoever asks for it and wherever users are kept, is counted
 * ({@link SignInLocks}) and noted, and a password that is too weak is refused with its rules.
 */
class SigningIn extends IdentityServiceImpl {

  private static final String CLAUSE = "身份";
  /** fewer at once than failures that lock, so that somebody who signs in at several windows at once is not locked for it */
  private static final int MOST_AT_ONCE = Math.min(SignInLocks.FAILURES - 1, Runtime.getRuntime().availableProcessors());
  private static final int MOST_WAITING = 50;
  private static final int LONGEST_SUBJECT = 100;
  /** characters of a user's id */
  private static final int LONGEST_ID = 64;

  /** stands for no request at all: the application itself, or a command on the server */
  private static final String LOCAL = "local";

  private final Supplier<SignInLocks> locks;
  private final Supplier<AuditLog> log;
  private final SlowPasswordHash passwords;
  /** each check takes a processor and a connection for some time; strangers must not have all of them */
  private final Semaphore checking = new Semaphore(MOST_AT_ONCE, true);

  SigningIn(Supplier<SignInLocks> locks, Supplier<AuditLog> log, SlowPasswordHash passwords) {
    this.locks = locks;
    this.log = log;
    this.passwords = passwords;
  }

  /**
   * @throws RefusedException when too many have failed: with the time until which no password is looked at, be it right or wrong, be there
   * such a user or not
   */
  @Override
  public boolean checkPassword(String userId, String password) {
    if (checking.getQueueLength() >= MOST_WAITING) {
      throw new RefusedException("SIGN_IN_BUSY", "同时登录的人太多，请稍等片刻再登录。", CLAUSE);
    }
    checking.acquireUninterruptibly();
    try {
      return checkCounted(userId, password);
    } finally {
      checking.release();
    }
  }

  private boolean checkCounted(String userId, String password) {
    String from = RequestSource.address().orElse(LOCAL);
    String subject = cut(Objects.toString(userId, ""));
    Optional<OffsetDateTime> lockedUntil = locks.get().enter(userId, from);
    if (lockedUntil.isPresent()) {
      log.get().note(Kind.SIGN_IN_LOCKED, subject, subject, null);
      // rounded up: at the minute that is told it is over
      String time = InWords.moment(lockedUntil.get().plusMinutes(1).minusNanos(1));
      throw new RefusedException("SIGN_IN_LOCKED", "该用户名连续输错密码，已暂停登录至%s，请届时再登录；急需登录的，请联系系统管理员解除锁定。".formatted(time), CLAUSE);
    }
    boolean right = super.checkPassword(userId, password);
    if (right) {
      locks.get().succeeded(userId, from);
      renewHash(userId, password);
    }
    log.get().note(right ? Kind.SIGN_IN : Kind.SIGN_IN_FAILED, subject, subject, null);
    return right;
  }

  /** Keeps the password as passwords are kept now, if it was kept otherwise. */
  private void renewHash(String userId, String password) {
    try {
      commandExecutor.execute(context -> {
        UserEntity user = context.getReadOnlyIdentityProvider() instanceof AuditedIdentities identities ? identities.findUserById(userId)
            : null;
        if (user != null && !passwords.isCurrent(user.getPassword())) {
          user.setPassword(password);
          user.encryptPassword();
        }
        return null;
      });
    } catch (OptimisticLockingException e) {
      // somebody else has changed the user meanwhile: it is kept anew then, or the next time
    }
  }

  /** An id of another form than the engine's own is refused before the engine does so in its words. */
  @Override
  public User newUser(String userId) {
    boolean wellFormed = userId != null && commandExecutor.execute(context -> {
      ProcessEngineConfiguration configuration = context.getProcessEngineConfiguration();
      return userId.matches(
          Objects.requireNonNullElse(configuration.getUserResourceWhitelistPattern(), configuration.getGeneralResourceWhitelistPattern()));
    });
    if (!wellFormed || userId.length() > LONGEST_ID) {
      throw new RefusedException("INVALID_ACCOUNT", "账号“%s”不能用：账号由字母和数字组成，例如zhangwei、zhangwei2，不含汉字、空格和符号，最多%d个字符；中文姓名请填在“姓名”中。"
          .formatted(WrittenText.beginning(WrittenText.inOneLine(Objects.toString(userId, "")), LONGEST_ID), LONGEST_ID), "表单");
    }
    return super.newUser(userId);
  }

  @Override
  public void saveUser(User user, boolean skipPasswordPolicy) {
    if (!skipPasswordPolicy && commandExecutor.execute(context -> context.getProcessEngineConfiguration().isEnablePasswordPolicy())
        && user instanceof UserEntity entity && entity.hasNewPassword()
        && !commandExecutor.execute(context -> entity.checkPasswordAgainstPolicy())) {
      throw new RefusedException("WEAK_PASSWORD", "密码太弱：至少10个字符，含大写字母、小写字母、数字和特殊字符，不得含有用户名、姓名和邮箱。请更换密码。", "表单");
    }
    super.saveUser(user, skipPasswordPolicy);
  }

  /**
   * Ends the locks of {@link SignInLocks}, also where a directory keeps the users; for system administrators, and the application itself.
   */
  @Override
  public void unlockUser(String userId) {
    commandExecutor.execute(context -> {
      context.getAuthorizationManager().checkCamundaAdmin();
      locks.get().unlock(userId);
      log.get().note(Kind.UNLOCKED, Objects.toString(context.getAuthenticatedUserId(), AuditLog.SYSTEM), cut(userId), null);
      return null;
    });
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_SUBJECT));
  }
}
