package cn.gov.officecleanup.mechanism.identity;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;

import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Who may be in which groups together, and what people may say of themselves. */
@EngineTest
class RolesTest {

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private DataSource database;

  @BeforeEach
  void somebody() {
    User user = identityService().newUser("zhang");
    user.setLastName("张");
    user.setFirstName("经办");
    user.setEmail("zhang@example.cn");
    user.setPassword("zhang");
    identityService().saveUser(user);
  }

  @AfterEach
  void theyGo() {
    asApplication();
    identityService().deleteUser("zhang");
  }

  @ParameterizedTest
  @CsvSource({"camunda-admin,gov410300", "camunda-admin,securityAdministrators", "auditAdministrators,supervisors",
      "securityAdministrators,provincialBureau", "gov410300,gov410300Leader", "gov410300,gov410300Finance", "gov410300,gov410300Personnel",
      "gov410300Leader,gov410300Finance", "gov410300Finance,gov410300FinanceLeader", "gov410300,gov410300Affairs",
      "gov410300,gov410300Organization", "gov410300Leader,gov410300Establishment", "gov410000,gov410000Leader",
      "gov410000Dept01,gov410000Dept01Leader", "provincialBureau,provincialBureauLeader", "gov410300,provincialBureau",
      "gov410300,gov410700", "gov410000,provincialBureauLeader", "gov410300,audit", "gov410000,gov410000Dept01Leader",
      "discipline,provincialBureau"})
  void groupsThatCheckEachOtherAreDifferentPeoples(String one, String other) {
    assertThat(Groups.exclude(one, other)).isTrue();
    assertThat(Groups.exclude(other, one)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"gov410300,gov410300", "gov410300Finance,gov410300Personnel", "gov410300Personnel,gov410300Affairs",
      "gov410300Organization,gov410300Establishment", "supervisors,provincialBureau", "provincialBureauLeader,supervisors"})
  void othersMayBeOnePersons(String one, String other) {
    assertThat(Groups.exclude(one, other)).isFalse();
    assertThat(Groups.exclude(other, one)).isFalse();
  }

  @Test
  void theSecurityAdministratorPutsNobodyIntoGroupsThatExcludeEachOther() {
    as("security", Groups.SECURITY_ADMINISTRATORS);
    identityService().createMembership("zhang", "gov410300");
    assertThatThrownBy(() -> identityService().createMembership("zhang", "gov410300Leader")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("已在“洛阳市人民政府”")
        .hasMessageContaining("“洛阳市人民政府负责同志”");
    assertThatThrownBy(() -> identityService().createMembership("zhang", Groups.ADMINISTRATORS)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不得兼任业务岗位");
    assertThatThrownBy(() -> identityService().createMembership("admin", "gov410300")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“admin”已是系统管理员");
    assertThatThrownBy(() -> identityService().createMembership("zhang", "gov410300")).as("twice")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不必重复加入");
    asApplication();
    assertThatThrownBy(() -> identityService().createMembership("admin", "gov410300")).as("not even the application")
        .isInstanceOf(RefusedException.class);
    as("security", Groups.SECURITY_ADMINISTRATORS);
    identityService().deleteMembership("zhang", "gov410300");
    assertThatCode(() -> identityService().createMembership("zhang", "gov410300Leader")).doesNotThrowAnyException();
  }

  @Test
  void nobodyNamesOrDeletesThemselves() {
    as("zhang", "gov410300");
    for (Consumer<User> change : List.<Consumer<User>>of(user -> user.setLastName("省长"), user -> user.setFirstName("省长"),
        user -> user.setEmail("elsewhere@example.com"))) {
      User self = identityService().createUserQuery().userId("zhang").singleResult();
      change.accept(self);
      assertThatThrownBy(() -> identityService().saveUser(self)).isInstanceOf(RefusedException.class).hasMessageContaining("系统管理员");
    }
    assertThatThrownBy(() -> identityService().deleteUser("zhang")).isInstanceOf(RefusedException.class).hasMessageContaining("不能删除自己的用户");
    User self = identityService().createUserQuery().userId("zhang").singleResult();
    self.setPassword("another");
    identityService().saveUser(self);
    for (Permission permission : List.of(Permissions.DELETE, Permissions.ALL)) {
      assertThat(authorizationService().isUserAuthorized("zhang", List.of("gov410300"), permission, Resources.USER, "zhang")).isFalse();
    }
    as("admin", Groups.ADMINISTRATORS);
    User named = identityService().createUserQuery().userId("zhang").singleResult();
    named.setLastName("章");
    identityService().saveUser(named);
    asApplication();
    assertThat(identityService().createUserQuery().userId("zhang").singleResult().getLastName()).isEqualTo("章");
    assertThat(identityService().checkPassword("zhang", "another")).isTrue();
  }

  @Test
  void anOlderInstallationsRightsAndLocksAreMended() {
    Authorization all = authorizationService().createAuthorizationQuery().userIdIn("zhang").resourceType(Resources.USER).singleResult();
    all.addPermission(Permissions.ALL);
    authorizationService().saveAuthorization(all);
    jdbc.sql("update ACT_ID_USER set ATTEMPTS_ = 5, LOCK_EXP_TIME_ = ? where ID_ = 'zhang'").param(new Timestamp(0)).update();
    Authorization ofTask = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    ofTask.setUserId("zhang");
    ofTask.setResource(Resources.TASK);
    ofTask.setResourceId("claimed");
    authorizationService().saveAuthorization(ofTask);
    new ResourceDatabasePopulator(new ClassPathResource("db/changelog/changes/311-rights-of-users.sql")).execute(database);
    assertThat(authorizationService().isUserAuthorized("zhang", List.of(), Permissions.DELETE, Resources.USER, "zhang")).isFalse();
    assertThat(authorizationService().isUserAuthorized("zhang", List.of(), Permissions.UPDATE, Resources.USER, "zhang")).isTrue();
    assertThat(authorizationService().createAuthorizationQuery().userIdIn("zhang").resourceType(Resources.TASK).count()).isZero();
    assertThat(jdbc.sql("select ATTEMPTS_ from ACT_ID_USER where ID_ = 'zhang'").query(Integer.class).single()).isZero();
  }

  @Test
  void nobodyIsCalledLikeTheApplicationItself() {
    User system = identityService().newUser(AuditLog.SYSTEM);
    assertThatThrownBy(() -> identityService().saveUser(system)).isInstanceOf(RefusedException.class).hasMessageContaining("不能用作用户名");
  }
}
