package cn.gov.henan.officecleanup.auditlog;

import static cn.gov.henan.officecleanup.testkit.EngineTests.as;
import static cn.gov.henan.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;

import cn.gov.henan.officecleanup.auditlog.AuditEvent.Kind;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.identity.Groups;
import cn.gov.henan.officecleanup.testkit.EngineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 三员分立: three administrators who check each other, and a log that shows what they do and whether it was changed. */
@EngineTest
class AuditLogTest {

  @Autowired
  private AuditLog log;
  @Autowired
  private Auditing auditing;
  @Autowired
  private JdbcClient jdbc;

  private long before;

  @BeforeEach
  void start() {
    before = jdbc.sql("select events from audit_head").query(Long.class).single();
  }

  @AfterEach
  void end() {
    asApplication();
    List.of("zhang", "li").forEach(identityService()::deleteUser);
  }

  @Test
  void theSystemAdministratorCreatesUsersAndGrantsNothing() {
    // nobody who is signed in is even given the form of a grant
    Authorization own = authorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    as("admin", Groups.ADMINISTRATORS);
    create("zhang");
    assertThatThrownBy(() -> identityService().createMembership("zhang", "gov410300")).isInstanceOf(RefusedException.class).hasMessageContaining("安全管理员");
    assertThatThrownBy(() -> identityService().deleteMembership("security", Groups.SECURITY_ADMINISTRATORS)).isInstanceOf(RefusedException.class);
    own.setUserId("zhang");
    own.setResourceType(0);
    own.setResourceId("*");
    assertThatThrownBy(() -> authorizationService().saveAuthorization(own)).isInstanceOf(RefusedException.class).hasMessageContaining("由系统规定");
    User security = identityService().createUserQuery().userId("security").singleResult();
    security.setPassword("known");
    assertThatThrownBy(() -> identityService().saveUser(security)).as("nobody signs in as another administrator").isInstanceOf(RefusedException.class)
        .hasMessageContaining("由其本人管理");
    assertThatThrownBy(() -> identityService().deleteUser("auditor")).isInstanceOf(RefusedException.class);
    assertThat(noted()).containsExactly(tuple("admin", Kind.USER_CREATED, "zhang"));
  }

  @Test
  void theSecurityAdministratorGrantsAndCreatesNobody() {
    create("zhang");
    as("security", Groups.SECURITY_ADMINISTRATORS);
    assertThatThrownBy(() -> create("li")).isInstanceOf(AuthorizationException.class);
    identityService().createMembership("zhang", "gov410300");
    identityService().deleteMembership("zhang", "gov410300");
    assertThatThrownBy(() -> identityService().createMembership("security", "gov410300")).isInstanceOf(RefusedException.class).hasMessageContaining("给自己");
    assertThatThrownBy(() -> identityService().createMembership("admin", Groups.AUDIT_ADMINISTRATORS)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“admin”已是系统管理员");
    asApplication();
    assertThatThrownBy(() -> identityService().createMembership("auditor", Groups.ADMINISTRATORS)).as("not even the application").isInstanceOf(RefusedException.class);
    assertThat(noted()).containsExactly(tuple("system", Kind.USER_CREATED, "zhang"), tuple("security", Kind.GRANTED, "zhang"), tuple("security", Kind.REVOKED, "zhang"));
    assertThat(log.find("security", Kind.GRANTED, null, null)).first().extracting(AuditEvent::details).isEqualTo("洛阳市人民政府（gov410300）");
  }

  @Test
  void everyTryToSignInIsNoted() {
    create("zhang");
    identityService().checkPassword("zhang", "zhang");
    identityService().checkPassword("zhang", "wrong");
    assertThat(noted()).extracting(event -> event.toList().get(1)).containsExactly(Kind.USER_CREATED, Kind.SIGN_IN, Kind.SIGN_IN_FAILED);
  }

  @Test
  void whatIsChangedRemovedOrPutInIsFound() {
    as("supervisors", "supervisors");
    auditing.exported("清理规范进度");
    auditing.sawPersonalData("AZ-2015-0001", "提出安置方案");
    auditing.exported("资产台账");
    asApplication();
    assertThat(log.firstFault()).isEmpty();
    for (String fault : List.of("update audit_event set user_id = 'nobody' where number = ?", "update audit_event set details = null where number = ?",
        "update audit_event set noted_at = noted_at + interval '1' second where number = ?")) {
      List<Map<String, Object>> kept = jdbc.sql("select * from audit_event where number = ?").param(before + 2).query().listOfRows();
      jdbc.sql(fault).param(before + 2).update();
      assertThat(log.firstFault()).as(fault).hasValue(before + 2);
      jdbc.sql("update audit_event set user_id = ?, details = ?, noted_at = ? where number = ?").params(kept.get(0).get("USER_ID"), kept.get(0).get("DETAILS"),
          kept.get(0).get("NOTED_AT"), before + 2).update();
      assertThat(log.firstFault()).isEmpty();
    }
    List<Map<String, Object>> last = jdbc.sql("select * from audit_event where number = ?").param(before + 3).query().listOfRows();
    jdbc.sql("delete from audit_event where number = ?").param(before + 3).update();
    assertThat(log.firstFault()).as("the last one removed").hasValue(before + 3);
    jdbc.sql("insert into audit_event (number, noted_at, user_id, kind, subject, details, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)")
        .params(last.get(0).get("NUMBER"), last.get(0).get("NOTED_AT"), last.get(0).get("USER_ID"), last.get(0).get("KIND"), last.get(0).get("SUBJECT"),
            last.get(0).get("DETAILS"), last.get(0).get("PREVIOUS_HASH"), last.get(0).get("HASH")).update();
    assertThat(log.firstFault()).isEmpty();
  }

  @Test
  void manyAtOnceLeaveNoGap() throws Exception {
    List<Callable<Void>> work = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      work.add(() -> {
        log.note(Kind.EXPORTED, "somebody", "登记册", null);
        return null;
      });
    }
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (var done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(jdbc.sql("select events from audit_head").query(Long.class).single()).isEqualTo(before + 200);
    assertThat(log.firstFault()).isEmpty();
  }

  private List<Tuple> noted() {
    asApplication();
    return jdbc.sql("select user_id, kind, subject from audit_event where number > ? order by number").param(before)
        .query((row, number) -> tuple(row.getString("user_id"), Kind.valueOf(row.getString("kind")), row.getString("subject"))).list();
  }

  private static void create(String id) {
    User user = identityService().newUser(id);
    user.setPassword(id);
    identityService().saveUser(user);
  }
}
