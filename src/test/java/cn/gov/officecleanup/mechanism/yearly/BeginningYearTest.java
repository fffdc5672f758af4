package cn.gov.officecleanup.mechanism.yearly;

import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.RegisterImportProperties;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What is done once a year for each office begins by itself, shown by a sample; in years in which no other test has offices. */
@EngineTest
class BeginningYearTest {

  private static final String SAMPLE = "sample-of-a-year";
  private static final String MODEL = "year-beginning";
  private static final String LUOYANG = "410300";
  private static final int AT_ONCE = 4;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private Procedures procedures;
  @Autowired
  private BeginningYear beginningYear;
  @Autowired
  private RegisterImportProperties portions;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private JdbcClient jdbc;

  private final List<Office> offices = new ArrayList<>();
  private String deployment;
  private Object models;

  @BeforeEach
  void aYearlyProcedureIsUsedSince1991() {
    models = ReflectionTestUtils.getField(procedures, "byKey");
    yearly(Map.of());
    deployment = repositoryService().createDeployment()
        .addModelInstance(SAMPLE + ".bpmn",
            Bpmn.createExecutableProcess(SAMPLE)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("work")
                .camundaCandidateGroups("gov${governmentCode}")
                .endEvent()
                .done())
        .deploy()
        .getId();
    itIs(LocalDateTime.of(1991, 6, 1, 9, 0));
    begin();
  }

  @AfterEach
  void nothingOfItIsLeft() {
    repositoryService().deleteDeployment(deployment, true);
    jdbc.sql("delete from yearly_case where procedure_key = ?").param(SAMPLE).update();
    jdbc.sql("delete from yearly_procedure where procedure_key = ?").param(SAMPLE).update();
    offices.forEach(office -> jdbc.sql("update office set status = 'WITHDRAWN' where id = ?").param(office.id()).update());
    ReflectionTestUtils.setField(beginningYear, "properties", portions);
    ReflectionTestUtils.setField(procedures, "byKey", models);
  }

  @Test
  void eachOfficeHasOneCaseOfTheYearThatIsOver() {
    Office office = kept();
    begin();
    assertThat(yearsOf(office)).as("the year is not over").isEmpty();
    itIs(LocalDateTime.of(1992, 1, 1, 0, 30));
    Job daily = managementService().createJobQuery()
        .list()
        .stream()
        .filter(job -> job.getProcessInstanceId() == null && MODEL.equals(job.getProcessDefinitionKey()))
        .findFirst()
        .orElseThrow();
    managementService().executeJob(daily.getId());
    assertThat(yearsOf(office)).containsExactly(1991);
    begin();
    itIs(LocalDateTime.of(1992, 7, 1, 9, 0));
    begin();
    assertThat(yearsOf(office)).as("once only").containsExactly(1991);
    ProcessInstance begun = runtimeService().createProcessInstanceQuery().processDefinitionKey(SAMPLE).singleResult();
    assertThat(begun).variables().containsEntry("officeId", office.id()).containsEntry("year", 1991);
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseOf(office)).count()).isOne();
  }

  /** A plan is of the year that begins; of a year that is over nothing is planned any more. */
  @Test
  void whatLooksAheadIsOfTheYearThatBegins() {
    yearly(Map.of("yearAhead", "true"));
    Office office = kept();
    begin();
    assertThat(yearsOf(office)).as("not in the middle of the first year").isEmpty();
    itIs(LocalDateTime.of(1992, 1, 1, 0, 30));
    begin();
    assertThat(yearsOf(office)).containsExactly(1992);
    itIs(LocalDateTime.of(1995, 2, 1, 9, 0));
    begin();
    begin();
    assertThat(yearsOf(office)).containsExactly(1992, 1995);
  }

  private void yearly(Map<String, String> further) {
    Map<String, String> properties = new HashMap<>(Map.of("startedBy", "application", "yearly", "true", "caseOf", "unit", "casePrefix",
        "YB", "caseTitle", "${officeName}${year}年度样例", "readBy", "inCharge office"));
    properties.putAll(further);
    ReflectionTestUtils.setField(procedures, "byKey", Map.of(SAMPLE, Procedure.of(SAMPLE, properties)));
  }

  @Test
  void yearsInWhichNoNodeRanAreMadeUpAndThoseBeforeTheFirstUseAreNot() {
    itIs(LocalDateTime.of(1985, 3, 1, 9, 0));
    Office office = kept();
    itIs(LocalDateTime.of(1994, 2, 1, 9, 0));
    begin();
    assertThat(yearsOf(office)).containsExactly(1991, 1992, 1993);
  }

  @Test
  void itIsOwedByOfficesThatStayedOnAnyDayOfTheYear() {
    itIs(LocalDateTime.of(1991, 12, 31, 23, 30));
    Office lastDay = kept();
    Office neverDecided = entered();
    itIs(LocalDateTime.of(1992, 1, 1, 0, 10));
    Office nextYear = kept();
    Office firstDay = kept();
    end(lastDay);
    itIs(LocalDateTime.of(1993, 1, 1, 0, 10));
    end(firstDay);
    itIs(LocalDateTime.of(1994, 1, 2, 9, 0));
    begin();
    assertThat(yearsOf(lastDay)).as("kept on the last day of one year, ended on the first of the next").containsExactly(1991, 1992);
    assertThat(yearsOf(neverDecided)).isEmpty();
    assertThat(yearsOf(nextYear)).containsExactly(1992, 1993);
    assertThat(yearsOf(firstDay)).containsExactly(1992, 1993);
  }

  @Test
  void portionsAreBegunOneByOne() {
    ReflectionTestUtils.setField(beginningYear, "properties", new RegisterImportProperties(2));
    List<Office> many = IntStream.rangeClosed(1, 5).mapToObj(i -> kept()).toList();
    itIs(LocalDateTime.of(1992, 1, 2, 9, 0));
    ProcessInstance beginning = runtimeService().startProcessInstanceByKey(MODEL);
    assertThat(many.stream().filter(office -> !yearsOf(office).isEmpty())).as("each portion is a transaction of its own").hasSize(2);
    runDueJobs();
    assertThat(many).allSatisfy(office -> assertThat(yearsOf(office)).containsExactly(1991));
    assertThat(beginning).isEnded();
  }

  @Test
  void nobodyStartsASecondOneByHand() {
    Office office = kept();
    itIs(LocalDateTime.of(1992, 1, 2, 9, 0));
    begin();
    Map<String, Object> again = Map.of("officeId", office.id(), "year", 1991);
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey(SAMPLE, again)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("每个年度只办理一次");
    assertThat(yearsOf(office)).containsExactly(1991);
  }

  @Test
  void severalNodesAtOnceBeginOne() throws Exception {
    List<Office> some = IntStream.rangeClosed(1, 5).mapToObj(i -> kept()).toList();
    itIs(LocalDateTime.of(1992, 1, 2, 9, 0));
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    ExecutorService nodes = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (Future<Boolean> done : nodes.invokeAll(Collections.nCopies(AT_ONCE, (Callable<Boolean>) () -> {
        together.await();
        try {
          runtime.startProcessInstanceByKey(MODEL);
          return true;
        } catch (RuntimeException another) {
          // the engine tries its job again
          return false;
        }
      }))) {
        done.get();
      }
    } finally {
      nodes.shutdownNow();
    }
    begin();
    assertThat(some).allSatisfy(office -> assertThat(yearsOf(office)).containsExactly(1991));
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey(SAMPLE).count()).isEqualTo(some.size());
  }

  private static void begin() {
    runtimeService().startProcessInstanceByKey(MODEL);
    runDueJobs();
  }

  private Office entered() {
    Office office = SampleOffice.enter(register, LUOYANG);
    offices.add(office);
    return office;
  }

  private Office kept() {
    Office office = entered();
    register.retain(office.id(), "豫政函〔1991〕1号", null, null, "C3", "样例");
    return office;
  }

  private void end(Office office) {
    register.markToBeAbolished(office.id(), "C4", "样例");
  }

  private List<Integer> yearsOf(Office office) {
    return jdbc.sql("select case_year from yearly_case where office_id = ? order by case_year")
        .param(office.id())
        .query(Integer.class)
        .list();
  }

  private String caseOf(Office office) {
    return jdbc.sql("select case_number from yearly_case where office_id = ?").param(office.id()).query(String.class).single();
  }
}
