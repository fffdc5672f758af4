package cn.gov.officecleanup.mechanism.identity;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.authorizationService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processEngine;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.administration.Accounts;
import cn.gov.officecleanup.mechanism.administration.Accounts.NewAccount;
import cn.gov.officecleanup.mechanism.administration.GroupWishes;
import cn.gov.officecleanup.mechanism.administration.UnitGroups;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.serviceaccount.ServiceAccounts;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The people of an office are in its groups as long as it is an office; what they leave undone is its government's. */
@EngineTest
class OfficeGroupsTest {

  private static final String LUOYANG = "410300";
  private static final String SAMPLE = "sample-of-an-office";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private OfficeGroups offices;
  @Autowired
  private Superiors superiors;
  @Autowired
  private Accounts accounts;
  @Autowired
  private GroupWishes wishes;
  @Autowired
  private UnitGroups units;
  @Autowired
  private ServiceAccounts serviceAccounts;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Opinions opinions;
  @Autowired
  private AuditLog log;

  private Office office;
  private String staff;
  private String head;

  @BeforeEach
  void anOfficeIsKept() {
    office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    staff = "office" + office.id();
    head = staff + "Head";
    assertThat(groups()).as("before it is decided").isEmpty();
    inOneTransaction(() -> {
      register.retain(office.id(), "豫政函〔2015〕1号", null, null, "C3", "经省政府批准保留。");
      register.relocate(office.id(), "郑州市金水区", "豫政函〔2015〕2号");
    });
  }

  @AfterEach
  void theyGo() {
    asApplication();
    Stream.of("staffer", "chief", "wished").forEach(identityService()::deleteUser);
    repositoryService().createDeploymentQuery()
        .deploymentName(SAMPLE)
        .list()
        .forEach(deployment -> repositoryService().deleteDeployment(deployment.getId(), true));
  }

  @Test
  void aKeptOfficeHasGroupsThatTheSecurityAdministratorFindsAndGives() {
    assertThat(groups()).containsExactlyInAnyOrder(staff, head);
    assertThat(units.all()).filteredOn(group -> group.unit().equals(staff))
        .extracting(UnitGroups.UnitGroup::name, UnitGroups.UnitGroup::unitName)
        .containsExactlyInAnyOrder(tuple("洛阳市人民政府驻郑州办事处（工作人员）", "洛阳市人民政府驻郑州办事处"), tuple("洛阳市人民政府驻郑州办事处（负责人）", "洛阳市人民政府驻郑州办事处"));
    for (String group : List.of(staff, head)) {
      assertThat(authorizationService().isUserAuthorized("nobody", List.of(group), Permissions.ACCESS, Resources.APPLICATION, "tasklist"))
          .isTrue();
      assertThat(authorizationService().isUserAuthorized("nobody", List.of(group), Permissions.CREATE_INSTANCE,
          Resources.PROCESS_DEFINITION, "office-abolition")).isFalse();
    }
    user("staffer");
    as("security", Groups.SECURITY_ADMINISTRATORS);
    accounts.join("staffer", staff);
    for (String other : List.of(head, "gov410300", "gov410300Leader", "provincialBureau", "camunda-admin")) {
      assertThatThrownBy(() -> accounts.join("staffer", other)).isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void whoIsAboveThemIsFirstTheHeadThenTheGovernment() {
    assertThat(superiors.of(staff)).isEqualTo(head);
    assertThat(superiors.of(head)).isEqualTo("gov410300");
    assertThat(superiors.of("gov410300")).isEqualTo("gov410300Leader");
  }

  @Test
  void officesThatWereKeptBeforeThereWereSuchGroupsGetThem() {
    List.of(staff, head).forEach(identityService()::deleteGroup);
    offices.afterSingletonsInstantiated();
    assertThat(groups()).containsExactlyInAnyOrder(staff, head);
  }

  @Test
  void anotherNameOfTheOfficeIsTheGroupsAsWell() {
    register.rename(office.id(), "洛阳市人民政府驻郑联络处", "豫政函〔2016〕3号");
    assertThat(identityService().createGroupQuery().groupId(head).singleResult().getName()).isEqualTo("洛阳市人民政府驻郑联络处（负责人）");
  }

  @Test
  void asLongAsItIsWoundUpItsPeopleAreWhatTheyWere() {
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    assertThat(groups()).containsExactlyInAnyOrder(staff, head);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withTheOfficeItsGroupsEndAndWhatIsOpenIsItsGovernments(boolean abolished) {
    user("staffer");
    user("chief");
    identityService().createMembership("staffer", staff);
    identityService().createMembership("chief", head);
    as("admin", Groups.ADMINISTRATORS);
    accounts.create(new NewAccount("wished", "王盼", "", List.of(staff)));
    as("security", Groups.SECURITY_ADMINISTRATORS);
    String account = "统计系统" + office.id();
    serviceAccounts.grant(account, "汇总统计", List.of(head, "gov410300"), LocalDate.now().plusDays(30));
    asApplication();
    String caseNumber = start();
    Task claimed = task(caseNumber, "list");
    Date due = claimed.getDueDate();
    as("staffer", staff);
    taskService().claim(claimed.getId(), "staffer");
    asApplication();

    inOneTransaction(() -> end(abolished));

    assertThat(groups()).isEmpty();
    assertThat(authorizationService().createAuthorizationQuery().groupIdIn(staff).list()).isEmpty();
    assertThat(authorizationService().createAuthorizationQuery().groupIdIn(head).list()).isEmpty();
    for (String step : List.of("list", "sign")) {
      assertThat(taskService().getIdentityLinksForTask(task(caseNumber, step).getId()))
          .filteredOn(IdentityLink::getType, IdentityLinkType.CANDIDATE)
          .extracting(IdentityLink::getGroupId)
          .containsExactly("gov410300");
    }
    assertThat(task(caseNumber, "list").getAssignee()).isNull();
    assertThat(task(caseNumber, "list").getDueDate()).isEqualTo(due);
    assertThat(opinions.of(caseNumber)).as("the trace of both, and none that tells the former staff to claim it again")
        .hasSize(2)
        .extracting(Opinion::decisionLabel, Opinion::userName)
        .containsOnly(tuple("移交洛阳市人民政府", "系统"));
    assertThat(noted("staffer", AuditEvent.Kind.REVOKED)).hasSize(1);
    assertThat(noted("chief", AuditEvent.Kind.REVOKED)).hasSize(1);
    assertThat(noted("wished", AuditEvent.Kind.WISH_DECLINED)).hasSize(1);
    assertThat(wishes.open()).noneMatch(wish -> wish.userId().equals("wished"));
    assertThat(serviceAccounts.all()).filteredOn(one -> one.name().equals(account))
        .singleElement()
        .satisfies(one -> assertThat(one.groups()).containsExactly("gov410300"));
    assertThat(log.find(AuditQuery.of(account, AuditEvent.Kind.REVOKED), null)).hasSize(1);

    as("staffer");
    assertThat(taskService().createTaskQuery().count()).isZero();
    asApplication();
    as("gov410300", "gov410300");
    taskService().complete(task(caseNumber, "list").getId());
    taskService().complete(task(caseNumber, "sign").getId());
    asApplication();
    assertThat(taskService().getIdentityLinksForTask(task(caseNumber, "file").getId())).as("what the case asks of the office later")
        .extracting(IdentityLink::getGroupId)
        .containsExactly("gov410300");
    assertThat(opinions.of(caseNumber)).hasSize(3).last().extracting(Opinion::stepName).isEqualTo("file");
  }

  private List<AuditEvent> noted(String user, AuditEvent.Kind kind) {
    return log.find(AuditQuery.of(user, kind), null).stream().filter(event -> event.details().contains("（" + staff)).toList();
  }

  private void end(boolean abolished) {
    if (abolished) {
      register.markToBeAbolished(office.id(), "C1", "应予撤销。");
      register.abolish(office.id(), "豫政函〔2015〕9号", "C6", "已经撤销。");
    } else {
      Office other = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州第二办事处", LUOYANG, SenderKind.GOVERNMENT, null,
          "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
      register.merge(office.id(), other.id(), "C8", "并入。");
    }
  }

  private String start() {
    var model = Bpmn.createExecutableProcess(SAMPLE)
        .camundaHistoryTimeToLive(1)
        .startEvent()
        .parallelGateway("both")
        .userTask("list")
        .name("list")
        .camundaCandidateGroups("office${officeId}")
        .camundaDueDate("${dateTime().plusDays(9).toDate()}")
        .parallelGateway("done")
        .userTask("file")
        .name("file")
        .camundaCandidateGroups("office${officeId}")
        .endEvent()
        .moveToNode("both")
        .userTask("sign")
        .name("sign")
        .camundaCandidateGroups("office${officeId}Head")
        .connectTo("done")
        .done();
    repositoryService().createDeployment().name(SAMPLE).addModelInstance(SAMPLE + ".bpmn", model).deploy();
    String caseNumber = cases.open("YL", SAMPLE, "样例", LUOYANG, office.id(), null);
    runtimeService().startProcessInstanceByKey(SAMPLE, caseNumber, Map.of("officeId", office.id()));
    return caseNumber;
  }

  /** As a step of a procedure does it, whose engine keeps back what it writes until all is done. */
  private static void inOneTransaction(Runnable work) {
    ((ProcessEngineConfigurationImpl) processEngine().getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> {
      work.run();
      return null;
    });
  }

  private List<String> groups() {
    return identityService().createGroupQuery()
        .list()
        .stream()
        .map(Group::getId)
        .filter(group -> group.equals(staff) || group.equals(head))
        .toList();
  }

  private static void user(String id) {
    identityService().saveUser(identityService().newUser(id));
  }
}
