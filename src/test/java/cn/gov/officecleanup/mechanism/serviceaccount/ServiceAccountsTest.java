package cn.gov.officecleanup.mechanism.serviceaccount;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts of other systems: granted, known by their tokens, refused, revoked. */
@EngineTest
class ServiceAccountsTest {

  private static final LocalDate TODAY = LocalDate.of(2015, 9, 1);
  private static final Set<String> READERS = Set.of("gov410300");

  @Autowired
  private ServiceAccounts accounts;
  @Autowired
  private AuditLog log;
  @Autowired
  private JdbcClient jdbc;

  @BeforeEach
  void securityAdministratorIsAtWork() {
    itIs(TODAY.atTime(9, 0));
    as("security", Groups.SECURITY_ADMINISTRATORS);
  }

  @AfterEach
  void end() {
    asApplication();
    jdbc.sql("delete from service_account_group").update();
    jdbc.sql("delete from service_account").update();
  }

  @Test
  void aTokenIsKnownByItsHashAlone() {
    ServiceAccounts.Granted granted = accounts.grant("省政务数据平台", "汇总进度", READERS, TODAY.plusDays(30));
    assertThat(granted.token()).hasSizeGreaterThan(40);
    assertThat(jdbc.sql("select * from service_account").query().singleRow().values().stream().map(String::valueOf))
        .noneMatch(value -> value.contains(granted.token()));
    asApplication();
    ServiceAccount used = accounts.use(granted.token());
    assertThat(used.groups()).isEqualTo(READERS);
    assertThat(accounts.all().get(0).lastUsedAt()).isNotNull();
    assertThat(events(Kind.GRANTED, used)).singleElement()
        .satisfies(
            event -> assertThat(event.details()).contains("省政务数据平台", "汇总进度", "洛阳市人民政府", "2015年10月1日").doesNotContain(granted.token()));
  }

  @Test
  void aTokenThatIsWrongRevokedOrExpiredIsRefusedAndNoted() {
    ServiceAccounts.Granted granted = accounts.grant("省政务数据平台", "汇总进度", READERS, TODAY.plusDays(30));
    for (String wrong : new String[]{null, "", "x", granted.token() + "x", granted.token().toUpperCase()}) {
      assertThatThrownBy(() -> accounts.use(wrong)).as(wrong).isInstanceOf(RefusedException.class).hasMessageContaining("令牌不正确");
    }
    itIs(LocalDateTime.of(2015, 10, 1, 23, 59));
    assertThat(accounts.use(granted.token())).as("on the last day").isNotNull();
    itIs(LocalDateTime.of(2015, 10, 2, 0, 0));
    assertThatThrownBy(() -> accounts.use(granted.token())).isInstanceOf(RefusedException.class).hasMessageContaining("2015年10月1日到期");
    itIs(TODAY.atTime(10, 0));
    accounts.revoke(granted.account().id());
    assertThatThrownBy(() -> accounts.use(granted.token())).isInstanceOf(RefusedException.class).hasMessageContaining("已经收回");
    assertThatThrownBy(() -> accounts.revoke(granted.account().id())).isInstanceOf(RefusedException.class).hasMessageContaining("已经收回");
    assertThat(events(Kind.REVOKED, granted.account())).hasSize(1);
    assertThat(events(Kind.REFUSED, granted.account())).hasSize(2);
  }

  @Test
  void whatIsToBeGrantedIsWrittenOutAndOfNoAdministrator() {
    LocalDate end = TODAY.plusDays(30);
    refused("名称", () -> accounts.grant(" ", "汇总进度", READERS, end));
    refused("用途", () -> accounts.grant("平台", "", READERS, end));
    refused("至少选择一个组", () -> accounts.grant("平台", "汇总进度", Set.of(), end));
    refused("至少选择一个组", () -> accounts.grant("平台", "汇总进度", null, end));
    for (String group : List.of(Groups.ADMINISTRATORS, Groups.SECURITY_ADMINISTRATORS, Groups.AUDIT_ADMINISTRATORS, "nobody")) {
      refused("至少选择一个组", () -> accounts.grant("平台", "汇总进度", Set.of("gov410300", group), end));
    }
    refused("有效期", () -> accounts.grant("平台", "汇总进度", READERS, null));
    refused("有效期", () -> accounts.grant("平台", "汇总进度", READERS, TODAY.minusDays(1)));
    refused("有效期", () -> accounts.grant("平台", "汇总进度", READERS, TODAY.plusYears(2)));
    assertThat(accounts.all()).isEmpty();
  }

  @Test
  void aNameIsFreeAgainOnceItsAccountIsRevoked() {
    long first = accounts.grant("平台", "汇总进度", READERS, TODAY).account().id();
    refused("已有名为“平台”", () -> accounts.grant("平台", "汇总进度", READERS, TODAY));
    accounts.revoke(first);
    assertThat(accounts.grant("平台", "汇总进度", READERS, TODAY).account().id()).isNotEqualTo(first);
  }

  private static void refused(String words, Runnable granting) {
    assertThatThrownBy(granting::run).isInstanceOf(RefusedException.class).hasMessageContaining(words);
  }

  private List<AuditEvent> events(Kind kind, ServiceAccount account) {
    return log.find(new AuditQuery(null, kind, null, null, null), null)
        .stream()
        .filter(event -> List.of(event.userId(), event.subject()).contains(account.userId()))
        .toList();
  }
}
