package cn.gov.officecleanup.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/** Every operation of {@link Tasklist} works on the real one, with a procedure made for this. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:tasklist-it", "server.address=127.0.0.1", "cleanup.admin.password=tasklist-it"})
@ExtendWith(Chromium.class)
class TasklistIT {

  private static final String OFFICIAL = "sampleOfficial";
  private static final String PASSWORD = "Sample-Password-1";
  private static final String FILTER = "试办任务";

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private SampleContent kept;
  @TempDir
  private Path folder;

  @BeforeAll
  static void prepare(@Autowired RepositoryService repository, @Autowired IdentityService identity,
      @Autowired AuthorizationService authorizations, @Autowired FilterService filters, @Autowired TaskService tasks) {
    repository.createDeployment()
        .addClasspathResource("browser/tasklist-sample.bpmn")
        .addInputStream("forms/tasklist-sample.html", TasklistIT.class.getResourceAsStream("/browser/tasklist-sample.html"))
        .addInputStream("forms/tasklist-sample-start.html", TasklistIT.class.getResourceAsStream("/browser/tasklist-sample-start.html"))
        .deploy();
    User official = identity.newUser(OFFICIAL);
    official.setFirstName("");
    official.setLastName("王");
    official.setPassword(PASSWORD);
    identity.saveUser(official);
    identity.createMembership(OFFICIAL, "gov410300");
    identity.saveUser(identity.newUser("sampleColleague"));
    identity.createMembership("sampleColleague", "gov410300");
    Authorization start = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    start.setGroupId("gov410300");
    start.setResource(Resources.PROCESS_DEFINITION);
    start.setResourceId("tasklist-sample");
    start.addPermission(Permissions.CREATE_INSTANCE);
    authorizations.saveAuthorization(start);
    for (String name : List.of(FILTER, FILTER + "二")) {
      Filter filter = filters.newTaskFilter(name);
      filter.setQuery(tasks.createTaskQuery().processDefinitionKey("tasklist-sample"));
      filters.saveFilter(filter);
    }
  }

  @AfterEach
  void endWhatIsLeft(@Autowired RuntimeService runtime) {
    runtime.createProcessInstanceQuery()
        .processDefinitionKey("tasklist-sample")
        .list()
        .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "test is over"));
  }

  @Test
  void aProcedureIsStartedAndItsTaskDone(BrowserWindow window) throws IOException {
    Path file = Files.writeString(folder.resolve("依据.txt"), "依据", StandardCharsets.UTF_8);
    Tasklist tasklist = new Tasklist(window, "http://127.0.0.1:" + port);
    tasklist.logIn(OFFICIAL, PASSWORD);
    tasklist.startProcess("试办事项");
    tasklist.fill("事项名称", "试办");
    tasklist.upload("依据文件", file);
    tasklist.screenshot("start-form");
    tasklist.submitStart();

    tasklist.chooseFilter(FILTER);
    tasklist.openTask("办理试办事项");
    tasklist.screenshot("task");
    tasklist.claim();
    tasklist.unclaim();
    tasklist.claim();
    tasklist.claim();
    tasklist.fill("办理理由", "拒绝");
    tasklist.fill("办理日期", "2015-10-31");
    tasklist.fill("人数", "3");
    tasklist.choose("办理意见", "同意");
    assertThat(tasklist.refusedComplete()).contains("有1处", "“已经核对”必须勾选确认");
    tasklist.tick("已经核对");
    tasklist.addRow("资产", Map.of("名称", "办公楼", "种类", "房屋"));
    tasklist.addRow("资产", Map.of("名称", "轿车", "种类", "车辆"));
    Path attachment = Files.write(folder.resolve("附件.pdf"), "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    tasklist.attach("其他材料", attachment);
    assertThat(tasklist.download("附件.pdf")).hasSameBinaryContentAs(attachment);
    assertThat(tasklist.refusedComplete()).contains("理由不能是“拒绝”");
    tasklist.screenshot("refused");
    assertThatThrownBy(tasklist::complete).hasMessageContaining("理由不能是“拒绝”");
    tasklist.fill("办理理由", "工作需要");
    tasklist.complete();
    tasklist.screenshot("done");

    assertThat(kept.last.text("reason")).isEqualTo("工作需要");
    assertThat(kept.last.text("day")).isEqualTo("2015-10-31");
    assertThat(kept.last.number("people")).isEqualTo(3);
    assertThat(kept.last.text("decision")).isEqualTo("agree");
    assertThat(kept.last.ticked("checked")).isTrue();
    assertThat(kept.last.rows("assets")).extracting(row -> row.text("name") + row.text("kind")).containsExactly("办公楼HOUSE", "轿车VEHICLE");
    tasklist.logOut();
  }

  @Test
  void aStartIsRefused(BrowserWindow window) throws IOException {
    Tasklist tasklist = new Tasklist(window, "http://127.0.0.1:" + port);
    tasklist.logIn(OFFICIAL, PASSWORD);
    tasklist.startProcess("试办事项");
    tasklist.fill("事项名称", "不得发起");
    tasklist.upload("依据文件", Files.writeString(folder.resolve("a.txt"), "a"));
    assertThat(tasklist.refusedStart()).contains("该事项不得发起");
    assertThatThrownBy(tasklist::submitStart).hasMessageContaining("该事项不得发起");
    tasklist.cancelStart();
    assertThat(tasks.createTaskQuery().processDefinitionKey("tasklist-sample").count()).isZero();
  }

  @Test
  void aTaskIsOpenedById(BrowserWindow window) throws IOException {
    Tasklist tasklist = new Tasklist(window, "http://127.0.0.1:" + port);
    tasklist.logIn(OFFICIAL, PASSWORD);
    tasklist.startProcess("试办事项");
    tasklist.fill("事项名称", "按编号打开");
    tasklist.upload("依据文件", Files.writeString(folder.resolve("a.txt"), "a"));
    tasklist.submitStart();
    String task = tasks.createTaskQuery().processDefinitionKey("tasklist-sample").singleResult().getId();
    tasklist.openTaskWithId(task);
    assertThat(tasklist.form().innerText()).contains("按编号打开");
    tasklist.fill("办理理由", "工作需要");
    window.page()
        .waitForCondition(() -> tasks.createTaskQuery().processDefinitionKey("tasklist-sample").taskAssignee(OFFICIAL).count() == 1);
    tasklist.fill("办理日期", "2015-10-31");
    tasklist.fill("人数", "1");
    tasklist.choose("办理意见", "退回");
    tasklist.tick("已经核对");
    tasklist.complete();
    // as with the browser's way back, or from a link to what a colleague has done meanwhile
    window.page().navigate("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
    window.page().reload();
    assertThat(tasklist.error()).as("Tasklist's own notice").containsPattern("\\p{IsHan}").doesNotContainPattern("[A-Za-z]{3}");
    tasklist.screenshot("done-already");
  }

  @Test
  void aWrongPasswordIsRefused(BrowserWindow window) {
    Tasklist tasklist = new Tasklist(window, "http://127.0.0.1:" + port);
    assertThat(tasklist.refusedLogIn("nobodyOfThisName", PASSWORD)).isNotBlank();
  }

  @Test
  void aTaskThatIsNotThereIsReported(BrowserWindow window) {
    Tasklist tasklist = new Tasklist(window, "http://127.0.0.1:" + port);
    tasklist.logIn(OFFICIAL, PASSWORD);
    tasklist.chooseFilter(FILTER + "二");
    assertThatThrownBy(() -> tasklist.openTask("没有的任务")).isInstanceOf(AssertionError.class).hasMessageContaining("没有的任务");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class SampleProcedure {

    /** Opens the case, built in: expressions of models see no beans of tests. */
    @Bean
    ProcessEnginePlugin openingSampleCase(@Lazy CaseFiles cases) {
      return new AbstractProcessEnginePlugin() {
        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
          engine.getCustomPostBPMNParseListeners().add(new AbstractBpmnParseListener() {
            @Override
            public void parseProcess(Element element, ProcessDefinitionEntity definition) {
              if (definition.getKey().equals("tasklist-sample")) {
                definition.addListener(ExecutionListener.EVENTNAME_START, opening(cases));
              }
            }
          });
        }
      };
    }

    private static ExecutionListener opening(CaseFiles cases) {
      return execution -> {
        String title = (String) execution.getVariable("title");
        if (title.equals("不得发起")) {
          throw new RefusedException("NOT_ALLOWED", "该事项不得发起。", "C3");
        }
        execution.setProcessBusinessKey(cases.open("SB", "tasklist-sample", title, "410300", null, null));
      };
    }

    @Bean
    SampleContent sampleContent() {
      return new SampleContent();
    }
  }

  static class SampleContent implements FormContent {

    private volatile Submission last;

    @Override
    public Set<String> forms() {
      return Set.of("tasklist-sample");
    }

    @Override
    public Map<String, Object> values(FormTask task) {
      return Map.of();
    }

    @Override
    public void keep(FormTask task, Submission submission) {
      if (submission.text("reason").equals("拒绝")) {
        throw new RefusedException("NO_REASON", "办理理由不能是“拒绝”。", "C3");
      }
      last = submission;
    }
  }
}
