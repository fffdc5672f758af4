package cn.gov.officecleanup.mechanism.identity;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Guessing passwords is slow, whoever it is and from wherever; nobody is shut out at the own desk, and nobody learns whether there is such
 * a user.
 */
@EngineTest
class SignInLocksTest {

  private static final String DESK = "10.1.1.1";
  private static final String ELSEWHERE = "203.0.113.7";
  private static final String RIGHT = "the right one";
  private static final LocalDateTime MORNING = LocalDateTime.of(2099, 3, 2, 9, 0);

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private IdentityService identity;

  @BeforeEach
  void somebody() {
    itIs(MORNING);
    User user = identityService().newUser("zhang");
    user.setPassword(RIGHT);
    identityService().saveUser(user);
  }

  @AfterEach
  void theyGo() {
    asApplication();
    RequestContextHolder.resetRequestAttributes();
    identityService().deleteUser("zhang");
    jdbc.sql("delete from sign_in_source").update();
    jdbc.sql("delete from sign_in_minute").update();
  }

  @Test
  void aLockEndsByItselfAndGrows() {
    assertThat(tries(ELSEWHERE, "zhang", "wrong", 5)).containsOnly("wrong");
    assertThat(tries(ELSEWHERE, "zhang", RIGHT)).as("not even the right one, else one could go on guessing")
        .isEqualTo("locked until 09:01");
    itIs(MORNING.plusSeconds(61));
    assertThat(tries(ELSEWHERE, "zhang", "wrong")).isEqualTo("wrong");
    itIs(MORNING.plusSeconds(61 + 119));
    assertThat(tries(ELSEWHERE, "zhang", RIGHT)).as("twice as long").startsWith("locked");
    itIs(MORNING.plusSeconds(61 + 121));
    assertThat(tries(ELSEWHERE, "zhang", RIGHT)).isEqualTo("right");
    assertThat(tries(ELSEWHERE, "zhang", "wrong", 5)).as("counted anew after a right one").containsOnly("wrong");
  }

  @Test
  void noLockLastsLongerThanAnHour() {
    LocalDateTime now = MORNING;
    for (int failure = 1; failure <= 30; failure++) {
      itIs(now);
      assertThat(tries(ELSEWHERE, "zhang", "wrong")).isEqualTo("wrong");
      now = now.plusMinutes(61);
    }
    itIs(now);
    assertThat(tries(ELSEWHERE, "zhang", RIGHT)).isEqualTo("right");
  }

  @Test
  void strangersDoNotShutOutTheOwnDesk() {
    assertThat(tries(DESK, "zhang", RIGHT)).isEqualTo("right");
    for (int stranger = 1; stranger <= 50; stranger++) {
      tries("203.0.113." + stranger, "zhang", "wrong", 10);
    }
    assertThat(tries(DESK, "zhang", "mistyped")).isEqualTo("wrong");
    assertThat(tries(DESK, "zhang", RIGHT)).isEqualTo("right");
  }

  @Test
  void strangersHaveAFewGuessesAMinuteBetweenThem() {
    int looked = 0;
    for (int minute = 0; minute < 10; minute++) {
      itIs(MORNING.plusMinutes(minute).plusSeconds(minute));
      for (int stranger = 0; stranger < 40; stranger++) {
        looked += tries("198.51.100." + (minute * 20 + stranger), "zhang", "wrong").equals("wrong") ? 1 : 0;
      }
    }
    assertThat(looked).isEqualTo(50);
  }

  @Test
  void thoseWhoTryAtOnceAreCountedAsWell() throws Exception {
    List<Callable<String>> work = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      work.add(() -> tries(ELSEWHERE, "zhang", "wrong"));
    }
    ExecutorService threads = Executors.newFixedThreadPool(20);
    List<String> answers = new ArrayList<>();
    try {
      for (var done : threads.invokeAll(work)) {
        answers.add(done.get());
      }
    } finally {
      threads.shutdown();
    }
    assertThat(answers.stream().filter("wrong"::equals)).hasSize(5);
  }

  @Test
  void whoDoesNotExistIsAnsweredLikeWhoDoes() {
    assertThat(answersTo("nobody-of-this-name")).isEqualTo(answersTo("zhang"));
  }

  private List<String> answersTo(String user) {
    List<String> answers = new ArrayList<>(tries(ELSEWHERE, user, "wrong", 7));
    answers.addAll(tries(DESK, user, "wrong", 2));
    return answers;
  }

  @Test
  void systemAdministratorsUnlock() {
    tries(ELSEWHERE, "zhang", "wrong", 5);
    as("security", Groups.SECURITY_ADMINISTRATORS);
    assertThatThrownBy(() -> identityService().unlockUser("zhang")).as("nobody else does").isInstanceOf(RuntimeException.class);
    as("admin", Groups.ADMINISTRATORS);
    identityService().unlockUser("zhang");
    asApplication();
    assertThat(tries(ELSEWHERE, "zhang", RIGHT)).isEqualTo("right");
    assertThat(jdbc.sql("select kind from audit_event order by number desc fetch first 2 rows only").query(String.class).list())
        .containsExactly("SIGN_IN", "UNLOCKED");
  }

  @Test
  void nothingIsKeptForEver() {
    tries(ELSEWHERE, "somebody", "wrong");
    tries(DESK, "zhang", RIGHT);
    itIs(MORNING.plusDays(2));
    tries(DESK, "zhang", RIGHT);
    assertThat(jdbc.sql("select user_id from sign_in_source").query(String.class).list()).containsExactly("zhang");
    itIs(MORNING.plusDays(40));
    tries(ELSEWHERE, "zhang", RIGHT);
    assertThat(jdbc.sql("select source from sign_in_source").query(String.class).list()).containsExactly(ELSEWHERE);
    assertThat(jdbc.sql("select user_id from sign_in_minute").query(String.class).list()).containsExactly("zhang");
  }

  private List<String> tries(String source, String user, String password, int times) {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(tries(source, user, password));
    }
    return answers;
  }

  /** Also from threads that know no engine of their own. */
  private String tries(String source, String user, String password) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(source);
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    try {
      return identity.checkPassword(user, password) ? "right" : "wrong";
    } catch (RefusedException e) {
      assertThat(e.getMessage()).contains("已暂停登录至");
      return "locked until " + e.getMessage().replaceAll(".*(\\d\\d:\\d\\d).*", "$1");
    }
  }
}
