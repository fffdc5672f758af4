package cn.gov.officecleanup.mechanism.deadline;

import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.BareCases;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The deadline sample with a mail server: due on Monday 9 March 2026. */
@EngineTest
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:deadline-mail", "camunda.bpm.process-engine-name=deadlineMail",
    "cleanup.deadline.mail-from=qingli@example.cn"})
class NoticesTest {

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();

  @RegisterExtension
  static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDateTime REMINDER = LocalDateTime.of(2026, 3, 8, 0, 0);
  private static final LocalDateTime LATE = LocalDateTime.of(2026, 3, 10, 0, 0);
  private static final LocalDateTime MORNING = LocalDateTime.of(2026, 3, 10, 8, 0);

  @Autowired
  private RuntimeService runtime;
  @Autowired
  private ManagementService management;
  @Autowired
  private JdbcClient jdbc;

  @DynamicPropertySource
  static void mailServer(DynamicPropertyRegistry properties) {
    properties.add("spring.mail.host", () -> "127.0.0.1");
    properties.add("spring.mail.port", () -> PORT);
  }

  @BeforeAll
  static void deploySampleAndEnterOfficials(@Autowired RepositoryService repository, @Autowired IdentityService identity) {
    repository.createDeployment().addClasspathResource("deadline/deadline-sample.bpmn").deploy();
    official(identity, "wang", "wang@luoyang.example.cn", "gov410300");
    official(identity, "zhang", "zhang@luoyang.example.cn", "gov410300Leader");
  }

  private static void official(IdentityService identity, String id, String mail, String group) {
    User user = identity.newUser(id);
    user.setEmail(mail);
    identity.saveUser(user);
    identity.createMembership(id, group);
  }

  @BeforeEach
  void begin() {
    itIs(BEGIN);
    start(1);
  }

  private void start(int number) {
    String caseNumber = "QX-2026-%04d".formatted(number);
    BareCases.enter(jdbc, List.of(caseNumber));
    runtime.startProcessInstanceByKey("deadline-sample", caseNumber);
  }

  @AfterEach
  void dropWhatIsNotSent() {
    notices().forEach(notice -> management.deleteJob(notice.getId()));
    jdbc.sql("delete from notice_digest").update();
    jdbc.sql("delete from escalation").update();
  }

  @Test
  void aReminderGoesToThoseWhoHaveToDoTheWorkInTheMorningOfTheDayBefore() throws Exception {
    itIs(REMINDER);
    runDueJobs();
    assertThat(MAIL.getReceivedMessages()).as("not in the night").isEmpty();
    itIs(LocalDateTime.of(2026, 3, 8, 8, 0));
    runDueJobs();
    MimeMessage mail = only();
    assertThat(mail.getSubject()).isEqualTo("【办理提醒】2026年3月8日：1件将到期");
    assertThat(addresses(mail)).containsExactly("wang@luoyang.example.cn");
    assertThat(mail.getFrom()[0]).hasToString("qingli@example.cn");
    assertThat(mail.getContent().toString()).contains("洛阳市人民政府：", "案件QX-2026-0001“承办”，期限2026年3月9日（含当日）").doesNotContain("已逾期", "督促");
  }

  @Test
  void aMissGoesToThemAndToTheirSuperiorHoweverManyThereAreInOneMailEach() throws Exception {
    for (int i = 2; i <= 30; i++) {
      start(i);
    }
    itIs(LATE);
    runDueJobs();
    assertThat(notices()).as("one for each group").hasSize(2);
    itIs(MORNING);
    runDueJobs();
    assertThat(MAIL.getReceivedMessages()).hasSize(2);
    MimeMessage official = to("wang@luoyang.example.cn");
    assertThat(official.getSubject()).isEqualTo("【办理提醒】2026年3月10日：30件已逾期");
    assertThat(official.getContent().toString()).contains("已逾期的事项，请抓紧办理（30件）", "案件QX-2026-0001“承办”", "案件QX-2026-0030“承办”", "第1次督办");
    MimeMessage leader = to("zhang@luoyang.example.cn");
    assertThat(leader.getSubject()).isEqualTo("【办理提醒】2026年3月10日：30件请督促");
    assertThat(leader.getContent().toString()).contains("洛阳市人民政府负责同志：", "洛阳市人民政府　案件QX-2026-0017“承办”");
    runDueJobs();
    assertThat(MAIL.getReceivedMessages()).as("once").hasSize(2);
  }

  @Test
  void whatIsDoneByThenIsNotWrittenAbout() {
    itIs(LATE);
    runDueJobs();
    runtime.createProcessInstanceQuery()
        .processDefinitionKey("deadline-sample")
        .list()
        .forEach(open -> runtime.deleteProcessInstance(open.getId(), "done"));
    itIs(MORNING);
    runDueJobs();
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void nothingIsSentBeforeTheMissIsCommitted() {
    itIs(LATE);
    management.executeJob(timersOfCases().get(0).getId());
    assertThat(MAIL.getReceivedMessages()).isEmpty();
    assertThat(notices()).hasSize(2);
  }

  @Test
  void aServerThatIsDownIsTriedAgainLaterAndHoldsNothingUp() throws Exception {
    itIs(LATE);
    runDueJobs();
    MAIL.stop();
    itIs(MORNING);
    runDueJobs();
    assertThat(notices()).hasSize(2).allSatisfy(notice -> {
      assertThat(notice.getDuedate()).isEqualTo("2026-03-10T00:05:00Z");
      assertThat(notice.getRetries()).isPositive();
    });
    MAIL.start();
    itIs(MORNING.plusMinutes(5));
    runDueJobs();
    assertThat(to("wang@luoyang.example.cn").getSubject()).contains("1件已逾期");
    assertThat(notices()).isEmpty();
  }

  private List<Job> notices() {
    return management.createJobQuery().messages().list();
  }

  private static MimeMessage only() {
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    return MAIL.getReceivedMessages()[0];
  }

  private static MimeMessage to(String address) throws Exception {
    for (MimeMessage mail : MAIL.getReceivedMessages()) {
      if (addresses(mail).contains(address)) {
        return mail;
      }
    }
    throw new AssertionError("no mail to " + address);
  }

  private static List<String> addresses(MimeMessage mail) throws Exception {
    return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
  }
}
