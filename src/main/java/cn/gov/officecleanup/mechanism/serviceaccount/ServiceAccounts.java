package cn.gov.officecleanup.mechanism.serviceaccount;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupEnded;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.identity.RequestSource;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Grants and revokes accounts of other systems, and knows them by their tokens. */
@Service
public class ServiceAccounts {

  /** by which a token is known for one wherever it was left lying about */
  static final String PREFIX = "officecleanup_";
  private static final int TOKEN_BYTES = 32;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_PURPOSE = 500;
  /** days that an account is granted for at most: 本产品规定 */
  private static final int LONGEST = 366;
  private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);
  private static final String CLAUSE = "三员分立";

  private final JdbcClient jdbc;
  private final AuditLog log;
  private final Officials officials;
  private final GroupNames names;
  private final IdentityService identity;
  private final Clock clock;
  private final SecureRandom chance = new SecureRandom();

  ServiceAccounts(JdbcClient jdbc, AuditLog log, Officials officials, GroupNames names, @Lazy IdentityService identity, Clock clock) {
    this.jdbc = jdbc;
    this.log = log;
    this.officials = officials;
    this.names = names;
    this.identity = identity;
    this.clock = clock;
  }

  /**
   * What was granted.
   *
   * @param token to be given to whoever runs the other system; kept nowhere
   */
  public record Granted(ServiceAccount account, String token) {
  }

  /** @return all accounts, those that were revoked as well, the newest first */
  @Transactional(readOnly = true)
  public List<ServiceAccount> all() {
    return read("order by id desc", Map.of());
  }

  /** @return the Chinese names of the groups that an account can be granted, by their ids */
  public Map<String, String> groups() {
    Set<String> known = officials.asApplication(() -> identity.createGroupQuery().list())
        .stream()
        .map(Group::getId)
        .filter(group -> !Groups.ADMINISTRATION.contains(group))
        .collect(Collectors.toSet());
    return new TreeMap<>(names.namesOf(known));
  }

  /**
   * @param expiresOn the last day on which it may be used
   * @return the account with its token
   * @throws RefusedException in words that say what is to be filled in otherwise
   */
  @Transactional
  public Granted grant(String name, String purpose, Collection<String> groups, LocalDate expiresOn) {
    String called = written(name, "名称", LONGEST_NAME);
    String meant = written(purpose, "用途", LONGEST_PURPOSE);
    Set<String> asked = new TreeSet<>(groups == null ? Set.of() : groups);
    Map<String, String> known = groups();
    if (asked.isEmpty() || !known.keySet().containsAll(asked)) {
      throw refused("ACCOUNT_WITHOUT_GROUPS", "请至少选择一个组，从列出的组中选择；管理员的组不能授予服务账号。");
    }
    LocalDate today = LocalDate.now(clock);
    if (expiresOn == null || expiresOn.isBefore(today) || expiresOn.isAfter(today.plusDays(LONGEST))) {
      throw refused("ACCOUNT_WITHOUT_END",
          "请填写有效期的最后一天：不早于今天，最长一年（不晚于%s）；期满需要继续使用的，届时重新授权。".formatted(InWords.day(today.plusDays(LONGEST))));
    }
    byte[] random = new byte[TOKEN_BYTES];
    chance.nextBytes(random);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    String by = officials.required().userId();
    var key = new GeneratedKeyHolder();
    try {
      jdbc.sql("""
        insert into service_account (name, current_name, purpose, token_hash, granted_by, granted_at, expires_on)
        values (:name, :name, :purpose, :hash, :by, :now, :expiresOn)""")
          .param("name", called)
          .param("purpose", meant)
          .param("hash", DigestUtils.sha256Hex(token))
          .param("by", by)
          .param("now", OffsetDateTime.now(clock))
          .param("expiresOn", expiresOn)
          .update(key, "id");
    } catch (DuplicateKeyException e) {
      throw refused("ACCOUNT_NAME_TAKEN", "已有名为“%s”的服务账号，请换一个名称；要换令牌的，先收回原来的账号。".formatted(called));
    }
    long id = key.getKeyAs(Number.class).longValue();
    asked.forEach(group -> jdbc.sql("insert into service_account_group (account_id, group_id) values (?, ?)").params(id, group).update());
    ServiceAccount account = find(id).orElseThrow();
    log.note(Kind.GRANTED, by, account.userId(), "服务账号“%s”，用途：%s；按%s读取，至%s".formatted(called, meant,
        asked.stream().map(known::get).collect(Collectors.joining("、")), InWords.day(expiresOn)));
    return new Granted(account, token);
  }

  /** @throws RefusedException where it is not there or revoked already */
  @Transactional
  public void revoke(long id) {
    String by = officials.required().userId();
    int revoked = jdbc
        .sql("update service_account set revoked_by = :by, revoked_at = :now, current_name = null where id = :id and revoked_at is null")
        .param("by", by)
        .param("now", OffsetDateTime.now(clock))
        .param("id", id)
        .update();
    if (revoked == 0) {
      throw refused("ACCOUNT_REVOKED", "该服务账号已经收回，请刷新后再看。");
    }
    ServiceAccount account = find(id).orElseThrow();
    log.note(Kind.REVOKED, by, account.userId(), "服务账号“%s”".formatted(account.name()));
  }

  /**
   * @param token as it came; may be null
   * @return the account that has it
   * @throws RefusedException where none has it, or it does not hold any more; that is noted in the audit log
   */
  public ServiceAccount use(String token) {
    ServiceAccount account = token == null || !token.startsWith(PREFIX) ? null
        : read("where token_hash = :hash", Map.of("hash", DigestUtils.sha256Hex(token))).stream().findFirst().orElse(null);
    if (account == null) {
      throw turnedAway("service", "接口", "TOKEN_UNKNOWN", "令牌不正确。请在请求头Authorization中以Bearer方式提供安全管理员发放的令牌。");
    }
    if (account.revokedAt() != null) {
      throw turnedAway(account.userId(), account.name(), "TOKEN_REVOKED", "令牌已经收回。需要继续使用的，请向安全管理员重新申请。");
    }
    if (account.expiresOn().isBefore(LocalDate.now(clock))) {
      throw turnedAway(account.userId(), account.name(), "TOKEN_EXPIRED",
          "令牌已于%s到期。需要继续使用的，请向安全管理员重新申请。".formatted(InWords.day(account.expiresOn())));
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    if (account.lastUsedAt() == null || account.lastUsedAt().isBefore(now.minus(USE_IS_NOTED_EVERY))) {
      jdbc.sql("update service_account set last_used_at = :now, last_used_from = :address where id = :id")
          .param("now", now)
          .param("address", RequestSource.address().orElse(null))
          .param("id", account.id())
          .update();
    }
    return account;
  }

  /** Notes that an account was refused something else than its token. */
  public void refused(ServiceAccount account, String words) {
    log.noteRefusal(account.userId(), account.name(), words, null);
  }

  private RefusedException turnedAway(String userId, String subject, String code, String words) {
    log.noteRefusal(userId, subject, words, null);
    return refused(code, words);
  }

  /** No account reads as a member of a group that has ended. */
  @EventListener
  void ended(GroupEnded ended) {
    read("where id in (select account_id from service_account_group where group_id = :group) order by id", Map.of("group", ended.groupId()))
        .forEach(account -> log.note(Kind.REVOKED, AuditLog.SYSTEM, account.name(),
            names.nameOf(ended.groupId()) + "（" + ended.groupId() + "）"));
    jdbc.sql("delete from service_account_group where group_id = ?").param(ended.groupId()).update();
  }

  private Optional<ServiceAccount> find(long id) {
    return read("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  private List<ServiceAccount> read(String which, Map<String, ?> parameters) {
    Map<Long, Set<String>> groups = jdbc.sql("select account_id, group_id from service_account_group")
        .query((row, number) -> Map.entry(row.getLong("account_id"), row.getString("group_id")))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    return jdbc.sql("select * from service_account " + which)
        .params(parameters)
        .query((row, number) -> new ServiceAccount(row.getLong("id"), row.getString("name"), row.getString("purpose"),
            groups.getOrDefault(row.getLong("id"), Set.of()), row.getString("granted_by"),
            row.getObject("granted_at", OffsetDateTime.class), row.getObject("expires_on", LocalDate.class), row.getString("revoked_by"),
            row.getObject("revoked_at", OffsetDateTime.class), row.getObject("last_used_at", OffsetDateTime.class),
            row.getString("last_used_from")))
        .list();
  }

  private static String written(String text, String what, int longest) {
    String written = text == null ? "" : text.strip();
    if (written.isEmpty() || written.length() > longest) {
      throw refused("ACCOUNT_" + (longest == LONGEST_NAME ? "NAME" : "PURPOSE"), "请填写%s，不超过%d个字。".formatted(what, longest));
    }
    return written;
  }

  private static RefusedException refused(String code, String words) {
    return new RefusedException(code, words, CLAUSE);
  }
}
