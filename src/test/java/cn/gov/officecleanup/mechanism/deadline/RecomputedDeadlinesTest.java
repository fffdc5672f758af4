package cn.gov.officecleanup.mechanism.deadline;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.timersOfCases;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.testkit.BareCases;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A task with 5 working days and a case with 10, both begun on Friday 18 December 2026: due on the 25th and on 1 January 2027. Then 25 to
 * 31 December and 1 to 17 January become holidays: due on Monday 18 and Monday 25 January.
 */
@EngineTest
class RecomputedDeadlinesTest {

  private static final LocalDateTime BEGIN = LocalDateTime.of(2026, 12, 18, 9, 0);
  private static final LocalDate TASK_DUE = LocalDate.of(2026, 12, 25);
  private static final LocalDate TASK_DUE_ANEW = LocalDate.of(2027, 1, 18);
  private static final LocalDate CASE_DUE = LocalDate.of(2027, 1, 1);
  private static final LocalDate CASE_DUE_ANEW = LocalDate.of(2027, 1, 25);

  private static String deployment;

  @Autowired
  private LoadingCalendar calendar;
  @Autowired
  private EscalationLedger ledger;
  @Autowired
  private CaseDeadlines deadlines;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private DeadlineFacts facts;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transaction;

  @BeforeAll
  static void deploySamples(@Autowired RepositoryService repository) {
    deployment = repository.createDeployment()
        .addClasspathResource("deadline/deadline-sample.bpmn")
        .addClasspathResource("deadline/deadline-case-sample.bpmn")
        .addClasspathResource("deadline/deadline-case-sample-part.bpmn")
        .deploy()
        .getId();
  }

  @AfterAll
  static void removeSamples(@Autowired RepositoryService repository) {
    repository.deleteDeployment(deployment, true);
  }

  @AfterEach
  void forget() {
    asApplication();
    jdbc.sql("delete from loaded_day where load_id in (select id from calendar_load where origin = 'TASKLIST')").update();
    calendar.load(2027, Map.of(), Map.of(), "");
    runDueJobs();
  }

  @Test
  void openWorkIsDueByTheNewCalendarAndItsTimersFollow() {
    itIs(BEGIN);
    String ofTask = task();
    String ofCase = wholeCase();
    assertThat(dueOf(ofTask)).isEqualTo(endOf(TASK_DUE));
    holidays();
    assertThat(dueOf(ofTask)).isEqualTo(endOf(TASK_DUE_ANEW));
    assertThat(deadlines.dueOf(instance(ofCase).getId())).hasValueSatisfying(due -> assertThat(due).isEqualTo(endOf(CASE_DUE_ANEW)));
    assertThat(ledger.of(ofTask)).extracting(Escalation::kind, entry -> day(entry.dueBefore()), Escalation::lastDay, Escalation::lateGroup)
        .containsExactly(tuple(Kind.MOVED, TASK_DUE, TASK_DUE_ANEW, "gov410300"));
    assertThat(ledger.of(ofCase)).extracting(Escalation::kind, entry -> day(entry.dueBefore()), Escalation::lastDay)
        .containsExactly(tuple(Kind.MOVED, CASE_DUE, CASE_DUE_ANEW));

    itIs(TASK_DUE.plusDays(3).atStartOfDay());
    runDueJobs();
    assertThat(late()).as("nobody is urged on a holiday").doesNotContain(ofTask, ofCase);
    itIs(TASK_DUE_ANEW.plusDays(1).atStartOfDay());
    runDueJobs();
    assertThat(late()).contains(ofTask).doesNotContain(ofCase);
    itIs(CASE_DUE_ANEW.plusDays(1).atStartOfDay());
    runDueJobs();
    assertThat(late()).contains(ofTask, ofCase);
    assertThat(timersOfCases()).as("one for each piece of work, the two supervisions among them").hasSize(4);
  }

  @Test
  void theCaseTellsThatItsDeadlineWasMovedAndWhatRestsOnAYearNotPublished() {
    itIs(BEGIN.plusDays(10));
    String caseNumber = task();
    as("wang", "gov410300");
    assertThat(factsOf(caseNumber)).containsExactly(tuple("承办（期限暂定）", "2027年1月4日（含当日；该年放假安排未公布，暂按周末推算，公布后自动重新计算）"));
    holidays();
    as("wang", "gov410300");
    assertThat(factsOf(caseNumber)).containsExactly(tuple("承办（期限调整）", "2027年1月22日（含当日），期限按新的放假安排重新计算，原为2027年1月4日"));
  }

  @Test
  void aMissThatIsNoneByTheNewCalendarIsTakenBackByAnEntryAndUrgedNoMore() {
    itIs(BEGIN);
    String caseNumber = task();
    itIs(TASK_DUE.plusDays(1).atStartOfDay());
    runDueJobs();
    Escalation miss = ledger.of(caseNumber).stream().filter(entry -> entry.kind() == Kind.MISS).findFirst().orElseThrow();
    assertThat(handle(caseNumber).getPriority()).isEqualTo(75);
    holidays();
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind, Escalation::round, Escalation::closedBy)
        .containsSubsequence(tuple(Kind.MISS, 1, ClosingReason.RECOMPUTED), tuple(Kind.MOVED, 1, ClosingReason.RECOMPUTED),
            tuple(Kind.TAKEN_BACK, 1, ClosingReason.RECOMPUTED));
    assertThat(ledger.get(miss.id()).dueAt()).as("what was noted stays").isEqualTo(miss.dueAt());
    assertThat(late()).doesNotContain(caseNumber);
    assertThat(taskService().createTaskQuery().taskDefinitionKey("supervise").count()).as("its supervision is over").isZero();
    assertThat(handle(caseNumber).getPriority()).isEqualTo(Task.PRIORITY_NORMAL);
  }

  @Test
  void aMissOfWorkThatIsDoneIsTakenBackAsWell() {
    itIs(BEGIN);
    String caseNumber = task();
    itIs(TASK_DUE.plusDays(1).atStartOfDay());
    runDueJobs();
    as("wang", "gov410300");
    taskService().complete(handle(caseNumber).getId());
    holidays();
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind, Escalation::closedBy)
        .contains(tuple(Kind.MISS, ClosingReason.DONE), tuple(Kind.TAKEN_BACK, ClosingReason.RECOMPUTED));
    int entries = ledger.of(caseNumber).size();
    holidays();
    assertThat(ledger.of(caseNumber)).as("once").hasSize(entries);
  }

  @Test
  void aMissThatIsOneAllTheSameStays() {
    itIs(BEGIN);
    String caseNumber = task();
    itIs(TASK_DUE_ANEW.plusDays(3).atStartOfDay());
    runDueJobs();
    holidays();
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind).contains(Kind.MISS, Kind.MOVED).doesNotContain(Kind.TAKEN_BACK);
    assertThat(late()).contains(caseNumber);
    assertThat(handle(caseNumber).getPriority()).isEqualTo(75);
  }

  @Test
  void aDayThatSomebodyGaveStays() {
    itIs(BEGIN);
    String caseNumber = task();
    Date given = endOf(LocalDate.of(2026, 12, 28));
    taskService().setDueDate(handle(caseNumber).getId(), given);
    holidays();
    assertThat(dueOf(caseNumber)).isEqualTo(given);
    assertThat(ledger.of(caseNumber)).isEmpty();
  }

  @Test
  void whatIsLoadedTwiceChangesNothingMoreAndARevisionMovesAgain() {
    itIs(BEGIN);
    String caseNumber = task();
    holidays();
    holidays();
    assertThat(ledger.of(caseNumber)).extracting(Escalation::kind).containsExactly(Kind.MOVED);
    load(new TreeMap<>(Map.of(LocalDate.of(2027, 1, 1), false)));
    assertThat(dueOf(caseNumber)).isEqualTo(endOf(TASK_DUE));
    assertThat(ledger.of(caseNumber)).extracting(Escalation::lastDay).containsExactly(TASK_DUE_ANEW, TASK_DUE);
  }

  @Test
  void howeverMuchIsOpenItIsComputedInPortions() {
    itIs(BEGIN);
    List<String> many = IntStream.rangeClosed(1, Recomputing.PORTION + 5).mapToObj("QX-2026-7%03d"::formatted).toList();
    BareCases.enter(jdbc, many);
    many.forEach(number -> runtimeService().startProcessInstanceByKey("deadline-sample", number));
    holidays();
    assertThat(taskService().createTaskQuery().taskDefinitionKey("handle").dueDate(endOf(TASK_DUE_ANEW)).count()).isEqualTo(many.size());
    assertThat(managementService().createJobQuery().messages().count()).as("nothing is left to compute").isZero();
  }

  private String task() {
    return open("deadline-sample");
  }

  private String wholeCase() {
    return open("deadline-case-sample");
  }

  private String open(String procedure) {
    String number = transaction.execute(status -> cases.open("QX", procedure, "期限样例", "410300", null, null));
    runtimeService().startProcessInstanceByKey(procedure, number, Map.of("governmentCode", "410300"));
    return number;
  }

  private void holidays() {
    var days = new TreeMap<LocalDate, Boolean>();
    LocalDate.of(2026, 12, 25).datesUntil(LocalDate.of(2027, 1, 18)).forEach(day -> days.put(day, false));
    load(days);
  }

  private void load(TreeMap<LocalDate, Boolean> days) {
    asApplication();
    calendar.load(2027, days, Map.of(), "国办发明电〔2026〕x号");
    runDueJobs();
  }

  private List<Tuple> factsOf(String caseNumber) {
    return facts.of(cases.get(caseNumber)).stream().map((CaseFacts.Fact fact) -> tuple(fact.label(), fact.value())).toList();
  }

  private Date dueOf(String caseNumber) {
    return handle(caseNumber).getDueDate();
  }

  private List<String> late() {
    return ledger.openMisses().stream().map(Escalation::caseNumber).toList();
  }

  private static Task handle(String caseNumber) {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("handle").singleResult();
  }

  private static ProcessInstance instance(String caseNumber) {
    return runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).rootProcessInstances().singleResult();
  }

  private static LocalDate day(OffsetDateTime time) {
    return time.atZoneSameInstant(EngineClock.ZONE).toLocalDate();
  }

  private static Date endOf(LocalDate day) {
    return new Deadline(day, false).due();
  }
}
