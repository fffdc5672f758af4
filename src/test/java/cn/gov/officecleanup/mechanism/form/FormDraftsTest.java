package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed into a form and kept (暂存): by whom, for whom, how long. */
@EngineTest
class FormDraftsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired
  private FormDrafts drafts;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private JdbcClient jdbc;

  private ProcessInstance instance;
  private String task;

  @BeforeEach
  void aDraftOfLuoyangs() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    instance = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office));
    task = task(instance.getBusinessKey(), "draft").getId();
    as("wang", "gov410300");
  }

  @Test
  void itIsThereAgainForWhoTypedItAlone() {
    drafts.keep(task, content("第一稿"));
    itIs(LocalDateTime.of(2015, 9, 2, 9, 0));
    drafts.keep(task, content("第二稿"));
    FormDraft draft = opening.ofTask(task).orElseThrow().draft();
    assertThat(draft.content().at("/fields/reasons").asText()).isEqualTo("第二稿");
    assertThat(draft.savedAt()).isEqualTo("2015-09-02T01:00:00Z");
    as("li", "gov410300");
    assertThat(opening.ofTask(task).orElseThrow().draft()).isNull();
    as("wang", "gov410300");
    drafts.discardOwn(task);
    assertThat(opening.ofTask(task).orElseThrow().draft()).isNull();
  }

  @Test
  void onlyWhoHasTheTaskToDoKeepsOne() {
    for (String other : new String[]{"gov410700", "supervisors", "gov410300Leader"}) {
      as(other, other);
      assertThat(drafts.keep(task, content("越权"))).as(other).isEmpty();
    }
    assertThat(kept()).isZero();
  }

  @Test
  void itEndsWithTheTask() {
    drafts.keep(task, content("未提交"));
    taskService().complete(task, Applicant.soundDraft());
    assertThat(kept()).as("completed").isZero();
    asApplication();
    String next = taskService().createTaskQuery().processInstanceBusinessKey(instance.getBusinessKey()).singleResult().getId();
    as("wang", "gov410300");
    drafts.keep(next, content("未提交"));
    assertThat(kept()).isEqualTo(1);
    asApplication();
    runtimeService().deleteProcessInstance(instance.getId(), "入错");
    assertThat(kept()).as("deleted").isZero();
  }

  @Test
  void whatIsNoDraftIsRefused() {
    assertThatThrownBy(() -> drafts.keep(task, JSON.getNodeFactory().textNode("x"))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> drafts.keep(task, content("长".repeat(500_001)))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("无法暂存");
    assertThat(kept()).isZero();
  }

  private int kept() {
    return jdbc.sql("select count(*) from form_draft").query(Integer.class).single();
  }

  private static JsonNode content(String reasons) {
    return JSON.valueToTree(Map.of("fields", Map.of("reasons", reasons), "tables", Map.of()));
  }
}
