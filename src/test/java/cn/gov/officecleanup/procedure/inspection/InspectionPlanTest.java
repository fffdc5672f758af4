package cn.gov.officecleanup.procedure.inspection;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.inspection.InspectionPlans.Drawn;
import cn.gov.officecleanup.procedure.inspection.OfficeRisks.Risk;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C14: who is inspected in a year is drawn by risk and by a lot that can be repeated, and known to nobody but who is to know. */
@EngineTest
class InspectionPlanTest {

  private static final String BUREAU = "provincialBureau";
  private static final String LEADER = "provincialBureauLeader";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReading reading;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private InspectionPlans plans;
  @Autowired
  private InspectionVisits visits;
  @Autowired
  private OfficeRisks risks;
  @Autowired
  private JdbcClient jdbc;

  private Office risky;
  private ProcessInstance instance;
  private String caseNumber;

  @BeforeEach
  void officesThatStay() {
    itIs(LocalDateTime.of(2026, 1, 12, 9, 0));
    risky = office("平顶山市人民政府驻郑州办事处");
    office("平顶山市人民政府驻武汉办事处");
    office("平顶山市人民政府驻西安办事处");
    jdbc.sql("insert into office_business_entity (office_id, name, kind, part_by) values (?, '鹰城宾馆', 'HOTEL', date '2025-06-30')")
        .param(risky.id())
        .update();
  }

  private Office office(String name) {
    Office office = register.enter(new OfficeEntry(register.nextRegisterNumber(), name, "410400", SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    register.retain(office.id(), "豫政函〔2014〕%d号".formatted(office.id()), null, null, "C3", "经省政府批准予以保留。");
    return office;
  }

  private void begin(int byRisk, int byChance) {
    as(BUREAU, BUREAU);
    try {
      instance = runtimeService().startProcessInstanceByKey("inspection-plan",
          Map.of("planYear", "2026", "byRisk", String.valueOf(byRisk), "byChance", String.valueOf(byChance)));
    } finally {
      asApplication();
    }
    caseNumber = instance.getBusinessKey();
  }

  @Test
  void whatTheSystemKnowsIsTheRisk() {
    assertThat(risks.now()).filteredOn(risk -> risk.officeId() == risky.id()).singleElement().satisfies(risk -> {
      assertThat(risk.score()).isEqualTo(25);
      assertThat(risk.reasons()).containsExactly("经营性实体逾期没有脱钩1个");
    });
  }

  /** Whoever doubts the lot draws again with its seed. */
  @Test
  void theSameSeedDrawsTheSame() {
    List<Risk> all = IntStream.range(0, 40).mapToObj(id -> new Risk(id, Math.max(0, 5 - id), List.of("理由"))).toList();
    List<Drawn> once = InspectionPlans.draw("XJ-2026-0001", all, 3, 4, 4711);
    assertThat(InspectionPlans.draw("XJ-2026-0001", all, 3, 4, 4711)).isEqualTo(once);
    assertThat(once).filteredOn(drawn -> drawn.occasion() == Occasion.RISK).extracting(Drawn::officeId).containsExactly(0L, 1L, 2L);
    assertThat(once).filteredOn(drawn -> drawn.occasion() == Occasion.CHANCE).hasSize(4);
    assertThat(IntStream.range(0, 20).mapToObj(seed -> InspectionPlans.draw("XJ-2026-0001", all, 3, 4, seed)).distinct().count())
        .isGreaterThan(10);
  }

  @Test
  void noMoreAreDrawnThanThereAreAndNoneByRiskOfWhomNothingSpeaks() {
    List<Risk> all = List.of(new Risk(1, 4, List.of("理由")), new Risk(2, 0, List.of()));
    assertThat(InspectionPlans.draw("XJ-2026-0001", all, 5, 9, 1)).extracting(Drawn::occasion)
        .containsExactly(Occasion.RISK, Occasion.CHANCE);
  }

  @Test
  void whatWasDrawnBeginsAsCasesThatAreConfided() {
    // other tests may have left offices of higher risk
    begin(100, 1);
    InspectionPlan plan = plans.get(caseNumber);
    assertThat(plans.drawnOf(caseNumber)).isEqualTo(InspectionPlans.draw(caseNumber, risks.now(), 100, 1, plan.seed()));
    complete(caseNumber, "writePlan", BUREAU, Map.of("purpose", "资产和公务接待的管理。"));
    complete(caseNumber, "signPlan", LEADER, Map.of("decision", "sign", "opinion", "同意。"));
    assertThat(instance).isEnded().hasPassed("issuePlan", "beginVisits");
    List<CaseFile> begun = cases.openCasesOf("inspection");
    assertThat(begun).extracting(CaseFile::officeId)
        .containsAll(plans.inspectedBy(caseNumber).stream().map(Drawn::officeId).toList())
        .contains(risky.id());
    assertThat(begun).allSatisfy(visit -> {
      assertThat(visit.confided()).isTrue();
      assertThat(visit.parentCaseNumber()).as("nothing leads from one to the other").isNull();
      assertThat(reading.mayRead(new Official("supervisors", "supervisors", Set.of("supervisors")), visit)).isFalse();
      assertThat(reading.mayRead(new Official(LEADER, LEADER, Set.of(LEADER)), visit)).isTrue();
    });
    assertThat(visits.get(begun.stream().filter(visit -> visit.officeId() == risky.id()).findFirst().orElseThrow().caseNumber()).reason())
        .isEqualTo("2026年度巡查计划：经营性实体逾期没有脱钩1个");
    assertThat(documents.list(caseNumber)).extracting(StoredDocument::kind).contains("INSPECTION_PLAN");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("PLANNED");
    assertThat(cases.get(caseNumber).confided()).isTrue();
  }

  @Test
  void whatTheLeaderReturnsIsWrittenAnewAndNotDrawnAnew() {
    begin(1, 1);
    List<Drawn> drawn = plans.drawnOf(caseNumber);
    complete(caseNumber, "writePlan", BUREAU, Map.of("purpose", "资产的管理。"));
    complete(caseNumber, "signPlan", LEADER, Map.of("decision", "return", "opinion", "补充公务接待。"));
    assertThat(instance).isWaitingAt("writePlan");
    assertThat(plans.drawnOf(caseNumber)).isEqualTo(drawn);
  }

  @Test
  void theStepOfWhoDrewIsNobodyElses() {
    begin(0, 1);
    String step = task(caseNumber, "writePlan").getId();
    as("provincialBureauSecond", BUREAU);
    assertThatThrownBy(() -> taskService().complete(step, Map.of("purpose", "资产的管理。"))).isInstanceOf(Exception.class);
    assertThat(taskService().createTaskQuery().taskId(step).count()).isZero();
  }
}
