package cn.gov.officecleanup.procedure.inspection;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.passedIn;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.edge.board.BoardFigure;
import cn.gov.officecleanup.edge.board.Boards;
import cn.gov.officecleanup.edge.board.RegimeBoards;
import cn.gov.officecleanup.edge.search.CasePages;
import cn.gov.officecleanup.edge.search.CaseSearch;
import cn.gov.officecleanup.edge.search.ReadablePages;
import cn.gov.officecleanup.edge.search.SearchQuery;
import cn.gov.officecleanup.edge.search.WorkList;
import cn.gov.officecleanup.edge.search.WorkLists;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.handling.HandlingOptions;
import cn.gov.officecleanup.mechanism.handling.MoreTime;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.MembershipEnded;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeInCase;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.inspection.InspectionFinding.Urgency;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C14: an inspection is known to its team and the bureau's leader until it is at the door; then it takes its way in the open. */
@EngineTest
class InspectionTest {

  private static final String LUOYANG = "410300";
  private static final String LEAD = "inspectorOne";
  private static final String SECOND = "inspectorTwo";
  private static final String LEADER = "provincialBureauLeader";
  private static final String REASON = "群众反映超标准接待。";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReading reading;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private InspectionFindings findings;
  @Autowired
  private CaseSearch search;
  @Autowired
  private WorkLists lists;
  @Autowired
  private ReadablePages pages;
  @Autowired
  private CasePages casePages;
  @Autowired
  private Boards boards;
  @Autowired
  private RegimeBoards regime;
  @Autowired
  private OfficeInCase inCase;
  @Autowired
  private AuditLog auditLog;
  @Autowired
  private EscalationLedger escalations;
  @Autowired
  private ApplicationEventPublisher events;
  @Autowired
  private HandlingOptions.Finder handling;
  @Autowired
  private MoreTime moreTime;

  private Office office;
  private ProcessInstance instance;
  private String caseNumber;

  @BeforeEach
  void twoInspectors() {
    itIs(LocalDateTime.of(2026, 6, 1, 9, 0));
    for (String inspector : List.of(LEAD, SECOND)) {
      User user = identityService().newUser(inspector);
      user.setLastName(inspector.equals(LEAD) ? "赵组长" : "钱成员");
      identityService().saveUser(user);
      identityService().createMembership(inspector, Groups.PROVINCIAL_BUREAU);
    }
    office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    register.retain(office.id(), "豫政函〔2014〕%d号".formatted(office.id()), null, null, "C3", "经省政府批准予以保留。");
  }

  @AfterEach
  void theyLeave() {
    asApplication();
    List.of(LEAD, SECOND).forEach(identityService()::deleteUser);
  }

  // --- before the door

  @Test
  void nobodyLearnsOfItWhoIsNotNamed() {
    underWay();
    auditLog.note(AuditEvent.Kind.FILTER_REMOVED, LEAD, "试", null, caseNumber);
    itIs(LocalDateTime.of(2026, 9, 21, 9, 0));
    runDueJobs();
    assertThat(escalations.of(caseNumber)).as("what was missed is noted").isNotEmpty();
    assertThat(jdbc.sql("select count(*) from act_ru_execution where business_key_ = ?").param(caseNumber).query(Long.class).single())
        .as("nothing runs beside it")
        .isOne();
    for (Official outsider : outsiders()) {
      assertThat(traces(outsider)).as(outsider.userId()).isEmpty();
    }
    assertThat(inCase.openCaseOf(office.id())).isEmpty();
    assertThat(auditLog.find(new AuditQuery(null, null, caseNumber, null, null), null)).isEmpty();
    assertThat(auditLog.count(new AuditQuery(null, null, caseNumber, null, null))).isZero();
  }

  @Test
  void whoIsNamedReadsIt() {
    underWay();
    for (Official named : List.of(official(LEAD, "provincialBureau"), official(SECOND, "provincialBureau"), official(LEADER, LEADER))) {
      assertThat(reading.mayRead(named, cases.get(caseNumber))).as(named.userId()).isTrue();
      assertThat(search.find(new SearchQuery(caseNumber, null, null, null), named).cases()).as(named.userId()).hasSize(1);
      assertThat(pages.cases(null, null, 500, named)).as("other systems read it not, whoever they read for")
          .noneMatch(file -> file.caseNumber().equals(caseNumber));
      assertThat(pages.cases(null, pages.cases(null, null, 1, named).get(0).caseNumber(), 500, named)).as("nor on a later page")
          .noneMatch(file -> file.caseNumber().equals(caseNumber));
    }
    as(LEAD, "provincialBureau");
    assertThat(lists.of(WorkList.Kind.TO_DO, new WorkList.Filter(null, null, null), official(LEAD, "provincialBureau")).rows())
        .anyMatch(row -> row.caseNumber().equals(caseNumber));
  }

  @Test
  void whoLeavesTheBureauIsNamedNoMore() {
    underWay();
    events.publishEvent(new MembershipEnded(SECOND, Set.of(Groups.PROVINCIAL_BUREAU)));
    assertThat(reading.mayRead(official(SECOND, "provincialBureau"), cases.get(caseNumber))).isFalse();
    assertThat(reading.mayRead(official(LEAD, "provincialBureau"), cases.get(caseNumber))).isTrue();
  }

  @Test
  void theStepOfWhoLeadsAndLeavesIsTheLeaders() {
    underWay();
    identityService().deleteMembership(LEAD, Groups.PROVINCIAL_BUREAU);
    assertThat(reading.mayRead(official(LEAD, "provincialBureau"), cases.get(caseNumber))).isFalse();
    assertThat(task(caseNumber, "arrive").getAssignee()).isNull();
    as(LEAD, "provincialBureau");
    assertThat(taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).count()).isZero();
    as(LEADER, LEADER);
    assertThat(taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).count()).isOne();
  }

  /** Nor does a colleague who wants the same; whoever does it twice has done it once. */
  @Test
  void aColleagueMayBeginOneOfTheSameOffice() {
    begin();
    assertThatThrownBy(this::begin).isInstanceOf(RefusedException.class).hasMessageContaining("正在办理");
    asApplication();
    as(SECOND, "provincialBureau");
    assertThat(runtimeService()
        .startProcessInstanceByKey("inspection", Map.of("officeId", String.valueOf(office.id()), "occasion", "ORDERED", "reason", "领导交办。"))
        .getBusinessKey()).startsWith("XC-");
  }

  @Test
  void nothingBeginsBesideIt() {
    begin();
    String task = task(caseNumber, "appointTeam").getId();
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("case-circulation", caseNumber)).hasMessageContaining("只限案内人员知悉");
    assertThat(taskService().createTaskQuery().taskId(task).count()).isOne();
  }

  @Test
  void nothingIsOfferedByWhichOthersWouldLearnOfIt() {
    begin();
    asApplication();
    as(LEADER, LEADER);
    String task = task(caseNumber, "appointTeam").getId();
    HandlingOptions options = handling.of(task).orElseThrow();
    assertThat(options.askable()).isEmpty();
    assertThat(options.readers()).isEmpty();
    assertThat(options.assistants()).isEmpty();
    assertThat(moreTime.ofTask(task).orElseThrow().extendable()).isZero();
    asApplication();
    jdbc.sql("update case_file set confided = false where case_number = ?").param(caseNumber).update();
    as(LEADER, LEADER);
    assertThat(handling.of(task).orElseThrow().readers()).as("once it is open").isNotEmpty();
  }

  @Test
  void everybodyWhoReadsItsLikeReadsItOnceItIsAtTheDoor() {
    underWay();
    arrive("2026-06-10");
    for (Official reader : outsiders()) {
      assertThat(reading.mayRead(reader, cases.get(caseNumber))).as(reader.userId()).isTrue();
    }
    assertThat(traces(official("supervisors", "supervisors"))).isNotEmpty();
    for (Official reader : outsiders()) {
      as(reader.userId(), reader.userId());
      assertThat(String.valueOf(casePages.of(caseNumber, reader))).as("who may have reported it: " + reader.userId())
          .contains("问题线索")
          .doesNotContain(REASON);
      asApplication();
    }
    as(LEAD, "provincialBureau");
    assertThat(String.valueOf(casePages.of(caseNumber, official(LEAD, "provincialBureau")))).contains(REASON);
    asApplication();
    assertThat(auditLog.count(new AuditQuery(null, null, caseNumber, null, null))).isNotNegative();
    assertThat(inCase.openCaseOf(office.id())).isPresent();
  }

  // --- the team

  @ParameterizedTest
  @CsvSource({"inspectorOne,OTHER,巡查组成员重复", "inspectorTwo,410300,来自被巡查单位所在的洛阳市", "inspectorTwo,,来自哪个城市"})
  void theTeamIsOfTwoOfWhomNoneMustStayAway(String second, String home, String why) {
    begin();
    Map<String, Object> team = team();
    team.put("secondInspector", second);
    team.put("secondHome", home);
    assertThatThrownBy(() -> complete(caseNumber, "appointTeam", LEADER, team)).isInstanceOf(RefusedException.class)
        .hasMessageContaining(home == null ? "成员来自" : why);
    assertThat(instance).isWaitingAt("appointTeam");
  }

  @Test
  void whoIsOnTheListOfThoseWhoStayAwayIsRefused() {
    begin();
    Map<String, Object> team = team();
    team.put("excludedPeople", "孙某、钱成员");
    assertThatThrownBy(() -> complete(caseNumber, "appointTeam", LEADER, team)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“钱成员”在回避名单中");
  }

  @Test
  void whoDeclaresThatSomebodyMustStayAwayGetsAnotherTeam() {
    appointed();
    by(LEAD, "prepareVisit", Map.of("decision", "replace", "opinion", "钱成员与该处主任是亲属。"));
    assertThat(instance).isWaitingAt("appointTeam");
  }

  @Test
  void aVisitIsNotPreparedWithoutTheDeclaration() {
    appointed();
    assertThatThrownBy(() -> by(LEAD, "prepareVisit", prepared(false))).isInstanceOf(RefusedException.class).hasMessageContaining("回避");
  }

  @Test
  void aNoticeThatIsReturnedIsPreparedAnew() {
    appointed();
    by(LEAD, "prepareVisit", prepared(true));
    complete(caseNumber, "signNotice", LEADER, Map.of("decision", "return", "opinion", "巡查事项写得太窄。"));
    assertThat(instance).isWaitingAt("prepareVisit");
    assertThat(issued("INSPECTION_NOTICE")).isEmpty();
  }

  @Test
  void theTeamsStepIsItsLeadsAlone() {
    appointed();
    String step = task(caseNumber, "prepareVisit").getId();
    for (String other : List.of(SECOND, "provincialBureau")) {
      as(other, "provincialBureau");
      assertThatThrownBy(() -> taskService().complete(step, prepared(true))).as(other).isInstanceOf(Exception.class);
      asApplication();
    }
    as(LEAD, "provincialBureau");
    assertThatThrownBy(() -> taskService().setAssignee(step, null)).isInstanceOf(RefusedException.class);
  }

  // --- from the door on

  @Test
  void theNoticeTheStatementAndTheLetterAreFiled() {
    fedBack();
    assertThat(instance).isEnded().hasPassed("openCase", "fedBack");
    assertThat(issued("INSPECTION_NOTICE")).singleElement().asString().contains("洛阳市人民政府驻郑州办事处", "赵组长、钱成员", "公务接待的情况", "特此通知");
    assertThat(issued("INSPECTION_STATEMENT")).singleElement().asString().contains("超标准接待三批次", "1,200.00元", "已经签字确认");
    assertThat(issued("INSPECTION_FEEDBACK")).singleElement()
        .asString()
        .contains("洛阳市人民政府：", "退回超出标准的费用", "2026年8月11日前（含当日）完成")
        .doesNotContain("C14");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("FED_BACK");
  }

  @Test
  void whoRefusesToSignIsNotedWithTheReason() {
    underWay();
    arrive("2026-06-10");
    Map<String, Object> facts = facts("2026-06-10");
    facts.put("statementState", "REFUSED");
    assertThatThrownBy(() -> by(LEAD, "recordFacts", facts)).isInstanceOf(RefusedException.class).hasMessageContaining("拒绝签字的理由");
    asApplication();
    facts.put("refusalReason", "主任称须请示市政府，见证人李四。");
    by(LEAD, "recordFacts", facts);
    assertThat(issued("INSPECTION_STATEMENT")).singleElement().asString().contains("拒绝签字，理由：主任称须请示市政府");
  }

  @Test
  void whoIsSilentForTenWorkingDaysIsHeardNoMore() {
    underWay();
    arrive("2026-06-10");
    recorded();
    assertThat(waiting()).containsExactlyInAnyOrder("answerOffice", "answerGovernment");
    itIs(LocalDateTime.of(2026, 6, 30, 0, 10));
    runDueJobs();
    assertThat(waiting()).contains("draftFeedback").doesNotContain("answerOffice", "answerGovernment");
    assertThat(passedIn(instance, "inspection-feedback")).contains("officeSilent", "governmentSilent");
  }

  @Test
  void forAnOfficeThatHasEndedItsGovernmentAnswers() {
    underWay();
    arrive("2026-06-10");
    register.markToBeAbolished(office.id(), "C3", "省政府批准撤销。");
    register.abolish(office.id(), "豫政函〔2026〕9号", "C3", "撤销。");
    recorded();
    assertThat(waiting()).containsExactly("answerGovernment");
  }

  @Test
  void whereNothingWasFoundNobodyAnswers() {
    underWay();
    arrive("2026-06-10");
    attach("recordFacts", "SIGNED_STATEMENT");
    Map<String, Object> facts = facts("2026-06-10");
    facts.put("inspectionFindings", "[]");
    by(LEAD, "recordFacts", facts);
    assertThat(waiting()).containsExactly("draftFeedback");
    by(SECOND, "draftFeedback", Map.of("conclusion", "管理规范。", "demands", "[]"));
    complete(caseNumber, "signFeedback", LEADER, Map.of("decision", "sign", "opinion", "同意。"));
    assertThat(issued("INSPECTION_FEEDBACK")).singleElement().asString().contains("没有发现需要整改的问题");
  }

  @Test
  void theLeaderSignsWithinFifteenWorkingDaysOfTheLastDayOnSite() {
    underWay();
    arrive("2026-06-10");
    recorded();
    answered();
    drafted();
    assertThat(task(caseNumber, "signFeedback").getDueDate().toInstant().atZone(EngineClock.ZONE).toLocalDate()).isEqualTo("2026-07-06");
  }

  @Test
  void whatIsReturnedIsDraftedAnew() {
    underWay();
    arrive("2026-06-10");
    recorded();
    answered();
    drafted();
    complete(caseNumber, "signFeedback", LEADER, Map.of("decision", "return", "opinion", "要求不明确。"));
    assertThat(waiting()).containsExactly("draftFeedback");
    assertThatThrownBy(() -> by(SECOND, "draftFeedback", Map.of("conclusion", "存在一个问题。", "demands", "[]")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("每个问题都要提出整改要求");
  }

  /** The worked example: sixty days end in the holiday of the National Day. */
  @Test
  void aDeadlineThatEndsOnADayOffEndsOnTheNextWorkingDay() {
    assertThat(findings.dueOn(Urgency.NORMAL, LocalDate.of(2026, 8, 3))).isEqualTo("2026-10-08");
    assertThat(findings.dueOn(Urgency.IMMEDIATE, LocalDate.of(2026, 8, 3))).isEqualTo("2026-08-18");
  }

  // --- steps

  private void begin() {
    as(LEAD, "provincialBureau");
    try {
      instance = runtimeService().startProcessInstanceByKey("inspection",
          Map.of("officeId", String.valueOf(office.id()), "occasion", "CLUE", "reason", REASON));
    } finally {
      asApplication();
    }
    caseNumber = instance.getBusinessKey();
  }

  private static Map<String, Object> team() {
    return new HashMap<>(Map.of("leadInspector", LEAD, "leadHome", "410100", "secondInspector", SECOND, "secondHome", "OTHER"));
  }

  private void appointed() {
    begin();
    complete(caseNumber, "appointTeam", LEADER, team());
  }

  private static Map<String, Object> prepared(boolean unrelated) {
    return Map.of("decision", "ready", "plannedFrom", "2026-06-10", "plannedUntil", "2026-06-12", "scope", "公务接待的情况", "unrelated",
        unrelated);
  }

  private void underWay() {
    appointed();
    by(LEAD, "prepareVisit", prepared(true));
    complete(caseNumber, "signNotice", LEADER, Map.of("decision", "sign", "opinion", "同意。"));
    assertThat(instance).isWaitingAt("arrive");
  }

  private void arrive(String day) {
    itIs(LocalDate.parse(day).atTime(15, 0));
    by(LEAD, "arrive", Map.of("arrivedOn", day, "arrivedTime", "09:30", "hostPerson", "李主任"));
  }

  private static Map<String, Object> facts(String leftOn) {
    return new HashMap<>(Map.of("leftOn", leftOn, "statementState", "SIGNED", "inspectionFindings", """
      [{"kind":"RECEPTION","fact":"超标准接待三批次。","ruleBroken":"接待标准","amount":"1200.00","responsibleBody":"洛阳市人民政府驻郑州办事处",
        "severity":"MINOR","proof":"接待清单三份"}]"""));
  }

  private void recorded() {
    itIs(LocalDateTime.of(2026, 6, 12, 16, 0));
    attach("recordFacts", "SIGNED_STATEMENT");
    by(LEAD, "recordFacts", facts("2026-06-12"));
  }

  private void answered() {
    complete(caseNumber, "answerOffice", Groups.staffOf(office.id()), Map.of("officeAnswer", "没有意见。"));
    complete(caseNumber, "answerGovernment", "gov" + LUOYANG, Map.of("governmentAnswer", "没有意见。"));
  }

  private void drafted() {
    by(SECOND, "draftFeedback",
        Map.of("conclusion", "管理比较规范，存在一个问题。", "demands", "[{\"position\":\"1\",\"measure\":\"退回超出标准的费用。\",\"urgency\":\"NORMAL\"}]"));
  }

  private void fedBack() {
    underWay();
    arrive("2026-06-10");
    recorded();
    answered();
    drafted();
    complete(caseNumber, "signFeedback", LEADER, Map.of("decision", "sign", "opinion", "同意。"));
  }

  private void by(String user, String step, Map<String, Object> values) {
    String task = task(caseNumber, step).getId();
    as(user, "provincialBureau");
    try {
      taskService().complete(task, values);
    } finally {
      asApplication();
    }
  }

  private void attach(String step, String kind) {
    documents.store(new NewDocument(caseNumber, LUOYANG, kind, kind + ".pdf",
        ("%PDF-1.4\n" + caseNumber + kind).getBytes(StandardCharsets.UTF_8), LEAD, step, "provincialBureau"));
  }

  private List<String> waiting() {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  private List<String> issued(String kind) {
    return documents.list(caseNumber).stream().filter(document -> document.kind().equals(kind)).map(document -> {
      try (XWPFWordExtractor text = new XWPFWordExtractor(
          new XWPFDocument(new ByteArrayInputStream(documents.content(document.id()).orElseThrow())))) {
        return text.getText();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }).toList();
  }

  // --- who looks for it

  private static Official official(String user, String group) {
    return new Official(user, user, Set.of(group));
  }

  private List<Official> outsiders() {
    return Stream
        .of(Groups.staffOf(office.id()), Groups.headOf(office.id()), "gov" + LUOYANG, "gov" + LUOYANG + "Leader", "supervisors",
            "discipline", "audit", "gov410000", "gov410000Leader")
        .map(group -> official(group, group))
        .toList();
  }

  /** @return whatever this official finds of the case, wherever one looks */
  private List<String> traces(Official who) {
    List<String> found = new ArrayList<>();
    asApplication();
    if (reading.mayRead(who, cases.get(caseNumber))) {
      found.add("read");
    }
    found.addAll(search.find(new SearchQuery("巡查", null, null, null), who)
        .cases()
        .stream()
        .filter(listed -> listed.caseNumber().equals(caseNumber))
        .map(listed -> "searched")
        .toList());
    search.find(new SearchQuery("巡查通知", null, null, null), who)
        .documents()
        .stream()
        .filter(document -> document.caseNumber().equals(caseNumber))
        .forEach(document -> found.add("document"));
    pages.cases(null, null, 500, who).stream().filter(file -> file.caseNumber().equals(caseNumber)).forEach(file -> found.add("listed"));
    pages.tasks(null, 500, who).stream().filter(task -> task.caseNumber().equals(caseNumber)).forEach(task -> found.add("task listed"));
    casePages.of(caseNumber, who).ifPresent(page -> found.add("page"));
    boards.casesOf(LUOYANG, who).stream().filter(row -> row.caseNumber().equals(caseNumber)).forEach(row -> found.add("on the board"));
    boards.countedIn(BoardFigure.LATE, null, null, who)
        .stream()
        .filter(item -> item.registerNumber() != null && item.registerNumber().equals(office.registerNumber()))
        .forEach(item -> found.add("counted late"));
    regime.of(who)
        .rows()
        .stream()
        .filter(row -> row.registerNumber().equals(office.registerNumber()) && row.late() > 0)
        .forEach(row -> found.add("late on the board"));
    identityService().setAuthentication(who.userId(), List.copyOf(who.groups()));
    try {
      for (WorkList.Kind kind : WorkList.Kind.values()) {
        lists.of(kind, new WorkList.Filter(null, null, null), who)
            .rows()
            .stream()
            .filter(row -> row.caseNumber().equals(caseNumber))
            .forEach(row -> found.add("in the list " + kind));
      }
      if (runtimeService().createProcessInstanceQuery().processDefinitionKey("inspection").count() > 0
          || runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count() > 0) {
        found.add("instance");
      }
      if (taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).count() > 0
          || taskService().createTaskQuery().processDefinitionKey("inspection").count() > 0) {
        found.add("task");
      }
      if (historyService().createHistoricProcessInstanceQuery().processDefinitionKey("inspection").count() > 0
          || historyService().createHistoricTaskInstanceQuery().processDefinitionKey("inspection").count() > 0
          || historyService().createHistoricActivityInstanceQuery().activityId("appointTeam").count() > 0) {
        found.add("history");
      }
    } finally {
      asApplication();
    }
    return found;
  }
}
