package cn.gov.officecleanup.mechanism.form;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.EngineTests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A procedure starts at its beginning, with what its start form demands, or not at all. */
@EngineTest
class StartFormCheckTest {

  private static final String OFFICIAL = "gov410600";
  private static final Map<String, Object> SOUND = Map.of("governmentCode", "410600", "officeName", "驻西安市办事处", "hostCityCode", "610100",
      "hostCityName", "西安市");

  @Autowired
  private JdbcClient jdbc;

  private long casesBefore;

  @BeforeEach
  void signIn() {
    casesBefore = cases();
    as(OFFICIAL, OFFICIAL);
  }

  @AfterEach
  void signOut() {
    asApplication();
    authorizationService().createAuthorizationQuery()
        .userIdIn("starter")
        .list()
        .forEach(granted -> authorizationService().deleteAuthorization(granted.getId()));
  }

  @Test
  void aProcedureStartsWithWhatItsFormDemandsThroughEitherInterface() {
    ProcessInstance byKey = runtimeService().startProcessInstanceByKey("office-establishment", SOUND);
    ProcessInstance byForm = formService().submitStartForm(definition("office-establishment"), with("hostCityCode", "500000", "重庆市"));
    asApplication();
    assertThat(byKey).isWaitingAt("draft");
    assertThat(byForm).isWaitingAt("draft");
  }

  @Test
  void whatTheStartFormDemandsIsCheckedThroughEveryInterface() {
    assertRefused(with("hostCityCode", "西安"), "只能从列出的选项中选择");
    assertRefused(with("hostCityCode", "123456", "成都市"), "只能从列出的选项中选择");
    assertRefused(with("hostCityCode", "510100"), "510100应为“成都市”");
    nothingHasStarted();
  }

  private void assertRefused(Map<String, Object> wrong, String words) {
    Stream
        .<ThrowingCallable>of(() -> runtimeService().startProcessInstanceByKey("office-establishment", wrong),
            () -> runtimeService().startProcessInstanceById(definition("office-establishment"), wrong),
            () -> formService().submitStartForm(definition("office-establishment"), wrong),
            () -> runtimeService().createProcessInstanceByKey("office-establishment").setVariables(wrong).execute())
        .forEach(attempt -> assertThatThrownBy(attempt).isInstanceOf(RefusedException.class).hasMessageContaining(words));
  }

  /** Case numbers come from the application alone: another county's would put what is started into its case. */
  @Test
  void noCaseNumberIsTakenFromOutsideByWhicheverProcedureAndInterface() {
    asApplication();
    List<ProcessDefinition> startable = repositoryService().createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .stream()
        .filter(definition -> definition.hasStartFormKey())
        .toList();
    assertThat(startable).hasSizeGreaterThan(10);
    // what is to be seen must not hang on who happens to have which rights
    List<Authorization> grants = EngineTests.grantStarting("starter");
    as("starter", "gov410300");
    for (ProcessDefinition definition : startable) {
      Stream
          .<ThrowingCallable>of(() -> runtimeService().startProcessInstanceByKey(definition.getKey(), "CX-2015-0001"),
              () -> runtimeService().startProcessInstanceById(definition.getId(), "CX-2015-0001", Map.of()),
              () -> formService().submitStartForm(definition.getId(), "CX-2015-0001", Map.of()),
              () -> runtimeService().createProcessInstanceByKey(definition.getKey()).businessKey("自拟编号").execute())
          .forEach(attempt -> assertThatThrownBy(attempt).as(definition.getKey())
              .isInstanceOf(RefusedException.class)
              .hasMessageContaining("不能自行指定"));
    }
    asApplication();
    grants.forEach(grant -> authorizationService().deleteAuthorization(grant.getId()));
    nothingHasStarted();
  }

  /** A message that starts a procedure brings a case number as well. */
  @Test
  void noCaseNumberIsTakenFromAMessage() {
    assertThatThrownBy(
        () -> runtimeService().createMessageCorrelation("report-sent").processInstanceBusinessKey("BG-2015-0001").correlateStartMessage())
        .isInstanceOf(AuthorizationException.class);
    nothingHasStarted();
  }

  @Test
  void anotherGovernmentIsNotAppliedFor() {
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-establishment", with("governmentCode", "410700")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("“派出地政府”只能从列出的选项中选择");
    nothingHasStarted();
  }

  @Test
  void variablesTheFormDoesNotHaveAreRefused() {
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-establishment", with("approveDecision", "approve")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("表单以外的内容");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-establishment", with("initiator", "somebody-else")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("表单以外的内容");
    nothingHasStarted();
  }

  @Test
  void anOfficialDoesNotStartInTheMiddle() {
    refusesToStart(start -> start.startBeforeActivity("establish"));
    refusesToStart(start -> start.startAfterActivity("approval"));
    refusesToStart(start -> start.startBeforeActivity("requested").startBeforeActivity("establish"));
    refusesToStart(start -> start.startBeforeActivity("establish").startBeforeActivity("requested"));
    refusesToStart(start -> start.startTransition(repositoryService().getBpmnModelInstance(definition("office-establishment"))
        .<FlowNode>getModelElementById("establish")
        .getIncoming()
        .iterator()
        .next()
        .getId()));
    nothingHasStarted();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application-handling", "application-checks", "three-level-approval", "asset-disposal", "disposal-approval",
      "staff-placement", "supervision"})
  void aProcedureWithoutStartFormIsStartedByTheApplicationOnly(String key) {
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey(key)).isInstanceOf(AuthorizationException.class);
    as("admin", "camunda-admin");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey(key)).isInstanceOf(AuthorizationException.class);
    asApplication();
    List<Authorization> grants = EngineTests.grantStarting("zhang");
    try {
      as("zhang", "gov410300");
      assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey(key)).isInstanceOf(RefusedException.class)
          .hasMessageContaining("不能直接发起");
    } finally {
      asApplication();
      grants.forEach(grant -> authorizationService().deleteAuthorization(grant.getId()));
    }
    nothingHasStarted();
  }

  private static void refusesToStart(UnaryOperator<ProcessInstantiationBuilder> where) {
    for (boolean skip : new boolean[]{false, true}) {
      ProcessInstantiationBuilder start = where
          .apply(runtimeService().createProcessInstanceByKey("office-establishment").setVariables(SOUND));
      assertThatThrownBy(() -> start.execute(skip, skip)).isInstanceOf(RefusedException.class).hasMessageContaining("只能从第一个环节发起");
    }
  }

  private void nothingHasStarted() {
    asApplication();
    assertThat(runtimeService().createProcessInstanceQuery().count()).isZero();
    assertThat(cases()).isEqualTo(casesBefore);
  }

  private static Map<String, Object> with(String name, Object code, String cityName) {
    Map<String, Object> variables = with(name, code);
    variables.put("hostCityName", cityName);
    return variables;
  }

  private static Map<String, Object> with(String name, Object value) {
    Map<String, Object> variables = new HashMap<>(SOUND);
    variables.put(name, value);
    return variables;
  }

  private static String definition(String key) {
    return repositoryService().createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult().getId();
  }

  private long cases() {
    return jdbc.sql("select count(*) from case_file").query(Long.class).single();
  }
}
