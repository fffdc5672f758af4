package cn.gov.officecleanup.procedure.reception;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.appraisal.AppraisalFacts;
import cn.gov.officecleanup.procedure.appraisal.CountedFact;
import cn.gov.officecleanup.procedure.appraisal.Veto;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C18: receptions rest on a letter, keep to its people and stay within the year's budget, whoever is at work at once. */
@EngineTest
class OfficialReceptionTest {

  private static final String LUOYANG = "410300";
  private static final String GOVERNMENT = "gov410300";
  private static final String FINANCE = "gov410300Finance";
  private static final String CANTEEN = "市政府机关食堂";
  private static final int AT_ONCE = 16;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private ReceptionMoney money;
  @Autowired
  private ReceptionFacts facts;
  @Autowired
  private FindingShortages shortages;
  @Autowired
  private Receptions receptions;
  @Autowired
  private PaidLists years;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseReading reading;
  @Autowired
  private List<AppraisalFacts> appraised;

  private Office office;
  private String staff;
  private String head;
  private int letters;
  private long sharedBy;

  @BeforeEach
  void anOfficeIsKeptAndHasABudget() {
    jdbc.sql("delete from reception_standard").update();
    itIs(LocalDateTime.of(2026, 3, 2, 10, 0));
    office = kept();
    staff = Groups.staffOf(office.id());
    head = Groups.headOf(office.id());
    budget("2026", "BUDGET", "50000.00");
    jdbc.sql("delete from reception_supplier").update();
    supplier(CANTEEN, "CANTEEN");
  }

  @Test
  void aReceptionIsAppliedForApprovedListedSignedAndPaidInParts() {
    ProcessInstance reception = apply(plan("2000.00"));
    String caseNumber = reception.getBusinessKey();
    assertThat(reception).isWaitingAt("approve");
    complete(caseNumber, "approve", head, Map.of("decision", "return", "opinion", "请核对人数。"));
    complete(caseNumber, "correct", staff, plan("3000.00"));
    assertThat(available()).isEqualByComparingTo("50000.00");
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    assertThat(available()).isEqualByComparingTo("47000.00");
    complete(caseNumber, "list", staff, held("2800.00", Map.of()));
    complete(caseNumber, "sign", head, Map.of("decision", "return", "opinion", "请更正单价。"));
    complete(caseNumber, "list", staff, held("2800.00", Map.of()));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(available()).isEqualByComparingTo("47200.00");
    invoice(caseNumber);
    assertThatThrownBy(() -> pay(caseNumber, "2800.01")).isInstanceOf(RefusedException.class).hasMessageContaining("超过接待清单");
    pay(caseNumber, "2000.00");
    assertThat(reception).isWaitingAt("pay");
    pay(caseNumber, "799.99");
    assertThat(reception).as("a fen is open").isWaitingAt("pay");
    pay(caseNumber, "0.01");
    assertThat(reception).isEnded().hasPassed("done");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    assertThat(available()).isEqualByComparingTo("47200.00");
  }

  /** The example of three receptions and a budget of 50,000 yuan. */
  @Test
  void whatIsReservedAndNotSpentIsFreeAgain() {
    String first = approved("3000.00");
    String second = approved("2500.00");
    assertThat(available()).isEqualByComparingTo("44500.00");
    signed(first, "2800.00");
    assertThat(available()).isEqualByComparingTo("44700.00");
    invoice(first);
    pay(first, "2000.00");
    pay(first, "800.00");
    assertThat(available()).isEqualByComparingTo("44700.00");
    complete(second, "list", staff, Map.of("decision", "cancelled", "opinion", "来访改期。"));
    assertThat(cases.get(second).outcome()).isEqualTo("CANCELLED");
    assertThat(available()).isEqualByComparingTo("47200.00");
    String third = apply(plan("47200.01")).getBusinessKey();
    assertThat(codes(third)).containsExactly("BUDGET_EXCEEDED");
    complete(third, "correct", staff, with(plan("47200.01"), Map.of("abandoned", true)));
    assertThat(cases.get(third).outcome()).isEqualTo("ABANDONED");
  }

  @Test
  void aListAboveTheEstimateIsApprovedByWhoApproved() {
    String caseNumber = approved("2500.00");
    complete(caseNumber, "list", staff, held("2600.00", Map.of()));
    complete(caseNumber, "excess", head, Map.of("decision", "return", "opinion", "请核减。"));
    complete(caseNumber, "list", staff, held("3000.01", Map.of()));
    assertThatThrownBy(() -> complete(caseNumber, "excess", head, Map.of("decision", "agree"))).as("above the head's threshold")
        .isInstanceOf(RuntimeException.class);
    complete(caseNumber, "excess", GOVERNMENT, Map.of("decision", "agree"));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(available()).isEqualByComparingTo("46999.99");
  }

  @Test
  void aListBeyondTheBudgetWaitsForItsAdjustment() {
    String caseNumber = approved("3000.00");
    signed(approved("3000.00"), "3000.00");
    complete(caseNumber, "list", staff, held("47000.01", Map.of()));
    assertThatThrownBy(() -> complete(caseNumber, "excess", GOVERNMENT, Map.of("decision", "agree"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("先调整预算");
    budget("2026", "ADJUSTMENT", "0.01");
    complete(caseNumber, "excess", GOVERNMENT, Map.of("decision", "agree"));
    assertThat(available()).isEqualByComparingTo("0.00");
    assertThatThrownBy(() -> budget("2026", "ADJUSTMENT", "0.01")).isInstanceOf(RefusedException.class).hasMessageContaining("重复登记");
    assertThatThrownBy(() -> budget("2026", "ADJUSTMENT", "-0.01")).isInstanceOf(RefusedException.class).hasMessageContaining("少于零");
    assertThatThrownBy(() -> budget("2026", "BUDGET", "1.00")).isInstanceOf(RefusedException.class).hasMessageContaining("已经登记");
    assertThatThrownBy(() -> budget("2027", "ADJUSTMENT", "1.00")).isInstanceOf(RefusedException.class).hasMessageContaining("尚未登记");
  }

  @Test
  void aReceptionWithoutCostHasItsListAllTheSame() {
    String caseNumber = approved("100.00");
    complete(caseNumber, "list", staff, held("0.00", Map.of()));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    assertThat(available()).isEqualByComparingTo("50000.00");
  }

  /** Rules, section 7: neither guest nor companion alone. */
  @ParameterizedTest
  @ValueSource(strings = {"guests", "companions"})
  void nobodyApprovesWhereOneIsGuestOrAloneWithThem(String table) {
    String oneself = "[{\"name\":\"%s\",\"employer\":\"办事处\",\"jobTitle\":\"主任\"}]".formatted(head);
    String caseNumber = apply(with(plan("1.00"), Map.of(table, oneself))).getBusinessKey();
    assertThatThrownBy(() -> complete(caseNumber, "approve", head, Map.of("decision", "agree"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("由其他负责人审批");
  }

  /** Rules, section 7: the bureau sees sums, not names. */
  @Test
  void whoApprovesReadsWhatIsPlannedAndTheBureauNoNames() {
    String caseNumber = apply(plan("2000.00")).getBusinessKey();
    assertThat(read(caseNumber, head)).contains("2人\n来访1（办公室，科员）\n来访2（办公室，科员）", "2026年3月2日，场地，市政府机关食堂：会议室，1 × 2,000.00元 = 2,000.00元",
        "2026年度，50,000.00元");
    assertThat(read(caseNumber, Groups.AUDIT)).anyMatch(told -> told.contains("来访1"));
    assertThat(read(caseNumber, Groups.PROVINCIAL_BUREAU)).contains("2人", "2,000.00元").noneMatch(told -> told.contains("来访1"));
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    signed(caseNumber, "1900.00");
    invoice(caseNumber);
    pay(caseNumber, "900.00");
    assertThat(read(caseNumber, FINANCE)).contains("1,900.00元", "1,000.00元", "2026年度，48,100.00元")
        .anyMatch(told -> told.startsWith("2026年3月2日，市政府机关食堂900.00元，银行转账，发票P"));
  }

  /** Rules, section 7: three forms, each filed by the decision that makes it; names of guests are not the bureau's to read. */
  @Test
  void whatIsApprovedListedAndPaidIsAFormOfItsOwn() throws IOException {
    String caseNumber = approved("2000.00");
    signed(caseNumber, "1900.00");
    invoice(caseNumber);
    pay(caseNumber, "900.00");
    pay(caseNumber, "999.99");
    Map<String, List<StoredDocument>> forms = documents.list(caseNumber)
        .stream()
        .filter(document -> document.kind().startsWith("RECEPTION_") && !document.kind().equals("RECEPTION_LETTER"))
        .collect(Collectors.groupingBy(StoredDocument::kind));
    assertThat(words(forms.get("RECEPTION_APPROVAL").get(0))).contains("洛阳市人民政府驻郑州办事处公务接待审批单", "编号：" + caseNumber,
        "2人：来访1（办公室，科员）、来访2（办公室，科员）", "会议室", "2,000.00", "2026年度，50,000.00元", "同意", head);
    assertThat(words(forms.get("RECEPTION_LIST").get(0))).contains("公务接待清单", "1,900.00", "清单属实", "来访1");
    assertThat(forms.get("RECEPTION_REIMBURSEMENT")).hasSize(2);
    assertThat(words(forms.get("RECEPTION_REIMBURSEMENT").get(1))).contains("公务接待报销单", "900.00", "999.99", "1,899.99", "0.01", "银行转账");
    CaseFile file = cases.get(caseNumber);
    forms.keySet().forEach(kind -> {
      assertThat(reading.mayReadDocument(member(head), file, kind)).isTrue();
      assertThat(reading.mayReadDocument(member(FINANCE), file, kind)).isTrue();
      assertThat(reading.mayReadDocument(member(Groups.AUDIT), file, kind)).isTrue();
      assertThat(reading.mayReadDocument(member(Groups.PROVINCIAL_BUREAU), file, kind)).isFalse();
    });
    assertThat(reading.mayReadDocument(member(Groups.PROVINCIAL_BUREAU), file, "INVOICE")).isTrue();
  }

  private static Official member(String group) {
    return new Official(group, group, Set.of(group));
  }

  private String words(StoredDocument document) throws IOException {
    try (XWPFDocument docx = new XWPFDocument(new ByteArrayInputStream(documents.content(document.id()).orElseThrow()));
        XWPFWordExtractor extractor = new XWPFWordExtractor(docx)) {
      return extractor.getText().replace("\n", "");
    }
  }

  /** What of the office's receptions of a year leaves it no higher grade than the rules of the appraisal say. */
  private List<String> limiting(int year) {
    return appraised.stream()
        .flatMap(contributor -> contributor.of(office.id(), year).stream())
        .filter(fact -> fact.veto() == Veto.RECEPTION)
        .map(CountedFact::told)
        .toList();
  }

  private List<String> read(String caseNumber, String group) {
    as(group, group);
    try {
      return facts.of(cases.get(caseNumber)).stream().map(CaseFacts.Fact::value).toList();
    } finally {
      asApplication();
    }
  }

  @Test
  void anApprovalIsTakenBackBeforeTheEventOrBeforeAllIsPaid() {
    String early = apply(with(plan("3000.00"), Map.of("startsOn", "2026-03-03", "endsOn", "2026-03-03", "items", "[]"))).getBusinessKey();
    assertThatThrownBy(() -> revoke(early, head)).as("nothing is approved yet").isInstanceOf(RefusedException.class);
    complete(early, "approve", head, Map.of("decision", "agree"));
    String another = Groups.headOf(kept().id());
    assertThatThrownBy(() -> revoke(early, another)).as("by who did not approve").isInstanceOf(RefusedException.class);
    revoke(early, head);
    assertThat(cases.get(early).outcome()).isEqualTo("REVOKED");

    String late = approved("2000.00");
    signed(late, "2000.00");
    invoice(late);
    pay(late, "500.00");
    assertThat(available()).isEqualByComparingTo("48000.00");
    revoke(late, GOVERNMENT);
    assertThat(cases.get(late).outcome()).isEqualTo("UNPAID");
    assertThat(codes(late)).containsExactly("APPROVAL_REVOKED");
    assertThat(available()).isEqualByComparingTo("49500.00");
    assertThat(years.of(office.id(), 2026).unpaid()).isEqualByComparingTo("0.00");
  }

  /** Rules, section 7: after the event the list is owed, payment is blocked, a finding stays, of a false letter also the referral. */
  @ParameterizedTest
  @CsvSource({"REVOKED,APPROVAL_REVOKED,", "FALSE_LETTER,LETTER_FALSE,市纪委监委〔2026〕1号"})
  void whatIsTakenBackAfterTheEventHasItsListAndIsNotPaid(String ground, String finding, String referredTo) {
    String caseNumber = approved("2000.00");
    Map<String, Object> wish = new HashMap<>(Map.of("approvedReception", caseNumber, "reason", "来函单位称没有发函。", "revocationGround", ground));
    if (referredTo != null) {
      assertThatThrownBy(() -> enter(GOVERNMENT, "reception-revocation", wish)).isInstanceOf(RefusedException.class)
          .hasMessageContaining("移送机关");
      wish.put("referredTo", referredTo);
    }
    enter(GOVERNMENT, "reception-revocation", wish);
    assertThat(available()).isEqualByComparingTo("50000.00");
    assertThatThrownBy(() -> enter(GOVERNMENT, "reception-revocation", wish)).as("once").isInstanceOf(RefusedException.class);
    complete(caseNumber, "list", staff, held("2500.00", Map.of()));
    assertThat(codes(caseNumber)).containsExactly(finding);
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("UNPAID");
    assertThat(available()).isEqualByComparingTo("50000.00");
    assertThat(codes(caseNumber)).as("it stays with the case").containsExactly(finding);
    assertThat(read(caseNumber, GOVERNMENT)).contains(referredTo == null ? "2026年3月2日" : referredTo);
  }

  /** Rules, section 7: a letter found false after all was paid: recorded, referred, and what was paid comes back or is decided about. */
  @Test
  void whatWasPaidOnAFalseLetterIsRecovered() {
    String caseNumber = approved("2000.00");
    signed(caseNumber, "2000.00");
    invoice(caseNumber);
    pay(caseNumber, "2000.00");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    refund(caseNumber, "100.00", "2026-03-02");
    assertThatThrownBy(() -> revoke(caseNumber, GOVERNMENT)).isInstanceOf(RefusedException.class).hasMessageContaining("撤销事由请选“公函不实”");
    Map<String, Object> wish = Map.of("approvedReception", caseNumber, "reason", "来函单位称没有发函。", "revocationGround", "FALSE_LETTER",
        "referredTo", "市纪委监委〔2026〕1号");
    assertThatThrownBy(() -> enter(head, "reception-revocation", wish)).as("what is over is the government's")
        .isInstanceOf(RefusedException.class);
    enter(GOVERNMENT, "reception-revocation", wish);
    assertThatThrownBy(() -> enter(GOVERNMENT, "reception-revocation", wish)).as("once").isInstanceOf(RefusedException.class);
    assertThat(codes(caseNumber)).containsExactly("PAID_ON_FALSE_LETTER", "LETTER_FALSE");
    assertThat(read(caseNumber, GOVERNMENT)).contains("市纪委监委〔2026〕1号", "1,900.00元");
    String recovery = cases.openCaseOf(office.id(), RevokingApproval.RECOVERY).orElseThrow().caseNumber();
    assertThatThrownBy(() -> complete(recovery, "recover", GOVERNMENT, Map.of("decision", "recovered")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("仍有1,900.00元没有退回");
    refund(caseNumber, "1899.99", "2026-03-02");
    complete(recovery, "recover", GOVERNMENT, Map.of("decision", "unrecoverable", "opinion", "余款无法追回。"));
    String leader = Groups.leaderOf(LUOYANG);
    complete(recovery, "decide", leader, Map.of("decision", "return", "opinion", "继续追回。"));
    refund(caseNumber, "0.01", "2026-03-02");
    complete(recovery, "recover", GOVERNMENT, Map.of("decision", "recovered"));
    assertThat(cases.get(recovery).outcome()).isEqualTo("RECOVERED");
    assertThat(years.of(office.id(), 2026).paid()).isEqualByComparingTo("0.00");
    assertThat(limiting(2026)).containsExactly("案件%s：接待所凭的公函不实，按无公函接待认定。".formatted(caseNumber));
  }

  /**
   * What was paid before the letter was found false comes back, what was not yet paid never is; what cannot come back the leader decides.
   */
  @Test
  void whatWasPaidInPartOnAFalseLetterIsRecoveredOrDecidedAbout() {
    String caseNumber = approved("2000.00");
    signed(caseNumber, "2000.00");
    invoice(caseNumber);
    pay(caseNumber, "500.00");
    enter(GOVERNMENT, "reception-revocation",
        Map.of("approvedReception", caseNumber, "reason", "来函单位称没有发函。", "revocationGround", "FALSE_LETTER", "referredTo", "市纪委监委〔2026〕2号"));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("UNPAID");
    String recovery = cases.openCaseOf(office.id(), RevokingApproval.RECOVERY).orElseThrow().caseNumber();
    assertThat(cases.get(recovery).title()).contains(caseNumber);
    complete(recovery, "recover", GOVERNMENT, Map.of("decision", "unrecoverable", "opinion", "供应商已经注销。"));
    complete(recovery, "decide", Groups.leaderOf(LUOYANG), Map.of("decision", "agree", "opinion", "同意，另案追责。"));
    assertThat(cases.get(recovery).outcome()).isEqualTo("UNRECOVERABLE");
    assertThat(codes(caseNumber)).as("the findings stay").containsExactly("PAID_ON_FALSE_LETTER", "LETTER_FALSE");
  }

  /** Rules, section 7: each of several hosts has its own list with all guests; who sits at one table is counted together. */
  @Test
  void hostsWhoShareALetterNameEachOtherAndCountTheirCompanionsTogether() {
    standard("60.00", "2026-01-01");
    Map<String, Object> first = with(plan("1.00"), Map.of("letterNumber", "SHARED" + office.id(), "companions", people("陪同", 2), "items",
        "[%s]".formatted(item("WORK_MEAL", CANTEEN, "工作餐", "3", "10.00", "2026-03-02"))));
    String one = apply(first).getBusinessKey();
    assertThat(codes(one)).isEmpty();
    complete(one, "approve", head, Map.of("decision", "agree"));
    assertThat(codes(apply(with(first, Map.of("sharedWith", office.name()))).getBusinessKey())).as("a split of the same office is one")
        .contains("LETTER_USED");

    String host = office.name();
    office = kept();
    staff = Groups.staffOf(office.id());
    budget("2026", "BUDGET", "50000.00");
    String other = apply(with(first, Map.of("companions", people("作陪", 1)))).getBusinessKey();
    assertThat(codes(other)).containsExactly("HOST_NOT_NAMED");
    assertThat(findings.open(other).get(0).message()).doesNotContain(one);
    complete(other, "correct", staff, with(first, Map.of("sharedWith", host, "companions", people("作陪", 2))));
    assertThat(codes(other)).containsExactly(SharedReceptions.COMPANIONS_TOGETHER);
    complete(other, "correct", staff, with(first, Map.of("sharedWith", "样例商会、" + host, "companions", people("作陪", 1))));
    assertThat(codes(other)).as("three at table for two guests, who are counted in full in each list").isEmpty();
    head = Groups.headOf(office.id());
    complete(other, "approve", head, Map.of("decision", "agree"));
    String items = first.get("items").toString();
    complete(other, "list", staff, held("1.00", Map.of("companions", people("作陪", 2), "items", items)));
    assertThat(codes(other)).as("what took place stays with the case").containsExactly(SharedReceptions.COMPANIONS_TOGETHER);
    complete(other, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
  }

  /**
   * Two guests, five companions of two hosts, two of them too many: 66.66 of 166.65 is cut, 26.66 and 40.00 by the largest remainder,
   * whoever signs first.
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsTooMuchOfASharedMealIsCutFromEachHost(boolean firstSignsFirst) {
    Office firstOffice = office;
    String first = hosting(null, 2);
    Office secondOffice = kept();
    hostedBy(secondOffice);
    budget("2026", "BUDGET", "50000.00");
    String second = hosting(firstOffice.name(), 1);
    complete(second, "list", staff, held("1.00", Map.of("companions", people("作陪", 3), "items", shared("5"))));
    assertThat(codes(second)).containsExactly(SharedReceptions.COMPANIONS_TOGETHER);
    hostedBy(firstOffice);
    complete(first, "list", staff, held("1.00", Map.of("companions", people("陪同", 2), "items", shared("4"))));
    List<Runnable> signatures = List.of(
        () -> complete(first, "sign", Groups.headOf(firstOffice.id()), Map.of("decision", "sign", "costsDeclared", true)),
        () -> complete(second, "sign", Groups.headOf(secondOffice.id()), Map.of("decision", "sign", "costsDeclared", true)));
    signatures.get(firstSignsFirst ? 0 : 1).run();
    signatures.get(firstSignsFirst ? 1 : 0).run();
    assertThat(receptions.get(first).sharedExcess()).isEqualTo("26.66");
    assertThat(receptions.get(second).sharedExcess()).isEqualTo("40.00");
    assertThat(money.owed(first)).as("4 by 33.33, less 26.66").isEqualTo("106.66");
    assertThat(money.owed(second)).as("5 by 33.33, less 40.00").isEqualTo("126.65");
    invoice(second);
    assertThatThrownBy(() -> pay(second, "126.66")).isInstanceOf(RefusedException.class).hasMessageContaining("尚未报销的126.65元");
    pay(second, "126.65");
    assertThat(read(second, GOVERNMENT)).contains("同一餐各共同接待单位合计陪餐5人，最多可陪3人，超出的餐费66.66元由各单位按陪餐人员的餐费分摊，本单位核减40.00元");
  }

  /** What a list that is signed could not know yet is borne by who lists later. */
  @Test
  void whoListsLaterBearsWhatTheOthersDidNotKnow() {
    Office firstOffice = office;
    String first = hosting(null, 2);
    Office secondOffice = kept();
    hostedBy(secondOffice);
    budget("2026", "BUDGET", "50000.00");
    String second = hosting(firstOffice.name(), 1);
    hostedBy(firstOffice);
    complete(first, "list", staff, held("1.00", Map.of("companions", people("陪同", 2), "items", shared("4"))));
    complete(first, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(money.owed(first)).isEqualTo("133.32");
    hostedBy(secondOffice);
    complete(second, "list", staff, held("1.00", Map.of("companions", people("作陪", 3), "items", shared("5"))));
    complete(second, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(money.owed(second)).as("5 by 33.33, less 66.66").isEqualTo("99.99");
    assertThat(money.owed(first)).isEqualTo("133.32");
  }

  private void hostedBy(Office host) {
    office = host;
    staff = Groups.staffOf(host.id());
    head = Groups.headOf(host.id());
  }

  private static String shared(String quantity) {
    return "[%s]".formatted(item("WORK_MEAL", CANTEEN, "工作餐", quantity, "33.33", "2026-03-02"));
  }

  /** @return number of a case that is approved, on the letter that all of a test share */
  private String hosting(String with, int companions) {
    if (with == null) {
      standard("60.00", "2026-01-01");
    }
    Map<String, Object> plan = with(plan("1.00"),
        Map.of("letterNumber", "TOGETHER", "companions", people(with == null ? "陪同" : "作陪", companions), "items",
            "[%s]".formatted(item("WORK_MEAL", CANTEEN, "工作餐", "3", "60.00", "2026-03-02"))));
    plan.put("letterSender", "焦作市第%d办公室".formatted(with == null ? office.id() : sharedBy));
    plan.put("sharedWith", with);
    sharedBy = with == null ? office.id() : sharedBy;
    String caseNumber = apply(plan).getBusinessKey();
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    return caseNumber;
  }

  /** An invoice is of the office as it was called on its day; on the day of the change it may be either. */
  @Test
  void anInvoiceMayNameTheOfficeAsItWasCalledOnItsDay() {
    itIs(LocalDateTime.of(2026, 2, 28, 9, 0));
    String former = office.name();
    register.rename(office.id(), "洛阳市人民政府驻郑州联络处", "豫政函〔2026〕%d号".formatted(office.id()));
    itIs(LocalDateTime.of(2026, 3, 2, 10, 0));
    String caseNumber = approved("100.00");
    complete(caseNumber, "list", staff, held("100.00", Map.of()));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    invoice(caseNumber);
    Map<String, Object> under = with(payment("60.00"), Map.of("invoiceBuyer", former));
    assertThatThrownBy(() -> complete(caseNumber, "pay", FINANCE, under)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("本机构2026年2月28日以前的名称，请填写开票日期");
    assertThatThrownBy(() -> complete(caseNumber, "pay", FINANCE, with(under, Map.of("invoicedOn", "2026-03-01"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("该名称使用至2026年2月28日")
        .hasMessageContaining("换开发票");
    complete(caseNumber, "pay", FINANCE, with(under, Map.of("invoicedOn", "2026-02-28")));
    complete(caseNumber, "pay", FINANCE, with(payment("40.00"), Map.of("invoiceBuyer", "洛阳市人民政府驻郑州联络处")));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    assertThat(jdbc.sql("select invoiced_on from reception_payment where case_number = ? order by id")
        .param(caseNumber)
        .query(LocalDate.class)
        .list()).containsExactly(LocalDate.of(2026, 2, 28), null);
  }

  /** Rules, section 7: costs of others are not moved in: the signer says so, and the invoice is the office's own. */
  @Test
  void costsAreMovedToNobody() {
    String caseNumber = approved("100.00");
    complete(caseNumber, "list", staff, held("100.00", Map.of()));
    assertThatThrownBy(() -> complete(caseNumber, "sign", head, Map.of("decision", "sign"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("声明");
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    invoice(caseNumber);
    for (String buyer : List.of("洛阳市人民政府", "洛阳某某集团有限公司")) {
      assertThatThrownBy(() -> complete(caseNumber, "pay", FINANCE, with(payment("100.00"), Map.of("invoiceBuyer", buyer))))
          .isInstanceOf(RefusedException.class)
          .hasMessageContaining("禁止向下级单位及其他单位、企业、个人转嫁接待费用");
    }
    complete(caseNumber, "pay", FINANCE, with(payment("100.00"), Map.of("invoiceBuyer", "洛阳市人民政府 驻郑州办事处")));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
  }

  /** What an approval reserved of a later year's budget is free again, too. */
  @Test
  void whatIsReservedForTheNextYearIsFreedByTheCancellation() {
    budget("2027", "BUDGET", "9000.00");
    Map<String, Object> next = with(plan("3000.00"), Map.of("startsOn", "2027-01-05", "endsOn", "2027-01-05", "items",
        "[%s]".formatted(item("VENUE", CANTEEN, "会议室", "1", "3000.00", "2027-01-05"))));
    String caseNumber = apply(next).getBusinessKey();
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    assertThat(money.available(office.id(), 2027)).isEqualByComparingTo("6000.00");
    assertThat(available()).isEqualByComparingTo("50000.00");
    assertThatThrownBy(() -> complete(caseNumber, "list", staff, held("3000.00", Map.of()))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("接待至2027年1月5日结束，当日起才能填写");
    complete(caseNumber, "list", staff, Map.of("decision", "cancelled", "opinion", "来访改期。"));
    assertThat(money.available(office.id(), 2027)).isEqualByComparingTo("9000.00");
  }

  /** Rules, section 7: guests change on the day; the meal of who was one too many at table is not paid. */
  @Test
  void companionsAboveTheRuleAreAFindingAndTheirMealsAreNotPaid() {
    standard("60.00", "2026-01-01");
    String caseNumber = approved("300.00");
    String six = "[%s]".formatted(item("WORK_MEAL", CANTEEN, "工作餐", "6", "50.00", "2026-03-02"));
    complete(caseNumber, "list", staff, held("1.00", Map.of("companions", people("陪同", 4), "items", six)));
    assertThat(codes(caseNumber)).containsExactly(ReceptionRules.COMPANIONS);
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(available()).as("five of six").isEqualByComparingTo("49750.00");
    invoice(caseNumber);
    assertThatThrownBy(() -> pay(caseNumber, "250.01")).isInstanceOf(RefusedException.class);
    pay(caseNumber, "250.00");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    assertThat(codes(caseNumber)).containsExactly(ReceptionRules.COMPANIONS);
    assertThat(years.of(office.id(), 2026).items()).extracting(sum -> sum.name() + sum.amount()).containsExactly("工作餐250.00");
    assertThat(limiting(2026)).singleElement().asString().contains(caseNumber, "陪餐4人，最多可陪3人");
    assertThat(limiting(2025)).as("of the year of the event").isEmpty();
  }

  /** The term of the list runs from the event's last day; late it is supervised, and its number stays what it was. */
  @Test
  void aListThatIsLateIsSupervisedAndKeepsItsNumberOverNewYear() {
    itIs(LocalDateTime.of(2026, 12, 21, 10, 0));
    ProcessInstance reception = apply(with(plan("100.00"), Map.of("startsOn", "2026-12-28", "endsOn", "2026-12-28", "items", "[]")));
    String caseNumber = reception.getBusinessKey();
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    assertThat(Terms.lastDayOf(task(caseNumber, "list").getDueDate())).isEqualTo("2026-12-31");
    itIs(LocalDateTime.of(2027, 1, 2, 10, 0));
    managementService().createJobQuery()
        .processInstanceId(reception.getId())
        .timers()
        .executable()
        .list()
        .forEach(timer -> managementService().executeJob(timer.getId()));
    assertThat(
        runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey("supervision").count())
        .isEqualTo(1);
    complete(caseNumber, "list", staff, held("1.00", Map.of("items", "[]")));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    assertThat(caseNumber).contains("2026");
  }

  /**
   * Rules, section 7: the event of 28 December that is paid on 12 January is the new year's expense; a refund of December is its income.
   */
  @Test
  void whatIsPaidInJanuaryIsTheNewYearsAndWhatComesBackIsItsIncome() {
    itIs(LocalDateTime.of(2026, 12, 28, 10, 0));
    String december = approvedOn("2026-12-28", "500.00");
    listed(december, "2026-12-28", "500.00");
    invoice(december);
    complete(december, "pay", FINANCE, with(payment("300.00"), Map.of("reimbursedOn", "2026-12-28")));
    refund(december, "40.00", "2026-12-28");
    assertThat(available()).as("200 are open, 260 were spent").isEqualByComparingTo("49540.00");
    itIs(LocalDateTime.of(2027, 1, 12, 10, 0));
    budget("2027", "BUDGET", "1000.00");
    complete(december, "pay", FINANCE, with(payment("200.00"), Map.of("reimbursedOn", "2027-01-12")));
    assertThatThrownBy(() -> refund(december, "0.01", "2026-12-27")).isInstanceOf(RefusedException.class).hasMessageContaining("早于付款日期");
    assertThatThrownBy(() -> refund(december, "260.01", "2027-01-12")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("尚未退回的260.00元");
    refund(december, "60.00", "2027-01-12");

    ReceptionYear first = years.of(office.id(), 2026);
    assertThat(first.paid()).isEqualByComparingTo("260.00");
    assertThat(first.refundedOfEarlierPayments()).isEqualByComparingTo("0.00");
    assertThat(first.unpaid()).isEqualByComparingTo("200.00");
    assertThat(first.items()).extracting(sum -> sum.name() + sum.amount()).containsExactly("场地260.00");
    ReceptionYear second = years.of(office.id(), 2027);
    assertThat(second.paid()).isEqualByComparingTo("200.00").isEqualByComparingTo(second.paidForEarlierEvents());
    assertThat(second.refundedOfEarlierPayments()).isEqualByComparingTo("60.00");
    assertThat(available()).as("income is no budget").isEqualByComparingTo("800.00");
    assertThat(read(december, FINANCE)).anyMatch(told -> told.contains("2027年1月12日，市政府机关食堂退回60.00元，凭证退2026-1"));
  }

  /** Not silent: what the new year does not bear is a task of the government until its budget is entered. */
  @Test
  void aShortageOfTheNewYearIsATaskOfTheGovernment() {
    signed(approved("3000.00"), "3000.00");
    itIs(LocalDateTime.of(2026, 12, 31, 10, 0));
    lookForShortages();
    assertThat(cases.openCaseOf(office.id(), "reception-shortage")).as("the old year bears it").isEmpty();
    itIs(LocalDateTime.of(2027, 1, 1, 0, 30));
    lookForShortages();
    lookForShortages();
    String caseNumber = cases.openCaseOf(office.id(), "reception-shortage").orElseThrow().caseNumber();
    assertThat(read(caseNumber, GOVERNMENT)).contains("2027年度，3,000.00元", "2027年度预算尚未登记，登记以前按上一年度同期的实际支出控制");
    budget("2027", "BUDGET", "2999.99");
    assertThatThrownBy(() -> complete(caseNumber, "cover", GOVERNMENT, Map.of("opinion", "已登记预算。"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("仍缺0.01元");
    budget("2027", "ADJUSTMENT", "0.01");
    complete(caseNumber, "cover", GOVERNMENT, Map.of("opinion", "已登记预算。"));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("COVERED");
  }

  private void lookForShortages() {
    asApplication();
    shortages.execute(null);
  }

  /** Rules, sections 1.7 and 7: on the day on which the office ends its lists are its government's and its reservations are closed. */
  @Test
  void ofAnOfficeThatEndsTheGovernmentFillsInTheListsAndNothingIsReserved() {
    String begun = approved("1000.00");
    String signed = approved("2000.00");
    signed(signed, "2000.00");
    String future = apply(with(plan("3000.00"), Map.of("startsOn", "2026-03-09", "endsOn", "2026-03-09", "items", "[]"))).getBusinessKey();
    complete(future, "approve", head, Map.of("decision", "agree"));
    String asked = apply(plan("1.00")).getBusinessKey();
    assertThat(available()).isEqualByComparingTo("47000.00");
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    register.abolish(office.id(), "豫政函〔2026〕9号", "C6", "已经撤销。");

    assertThat(available()).as("what is signed is a debt").isEqualByComparingTo("48000.00");
    assertThat(cases.get(future).outcome()).isEqualTo("REVOKED");
    assertThatThrownBy(() -> complete(asked, "approve", GOVERNMENT, Map.of("decision", "agree"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("已经撤销或者整合");
    complete(asked, "approve", GOVERNMENT, Map.of("decision", "return", "opinion", "机构已经撤销。"));
    complete(asked, "correct", GOVERNMENT, plan("1.00"));
    assertThat(codes(asked)).containsExactly("OFFICE_ENDED");
    complete(asked, "correct", GOVERNMENT, with(plan("1.00"), Map.of("abandoned", true)));
    assertThat(cases.get(asked).outcome()).isEqualTo("ABANDONED");
    complete(begun, "list", GOVERNMENT, held("900.00", Map.of()));
    String another = "another" + office.id();
    Task sign = task(begun, "sign");
    as(another, GOVERNMENT);
    taskService().complete(sign.getId(), Map.of("decision", "sign", "costsDeclared", true));
    asApplication();
    assertThat(available()).isEqualByComparingTo("47100.00");
    invoice(begun);
    pay(begun, "900.00");
    invoice(signed);
    pay(signed, "2000.00");
    assertThat(cases.get(begun).outcome()).isEqualTo("HELD");
    assertThat(cases.get(signed).outcome()).isEqualTo("HELD");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("official-reception", Map.of("officeId", office.id())))
        .as("no new case after that day")
        .isInstanceOf(RefusedException.class);
  }

  /** Rules, section 7: in an emergency a note of the call; the letter within 5 working days, else nothing is paid. */
  @Test
  void whatBeganByTelephoneIsPaidOnceItsLetterHasComeInTime() {
    Map<String, Object> urgent = with(plan("100.00"), Map.of("byTelephone", true, "emergency", "协助处置突发事件。", "letterDate", "2026-03-02"));
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("official-reception", Map.of("officeId", office.id()));
    String caseNumber = instance.getBusinessKey();
    assertThatThrownBy(() -> complete(caseNumber, "apply", staff, urgent)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("电话记录");
    assertThatThrownBy(() -> complete(caseNumber, "apply", staff, plan("100.00"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("无公函的公务活动不予接待");
    attach(caseNumber, "TELEPHONE_NOTE", "apply", staff);
    complete(caseNumber, "apply", staff, urgent);
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    signed(caseNumber, "100.00");
    invoice(caseNumber);
    assertThatThrownBy(() -> pay(caseNumber, "100.00")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("公函补到以后才能报销")
        .hasMessageContaining("2026年3月9日");
    itIs(LocalDateTime.of(2026, 3, 10, 10, 0));
    Map<String, Object> followed = with(payment("100.00"), Map.of("laterLetterNumber", "焦政办函〔2026〕9号", "laterLetterOn", "2026-03-10"));
    assertThatThrownBy(() -> complete(caseNumber, "pay", FINANCE, followed)).as("not attached").isInstanceOf(RefusedException.class);
    attach(caseNumber, "RECEPTION_LETTER", "pay", FINANCE);
    assertThatThrownBy(() -> complete(caseNumber, "pay", FINANCE, followed)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不予报销");
    assertThat(limiting(2026)).containsExactly("案件%s：凭电话记录接待，公函没有按期补到，按无公函接待认定。".formatted(caseNumber));
    complete(caseNumber, "pay", FINANCE, with(followed, Map.of("laterLetterOn", "2026-03-09")));
    assertThat(limiting(2026)).as("it came in time").isEmpty();
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("HELD");
    assertThat(read(caseNumber, GOVERNMENT)).contains("焦政办函〔2026〕9号，2026年3月9日收到");
  }

  /** Rules, section 7: who is of the city itself is not received, by the letter's sender and by each guest's unit. */
  @ParameterizedTest
  @CsvSource({"郑州市人民政府办公室,办公室", "焦作市人民政府办公室,郑州高新区管委会", "中牟县人民政府办公室,办公室", "焦作市人民政府办公室,金水区商务局"})
  void guestsOfTheSameCityAreNotReceived(String sender, String unit) {
    String guests = "[{\"name\":\"来访1\",\"employer\":\"%s\",\"jobTitle\":\"科员\"}]".formatted(unit);
    String caseNumber = apply(with(plan("1.00"), Map.of("letterSender", sender, "guests", guests))).getBusinessKey();
    assertThat(codes(caseNumber)).containsExactly("SAME_CITY");
  }

  /** Districts of one name are in several cities; where the guess is wrong the office says so, and the approver reads why. */
  @Test
  void whoIsOfAnotherCityThatReadsAlikeIsReceived() {
    String guests = "[{\"name\":\"来访1\",\"employer\":\"%s\",\"jobTitle\":\"科员\"}]";
    assertThat(codes(apply(with(plan("1.00"), Map.of("guests", guests.formatted("南京市金水区商会")))).getBusinessKey())).isEmpty();
    Map<String, Object> alike = with(plan("100.00"), Map.of("guests", guests.formatted("洛阳市郑州路街道办事处")));
    String caseNumber = apply(alike).getBusinessKey();
    assertThat(findings.open(caseNumber)).singleElement()
        .extracting(Finding::message)
        .asString()
        .contains("“洛阳市郑州路街道办事处”在郑州市", "勾选“来访单位不在机构所在城市”");
    assertThatThrownBy(() -> complete(caseNumber, "correct", staff, with(alike, Map.of("notSameCity", true))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不是同城单位的理由");
    complete(caseNumber, "correct", staff, with(alike, Map.of("notSameCity", true, "notSameCityReason", "该街道在洛阳市涧西区。")));
    assertThat(codes(caseNumber)).isEmpty();
    assertThat(receptions.get(caseNumber).notSameCityReason()).isEqualTo("该街道在洛阳市涧西区。");
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    complete(caseNumber, "list", staff, held("100.00", Map.of("guests", guests.formatted("中牟县商务局"))));
    assertThat(codes(caseNumber)).as("of whom nothing was said").containsExactly("SAME_CITY");
  }

  /** Rules, section 1.8: the edition in force on the day of the event. */
  @ParameterizedTest
  @CsvSource({"2025-05-01,白酒,", "2025-05-02,白酒,FORBIDDEN", "2025-05-01,茅台,FORBIDDEN", "2025-05-02,茅台,FORBIDDEN", "2025-05-01,香烟,FORBIDDEN",
      "2025-05-02,鱼翅,FORBIDDEN", "2025-05-02,纪念品,FORBIDDEN", "2025-05-02,酒店会议室,"})
  void whatIsForbiddenIsSoOnTheDayOfTheEvent(String day, String content, String code) {
    Map<String, Object> then = with(plan("1.00"), Map.of("letterDate", "2025-04-30", "startsOn", day, "endsOn", day, "items",
        "[%s]".formatted(item("OTHER", CANTEEN, content, "1", "1.00", day))));
    assertThat(codes(apply(then).getBusinessKey())).isEqualTo(code == null ? List.of() : List.of(code));
  }

  private static void revoke(String caseNumber, String group) {
    enter(group, "reception-revocation", Map.of("approvedReception", caseNumber, "reason", "来访取消。"));
  }

  private String approvedOn(String day, String amount) {
    String caseNumber = apply(with(plan(amount),
        Map.of("startsOn", day, "endsOn", day, "items", "[%s]".formatted(item("VENUE", CANTEEN, "会议室", "1", amount, day)))))
        .getBusinessKey();
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    return caseNumber;
  }

  private void listed(String caseNumber, String day, String amount) {
    complete(caseNumber, "list", staff, held(amount, Map.of("items", "[%s]".formatted(item("VENUE", CANTEEN, "会议室", "1", amount, day)))));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
  }

  /** Of the first payment of a reception. */
  private void refund(String caseNumber, String amount, String day) {
    String payment = jdbc.sql("select min(id) from reception_payment where case_number = ?").param(caseNumber).query(String.class).single();
    enter("reception-refund", Map.of("refundedPayment", payment, "refundAmount", amount, "refundedOn", day, "refundDocument", "退2026-1"));
  }

  @Test
  void whatIsNotApprovedIsNotHeld() {
    ProcessInstance reception = apply(plan("3000.01"));
    complete(reception.getBusinessKey(), "approve", GOVERNMENT, Map.of("decision", "refuse", "opinion", "不予接待。"));
    assertThat(reception).isEnded().hasPassed("refused");
    assertThat(cases.get(reception.getBusinessKey()).outcome()).isEqualTo("REFUSED");
  }

  @ParameterizedTest
  @CsvSource({"letterDate,2026-03-02,startsOn,2026-03-01,LETTER_LATE", "letterPeople,1,route,洛阳至郑州,MORE_THAN_LETTER",
      "letterNumber,USED,route,洛阳至郑州,LETTER_USED"})
  void whatTheLetterDoesNotBearIsCorrected(String field, String value, String other, String otherValue, String code) {
    if (value.equals("USED")) {
      apply(with(plan("1.00"), Map.of("letterNumber", "USED" + office.id())));
    }
    Map<String, Object> different = new HashMap<>(Map.of(field, value.equals("USED") ? value + office.id() : value, other, otherValue));
    ProcessInstance reception = apply(with(plan("1.00"), different));
    assertThat(reception).isWaitingAt("correct");
    assertThat(codes(reception.getBusinessKey())).contains(code);
  }

  @Test
  void aListThatBreaksTheRulesIsFilledInAnew() {
    standard("10.00", "2026-01-01");
    String caseNumber = approved("100.00");
    complete(caseNumber, "list", staff, held("100.00", Map.of("companions", people("来访", 1))));
    assertThat(codes(caseNumber)).containsExactly("GUEST_AND_COMPANION");
    String twice = "[%s,%s]".formatted(meal("工作餐", "10.00", "2026-03-02"), meal("白酒", "10.00", "2026-03-09"));
    complete(caseNumber, "list", staff, held("100.00", Map.of("items", twice)));
    assertThat(codes(caseNumber)).containsExactlyInAnyOrder("SECOND_MEAL", "OUTSIDE_OF_DAYS", "FORBIDDEN");
    complete(caseNumber, "list", staff, held("100.00", Map.of()));
    assertThat(codes(caseNumber)).isEmpty();
  }

  /** No figure is built in: what no government laid down is asked for; the standard of the meal's own day holds. */
  @Test
  void aMealKeepsToTheStandardOfItsDay() {
    String caseNumber = apply(meals("61.00", "2026-03-03")).getBusinessKey();
    assertThat(codes(caseNumber)).containsExactly("STANDARD_MISSING");
    standard("60.00", "2026-01-01");
    standard("61.00", "2026-03-03");
    complete(caseNumber, "correct", staff, meals("61.00", "2026-03-02"));
    assertThat(codes(caseNumber)).containsExactly("ABOVE_STANDARD");
    complete(caseNumber, "correct", staff, meals("61.00", "2026-03-03"));
    assertThat(codes(caseNumber)).isEmpty();
    assertThatThrownBy(() -> standard("62.00", "2026-03-03")).isInstanceOf(RefusedException.class).hasMessageContaining("已经登记");
  }

  /** All that is wrong in a file is told, and then nothing of it is entered. */
  @Test
  void standardsComeFromAFileAsAWhole() {
    String headings = "驻在城市,接待对象级别,每人每餐标准（元）,执行日期,标准依据文号\n";
    standard("50.00", "2026-01-01");
    assertThatThrownBy(() -> standards(headings + "郑州市,其他人员,60,2026-03-01,洛财行〔2026〕2号\n" + "武汉市,其他人员,60,2026-03-01,洛财行〔2026〕2号\n"
        + "郑州,科级,0,2026-13-01,\n郑州,其他人员,60,2026-01-01,洛财行〔2026〕2号\n"))
        .isInstanceOf(RefusedException.class)
        .satisfies(refused -> assertThat(((RefusedException) refused).findings()).extracting(Finding::message)
            .hasSize(6)
            .anyMatch(told -> told.contains("第 3 行") && told.contains("没有本级政府保留的办事机构"))
            .anyMatch(told -> told.contains("第 4 行") && told.contains("每人每餐标准"))
            .anyMatch(told -> told.contains("第 5 行") && told.contains("已经登记")));
    assertThat(jdbc.sql("select count(*) from reception_standard").query(Long.class).single()).isEqualTo(1);
    standards(headings + "郑州,其他人员,60,2026-03-01,洛财行〔2026〕2号\n郑州市,厅局级,80.00,2026-03-01,洛财行〔2026〕2号\n");
    assertThat(codes(apply(meals("60.00", "2026-03-02")).getBusinessKey())).isEmpty();
    assertThat(years.of(office.id(), 2026).standards()).hasSize(3);
    assertThatThrownBy(() -> enter("reception-standard", Map.of("standardEntry", "FILE"))).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> enter("reception-standard", Map.of("officeId", String.valueOf(office.id()))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("都要填写");
  }

  private static void standards(String csv) {
    enter("reception-standard", Map.of("standardEntry", "FILE", "standardsFile",
        Variables.fileValue("标准.csv").file(csv.getBytes(StandardCharsets.UTF_8)).mimeType("text/csv").create()));
  }

  private Map<String, Object> meals(String price, String day) {
    return with(plan("1.00"), Map.of("endsOn", "2026-03-03", "items", "[%s]".formatted(meal("工作餐", price, day))));
  }

  @ParameterizedTest
  @CsvSource({"EXPENSIVE,SUPPLIER_BARRED", "OWN,SUPPLIER_BARRED", "OF_STAFF,SUPPLIER_BARRED", "UNKNOWN,SUPPLIER_UNKNOWN", "HOTEL,"})
  void whereSomethingIsBoughtIsEnteredAndMayBeChosen(String kind, String code) {
    if (!kind.equals("UNKNOWN")) {
      supplier("某处" + kind, kind);
      assertThatThrownBy(() -> supplier("某处" + kind, kind)).isInstanceOf(RefusedException.class).hasMessageContaining("不必再次登记");
    }
    String caseNumber = apply(
        with(plan("1.00"), Map.of("items", "[%s]".formatted(item("VENUE", "某处" + kind, "会议室", "1", "1.00", "2026-03-02")))))
        .getBusinessKey();
    assertThat(codes(caseNumber)).isEqualTo(code == null ? List.of() : List.of(code));
  }

  /** Places and kinds come to what was paid, however it was paid in parts, in the year in which it was. */
  @Test
  void aYearIsCountedFromWhatWasPaidInIt() {
    supplier("车队", "FIRM");
    standard("60.00", "2026-01-01");
    String items = "[%s,%s,%s]".formatted(meal("工作餐", "10.00", "2026-03-02"), item("VENUE", CANTEEN, "会议室", "1", "20.00", "2026-03-02"),
        item("VEHICLE", "车队", "接站", "1", "30.00", "2026-03-02"));
    String caseNumber = apply(with(plan("1.00"), Map.of("items", items))).getBusinessKey();
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    complete(caseNumber, "list", staff, held("1.00", Map.of("items", items)));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
    invoice(caseNumber);
    pay(caseNumber, "60.01");
    itIs(LocalDateTime.of(2027, 1, 5, 10, 0));
    complete(caseNumber, "pay", FINANCE, with(payment("9.99"), Map.of("reimbursedOn", "2027-01-05")));
    assertThatThrownBy(() -> complete(caseNumber, "pay", FINANCE, with(payment("0.01"), Map.of("reimbursedOn", "2027-01-05"))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("尚未报销的");
    asApplication();
    ReceptionYear first = years.of(office.id(), 2026);
    assertThat(first.paid()).isEqualByComparingTo("60.01");
    assertThat(first.items()).extracting(sum -> sum.name() + sum.amount()).containsExactly("工作餐50.00", "场地10.01");
    assertThat(first.venues()).extracting(sum -> sum.name() + sum.amount()).containsExactly(CANTEEN + "60.01");
    assertThat(first.unpaid()).isEqualByComparingTo("39.99");
    assertThat(List.of(first.receptions(), first.guests())).containsExactly(1, 2);
    assertThat(first.standards()).singleElement().asString().contains("60.00元", "2026年1月1日");
    ReceptionYear second = years.of(office.id(), 2027);
    assertThat(second.paid()).isEqualByComparingTo("9.99").isEqualByComparingTo(second.paidForEarlierEvents());
    assertThat(second.items()).extracting(sum -> sum.name() + sum.amount()).containsExactly("场地9.99");
    assertThat(second.unpaid()).isEqualByComparingTo("30.00");
    assertThat(new BigDecimal(disclosed(2026))).as("what is disclosed is this").isEqualByComparingTo(first.paid());
  }

  private String disclosed(int year) {
    String caseNumber = runtimeService().startProcessInstanceByKey("reception-disclosure", Map.of("officeId", office.id(), "year", year))
        .getBusinessKey();
    return jdbc.sql("select sum(amount) from disclosure_sum where case_number = ? and kind = 'ITEM'")
        .param(caseNumber)
        .query(String.class)
        .single();
  }

  /** On a cash basis what is open loads the year that begins; before its budget is entered, the same months of the year before bound it. */
  @Test
  void atNewYearReservationsAreTheNewYears() {
    String caseNumber = approved("3000.00");
    signed(caseNumber, "3000.00");
    invoice(caseNumber);
    pay(caseNumber, "1000.00");
    itIs(LocalDateTime.of(2026, 12, 31, 23, 59));
    assertThat(available()).isEqualByComparingTo("47000.00");
    itIs(LocalDateTime.of(2027, 1, 1, 0, 0));
    assertThat(available()).as("nothing was paid in January a year ago").isEqualByComparingTo("-2000.00");
    itIs(LocalDateTime.of(2027, 3, 1, 0, 0));
    assertThat(available()).as("1,000 was by March").isEqualByComparingTo("-1000.00");
    budget("2027", "BUDGET", "20000.00");
    assertThat(available()).isEqualByComparingTo("18000.00");
    assertThat(money.available(office.id(), 2026)).as("what the old year did not use").isEqualByComparingTo("49000.00");
  }

  @Test
  void anOfficeThatIsNotKeptReceivesNobody() {
    Office other = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻开封办事处", LUOYANG, SenderKind.GOVERNMENT, null,
        "410200", "开封市", WorkKind.GENERAL, null, null, 2, null, true));
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("official-reception", Map.of("officeId", other.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不是保留的办事机构");
  }

  @Test
  void ofSixteenAtOnceNoMoreAreReservedThanTheBudgetBears() throws Exception {
    List<String> waiting = IntStream.range(0, AT_ONCE).mapToObj(n -> apply(plan("3000.00")).getBusinessKey()).toList();
    budget("2026", "ADJUSTMENT", "-29000.00");
    List<Boolean> reserved = new ArrayList<>();
    try (var threads = new Closing(AT_ONCE)) {
      List<Callable<Boolean>> acts = waiting.stream().map(caseNumber -> (Callable<Boolean>) () -> reserves(caseNumber, "3000.00")).toList();
      for (Future<Boolean> act : threads.pool.invokeAll(acts)) {
        reserved.add(act.get());
      }
    }
    assertThat(reserved).filteredOn(Boolean::booleanValue).hasSize(7);
    assertThat(available()).isEqualByComparingTo("0.00");
  }

  /** Random acts come to the same in the tables as in a plain sum. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void randomActsNeverSpendMoreThanThereIs(long seed) {
    Random random = new Random(seed);
    List<String> receiving = IntStream.range(0, 5).mapToObj(n -> apply(plan("1.00")).getBusinessKey()).toList();
    Map<String, BigDecimal> reserved = new HashMap<>();
    Map<String, BigDecimal> paid = new HashMap<>();
    receiving.forEach(caseNumber -> {
      reserved.put(caseNumber, BigDecimal.ZERO);
      paid.put(caseNumber, BigDecimal.ZERO);
    });
    BigDecimal budget = new BigDecimal("50000.00");
    for (int act = 0; act < 60; act++) {
      String caseNumber = receiving.get(random.nextInt(receiving.size()));
      BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(2_000_000), 2);
      BigDecimal free = budget.subtract(receiving.stream().map(reserved::get).reduce(BigDecimal.ZERO, BigDecimal::add));
      if (random.nextBoolean()) {
        boolean lawful = amount.compareTo(paid.get(caseNumber)) >= 0 && amount.compareTo(free.add(reserved.get(caseNumber))) <= 0;
        assertThat(reserves(caseNumber, amount.toPlainString())).isEqualTo(lawful);
        if (lawful) {
          reserved.put(caseNumber, amount);
        }
      } else {
        boolean lawful = amount.compareTo(reserved.get(caseNumber).subtract(paid.get(caseNumber))) <= 0;
        assertThat(pays(caseNumber, amount, "R%d-%d-%d".formatted(office.id(), seed, act))).isEqualTo(lawful);
        if (lawful) {
          paid.merge(caseNumber, amount, BigDecimal::add);
        }
      }
      BigDecimal left = budget.subtract(receiving.stream().map(reserved::get).reduce(BigDecimal.ZERO, BigDecimal::add));
      assertThat(available()).isEqualByComparingTo(left).isNotNegative();
    }
  }

  @Test
  void anInvoiceIsPaidOnce() {
    String caseNumber = approved("100.00");
    signed(caseNumber, "100.00");
    assertThat(pays(caseNumber, new BigDecimal("1.00"), "F" + office.id())).isTrue();
    assertThat(pays(caseNumber, new BigDecimal("1.00"), "F" + office.id())).isFalse();
    assertThatThrownBy(() -> {
      invoice(caseNumber);
      complete(caseNumber, "pay", FINANCE, with(payment("1.00"), Map.of("reimbursedOn", "2026-03-01")));
    }).isInstanceOf(RefusedException.class).hasMessageContaining("早于接待清单签字");
  }

  private boolean reserves(String caseNumber, String amount) {
    try {
      money.reserve(caseNumber, new BigDecimal(amount));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private boolean pays(String caseNumber, BigDecimal amount, String invoice) {
    try {
      money.pay(caseNumber, CANTEEN, new BigDecimal("9999999.00"), amount, LocalDate.of(2026, 3, 2), invoice, null, PaymentMethod.TRANSFER,
          office.name());
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private Office kept() {
    Office kept = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 2, null, true));
    register.retain(kept.id(), "豫政函〔2015〕1号", null, null, "C3", "经省政府批准保留。");
    return kept;
  }

  private BigDecimal available() {
    return money.available(office.id(),
        LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Asia/Shanghai")).getYear());
  }

  private void budget(String year, String entry, String amount) {
    enter("reception-budget", Map.of("officeId", String.valueOf(office.id()), "budgetYear", year, "budgetEntry", entry, "budgetAmount",
        amount, "budgetDocument", "洛财预〔2026〕3号"));
  }

  private void standard(String perPerson, String validFrom) {
    enter("reception-standard", Map.of("officeId", String.valueOf(office.id()), "guestClass", "OTHER", "perPerson", perPerson, "validFrom",
        validFrom, "standardDocument", "洛财行〔2026〕1号"));
  }

  private static void supplier(String name, String kind) {
    enter("reception-supplier", Map.of("governmentCode", LUOYANG, "supplierName", name, "supplierKind", kind));
  }

  private static void enter(String procedure, Map<String, Object> values) {
    enter(GOVERNMENT, procedure, values);
  }

  private static void enter(String group, String procedure, Map<String, Object> values) {
    as(group, group);
    try {
      formService().submitStartForm(
          repositoryService().createProcessDefinitionQuery().processDefinitionKey(procedure).latestVersion().singleResult().getId(),
          values);
    } finally {
      asApplication();
    }
  }

  private ProcessInstance apply(Map<String, Object> values) {
    ProcessInstance instance = runtimeService().startProcessInstanceByKey("official-reception", Map.of("officeId", office.id()));
    documents.store(new NewDocument(instance.getBusinessKey(), LUOYANG, "RECEPTION_LETTER", "公函.pdf", "%PDF-1.4 letter".getBytes(), staff,
        "apply", staff));
    complete(instance.getBusinessKey(), "apply", staff, values);
    return instance;
  }

  private String approved(String amount) {
    String caseNumber = apply(plan(amount)).getBusinessKey();
    complete(caseNumber, "approve", head, Map.of("decision", "agree"));
    return caseNumber;
  }

  private void signed(String caseNumber, String amount) {
    complete(caseNumber, "list", staff, held(amount, Map.of()));
    complete(caseNumber, "sign", head, Map.of("decision", "sign", "costsDeclared", true));
  }

  private void invoice(String caseNumber) {
    attach(caseNumber, "INVOICE", "pay", FINANCE);
  }

  private void attach(String caseNumber, String kind, String step, String user) {
    documents.store(
        new NewDocument(caseNumber, LUOYANG, kind, kind + ".pdf", ("%PDF-1.4 " + kind).getBytes(StandardCharsets.UTF_8), user, step, user));
  }

  private void pay(String caseNumber, String amount) {
    complete(caseNumber, "pay", FINANCE, payment(amount));
  }

  private Map<String, Object> payment(String amount) {
    return Map.of("paidSupplier", CANTEEN, "paymentAmount", amount, "reimbursedOn", "2026-03-02", "invoiceNumber",
        "P%d-%d".formatted(office.id(), ++letters), "invoiceBuyer", "洛阳市人民政府驻郑州办事处", "paymentMethod", "TRANSFER");
  }

  private List<String> codes(String caseNumber) {
    return findings.open(caseNumber).stream().map(Finding::code).toList();
  }

  private Map<String, Object> plan(String amount) {
    Map<String, Object> plan = new HashMap<>(Map.of("letterSender", "焦作市人民政府办公室", "letterNumber",
        "焦政办函〔2026〕%d-%d号".formatted(office.id(), ++letters), "letterDate", "2026-02-27", "visitPurpose", "STUDY", "letterPeople", "2",
        "startsOn", "2026-03-02", "endsOn", "2026-03-02", "route", "焦作至郑州，当日返回。"));
    plan.putAll(Map.of("guestClass", "OTHER", "guests", people("来访", 2), "companions", people("陪同", 3), "items",
        "[%s]".formatted(item("VENUE", CANTEEN, "会议室", "1", amount, "2026-03-02"))));
    return plan;
  }

  private Map<String, Object> held(String amount, Map<String, Object> different) {
    Map<String, Object> list = with(plan(amount), different);
    list.keySet().retainAll(Set.of("guests", "companions", "items"));
    list.put("decision", "held");
    return list;
  }

  private static String people(String name, int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "{\"name\":\"%s%d\",\"employer\":\"办公室\",\"jobTitle\":\"科员\"}".formatted(name, n))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String item(String kind, String supplier, String content, String quantity, String price, String day) {
    return """
      {"kind":"%s","heldOn":"%s","supplier":"%s","content":"%s","quantity":"%s","unitPrice":"%s"}""".formatted(kind, day, supplier, content,
        quantity, price);
  }

  private static String meal(String content, String price, String day) {
    return item("WORK_MEAL", CANTEEN, content, "5", price, day);
  }

  private static Map<String, Object> with(Map<String, Object> values, Map<String, Object> different) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(different);
    return all;
  }

  private record Closing(ExecutorService pool) implements AutoCloseable {

    private Closing(int threads) {
      this(Executors.newFixedThreadPool(threads));
    }

    @Override
    public void close() {
      pool.shutdownNow();
    }
  }
}
