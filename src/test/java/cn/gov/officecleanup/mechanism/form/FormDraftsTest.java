package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
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
    drafts.keep(DraftedForm.ofTask(task), content("第一稿"), 0);
    itIs(LocalDateTime.of(2015, 9, 2, 9, 0));
    drafts.keep(DraftedForm.ofTask(task), content("第二稿"), 1);
    FormDraft draft = opening.ofTask(task).orElseThrow().draft();
    assertThat(draft.content().at("/fields/reasons").asText()).isEqualTo("第二稿");
    assertThat(draft.savedAt()).isEqualTo("2015-09-02T01:00:00Z");
    as("li", "gov410300");
    assertThat(opening.ofTask(task).orElseThrow().draft()).isNull();
    as("wang", "gov410300");
    drafts.discardOwn(DraftedForm.ofTask(task));
    assertThat(opening.ofTask(task).orElseThrow().draft()).isNull();
  }

  @Test
  void onlyWhoHasTheTaskToDoKeepsOne() {
    for (String other : new String[]{"gov410700", "supervisors", "gov410300Leader"}) {
      as(other, other);
      assertThat(drafts.keep(DraftedForm.ofTask(task), content("越权"), 0)).as(other).isEmpty();
    }
    assertThat(kept()).isZero();
  }

  @Test
  void itEndsWithTheTask() {
    drafts.keep(DraftedForm.ofTask(task), content("未提交"), 0);
    taskService().complete(task, Applicant.soundDraft());
    assertThat(kept()).as("completed").isZero();
    asApplication();
    String next = taskService().createTaskQuery().processInstanceBusinessKey(instance.getBusinessKey()).singleResult().getId();
    as("wang", "gov410300");
    drafts.keep(DraftedForm.ofTask(next), content("未提交"), 0);
    assertThat(kept()).isEqualTo(1);
    asApplication();
    runtimeService().deleteProcessInstance(instance.getId(), "入错");
    assertThat(kept()).as("deleted").isZero();
  }

  @Test
  void aSecondWindowIsToldOfALaterOneAndMayKeepItsOwnAllTheSame() {
    DraftedForm form = DraftedForm.ofTask(task);
    drafts.keep(form, content("甲窗口"), 0);
    for (int read : new int[]{0, 2}) {
      assertThatThrownBy(() -> drafts.keep(form, content("乙窗口"), read)).isInstanceOf(RefusedException.class)
          .hasMessageContaining("已于2015年9月1日 09:00保存此表单");
    }
    assertThat(drafts.own(form).orElseThrow().content().at("/fields/reasons").asText()).isEqualTo("甲窗口");
    assertThat(drafts.keep(form, content("乙窗口"), 1).orElseThrow().version()).isEqualTo(2);
    assertThat(drafts.own(form).orElseThrow().content().at("/fields/reasons").asText()).isEqualTo("乙窗口");
    drafts.discardOwn(form);
    assertThat(drafts.keep(form, content("甲窗口"), 1)).as("begun anew").isPresent();
  }

  @Test
  void aFormThatBeginsAProcedureIsKeptForWhoMayBeginItUntilItIsBegun() {
    DraftedForm form = DraftedForm.beginning("ledger-audit");
    assertThat(drafts.keep(form, content("越权"), 0)).as("not Luoyang's to begin").isEmpty();
    as("zhang", "audit");
    drafts.keep(form, content("未提交"), 0);
    assertThat(opening.ofStart("ledger-audit").draft().content().at("/fields/reasons").asText()).isEqualTo("未提交");
    formService().submitStartForm(
        repositoryService().createProcessDefinitionQuery().processDefinitionKey("ledger-audit").latestVersion().singleResult().getId(),
        Map.of());
    assertThat(kept()).isZero();
  }

  @Test
  void whatIsNoDraftIsRefused() {
    assertThatThrownBy(() -> drafts.keep(DraftedForm.ofTask(task), JSON.getNodeFactory().textNode("x"), 0))
        .isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> drafts.keep(DraftedForm.ofTask(task), content("长".repeat(500_001)), 0)).isInstanceOf(RefusedException.class)
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
