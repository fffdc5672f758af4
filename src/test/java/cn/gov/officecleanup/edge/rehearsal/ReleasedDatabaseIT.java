package cn.gov.officecleanup.edge.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerSoundness;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of the released version starts with this one: the cases under way move to today's models, keep their officials and their
 * dates to the millisecond, and are all finished.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReleasedDatabaseIT {

  /** in Henan the day on which the database was made */
  private static final LocalDate MADE_ON = LocalDate.of(2026, 11, 29);
  private static final LocalDate SPECIAL_WORK_ENDS = LocalDate.of(2027, 6, 30);

  /** what begins with this version for what was promised before it */
  private static final Set<String> FOLLOWED_UP = Set.of("entity-decoupling", "decoupling-approval", "decoupling-report");

  private static final Set<Class<? extends FlowNode>> WAITING = Set.of(UserTask.class, ReceiveTask.class, CallActivity.class,
      SubProcess.class, IntermediateCatchEvent.class, EventBasedGateway.class, ParallelGateway.class);
  private static final int MOST_ENDS_OF_SPECIAL_WORK = 10;

  private static final String TASKS = """
    select t.id_, t.task_def_key_, t.name_, t.assignee_, t.owner_, t.due_date_, t.follow_up_date_, t.priority_, t.create_time_,
      t.proc_inst_id_, (select listagg(l.group_id_, ',') within group (order by l.group_id_) from act_ru_identitylink l
        where l.task_id_ = t.id_) as officials
    from act_ru_task t order by t.id_""";
  /**
   * What a deadline looks at has a new job for the same moment, the others are the same jobs. The released version left a deadline's timer
   * behind with each task that was done, for which nothing happened.
   */
  private static final String JOBS = """
    select case j.handler_type_ when 'deadline' then '' else j.id_ end as job, j.handler_type_, j.handler_cfg_, j.duedate_, j.repeat_,
      j.retries_, j.suspension_state_, j.process_instance_id_
    from act_ru_job j where j.process_instance_id_ is not null
      and (j.handler_type_ <> 'deadline'
        or exists (select 1 from act_ru_task t where j.handler_cfg_ = 'task:' || t.id_)
        or exists (select 1 from act_ru_execution e where j.handler_cfg_ = 'case:' || e.id_))
    order by j.handler_type_, j.handler_cfg_, j.duedate_, j.process_instance_id_""";
  private static final String CASES = """
    select e.id_, e.business_key_, e.suspension_state_ from act_ru_execution e where e.parent_id_ is null order by e.id_""";
  private static final String AWAITED = """
    select s.id_, s.event_type_, s.event_name_, s.activity_id_, s.proc_inst_id_ from act_ru_event_subscr s
    where s.proc_inst_id_ is not null order by s.id_""";
  private static final String CASE_DEADLINES = """
    select process_instance_id, term, due_at, ended_at from case_deadline order by process_instance_id""";
  private static final List<String> KEPT = List.of(TASKS, JOBS, CASES, AWAITED, CASE_DEADLINES);

  @TempDir
  private static Path folder;
  private static Map<String, List<Map<String, Object>>> before;
  private static ConfigurableApplicationContext application;

  @BeforeAll
  static void startOnACopy() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(ReleasedDatabaseIT.class.getResourceAsStream("/released/demo-551d576.zip"))) {
      zip.getNextEntry();
      Files.copy(zip, folder.resolve("office-cleanup.mv.db"));
    }
    String url = "jdbc:h2:file:" + folder.resolve("office-cleanup");
    ReleasedPlaces.fill(url, SPECIAL_WORK_ENDS);
    before = kept(JdbcClient.create(new DriverManagerDataSource(url, "sa", "")));
    Rehearsing.setClock(MADE_ON, LocalTime.of(8, 0));
    application = new SpringApplicationBuilder(OfficeCleanupApplication.class).web(WebApplicationType.NONE)
        .run("--spring.profiles.active=demo,rehearsal", "--spring.datasource.url=" + url, "--camunda.bpm.process-engine-name=released",
            "--camunda.bpm.job-execution.enabled=false", "--cleanup.disposal.notice-working-days=0", "--" + Rehearsing.SEED + "=1");
  }

  @AfterAll
  static void stop() {
    application.close();
    ClockUtil.reset();
  }

  @Test
  @Order(1)
  void noCaseRunsByAnOlderModel() {
    assertThat(before.get(CASES)).hasSizeGreaterThan(100);
    assertThat(jdbc().sql("""
      select d.key_, d.version_, e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
      where d.version_ < (select max(l.version_) from act_re_procdef l where l.key_ = d.key_)""").query().listOfRows()).isEmpty();
    assertThat(jdbc().sql("""
      select j.handler_type_, j.handler_cfg_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
      where j.process_def_id_ <> e.proc_def_id_""").query().listOfRows()).isEmpty();
  }

  /** Where an application is, from its draft on. */
  @Test
  @Order(1)
  void someApplicationWaitsAtEveryStep() {
    assertThat(before.get(TASKS)).extracting(task -> task.get("TASK_DEF_KEY_"))
        .contains("draft", "correct", "sign", "accept", "review", "bureauSign", "approve", "receive");
    assertThat(before.get(JOBS)).extracting(timer -> timer.get("HANDLER_CFG_")).contains("specialWorkEnds");
  }

  /** The released version showed officials the clause numbers of this project, such as C3. */
  @Test
  @Order(2)
  void openTasksAreExplainedInTheWordsOfToday() {
    List<String> explained = jdbc().sql("select description_ from act_ru_task where description_ is not null").query(String.class).list();
    assertThat(explained).hasSizeGreaterThan(before.get(TASKS).size() / 2).noneMatch(words -> words.matches("(?s).*\\b[CA]\\d+[、：].*"));
  }

  @Test
  @Order(2)
  void tasksTimersAndCasesAreWhatTheyWere() {
    Map<String, List<Map<String, Object>>> after = kept(jdbc());
    Set<String> begun = instancesOf(FOLLOWED_UP);
    KEPT.stream()
        .filter(what -> !what.equals(AWAITED))
        .forEach(what -> assertThat(after.get(what)).as(what)
            .filteredOn(row -> !row.values().stream().anyMatch(begun::contains))
            .isNotEmpty()
            .isEqualTo(before.get(what)));
    assertThat(after.get(AWAITED)).as("nothing that is awaited is forgotten").isNotEmpty().containsAll(before.get(AWAITED));
    assertThat(after.get(AWAITED)).as("and what today's models await beside it")
        .filteredOn(event -> !before.get(AWAITED).contains(event))
        .extracting(event -> event.get("ACTIVITY_ID_"))
        .containsOnly("pooled", "againMissed");
  }

  /** C17: an office that was kept promised a day; nothing followed it up until now. */
  @Test
  @Order(2)
  void anEarlierPromiseHasItsCaseWhoseLastDayIsThePromisedOne() {
    assertThat(jdbc().sql("""
      select f.title, d.entity_name, d.part_by, c.due_at from case_file f join decoupling d on d.case_number = f.case_number
      join act_ru_execution e on e.business_key_ = f.case_number and e.super_exec_ is null and e.parent_id_ is null
      join case_deadline c on c.process_instance_id = e.id_""").query().listOfRows()).singleElement().satisfies(row -> {
      assertThat(row.get("ENTITY_NAME")).isEqualTo("汴京餐饮服务部（样例）");
      assertThat(row.get("PART_BY")).hasToString("2027-02-07");
      assertThat(row.get("DUE_AT").toString()).contains("2027-02-07");
    });
  }

  /** @return ids of the process instances of these procedures, and what they do about their deadlines */
  private static Set<String> instancesOf(Set<String> procedures) {
    return jdbc().sql("select e.id_ from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_ where d.key_ in (:keys)")
        .param("keys", procedures)
        .query(String.class)
        .set();
  }

  @Test
  @Order(3)
  void theOfficialsOfEveryTaskSignInAsBefore() {
    IdentityService identity = application.getBean(IdentityService.class);
    Set<String> groups = new TreeSet<>();
    before.get(TASKS).forEach(task -> groups.addAll(List.of(task.get("officials").toString().split(","))));
    assertThat(groups).isNotEmpty().allSatisfy(group -> {
      assertThat(identity.createUserQuery().userId(group).memberOfGroup(group).count()).isEqualTo(1);
      assertThat(identity.checkPassword(group, group)).isTrue();
    });
  }

  /** Also where no case of this database is at the moment. */
  @Test
  @Order(4)
  void whereverACaseMayWaitTheLatestModelKnowsThePlace() {
    RepositoryService repository = application.getBean(RepositoryService.class);
    String released = repository.createDeploymentQuery().orderByDeploymentTime().asc().list().get(0).getId();
    List<ProcessDefinition> definitions = repository.createProcessDefinitionQuery().deploymentId(released).list();
    Map<String, Process> models = definitions.stream()
        .collect(Collectors.toMap(ProcessDefinition::getKey,
            older -> repository.getBpmnModelInstance(older.getId()).getModelElementById(older.getKey())));
    assertThat(definitions).isNotEmpty().allSatisfy(older -> {
      ProcessDefinition latest = repository.createProcessDefinitionQuery()
          .processDefinitionKey(older.getKey())
          .latestVersion()
          .singleResult();
      assertThat(latest.getDeploymentId()).isNotEqualTo(released);
      Set<String> known = application.getBean(RuntimeService.class)
          .createMigrationPlan(older.getId(), latest.getId())
          .mapEqualActivities()
          .build()
          .getInstructions()
          .stream()
          .map(MigrationInstruction::getSourceActivityId)
          .collect(Collectors.toSet());
      assertThat(known).as(older.getKey()).containsAll(whereACaseMayWait(older.getKey(), models).map(FlowNode::getId).toList());
    });
  }

  private static Stream<FlowNode> whereACaseMayWait(String key, Map<String, Process> models) {
    return whereACaseMayWait(models.get(key).getFlowElements())
        .filter(node -> !(node instanceof CallActivity call && passesAtOnce(call.getCalledElement(), models)));
  }

  /** What is called and waits nowhere is over before anybody finds the case at the call. */
  private static boolean passesAtOnce(String called, Map<String, Process> models) {
    return whereACaseMayWait(called, models).findAny().isEmpty();
  }

  private static Stream<FlowNode> whereACaseMayWait(Collection<FlowElement> elements) {
    return elements.stream()
        .filter(FlowNode.class::isInstance)
        .map(FlowNode.class::cast)
        .flatMap(node -> Stream.concat(node instanceof SubProcess part ? whereACaseMayWait(part.getFlowElements()) : Stream.of(),
            Stream.of(node).filter(ReleasedDatabaseIT::mayWaitAt)));
  }

  /** Errors are not awaited: what throws them finds the event that catches them then. */
  private static boolean mayWaitAt(FlowNode node) {
    return WAITING.stream().anyMatch(kind -> kind.isInstance(node)) || node.isCamundaAsyncBefore() || node.isCamundaAsyncAfter()
        || node instanceof BoundaryEvent event && event.getEventDefinitions().stream().noneMatch(ErrorEventDefinition.class::isInstance)
        || node instanceof StartEvent && node.getParentElement() instanceof SubProcess part && part.triggeredByEvent();
  }

  @Test
  @Order(5)
  void everyCaseIsFinished() {
    Campaign campaign = application.getBean(Campaigns.class).running().orElseThrow();
    RehearsedCampaign officials = application.getBean(RehearsedCampaign.class);
    LocalDate next = MADE_ON;
    // an office that is retained for special work is abolished when that ends, years after the campaign
    for (int times = 0; next != null && times < MOST_ENDS_OF_SPECIAL_WORK; times++) {
      assertThat(
          officials
              .playOn(campaign.caseNumber(),
                  new RehearsalPlan(next, campaign.applicationDeadline(), campaign.cleanupDeadline(),
                      next.isAfter(campaign.reportDeadline()) ? next : campaign.reportDeadline(), 1, 0))
              .faults())
          .isEmpty();
      next = dayOfNextTimer(application.getBean(ManagementService.class));
    }
    assertThat(application.getBean(TaskService.class).createTaskQuery().list()).isEmpty();
    assertThat(application.getBean(RuntimeService.class).createProcessInstanceQuery().list()).isEmpty();
  }

  /** @return the day after the next timer of a case; null where there is none. What the clock starts every day waits until then */
  private static LocalDate dayOfNextTimer(ManagementService management) {
    List<Job> timers = management.createJobQuery().timers().orderByJobDuedate().asc().list();
    Optional<Job> next = timers.stream().filter(timer -> timer.getProcessInstanceId() != null).findFirst();
    next.ifPresent(timer -> timers.stream()
        .filter(daily -> daily.getProcessInstanceId() == null)
        .forEach(daily -> management.setJobDuedate(daily.getId(), timer.getDuedate())));
    return next.map(timer -> LocalDate.ofInstant(timer.getDuedate().toInstant(), EngineClock.ZONE).plusDays(1)).orElse(null);
  }

  @Test
  @Order(6)
  void everyLedgerAndTheAuditLogAreSound() {
    AssetLedger ledger = application.getBean(AssetLedger.class);
    LedgerSoundness soundness = application.getBean(LedgerSoundness.class);
    assertThat(ledger.cases()).isNotEmpty().allSatisfy(abolition -> assertThat(soundness.faultsOf(abolition, "")).isEmpty());
    AuditLog.Check check = application.getBean(AuditLog.class).check(0, Integer.MAX_VALUE);
    assertThat(check.done()).isTrue();
    assertThat(check.fault()).isNull();
  }

  @Test
  @Order(7)
  void everyDocumentIsReadable() {
    CaseDocuments documents = application.getBean(CaseDocuments.class);
    List<Map<String, Object>> stored = jdbc().sql("select id, sha256, size_bytes from document").query().listOfRows();
    assertThat(stored).hasSizeGreaterThan(93).allSatisfy(document -> {
      byte[] content = documents.content((UUID) document.get("id")).orElseThrow();
      assertThat(HexFormat.of().formatHex(sha256(content))).isEqualTo(document.get("sha256").toString().strip());
    });
  }

  private static JdbcClient jdbc() {
    return application.getBean(JdbcClient.class);
  }

  private static Map<String, List<Map<String, Object>>> kept(JdbcClient jdbc) {
    return KEPT.stream().collect(Collectors.toMap(sql -> sql, sql -> jdbc.sql(sql).query().listOfRows()));
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
