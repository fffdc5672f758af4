package cn.gov.officecleanup.mechanism.identity;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Permissions.ACCESS;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE;
import static org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.Permissions.READ;
import static org.camunda.bpm.engine.authorization.Permissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.Permissions.READ_INSTANCE;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An official of one government sees and touches only that government's work. */
@EngineTest
class IdentitySetupTest {

  private static final List<String> STARTED_BY_ALL = List.of("substitution", "substitution-end");
  private static final List<String> OF_A_GOVERNMENT = List.of("retention-application", "office-establishment", "retention-change",
      "application-withdrawal", "office-abolition", "entity-decoupling", "register-import", "register-export", "report-correction",
      "case-urging", "staff-posting", "posting-change", "disclosure-correction", "reception-budget", "reception-standard",
      "reception-supplier", "reception-refund", "reception-revocation", "appraisal-correction");

  /** the province's own offices stay as others' do; on applications it decides */
  private static final List<String> OF_THE_PROVINCE = List.of("entity-decoupling", "staff-posting", "posting-change",
      "disclosure-correction", "reception-budget", "reception-standard", "reception-supplier", "reception-refund", "reception-revocation",
      "appraisal-correction");

  @Autowired
  private Governments governments;
  @Autowired
  private IdentitySetup setup;

  @Test
  void everyGovernmentThatTakesPartHasItsGroups() {
    assertThat(governments.all()).as("every government of the province")
        .hasSize(177)
        .extracting(Government::code)
        .contains("410000", "410100", "410324", "411421");
    assertThat(governments.concerned()).extracting(Government::code).contains("410000", "410100", "410300", "410225");
    assertThat(groupIds()).containsAll(governments.concerned()
        .stream()
        .map(Government::code)
        .flatMap(code -> Stream.of("", "Leader", "Finance", "FinanceLeader", "Personnel", "Affairs", "Organization", "Establishment")
            .map(role -> "gov" + code + role))
        .toList());
    assertThat(groupIds()).contains("provincialBureau", "provincialBureauLeader", "nationalBureau", "audit", "discipline", "supervisors");
    assertThat(identityService().createGroupQuery().groupId("gov410300Leader").singleResult().getName()).isEqualTo("洛阳市人民政府负责同志");
    assertThat(identityService().createGroupQuery().groupId("gov410300FinanceLeader").singleResult().getName()).isEqualTo("洛阳市财政部门负责同志");
  }

  @Test
  void everyGroupMayLogInToTasklist() {
    assertThat(groupIds()).allMatch(group -> may(group, ACCESS, Resources.APPLICATION, "tasklist"));
    assertThat(groupIds()).filteredOn(group -> !group.equals("camunda-admin"))
        .filteredOn(group -> may(group, ACCESS, Resources.APPLICATION, "cockpit"))
        .as("supervisors, auditors, the bureau and leaders, for the board")
        .contains("audit", "supervisors", "provincialBureau", "provincialBureauLeader", "gov410300Leader")
        .allMatch(group -> Set.of("audit", "supervisors", "provincialBureau").contains(group) || group.endsWith("Leader"));
    assertThat(groupIds()).filteredOn(group -> group.endsWith("Leader"))
        .noneMatch(group -> may(group, READ_INSTANCE, Resources.PROCESS_DEFINITION, "any"));
    assertThat(groupIds()).filteredOn(group -> !group.equals("camunda-admin"))
        .noneMatch(group -> may(group, ACCESS, Resources.APPLICATION, "admin"));
  }

  @Test
  void everyGovernmentStartsTheSameProceduresTheProvinceThoseOfItsOfficesAndOtherGroupsNone() {
    assertThat(governments.concerned()).filteredOn(government -> !government.code().equals("410000"))
        .isNotEmpty()
        .allSatisfy(government -> {
          assertThat(startedBy("gov" + government.code())).containsExactlyInAnyOrderElementsOf(OF_A_GOVERNMENT);
          assertThat(may("gov" + government.code(), CREATE, Resources.PROCESS_INSTANCE, "any")).isTrue();
        });
    assertThat(startedBy("provincialBureau")).containsExactlyInAnyOrder("register-import", "import-withdrawal", "register-export",
        "office-abolition", "entity-decoupling", "abolition-by-disposition", "cleanup-campaign", "calendar-loading", "template-revision",
        "year-overview", "inspection", "inspection-plan");
    assertThat(startedBy("gov410000")).containsExactlyInAnyOrderElementsOf(OF_THE_PROVINCE);
    assertThat(Stream.of("gov410300Leader", "gov410300Finance", "gov410300Personnel", "gov410300Organization", "gov410300Establishment",
        "provincialBureauLeader", "nationalBureau", "discipline", "supervisors")).allMatch(group -> startedBy(group).isEmpty());
    assertThat(startedBy("audit")).containsExactly("ledger-audit");
    assertThat(groupIds()).filteredOn(group -> !group.equals("camunda-admin"))
        .allMatch(group -> STARTED_BY_ALL.stream()
            .allMatch(key -> may(group, CREATE_INSTANCE, Resources.PROCESS_DEFINITION, key)
                && may(group, CREATE, Resources.PROCESS_INSTANCE, "any")));
  }

  @Test
  void onlySupervisorsReadInstancesAndHistoryAtLarge() {
    assertThat(groupIds()).filteredOn(group -> !group.equals("camunda-admin"))
        .filteredOn(group -> may(group, READ_INSTANCE, Resources.PROCESS_DEFINITION, "office-establishment")
            || may(group, READ_HISTORY, Resources.PROCESS_DEFINITION, "office-establishment"))
        .containsExactly("supervisors");
    assertThat(groupIds()).allMatch(group -> may(group, READ, Resources.PROCESS_DEFINITION, "office-establishment"));
  }

  @Test
  void securityAndAuditAdministratorsMayDoTheirOwnWorkAlone() {
    String security = Groups.SECURITY_ADMINISTRATORS;
    assertThat(may(security, CREATE, Resources.GROUP_MEMBERSHIP, "any")).isTrue();
    assertThat(may(security, READ, Resources.USER, "any")).isTrue();
    assertThat(may(security, CREATE, Resources.USER, "any")).isFalse();
    assertThat(may(security, CREATE, Resources.AUTHORIZATION, "any")).isFalse();
    assertThat(may(security, ACCESS, Resources.APPLICATION, "tasklist")).isFalse();
    String auditors = Groups.AUDIT_ADMINISTRATORS;
    assertThat(may(auditors, CREATE, Resources.GROUP_MEMBERSHIP, "any")).isFalse();
    assertThat(may(auditors, READ, Resources.USER, "any")).isFalse();
    assertThat(may(auditors, READ, Resources.GROUP, "any")).isFalse();
    assertThat(may(auditors, ACCESS, Resources.APPLICATION, "admin")).as("to sign in by the own password where officials do not").isTrue();
    assertThat(startedBy(security)).isEmpty();
    assertThat(startedBy(auditors)).isEmpty();
  }

  @Test
  void runningItAgainChangesNothing() {
    long groups = identityService().createGroupQuery().count();
    long authorizations = authorizationService().createAuthorizationQuery().count();
    setup.afterSingletonsInstantiated();
    assertThat(identityService().createGroupQuery().count()).isEqualTo(groups);
    assertThat(authorizationService().createAuthorizationQuery().count()).isEqualTo(authorizations);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gov410700", "gov410300Leader", "gov410300Finance", "gov410324", "gov410000", "provincialBureau", "audit"})
  void whatOneGovernmentsOfficialsDoNobodyElseSees(String other) {
    as("gov410300", "gov410300");
    String instance = runtimeService()
        .startProcessInstanceByKey("office-establishment",
            Map.of("governmentCode", "410300", "officeName", "驻南宁市办事处", "hostCityCode", "450100", "hostCityName", "南宁市"))
        .getId();
    assertThat(taskService().createTaskQuery().list()).extracting("taskDefinitionKey").containsExactly("draft");

    as(other, other);
    assertThat(taskService().createTaskQuery().count()).isZero();
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceId(instance).count()).isZero();
    assertThat(runtimeService().createVariableInstanceQuery().count()).isZero();
    assertThat(historyService().createHistoricProcessInstanceQuery().count()).isZero();
    assertThat(historyService().createHistoricVariableInstanceQuery().count()).isZero();
    assertThat(identityService().createUserQuery().count()).isZero();
    asApplication();
  }

  private static List<String> groupIds() {
    return identityService().createGroupQuery()
        .list()
        .stream()
        .map(Group::getId)
        .filter(group -> !List.of(Groups.SECURITY_ADMINISTRATORS, Groups.AUDIT_ADMINISTRATORS).contains(group))
        .toList();
  }

  private static List<String> startedBy(String group) {
    return repositoryService().createProcessDefinitionQuery()
        .latestVersion()
        .list()
        .stream()
        .map(ProcessDefinition::getKey)
        .filter(key -> !STARTED_BY_ALL.contains(key) && may(group, CREATE_INSTANCE, Resources.PROCESS_DEFINITION, key))
        .toList();
  }

  private static boolean may(String group, Permission permission, Resource resource, String id) {
    return authorizationService().isUserAuthorized("nobody", List.of(group), permission, resource, id);
  }
}
