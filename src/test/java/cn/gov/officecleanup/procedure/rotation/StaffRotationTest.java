package cn.gov.officecleanup.procedure.rotation;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C13: officials rotate when their term in an office is over; who is hired where the office is does not. */
@EngineTest
class StaffRotationTest {

  private static final String LUOYANG = "410300";
  private static final String GOVERNMENT = "gov410300";
  private static final String PERSONNEL = "gov410300Personnel";
  private static final String LEADER = "gov410300Leader";
  private static final String SAMPLE = "sample-of-a-post";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private Postings postings;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseReading reading;
  @Autowired
  private Rotations rotations;
  @Autowired
  private EscalationLedger escalations;
  @Autowired
  private RotationFacts facts;
  @Autowired
  private PostingCounts counts;
  @Autowired
  private Opinions opinions;
  @Autowired
  private CaseDocuments documents;

  private Office office;
  private String person;

  @BeforeEach
  void anOfficeIsKept() {
    itIs(LocalDateTime.of(2023, 9, 1, 10, 0));
    office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 2, null, true));
    register.retain(office.id(), "豫政函〔2015〕1号", null, null, "C3", "经省政府批准保留。");
    // numbers of people are their government's: those of one test are not another's
    person = "LY-" + office.id();
  }

  @AfterEach
  void theyGo() {
    asApplication();
    Stream.of("leaving", "coming").forEach(identityService()::deleteUser);
    repositoryService().createDeploymentQuery()
        .deploymentName(SAMPLE)
        .list()
        .forEach(deployment -> repositoryService().deleteDeployment(deployment.getId(), true));
  }

  @Test
  void aRotationBeginsByItselfNinetyDaysBeforeTheEndAndMovesThePostInOneDay() {
    user("leaving");
    user("coming");
    identityService().createMembership("leaving", Groups.staffOf(office.id()));
    ProcessInstance posting = post(Map.of("account", "leaving"));
    String postingCase = posting.getBusinessKey();
    assertThat(posting).isWaitingAt("approaching").hasPassed("recordPosting", "enter");
    assertThat(postings.get(postingCase).endsOn()).isEqualTo("2026-08-31");
    assertThat(cases.get(postingCase).outcome()).isEqualTo("POSTED");
    itIs(LocalDateTime.of(2026, 6, 1, 23, 59));
    runDueJobs();
    assertThat(posting).isWaitingAt("approaching");
    String caseNumber = begin(2026);
    ProcessInstance rotation = rotation();
    assertThat(rotation).isWaitingAt("nominate");
    assertThat(reading.mayRead(PERSONNEL, cases.get(caseNumber))).isTrue();
    assertThat(reading.mayRead("provincialBureau", cases.get(caseNumber))).as("names stay in the government").isFalse();

    complete(caseNumber, "nominate", PERSONNEL, nomination(Map.of("successorAccount", "coming")));
    assertThat(rotation).isWaitingAt("confirm");
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "return", "opinion", "请说明现任人员的去向。"));
    assertThat(rotation).isWaitingAt("correct");
    complete(caseNumber, "correct", PERSONNEL, nomination(Map.of("successorAccount", "coming")));
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "return", "opinion", "请再研究。"));
    complete(caseNumber, "correct", PERSONNEL, nomination(Map.of("successorAccount", "coming")));
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    assertThatThrownBy(() -> complete(caseNumber, "decide", LEADER, Map.of("decision", "agree"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("任免通知的文号");
    complete(caseNumber, "decide", LEADER, Map.of("decision", "agree", "decisionNumber", "洛政任〔2026〕8号"));
    assertThat(rotation).isWaitingAt("handOver");
    String other = somethingThatIsClaimed(office);
    handOver(caseNumber);

    assertThat(rotation).isEnded().hasPassed("succeed", "succeeded");
    assertThat(posting).isEnded().hasPassed("rotated");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("ROTATED");
    assertThat(postings.get(postingCase)).extracting(Posting::endedOn, Posting::endReason)
        .containsExactly(LocalDate.of(2026, 6, 2), "轮换，由李同志继任（洛政任〔2026〕8号）。");
    assertThat(postings.lastingIn(office.id())).singleElement().satisfies(successor -> {
      assertThat(successor.name()).isEqualTo("李同志");
      assertThat(successor.postedOn()).isEqualTo("2026-06-02");
      assertThat(successor.endsOn()).isEqualTo("2029-06-01");
    });
    assertThat(posting()).isWaitingAt("approaching").hasNotPassed("recordPosting");
    assertThat(groupsOf("leaving")).isEmpty();
    assertThat(groupsOf("coming")).containsExactly(Groups.staffOf(office.id()));
    assertThat(task(other, "list").getAssignee()).isEqualTo("coming");
    assertThat(opinions.of(other)).extracting(Opinion::decisionLabel).containsExactly("移交coming");
  }

  @Test
  void aTermIsExtendedOnce() {
    ProcessInstance posting = post(Map.of());
    String caseNumber = begin(2026);
    complete(caseNumber, "nominate", PERSONNEL, Map.of("proposal", "EXTEND", "extensionReason", "正在办理的招商项目尚未完成。"));
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "agree"));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("EXTENDED");
    assertThat(postings.get(posting.getBusinessKey()).endsOn()).isEqualTo("2027-08-31");
    assertThat(posting).isWaitingAt("approaching");
    String again = begin(2027);
    assertThat(again).isNotEqualTo(caseNumber);
    complete(again, "nominate", PERSONNEL, Map.of("proposal", "EXTEND", "extensionReason", "正在办理的招商项目尚未完成。"));
    assertThat(rotation()).isWaitingAt("correct");
    assertThat(findings.open(again)).extracting(Finding::code).containsExactly("EXTENDED_ALREADY");
  }

  @ParameterizedTest
  @CsvSource({"kinship,IN_LINE,RELATED", "successorNumber,SAME,SAME_PERSON", "successorNumber,POSTED,POSTED_ALREADY",
      "successorAccount,nobody,NO_SUCH_ACCOUNT", "successorAccount,coming,IN_ANOTHER_UNIT"})
  void aSuccessorIsAnotherFreeAndUnrelatedPerson(String field, String value, String code) {
    user("coming");
    identityService().createMembership("coming", "gov410700");
    post(Map.of("personNumber", person + "-POSTED", "name", "王同志", "status", "LOCALLY_HIRED"));
    post(Map.of());
    String caseNumber = begin(2026);
    String written = switch (value) {
      case "SAME" -> person;
      case "POSTED" -> person + "-POSTED";
      default -> value;
    };
    complete(caseNumber, "nominate", PERSONNEL, nomination(Map.of(field, written)));
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly(code);
    assertThat(rotation()).isWaitingAt("correct");
  }

  @Test
  void whoIsHiredWhereTheOfficeIsDoesNotRotateAndCountsInTheEstablishment() {
    ProcessInstance hired = post(Map.of("status", "LOCALLY_HIRED", "personNumber", person + "-1", "contractOn", "2023-08-25"));
    assertThat(hired).isEnded().hasPassed("notRotated");
    assertThat(postings.get(hired.getBusinessKey()).endsOn()).isNull();
    post(Map.of());
    assertThatThrownBy(() -> post(Map.of("personNumber", person + "-3"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("核定编制2名，已有2人");
    assertThatThrownBy(() -> post(Map.of("status", "DISPATCHED", "duty", "SENSITIVE", "personNumber", person + "-4")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能从事辅助性工作");
    assertThatThrownBy(() -> post(Map.of("status", "SECONDED"))).isInstanceOf(RefusedException.class).hasMessageContaining("一人只能有一个任职");
  }

  /** From the first day of work a month, 1 October is in the National Day holiday; reminded and late as everything else. */
  @Test
  void aWrittenContractIsOwedWithinAMonthOfTheFirstDay() {
    ProcessInstance hired = post(Map.of("status", "LOCALLY_HIRED"));
    String caseNumber = hired.getBusinessKey();
    assertThat(hired).isWaitingAt("recordContract");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("POSTED");
    assertThat(Terms.lastDayOf(task(caseNumber, "recordContract").getDueDate())).isEqualTo("2023-10-07");
    itIs(LocalDateTime.of(2023, 9, 5, 9, 0));
    changed(caseNumber, "CORRECTION", "2023-08-30");
    assertThat(Terms.lastDayOf(task(caseNumber, "recordContract").getDueDate())).as("the day is corrected").isEqualTo("2023-10-07");
    changed(caseNumber, "CORRECTION", "2023-08-22");
    assertThat(Terms.lastDayOf(task(caseNumber, "recordContract").getDueDate())).isEqualTo("2023-09-22");
    itIs(LocalDateTime.of(2023, 9, 21, 9, 0));
    runDueJobs();
    itIs(LocalDateTime.of(2023, 9, 23, 0, 5));
    runDueJobs();
    assertThat(escalations.of(caseNumber)).extracting(Escalation::step, Escalation::kind)
        .contains(tuple("recordContract", Escalation.Kind.REMINDER), tuple("recordContract", Escalation.Kind.MISS));
    itIs(LocalDateTime.of(2023, 9, 25, 9, 0));
    assertThatThrownBy(() -> contract(caseNumber, "2023-09-26", "")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("书面劳动合同订立日期");
    assertThatThrownBy(() -> contract(caseNumber, "2023-09-25", "")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("最迟2023年9月22日（劳动合同法第十条），填写的是2023年9月25日")
        .hasMessageContaining("双倍工资");
    assertThatThrownBy(() -> contract(caseNumber, "2023-09-22", "经办人疏忽，已支付双倍工资。")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("没有超过2023年9月22日");
    contract(caseNumber, "2023-09-25", "经办人疏忽，已支付双倍工资。");
    assertThat(hired).isEnded().hasPassed("contractMade");
    assertThat(postings.get(caseNumber).contractOn()).isEqualTo("2023-09-25");
  }

  private static void contract(String caseNumber, String day, String lateNote) {
    complete(caseNumber, "recordContract", PERSONNEL, Map.of("contractOn", day, "contractLateNote", lateNote));
  }

  /** Also one that was made before the first day is a contract; of whoever has left none is expected, nor of whom another employs. */
  @Test
  void noContractIsExpectedWhereThereIsOneOrNobodyToMakeItWith() {
    assertThat(post(Map.of("status", "LOCALLY_HIRED", "contractOn", "2023-07-01"))).isEnded().hasNotPassed("recordContract");
    assertThatThrownBy(() -> {
      itIs(LocalDateTime.of(2023, 11, 1, 9, 0));
      post(Map.of("status", "LOCALLY_HIRED", "personNumber", person + "-1", "contractOn", "2023-10-30"));
    }).isInstanceOf(RefusedException.class).hasMessageContaining("最迟2023年10月7日");
    assertThat(post(Map.of("status", "DISPATCHED", "personNumber", person + "-2"))).isEnded().hasNotPassed("recordContract");
    ProcessInstance leaving = post(Map.of("status", "LOCALLY_HIRED", "personNumber", person + "-3"));
    changed(leaving.getBusinessKey(), "LEFT", "2023-11-01");
    assertThat(leaving).isEnded().hasPassed("postingOver", "noContract");
    ProcessInstance there = post(Map.of("status", "LOCALLY_HIRED", "personNumber", person + "-4"));
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    assertThat(there).as("its people are there until it is abolished").isWaitingAt("recordContract");
    register.abolish(office.id(), "豫政函〔2026〕9号", "C6", "已经撤销。");
    assertThat(there).isEnded().hasPassed("noContract");
  }

  /** Where the leader orders it; neither the handover nor the successor waits, and what is found is listed. */
  @Test
  void theTermOfAHeadIsAuditedWhereOrderedAndNothingWaitsForIt() {
    String postingCase = post(Map.of("duty", "HEAD", "post", "主任")).getBusinessKey();
    String caseNumber = begin(2026);
    complete(caseNumber, "nominate", PERSONNEL, nomination(Map.of()));
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    Map<String, Object> agreed = Map.of("decision", "agree", "decisionNumber", "洛政任〔2026〕8号");
    assertThatThrownBy(() -> complete(caseNumber, "decide", LEADER, agreed)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("请选择是否委托任期经济责任审计");
    complete(caseNumber, "decide", LEADER, with(agreed, Map.of("termAudit", "ORDERED", "termAuditReason", "洛组审函〔2026〕3号")));
    String audited = cases.openCaseOf(office.id(), "term-audit").orElseThrow().caseNumber();
    assertThat(cases.get(audited).parentCaseNumber()).isEqualTo(caseNumber);
    assertThat(Terms.lastDayOf(task(audited, "auditTerm").getDueDate())).isEqualTo("2026-08-31");
    assertThat(facts.of(cases.get(audited))).extracting(Fact::label, Fact::value)
        .contains(tuple("离任的负责人", "张同志（主任）"), tuple("任职期间", "2023年9月1日至离任之日（尚未登记）"));
    assertThat(facts.of(cases.get(caseNumber))).extracting(Fact::label, Fact::value).contains(tuple("案件" + audited, "已委托，尚未提出审计意见"));
    handOver(caseNumber);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("ROTATED");
    assertThat(postings.get(postingCase).endedOn()).isEqualTo("2026-06-02");
    Map<String, Object> opinion = Map.of("reportNumber", "豫审〔2026〕5号", "reportedOn", "2026-06-02", "termAuditConclusion", "PROBLEMS",
        "auditProblems", "三笔支出没有发票。\n\n  一辆公车没有入账。 ");
    assertThatThrownBy(() -> complete(audited, "auditTerm", "audit", opinion)).as("without the report")
        .isInstanceOf(RefusedException.class);
    report(audited);
    assertThatThrownBy(() -> complete(audited, "auditTerm", "audit", with(opinion, Map.of("auditProblems", ""))))
        .isInstanceOf(RefusedException.class);
    complete(audited, "auditTerm", "audit", opinion);
    assertThat(cases.get(audited).outcome()).isEqualTo("PROBLEMS_FOUND");
    assertThat(findings.open(audited)).extracting(Finding::message).containsExactly("豫审〔2026〕5号：三笔支出没有发票。", "豫审〔2026〕5号：一辆公车没有入账。");
    assertThat(facts.of(cases.get(caseNumber))).extracting(Fact::value).contains("发现问题（豫审〔2026〕5号，2026年6月2日）");
  }

  private void report(String audited) {
    documents.store(
        new NewDocument(audited, LUOYANG, "TERM_AUDIT_REPORT", "审计报告.pdf", "%PDF-1.4 report".getBytes(), "audit", "auditTerm", "audit"));
  }

  @ParameterizedTest
  @CsvSource({"HEAD,true", "GENERAL,false"})
  void aTermIsAuditedOfHeadsAloneAndNotWhereItIsNotOrdered(String duty, boolean asked) {
    post(Map.of("duty", duty));
    String caseNumber = begin(2026);
    complete(caseNumber, "nominate", PERSONNEL, nomination(Map.of()));
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    Map<String, Object> agreed = Map.of("decision", "agree", "decisionNumber", "洛政任〔2026〕8号");
    complete(caseNumber, "decide", LEADER,
        asked ? with(agreed, Map.of("termAudit", "NOT_ORDERED", "termAuditReason", "任职不满一年半，上年已经审计。")) : agreed);
    handOver(caseNumber);
    assertThat(cases.openCaseOf(office.id(), "term-audit")).isEmpty();
    assertThat(rotations.get(caseNumber).termAudit()).isEqualTo(asked ? TermAuditOrder.NOT_ORDERED : null);
  }

  /** Audit that finds nothing ends the case so; two heads who exchange are audited each. */
  @Test
  void ofTwoHeadsWhoExchangeEachTermIsAudited() {
    post(Map.of("duty", "HEAD"));
    Office first = office;
    office = keptIn("洛阳市人民政府驻西安办事处");
    String other = post(Map.of("personNumber", person + "-2", "name", "王同志", "duty", "HEAD", "postedOn", "2023-08-31")).getBusinessKey();
    itIs(LocalDateTime.of(2026, 6, 2, 9, 0));
    String caseNumber = rotationIn(first);
    exchange(caseNumber, "nominate", other);
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    complete(caseNumber, "decide", LEADER,
        Map.of("decision", "agree", "decisionNumber", "洛政任〔2026〕8号", "termAudit", "ORDERED", "termAuditReason", "洛组审函〔2026〕3号"));
    String audited = cases.openCaseOf(first.id(), "term-audit").orElseThrow().caseNumber();
    assertThat(cases.openCaseOf(office.id(), "term-audit")).isPresent();
    report(audited);
    complete(audited, "auditTerm", "audit",
        Map.of("reportNumber", "豫审〔2026〕5号", "reportedOn", "2026-06-02", "termAuditConclusion", "CLEAR"));
    assertThat(cases.get(audited).outcome()).isEqualTo("NOTHING_FOUND");
    assertThat(findings.open(audited)).isEmpty();
  }

  @Test
  void aHandoverBalancesToTheFenOrIsReportedAndWithoutAGiverHasTwoWitnesses() {
    post(Map.of());
    String caseNumber = begin(2026);
    complete(caseNumber, "nominate", PERSONNEL, nomination(Map.of()));
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "agree", "decisionNumber", "洛政任〔2026〕8号"));
    proof(caseNumber);
    Map<String, Object> sound = handover();
    refused(caseNumber, with(sound, Map.of("countedAmount", "1999.99")), "清点比账面少0.01元");
    refused(caseNumber, with(sound, Map.of("giver", "DETAINED", "witnesses", "甲同志")), "两名见证人");
    refused(caseNumber, with(sound, Map.of("giver", "DIED", "witnesses", "甲同志、甲同志")), "两名见证人");
    refused(caseNumber, with(sound, Map.of("supervisor", "张同志")), "不同的人");
    complete(caseNumber, "handOver", GOVERNMENT,
        with(sound, Map.of("giver", "RETIRED", "witnesses", "甲同志、乙同志", "countedAmount", "1999.99", "auditReportNumber", "洛驻郑〔2026〕3号")));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("ROTATED");
  }

  @Test
  void inAnOfficeThatDoesNotStandNobodyRotates() {
    ProcessInstance waiting = post(Map.of());
    ProcessInstance posting = post(Map.of("personNumber", person + "-2", "postedOn", "2023-08-01"));
    itIs(LocalDateTime.of(2026, 5, 10, 9, 0));
    runDueJobs();
    ProcessInstance rotation = rotation();
    String caseNumber = rotation.getBusinessKey();
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    assertThat(rotation).isEnded().hasPassed("officeEnded", "over");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("OFFICE_ENDED");
    assertThat(posting).isEnded();
    assertThat(postings.get(posting.getBusinessKey()).endedOn()).as("its people are there until it is abolished").isNull();
    register.abolish(office.id(), "豫政函〔2026〕9号", "C6", "已经撤销。");
    assertThat(postings.lastingIn(office.id())).isEmpty();
    assertThat(postings.get(waiting.getBusinessKey()).endedOn()).isEqualTo("2026-05-10");
    itIs(LocalDateTime.of(2026, 6, 2, 0, 1));
    runDueJobs();
    assertThat(waiting).isEnded().hasPassed("officeGone");
    assertThatThrownBy(() -> post(Map.of("personNumber", person + "-9"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不再登记任职");
  }

  /** A corrected day may make a term late at once: the rotation begins with the correction. */
  @Test
  void aCorrectedDayMovesTheEndOfTheTerm() {
    ProcessInstance posting = post(Map.of());
    String postingCase = posting.getBusinessKey();
    itIs(LocalDateTime.of(2025, 6, 2, 9, 0));
    changed(postingCase, "CORRECTION", "2023-10-01");
    assertThat(postings.get(postingCase).endsOn()).isEqualTo("2026-09-30");
    runDueJobs();
    assertThat(posting).isWaitingAt("approaching");
    changed(postingCase, "CORRECTION", "2022-08-01");
    assertThat(postings.get(postingCase).endsOn()).isEqualTo("2025-07-31");
    runDueJobs();
    assertThat(rotation()).isWaitingAt("nominate");
    assertThat(opinions.of(postingCase)).filteredOn(Opinion::step, "posting-changed")
        .extracting(Opinion::decisionLabel)
        .containsExactly("更正任职日期：由2023年9月1日改为2023年10月1日", "更正任职日期：由2023年10月1日改为2022年8月1日");
  }

  @Test
  void whoLeavesBeforeTheEndLeavesTheGroupThatDayAndIsSucceededAtOnce() {
    user("leaving");
    identityService().createMembership("leaving", Groups.staffOf(office.id()));
    ProcessInstance posting = post(Map.of("account", "leaving"));
    String postingCase = posting.getBusinessKey();
    itIs(LocalDateTime.of(2024, 3, 5, 9, 0));
    assertThatThrownBy(() -> changed(postingCase, "LEFT", "2023-08-31")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能早于任职日期");
    asApplication();
    changed(postingCase, "LEFT", "2024-03-05");
    assertThat(groupsOf("leaving")).isEmpty();
    assertThat(postings.get(postingCase).endedOn()).isEqualTo("2024-03-05");
    assertThatThrownBy(() -> changed(postingCase, "LEFT", "2024-03-05")).as("twice")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能从列出的选项中选择");
    runDueJobs();
    String caseNumber = rotation().getBusinessKey();
    complete(caseNumber, "nominate", PERSONNEL, Map.of("proposal", "EXTEND", "extensionReason", "正在办理的招商项目尚未完成。"));
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly("LEFT_ALREADY");
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    assertThat(posting).isEnded();
  }

  @Test
  void whatWasEnteredTwiceIsWithdrawnAndCountsForNothing() {
    ProcessInstance posting = post(Map.of());
    String postingCase = posting.getBusinessKey();
    changed(postingCase, "WITHDRAWN", "");
    runDueJobs();
    assertThat(posting).isEnded().hasPassed("officeGone");
    assertThat(postings.lastingIn(office.id())).isEmpty();
    assertThat(opinions.of(postingCase)).extracting(Opinion::decisionLabel).contains("撤销任职登记");
    itIs(LocalDateTime.of(2024, 9, 1, 9, 0));
    String again = post(Map.of("postedOn", "2024-09-01")).getBusinessKey();
    assertThat(postings.get(again).endsOn()).as("a full term").isEqualTo("2027-08-31");
    itIs(LocalDateTime.of(2027, 6, 3, 9, 0));
    runDueJobs();
    assertThatThrownBy(() -> changed(again, "WITHDRAWN", "")).isInstanceOf(RefusedException.class).hasMessageContaining("轮换已经启动");
  }

  /** The successor of the one is the giver of the other: one decision, two handovers, one day; the other's own rotation is over with it. */
  @Test
  void twoExchangeTheirPostsOnOneDay() {
    Office first = office;
    user("leaving");
    user("coming");
    String one = post(Map.of("account", "leaving")).getBusinessKey();
    office = keptIn("洛阳市人民政府驻西安办事处");
    itIs(LocalDateTime.of(2023, 9, 12, 9, 0));
    ProcessInstance other = post(
        Map.of("personNumber", person + "-2", "name", "王同志", "post", "处长", "account", "coming", "postedOn", "2023-09-11"));
    identityService().createMembership("leaving", Groups.staffOf(first.id()));
    identityService().createMembership("coming", Groups.staffOf(office.id()));
    String caseNumber = begin(2026);
    String claimed = somethingThatIsClaimed(first);
    exchange(caseNumber, "nominate", other.getBusinessKey());
    decided(caseNumber);
    handOver(caseNumber);
    assertThat(rotation()).isWaitingAt("handOverOther");
    assertThatThrownBy(() -> handOverOther(caseNumber, "49.99")).isInstanceOf(RefusedException.class).hasMessageContaining("清点比账面少0.01元");
    handOverOther(caseNumber, "50.00");

    assertThat(cases.get(caseNumber).outcome()).isEqualTo("ROTATED");
    assertThat(postings.get(one)).extracting(Posting::endedOn, Posting::endReason)
        .containsExactly(LocalDate.of(2026, 6, 2), "与王同志互换（洛政任〔2026〕8号）。");
    assertThat(postings.lastingIn(first.id())).extracting(Posting::name, Posting::post, Posting::postedOn)
        .containsExactly(tuple("王同志", "科长", LocalDate.of(2026, 6, 2)));
    assertThat(postings.lastingIn(office.id())).extracting(Posting::name, Posting::post, Posting::endsOn)
        .containsExactly(tuple("张同志", "处长", LocalDate.of(2029, 6, 1)));
    assertThat(groupsOf("leaving")).containsExactly(Groups.staffOf(office.id()));
    assertThat(groupsOf("coming")).containsExactly(Groups.staffOf(first.id()));
    assertThat(task(claimed, "list").getAssignee()).isEqualTo("coming");
    runDueJobs();
    assertThat(other).isEnded().hasPassed("officeGone").hasNotPassed("rotation");
  }

  @Test
  void anExchangeEndsTheOthersRotationThatIsUnderWay() {
    post(Map.of("postedOn", "2023-08-25"));
    office = keptIn("洛阳市人民政府驻西安办事处");
    String other = post(Map.of("personNumber", person + "-2", "name", "王同志")).getBusinessKey();
    itIs(LocalDateTime.of(2026, 5, 30, 9, 0));
    runDueJobs();
    String caseNumber = rotation().getBusinessKey();
    exchange(caseNumber, "nominate", other);
    decided(caseNumber);
    itIs(LocalDateTime.of(2026, 6, 2, 9, 0));
    runDueJobs();
    String others = cases.openCaseOf(office.id(), "staff-rotation").orElseThrow().caseNumber();
    handOver(caseNumber);
    handOverOther(caseNumber, "50.00");
    assertThat(cases.get(others).outcome()).isEqualTo("EXCHANGED");
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(other).list()).isEmpty();
  }

  /** Whoever leaves exchanges with nobody: the rotation of the other is thought over anew. */
  @Test
  void anExchangeFallsThroughWhenOneOfTheTwoLeavesOrTheOfficeEnds() {
    post(Map.of());
    Office first = office;
    Office xian = keptIn("洛阳市人民政府驻西安办事处");
    Office wuhan = keptIn("洛阳市人民政府驻武汉办事处");
    office = xian;
    String left = post(Map.of("personNumber", person + "-2")).getBusinessKey();
    office = wuhan;
    String ended = post(Map.of("personNumber", person + "-3")).getBusinessKey();
    itIs(LocalDateTime.of(2026, 6, 2, 9, 0));
    String caseNumber = rotationIn(first);
    exchange(caseNumber, "nominate", left);
    decided(caseNumber);
    changed(left, "LEFT", "2026-06-02");
    assertThat(task(caseNumber, "nominate")).isNotNull();
    exchange(caseNumber, "nominate", ended);
    decided(caseNumber);
    register.markToBeAbolished(wuhan.id(), "C1", "应予撤销。");
    assertThat(task(caseNumber, "nominate")).isNotNull();
  }

  @Test
  void whoDoesNotRotateOrIsInTheSameOfficeExchangesWithNobody() {
    post(Map.of());
    itIs(LocalDateTime.of(2023, 9, 20, 9, 0));
    String same = post(Map.of("personNumber", person + "-2", "postedOn", "2023-09-20")).getBusinessKey();
    Office first = office;
    office = keptIn("洛阳市人民政府驻西安办事处");
    String hired = post(Map.of("personNumber", person + "-3", "status", "LOCALLY_HIRED")).getBusinessKey();
    office = first;
    itIs(LocalDateTime.of(2026, 6, 2, 9, 0));
    String caseNumber = rotationIn(first);
    exchange(caseNumber, "nominate", same);
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly("SAME_OFFICE");
    exchange(caseNumber, "correct", hired);
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly("DOES_NOT_ROTATE");
    register.markToBeAbolished(cases.get(hired).officeId(), "C1", "应予撤销。");
    exchange(caseNumber, "nominate", hired);
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly("DOES_NOT_ROTATE", "OFFICE_ENDED");
  }

  /** @return number of the rotation of whom was posted in an office */
  private String rotationIn(Office first) {
    runDueJobs();
    return cases.openCaseOf(first.id(), "staff-rotation").orElseThrow().caseNumber();
  }

  private void exchange(String caseNumber, String step, String other) {
    complete(caseNumber, step, PERSONNEL, Map.of("proposal", "EXCHANGE", "exchangeWith", other, "kinship", "NONE"));
  }

  private static void decided(String caseNumber) {
    complete(caseNumber, "confirm", GOVERNMENT, Map.of("decision", "confirm"));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "agree", "decisionNumber", "洛政任〔2026〕8号"));
  }

  private void handOverOther(String caseNumber, String counted) {
    documents.store(new NewDocument(caseNumber, LUOYANG, "EXCHANGE_HANDOVER", "另一岗位的交接清单.pdf", "%PDF-1.4 other".getBytes(), GOVERNMENT,
        "handOverOther", GOVERNMENT));
    complete(caseNumber, "handOverOther", GOVERNMENT, Map.of("otherGiver", "PRESENT", "otherRecipient", "张同志", "otherSupervisor", "赵同志",
        "otherBookedAmount", "50.00", "otherCountedAmount", counted, "otherHandedOver", "印章一枚，档案两盒。"));
  }

  private Office keptIn(String name) {
    Office kept = register.enter(new OfficeEntry(register.nextRegisterNumber(), name, LUOYANG, SenderKind.GOVERNMENT, null, "610100", "西安市",
        WorkKind.GENERAL, null, null, 2, null, true));
    register.retain(kept.id(), "豫政函〔2015〕2号", null, null, "C3", "经省政府批准保留。");
    return kept;
  }

  /** One who rotates and is late, one who does not rotate; nobody is named. */
  @Test
  void theBureauReadsNumbersAndNoNames() throws IOException {
    post(Map.of());
    post(Map.of("personNumber", person + "-2", "name", "王同志", "status", "LOCALLY_HIRED"));
    itIs(LocalDateTime.of(2026, 9, 1, 9, 0));
    TableWorkbook workbook = new TableWorkbook();
    counts.add(workbook, 2026);
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook.toBytes()))) {
      DataFormatter cells = new DataFormatter();
      List<List<String>> rows = new ArrayList<>();
      read.getSheetAt(0).forEach(row -> rows.add(IntStream.range(0, 8).mapToObj(i -> cells.formatCellValue(row.getCell(i))).toList()));
      assertThat(rows).filteredOn(row -> row.get(1).equals(office.name()))
          .contains(List.of("洛阳市人民政府", office.name(), "2", "1", "1", "0", "0", "1"));
      assertThat(rows).allSatisfy(row -> assertThat(row).noneMatch(cell -> cell.contains("同志")));
    }
  }

  /** Of the year of the end day, whatever year it was entered in; who does not rotate is in none. */
  @Test
  void thePlanOfAYearListsWhoseTermIsOverInItAndStaysInTheGovernment() {
    post(Map.of("status", "LOCALLY_HIRED", "personNumber", person + "-1"));
    String postingCase = post(Map.of()).getBusinessKey();
    itIs(LocalDateTime.of(2026, 1, 1, 0, 30));
    ProcessInstance nobody = plan(2025);
    assertThat(nobody).isEnded().hasPassed("nobodyDue");
    assertThat(cases.get(nobody.getBusinessKey()).outcome()).isEqualTo("NOBODY_DUE");
    String caseNumber = plan(2026).getBusinessKey();
    assertThat(cases.get(caseNumber).title()).isEqualTo("洛阳市人民政府驻郑州办事处2026年度轮换计划");
    assertThat(reading.mayRead("provincialBureau", cases.get(caseNumber))).as("names stay in the government").isFalse();
    assertThatThrownBy(() -> confirmPlan(caseNumber)).isInstanceOf(RefusedException.class).hasMessageContaining("每人一行");
    assertThatThrownBy(() -> confirmPlan(caseNumber, postingCase, postingCase)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("每人一行");
    confirmPlan(caseNumber, postingCase);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("PLANNED");
    assertThat(facts.of(cases.get(caseNumber))).extracting(Fact::label, Fact::value)
        .containsExactly(tuple("张同志（科长）", "任期至2026年8月31日，拟轮换，提出继任人选：拟由市政府办公室派员接替"));
  }

  private ProcessInstance plan(int year) {
    asApplication();
    return runtimeService().startProcessInstanceByKey("rotation-plan", Map.of("officeId", office.id(), "year", year));
  }

  private static void confirmPlan(String caseNumber, String... postings) {
    complete(caseNumber, "confirmPlan", PERSONNEL,
        Map.of("planned",
            Stream.of(postings)
                .map("{\"postingCase\":\"%s\",\"intention\":\"ROTATE\",\"arrangement\":\"拟由市政府办公室派员接替\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"))));
  }

  @Test
  void nobodyChangesAPostingOfAnotherGovernment() {
    String postingCase = post(Map.of()).getBusinessKey();
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> start(postingCase, "LEFT", "2023-09-01")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能从列出的选项中选择");
  }

  private static void changed(String postingCase, String change, String day) {
    as(GOVERNMENT, GOVERNMENT);
    try {
      start(postingCase, change, day);
    } finally {
      asApplication();
    }
  }

  private static void start(String postingCase, String change, String day) {
    String definition = repositoryService().createProcessDefinitionQuery()
        .processDefinitionKey("posting-change")
        .latestVersion()
        .singleResult()
        .getId();
    formService().submitStartForm(definition, Map.of("posting", postingCase, "postingChange", change, "changedOn", day, "words", "组织部门来函"));
  }

  private ProcessInstance post(Map<String, Object> different) {
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("staff-posting", Map.of("officeId", office.id()));
    complete(instance.getBusinessKey(), "recordPosting", PERSONNEL, with(Map.of("name", "张同志", "personNumber", person, "status",
        "CIVIL_SERVANT", "post", "科长", "duty", "GENERAL", "postedOn", "2023-09-01", "basisNumber", "洛政任〔2023〕1号"), different));
    return instance;
  }

  /** @return number of the case that has begun by itself on 2 June */
  private String begin(int year) {
    itIs(LocalDateTime.of(year, 6, 2, 0, 1));
    runDueJobs();
    return rotation().getBusinessKey();
  }

  private static ProcessInstance rotation() {
    return runtimeService().createProcessInstanceQuery().processDefinitionKey("staff-rotation").singleResult();
  }

  private static ProcessInstance posting() {
    return runtimeService().createProcessInstanceQuery().processDefinitionKey("staff-posting").singleResult();
  }

  private Map<String, Object> nomination(Map<String, Object> different) {
    return with(Map.of("proposal", "ROTATE", "successorName", "李同志", "successorNumber", person + "-NEXT", "successorKind", "CIVIL_SERVANT",
        "kinship", "NONE", "nextPost", "回市政府办公室任职"), different);
  }

  private static Map<String, Object> handover() {
    return Map.of("giver", "PRESENT", "recipient", "李同志", "supervisor", "赵同志", "bookedAmount", "2000.00", "countedAmount", "2000.00",
        "handedOver", "印章一枚，档案两盒。");
  }

  private void handOver(String caseNumber) {
    proof(caseNumber);
    complete(caseNumber, "handOver", GOVERNMENT, handover());
  }

  private void proof(String caseNumber) {
    documents.store(new NewDocument(caseNumber, LUOYANG, "ROTATION_HANDOVER", "交接清单.pdf", "%PDF-1.4 list".getBytes(), GOVERNMENT,
        "handOver", GOVERNMENT));
  }

  private static void refused(String caseNumber, Map<String, Object> values, String words) {
    assertThatThrownBy(() -> complete(caseNumber, "handOver", GOVERNMENT, values)).isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  /** @return number of a case in which who leaves has taken a task of the office on */
  private String somethingThatIsClaimed(Office office) {
    var model = Bpmn.createExecutableProcess(SAMPLE)
        .camundaHistoryTimeToLive(1)
        .startEvent()
        .userTask("list")
        .name("list")
        .camundaCandidateGroups("office${officeId}")
        .endEvent()
        .done();
    repositoryService().createDeployment().name(SAMPLE).addModelInstance(SAMPLE + ".bpmn", model).deploy();
    String caseNumber = cases.open("YL", SAMPLE, "样例", LUOYANG, office.id(), null);
    runtimeService().startProcessInstanceByKey(SAMPLE, caseNumber, Map.of("officeId", office.id()));
    taskService().claim(task(caseNumber, "list").getId(), "leaving");
    return caseNumber;
  }

  private static Map<String, Object> with(Map<String, Object> values, Map<String, Object> different) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(different);
    return all;
  }

  private static List<String> groupsOf(String user) {
    return identityService().createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  private static void user(String id) {
    identityService().saveUser(identityService().newUser(id));
  }
}
