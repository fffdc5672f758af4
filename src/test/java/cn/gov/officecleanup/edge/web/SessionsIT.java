package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an open session may do ends with the right it rests on, in the next request; and what somebody without a session can find out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:sessions", "server.address=127.0.0.1", "cleanup.admin.password=Henan-2015-Strong",
        "cleanup.admin.security-password=Luohe-2015-Strong", "cleanup.admin.auditor-password=Puyang-2015-Strong",
        "camunda.bpm.generic-properties.properties.enablePasswordPolicy=true", "camunda.bpm.job-execution.enabled=false"})
class SessionsIT {

  private static final String OFFICIAL = "zhang";
  private static final String PASSWORD = "Luoyang#2015";
  private static final String OTHER_PASSWORD = "Zhengzhou#2016";

  @LocalServerPort
  private int port;
  @Autowired
  private IdentityService identity;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private JdbcClient jdbc;

  @BeforeEach
  void anOfficialWithATask() {
    User user = identity.newUser(OFFICIAL);
    user.setLastName("张");
    user.setFirstName("经办");
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(OFFICIAL, "gov410300");
    identity.setAuthentication("gov410300", List.of("gov410300"));
    runtime.startProcessInstanceByKey("office-establishment",
        Map.of("governmentCode", "410300", "officeName", "驻南宁市办事处", "hostCityCode", "450100", "hostCityName", "南宁市"));
    identity.clearAuthentication();
  }

  @AfterEach
  void theyGo() {
    runtime.createProcessInstanceQuery()
        .rootProcessInstances()
        .list()
        .forEach(instance -> runtime.deleteProcessInstanceIfExists(instance.getId(), "over", true, true, true, false));
    identity.deleteUser(OFFICIAL);
    jdbc.sql("delete from sign_in_source").update();
    jdbc.sql("delete from sign_in_minute").update();
  }

  @Test
  void aMembershipEndsInTheNextRequest() throws Exception {
    Visitor official = signedIn();
    Task task = tasks.createTaskQuery().taskDefinitionKey("draft").singleResult();
    assertThat(official.engine("POST", "/task/" + task.getId() + "/claim", "{\"userId\":\"zhang\"}").statusCode()).isEqualTo(204);
    assertThat(tasksOf(official)).contains("draft");
    identity.deleteMembership(OFFICIAL, "gov410300");
    assertThat(tasksOf(official)).doesNotContain("draft");
    for (String way : List.of("complete", "submit-form", "claim")) {
      assertThat(official.engine("POST", "/task/" + task.getId() + "/" + way, "{\"userId\":\"zhang\"}").statusCode()).as(way)
          .isGreaterThanOrEqualTo(400);
    }
    assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();
    identity.createMembership(OFFICIAL, "gov410300");
    assertThat(tasksOf(official)).as("and begins in the next").contains("draft");
  }

  @Test
  void sessionsEndWithThePasswordTheyWereBegunWith() throws Exception {
    Visitor here = signedIn();
    Visitor elsewhere = signedIn();
    assertThat(here.engine("PUT", "/user/zhang/credentials",
        "{\"password\":\"%s\",\"authenticatedUserPassword\":\"%s\"}".formatted(OTHER_PASSWORD, PASSWORD)).statusCode()).isEqualTo(204);
    assertThat(open(elsewhere)).isFalse();
    assertThat(open(here)).isFalse();
    assertThat(elsewhere.signIn("tasklist", OFFICIAL, PASSWORD).statusCode()).isEqualTo(401);
    assertThat(here.signIn("tasklist", OFFICIAL, OTHER_PASSWORD).statusCode()).isEqualTo(200);
    assertThat(open(here)).isTrue();
    User user = identity.createUserQuery().userId(OFFICIAL).singleResult();
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    assertThat(open(here)).as("changed by another").isFalse();
  }

  @Test
  void aRemovedUsersSessionEndsAndDoesNotComeBackWithTheName() throws Exception {
    Visitor official = signedIn();
    identity.deleteUser(OFFICIAL);
    assertThat(open(official)).isFalse();
    Visitor another = new Visitor(port);
    User user = identity.newUser(OFFICIAL);
    user.setPassword(PASSWORD);
    identity.saveUser(user);
    identity.createMembership(OFFICIAL, "gov410300");
    assertThat(open(official)).isFalse();
    assertThat(another.signIn("tasklist", OFFICIAL, PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void whoSignsOutStaysSignedOutWhateverThePageAsksForMeanwhile() throws Exception {
    ExecutorService polls = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 5; round++) {
        Visitor official = signedIn();
        List<Future<?>> polling = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          polling.add(polls.submit(() -> official.get("/camunda/api/engine/engine/default/task/count")));
        }
        official.signOut();
        for (Future<?> poll : polling) {
          poll.get();
        }
        assertThat(open(official)).isFalse();
      }
    } finally {
      polls.shutdown();
    }
  }

  @Test
  void nobodyNamesOrDeletesThemselves() throws Exception {
    Visitor official = signedIn();
    HttpResponse<String> answer = official.engine("PUT", "/user/zhang/profile",
        "{\"id\":\"zhang\",\"lastName\":\"河南省人民政府\",\"firstName\":\"省长\"}");
    assertThat(answer.statusCode()).isBetween(400, 499);
    assertThat(answer.body()).contains("由系统管理员登记");
    assertThat(official.engine("DELETE", "/user/zhang", "").statusCode()).isBetween(400, 499);
    assertThat(identity.createUserQuery().userId(OFFICIAL).singleResult().getLastName()).isEqualTo("张");
  }

  @Test
  void aWeakPasswordIsRefusedWithTheRules() throws Exception {
    Visitor admin = new Visitor(port);
    assertThat(admin.signIn("admin", "admin", "Henan-2015-Strong").statusCode()).isEqualTo(200);
    for (HttpResponse<String> answer : List.of(
        admin.engine("PUT", "/user/zhang/credentials", "{\"password\":\"weak\",\"authenticatedUserPassword\":\"Henan-2015-Strong\"}"),
        admin.engine("POST", "/user/create",
            "{\"profile\":{\"id\":\"li\",\"firstName\":\"\",\"lastName\":\"李\"},\"credentials\":{\"password\":\"weak\"}}"))) {
      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(answer.body()).contains("密码太弱：至少10个字符").doesNotContain("系统出错");
    }
  }

  @Test
  void aLockIsToldAlikeWhoeverItIsAndForeignHeadersDoNotLiftIt() throws Exception {
    assertThat(answersTo(OFFICIAL, PASSWORD)).isEqualTo(answersTo("nobody", PASSWORD));
    assertThat(answersTo(OFFICIAL, PASSWORD)).allMatch(answer -> answer.contains("已暂停登录至"));
  }

  /** @return answers to five wrong passwords and then to the right one, from whatever address the headers say */
  private List<String> answersTo(String user, String right) throws Exception {
    List<String> answers = new ArrayList<>();
    for (int attempt = 1; attempt <= 6; attempt++) {
      HttpResponse<String> answer = new Visitor(port).signIn("tasklist", user, attempt < 6 ? "wrong" : right, "X-Forwarded-For",
          "10.0.0." + attempt);
      answers.add(answer.statusCode() + answer.body());
    }
    return answers;
  }

  private Visitor signedIn() throws Exception {
    Visitor official = new Visitor(port);
    assertThat(official.signIn("tasklist", OFFICIAL, PASSWORD).statusCode()).isEqualTo(200);
    assertThat(open(official)).isTrue();
    return official;
  }

  /** @return whether both the application's own and the web applications' resources know who it is */
  private static boolean open(Visitor visitor) throws Exception {
    int own = visitor.get("/camunda/api/cleanup/session").statusCode();
    int engines = visitor.get("/camunda/api/engine/engine/default/task/count").statusCode();
    assertThat(own == 200).isEqualTo(engines == 200);
    return own == 200;
  }

  private static String tasksOf(Visitor visitor) throws Exception {
    HttpResponse<String> answer = visitor.get("/camunda/api/engine/engine/default/task");
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
