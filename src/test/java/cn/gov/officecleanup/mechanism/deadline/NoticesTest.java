package cn.gov.officecleanup.mechanism.deadline;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.BareCases;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The deadline sample with a mail server, and with another system that is told what happens: due on Monday 9 March 2026. */
@EngineTest
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:deadline-mail", "camunda.bpm.process-engine-name=deadlineMail",
    "cleanup.deadline.mail-from=qingli@example.cn", "cleanup.events.receivers.sms.url=https://sms.example.cn/events",
    "cleanup.events.receivers.sms.secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
    "cleanup.events.receivers.sms.kinds=case-opened,step-done,deadline-missed,notice", "cleanup.events.address=https://qingli.example.cn"})
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
  @Autowired
  private TaskService tasks;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private PlatformTransactionManager transactions;

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
    jdbc.sql("delete from outgoing_event").update();
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

  @Test
  void theSameIsHandedToAnotherSystemForEachOfficialWhetherTheMailServerIsUpOrNot() throws Exception {
    itIs(LATE);
    runDueJobs();
    MAIL.stop();
    itIs(MORNING);
    runDueJobs();
    MAIL.start();
    itIs(MORNING.plusMinutes(5));
    runDueJobs();
    List<JsonNode> told = told("notice");
    assertThat(told).extracting(data -> data.get("recipient").asText()).containsExactlyInAnyOrder("wang", "zhang");
    assertThat(told.stream().filter(data -> data.get("recipient").asText().equals("wang"))).singleElement().satisfies(data -> {
      assertThat(data.get("text").asText()).isEqualTo("【办理提醒】2026年3月10日：1件已逾期，请登录系统办理。");
      assertThat(data.get("link").asText()).isEqualTo("https://qingli.example.cn/camunda/lib/cleanup/lists.html");
    });
  }

  @Test
  void whatHappensIsToldInItsTransactionOrNotAtAll() throws Exception {
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    String task = tasks.createTaskQuery().processDefinitionKey("deadline-sample").singleResult().getId();
    transaction.executeWithoutResult(begun -> {
      cases.open("BL", "retention-application", "申请", "410300", null, null);
      complete(task);
      begun.setRollbackOnly();
    });
    assertThat(told("case.opened")).isEmpty();
    assertThat(told("step.done")).isEmpty();

    String caseNumber = transaction.execute(begun -> cases.open("BL", "retention-application", "申请", "410300", null, null));
    assertThat(told("case.opened")).singleElement()
        .hasToString("{\"caseNumber\":\"%s\",\"day\":\"2026-03-02\",\"procedure\":\"retention-application\"}".formatted(caseNumber));
    itIs(LATE);
    runDueJobs();
    assertThat(told("deadline.missed")).singleElement().satisfies(data -> {
      assertThat(data.get("caseNumber").asText()).isEqualTo("QX-2026-0001");
      assertThat(data.get("taskId").asText()).isEqualTo(task);
      assertThat(data.get("stepName").asText()).isEqualTo("承办");
      assertThat(data.get("lastDay").asText()).isEqualTo("2026-03-09");
      assertThat(data.get("group").asText()).isEqualTo("gov410300");
      assertThat(data.get("round").asInt()).isEqualTo(1);
    });
    complete(task);
    assertThat(told("step.done")).filteredOn(data -> data.get("taskId").asText().equals(task)).singleElement().satisfies(data -> {
      assertThat(data.get("stepName").asText()).isEqualTo("承办");
      assertThat(data.get("procedure").asText()).isEqualTo("deadline-sample");
      assertThat(data.get("day").asText()).isEqualTo("2026-03-10");
    });
  }

  private void complete(String task) {
    as("wang", "gov410300");
    try {
      tasks.complete(task);
    } finally {
      asApplication();
    }
  }

  /** What of a kind waits to be sent. */
  private List<JsonNode> told(String type) throws Exception {
    List<JsonNode> told = new ArrayList<>();
    for (String body : jdbc.sql("select body from outgoing_event order by id").query(String.class).list()) {
      JsonNode event = new ObjectMapper().readTree(body);
      if (event.get("type").asText().equals(type)) {
        told.add(event.get("data"));
      }
    }
    return told;
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
