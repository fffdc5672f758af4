package cn.gov.officecleanup.browser;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A procedure walked through the running demo, each step as the official whose step it is does it in Tasklist. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:walk", "server.address=127.0.0.1", "cleanup.disposal.notice-working-days=0"})
@ActiveProfiles("demo")
@ExtendWith(Chromium.class)
abstract class Walk {

  static final String PLAN = "联系在郑企业和商会，服务外出务工人员，收集研究政策和经验。";

  @LocalServerPort
  int port;
  @Autowired
  TaskService tasks;
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

  void decide(String label, String decision, String opinionLabel, String opinion) {
    tasklist.choose(label, decision);
    tasklist.fill(opinionLabel, opinion);
    tasklist.screenshot(decision);
    tasklist.complete();
  }

  /** Logs out whoever is at work and does the step as another user. */
  void by(String user, String step, Step work) throws IOException {
    tasklist.logOut();
    tasklist.logIn(user, user);
    at(step, work);
  }

  void at(String step, Step work) throws IOException {
    tasklist.openTaskWithId(task(step).getId());
    tasklist.claim();
    tasklist.screenshot(step);
    work.run();
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
