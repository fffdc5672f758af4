package cn.gov.officecleanup.mechanism.administration;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;

import cn.gov.officecleanup.mechanism.administration.Accounts.NewAccount;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.SignInLocks;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.testkit.EngineTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.DefaultPasswordPolicyImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the system and the security administrator do with users, each the own part. */
@EngineTest
class AccountsTest {

  private static final String WANG = "wangxiao";

  @Autowired
  private Accounts accounts;
  @Autowired
  private GroupWishes wishes;
  @Autowired
  private OfficialsFile file;
  @Autowired
  private SignInLocks locks;
  @Autowired
  private AuditLog log;

  @AfterEach
  void theyGo() {
    asApplication();
    if (identityService().createUserQuery().userId(WANG).count() > 0) {
      accounts.end(WANG);
    }
  }

  private static NewAccount wang(String... groups) {
    return new NewAccount(WANG, "王晓", "", List.of(groups));
  }

  private static List<String> groupsOf(String user) {
    return identityService().createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  @Test
  void whatTheOneAsksForTheOtherGrants() {
    as("admin", Groups.ADMINISTRATORS);
    String password = accounts.create(wang("gov410300Finance", "gov410300Affairs"));
    assertThat(identityService().checkPasswordAgainstPolicy(new DefaultPasswordPolicyImpl(), password).isValid()).isTrue();
    assertThat(wishes.open()).extracting(GroupWishes.Wish::userId, GroupWishes.Wish::groupId, GroupWishes.Wish::wishedBy)
        .containsExactlyInAnyOrder(tuple(WANG, "gov410300Affairs", "admin"), tuple(WANG, "gov410300Finance", "admin"));
    assertThatThrownBy(() -> wishes.grant(WANG, "gov410300Finance")).isInstanceOf(RefusedException.class).hasMessageContaining("由安全管理员决定");
    as("security", Groups.SECURITY_ADMINISTRATORS);
    assertThatThrownBy(() -> accounts.create(new NewAccount("li", "李", "", List.of()))).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> accounts.renewPassword(WANG)).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> accounts.end(WANG)).isInstanceOf(AuthorizationException.class);
    wishes.grant(WANG, "gov410300Finance");
    wishes.decline(WANG, "gov410300Affairs");
    assertThatThrownBy(() -> wishes.grant(WANG, "gov410300Affairs")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“王晓（wangxiao）”加入“洛阳市机关事务管理部门”的申请已经处理");
    assertThat(groupsOf(WANG)).containsExactly("gov410300Finance");
    asApplication();
    assertThat(log.find(AuditQuery.of(WANG, null), null)).extracting(AuditEvent::userId, AuditEvent::kind)
        .contains(tuple("admin", Kind.USER_CREATED), tuple("admin", Kind.GROUP_WISHED), tuple("security", Kind.GRANTED),
            tuple("security", Kind.WISH_DECLINED));
  }

  @Test
  void aGrantThatIsRefusedStaysOpen() {
    as("admin", Groups.ADMINISTRATORS);
    accounts.create(wang("gov410300"));
    as("security", Groups.SECURITY_ADMINISTRATORS);
    accounts.join(WANG, "discipline");
    assertThatThrownBy(() -> wishes.grant(WANG, "gov410300")).isInstanceOf(RefusedException.class).hasMessageContaining("不能再加入");
    assertThat(wishes.open()).extracting(GroupWishes.Wish::groupId).containsExactly("gov410300");
    accounts.leave(WANG, "discipline");
    accounts.join(WANG, "gov410300");
    assertThat(wishes.open()).as("what is granted otherwise is not asked for any more").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"张三,张三,'',账号由字母和数字组成", "'zhang wei',张伟,'',账号由字母和数字组成", "zhang@wei,张伟,'',账号由字母和数字组成", "'',张伟,'',账号不能为空", "admin,张伟,'',已有人使用",
      "system,张伟,'',请另取用户名", "zhangwei,'',' ',姓名不能为空", "zhangwei,=cmd|x,'',姓名应为", "zhangwei,张伟,zhang,邮箱格式不对"})
  void whatIsWrongIsSaidInChinese(String account, String name, String mail, String told) {
    as("admin", Groups.ADMINISTRATORS);
    assertThatThrownBy(() -> accounts.create(new NewAccount(account, name, mail, List.of()))).isInstanceOf(RefusedException.class)
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"王晓", "wangxiao", "wx", "王", "WANGX"})
  void usersAreFoundByNameAccountAndPinyinInTheOrderOfTheirNames(String words) {
    User user = identityService().newUser(WANG);
    user.setLastName("王");
    user.setFirstName("晓");
    identityService().saveUser(user);
    as("security", Groups.SECURITY_ADMINISTRATORS);
    assertThat(accounts.find(words, "", "").accounts()).filteredOn(account -> account.account().equals(WANG))
        .extracting(Accounts.Account::name)
        .containsExactly("王晓");
  }

  @Test
  void whoIsLockedIsShownSinceWhenUntilUnlocked() {
    as("admin", Groups.ADMINISTRATORS);
    accounts.create(wang("gov410300"));
    for (int i = 0; i < SignInLocks.FAILURES; i++) {
      locks.enter(WANG, "203.0.113.9");
    }
    Accounts.Account locked = accounts.find(WANG, "gov410300", "").accounts().get(0);
    assertThat(locked.unit()).isEqualTo("洛阳市人民政府");
    assertThat(locked.lockedSince()).isBefore(locked.lockedUntil());
    accounts.unlock(WANG);
    assertThat(accounts.find(WANG, "", "").accounts().get(0).lockedUntil()).isNull();
  }

  @Test
  void eachRowOfAFileHasItsFindings() {
    as("admin", Groups.ADMINISTRATORS);
    String rows = """
      账号,姓名,用户组,邮箱
      wangxiao,王晓,洛阳市人民政府,
      wangxiao,王小,督查人员,
      李四,李四,督查人员,
      zhaoliu,赵六,洛阳市人民政府、洛阳市人民政府负责同志,
      sunqi,孙七,没有的单位,
      admin,周八,,
      wujiu,,督查人员,
      """;
    List<OfficialsFile.Row> read = file.read(new ImportFile("用户.csv", rows.getBytes(StandardCharsets.UTF_8)));
    assertThat(read).extracting(row -> String.join("", row.findings()))
        .satisfiesExactly(sound -> assertThat(sound).isEmpty(), again -> assertThat(again).contains("在本文件中重复"),
            id -> assertThat(id).contains("账号由字母和数字组成"), both -> assertThat(both).contains("不能由一人兼任"),
            unknown -> assertThat(unknown).contains("没有“没有的单位”这个用户组"), taken -> assertThat(taken).contains("已有人使用", "单位/用户组未填写"),
            nameless -> assertThat(nameless).contains("未填写"));
    assertThat(read.get(0).account()).isEqualTo(wang("gov410300"));
    assertThat(identityService().createUserQuery().userId(WANG).count()).isZero();
  }
}
