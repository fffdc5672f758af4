package cn.gov.henan.officecleanup.deadline;

import static cn.gov.henan.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.henan.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.henan.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.henan.officecleanup.testkit.EngineTest;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
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
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.TestSocketUtils;

/** The deadline sample with a mail server: due on Monday 9 March 2026. */
@EngineTest
@TestPropertySource(properties = {
    "spring.datasource.url=jdbc:h2:mem:deadline-mail", "camunda.bpm.process-engine-name=deadlineMail",
    "cleanup.deadline.mail-from=qingli@example.cn"})
class NoticesTest {

  private static final int PORT = TestSocketUtils.findAvailableTcpPort();

  @RegisterExtension
  static final GreenMailExtension MAIL = new GreenMailExtension(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 3, 2, 9, 0);
  private static final LocalDateTime REMINDER = LocalDateTime.of(2026, 3, 8, 23, 59, 59);
  private static final LocalDateTime LATE = LocalDateTime.of(2026, 3, 10, 0, 0);

  @Autowired
  private RuntimeService runtime;
  @Autowired
  private ManagementService management;

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
    runtime.startProcessInstanceByKey("deadline-sample", "QX-2026-0001");
  }

  @AfterEach
  void dropWhatIsNotSent() {
    notices().forEach(notice -> management.deleteJob(notice.getId()));
  }

  @Test
  void aReminderGoesToThoseWhoHaveToDoTheWork() throws Exception {
    itIs(REMINDER);
    runDueJobs();
    MimeMessage mail = only();
    assertThat(mail.getSubject()).isEqualTo("【提醒】案件QX-2026-0001“承办”将于2026年3月9日到期");
    assertThat(addresses(mail, RecipientType.TO)).containsExactly("wang@luoyang.example.cn");
    assertThat(addresses(mail, RecipientType.CC)).isEmpty();
    assertThat(mail.getFrom()[0]).hasToString("qingli@example.cn");
    assertThat(mail.getContent().toString()).contains("洛阳市人民政府：").contains("应于2026年3月9日前（含当日）办结");
  }

  @Test
  void aMissGoesToThemAndToTheirSuperior() throws Exception {
    itIs(LATE);
    runDueJobs();
    MimeMessage mail = only();
    assertThat(mail.getSubject()).isEqualTo("【督办】案件QX-2026-0001“承办”已逾期（第1次督办）");
    assertThat(addresses(mail, RecipientType.TO)).containsExactly("wang@luoyang.example.cn");
    assertThat(addresses(mail, RecipientType.CC)).containsExactly("zhang@luoyang.example.cn");
    assertThat(mail.getContent().toString()).contains("现已逾期").contains("抄送：洛阳市人民政府负责同志");
  }

  @Test
  void nothingIsSentBeforeTheMissIsCommitted() {
    itIs(LATE);
    management.executeJob(timersOfCases().get(0).getId());
    assertThat(MAIL.getReceivedMessages()).isEmpty();
    assertThat(notices()).hasSize(1);
  }

  @Test
  void aServerThatIsDownIsTriedAgainLaterAndHoldsNothingUp() throws Exception {
    itIs(LATE);
    MAIL.stop();
    runDueJobs();
    assertThat(notices()).singleElement().satisfies(notice -> {
      assertThat(notice.getDuedate()).isEqualTo("2026-03-09T16:05:00Z");
      assertThat(notice.getRetries()).isPositive();
    });
    MAIL.start();
    itIs(LATE.plusMinutes(5));
    runDueJobs();
    assertThat(only().getSubject()).startsWith("【督办】");
    assertThat(notices()).isEmpty();
  }

  private List<Job> notices() {
    return management.createJobQuery().messages().list();
  }

  /** @return the one mail that was sent, of which the server keeps a copy for each recipient */
  private static MimeMessage only() throws Exception {
    MimeMessage mail = MAIL.getReceivedMessages()[0];
    assertThat(MAIL.getReceivedMessages()).hasSize(mail.getAllRecipients().length);
    return mail;
  }

  private static List<String> addresses(MimeMessage mail, RecipientType type) throws Exception {
    return mail.getRecipients(type) == null ? List.of() : Arrays.stream(mail.getRecipients(type)).map(Object::toString).toList();
  }
}
