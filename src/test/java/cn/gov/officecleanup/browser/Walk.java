package cn.gov.officecleanup.browser;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.testkit.Applications;
import cn.gov.officecleanup.testkit.StatedReceptionYears;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A procedure walked through the running demo, each step as the official whose step it is does it in Tasklist. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:walk", "server.address=127.0.0.1", "cleanup.disposal.notice-working-days=0"})
@Import(StatedReceptionYears.class)
@ActiveProfiles("demo")
@ExtendWith(Chromium.class)
@Tag(Applications.WALK)
abstract class Walk {

  static final String PLAN = "联系在郑企业和商会，服务外出务工人员，收集研究政策和经验。";

  @LocalServerPort
  int port;
  @Autowired
  TaskService tasks;
  @Autowired
  IdentityService identity;
  @Autowired
  Officials officials;
  @TempDir
  Path folder;

  BrowserWindow window;
  Tasklist tasklist;
  String government;

  void open(BrowserWindow opened, String governmentCode) {
    window = opened;
    government = governmentCode;
    tasklist = new Tasklist(opened, "http://127.0.0.1:" + port);
  }

  void attach(String... kinds) {
    for (String kind : kinds) {
      try {
        tasklist.attach(kind,
            Files.write(folder.resolve(kind + ".pdf"), ("%PDF-1.4\n" + kind + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What an application rests on. */
  void fillInRequest() {
    String today = LocalDate.now(EngineClock.ZONE).toString();
    tasklist.fill("请示标题", "关于办事处有关事项的请示");
    tasklist.fill("请示文号", "样政文〔2015〕58号");
    tasklist.fill("请示成文日期", today);
    tasklist.fill("常务会议纪要编号", "市政府常务会议纪要〔2015〕8号");
    tasklist.fill("常务会议日期", today);
  }

  /** The office as it is today, in an application to keep it. */
  void fillInFacts() {
    tasklist.fill("主要负责人姓名和职务", "王样例，主任");
    tasklist.fill("实有工作人员（人）", "7");
    tasklist.fill("办公用房建筑面积（平方米，取整数）", "420");
    tasklist.fill("公务用车（辆）", "2");
    tasklist.fill("上一年度经费支出（元）", "960000.00");
    tasklist.fill("上一年度之前第一年经费支出（元）", "935000.00");
    tasklist.fill("上一年度之前第二年经费支出（元）", "910000.00");
    tasklist.choose("是否接受过审计", "否");
  }

  void decide(String label, String decision, String opinionLabel, String opinion) {
    tasklist.choose(label, decision);
    tasklist.fill(opinionLabel, opinion);
    tasklist.screenshot(decision);
    tasklist.complete();
  }

  /** Does the step as a user of the demo. */
  void by(String user, String step, Step work) throws IOException {
    logInAs(user);
    at(step, work);
  }

  /** Enters somebody whom the demo does not have, the id being the password. @return the id */
  String enter(String id, String name, String group) {
    return officials.asApplication(() -> {
      User user = identity.newUser(id);
      user.setFirstName("");
      user.setLastName(name);
      user.setPassword(id);
      identity.saveUser(user);
      identity.createMembership(id, group);
      return id;
    });
  }

  void logInAs(String user) {
    tasklist.logInAs(user);
  }

  void at(String step, Step work) throws IOException {
    tasklist.openTaskWithId(task(step).getId());
    tasklist.screenshot(step);
    work.run();
  }

  /** The departments that are asked answer, one after the other. */
  void departmentsAgree() throws IOException {
    String caseNumber = (String) tasks.getVariableLocal(
        tasks.createTaskQuery().taskDefinitionKey("answer").taskCandidateGroup("gov410000Establishment").singleResult().getId(),
        "caseNumber");
    for (String group : List.of("gov410000Establishment", "gov410000Finance", "audit")) {
      logInAs(group);
      tasklist.openTaskWithId(tasks.createTaskQuery()
          .taskDefinitionKey("answer")
          .processInstanceBusinessKey(caseNumber)
          .taskCandidateGroup(group)
          .singleResult()
          .getId());
      decide("答复", "同意", "意见", "没有不同意见。");
    }
  }

  Task task(String step) {
    return tasks.createTaskQuery().taskDefinitionKey(step).processVariableValueEquals("governmentCode", government).singleResult();
  }

  Path downloadReply() {
    return window.download(tasklist.form().locator("a").filter(new Locator.FilterOptions().setHasText("批复.docx")).first());
  }

  int status(String address) {
    return window.page().request().get(address).status();
  }

  static String text(Path docx) throws IOException {
    try (var document = new XWPFDocument(Files.newInputStream(docx)); var text = new XWPFWordExtractor(document)) {
      return text.getText();
    }
  }

  /** What an official does with one task. */
  interface Step {
    void run() throws IOException;
  }
}
