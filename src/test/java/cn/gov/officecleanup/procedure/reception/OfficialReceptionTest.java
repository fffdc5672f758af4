package cn.gov.officecleanup.procedure.reception;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
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
import cn.gov.officecleanup.testkit.EngineTest;
import java.math.BigDecimal;
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
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
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
  private PaidLists years;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseDocuments documents;

  private Office office;
  private String staff;
  private String head;
  private int letters;

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
    complete(caseNumber, "sign", head, Map.of("decision", "sign"));
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
    complete(caseNumber, "sign", head, Map.of("decision", "sign"));
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
    complete(caseNumber, "sign", head, Map.of("decision", "sign"));
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
    String early = apply(with(plan("3000.00"), Map.of("startsOn", "2026-03-03", "items", "[]"))).getBusinessKey();
    assertThatThrownBy(() -> revoke(early, head)).as("nothing is approved yet").isInstanceOf(RefusedException.class);
    complete(early, "approve", head, Map.of("decision", "agree"));
    String another = Groups.headOf(kept().id());
    assertThatThrownBy(() -> revoke(early, another)).as("by who did not approve").isInstanceOf(RefusedException.class);
    revoke(early, head);
    assertThat(cases.get(early).outcome()).isEqualTo("REVOKED");

    String late = approved("2000.00");
    assertThatThrownBy(() -> revoke(late, GOVERNMENT)).as("it has begun").isInstanceOf(RefusedException.class);
    signed(late, "2000.00");
    invoice(late);
    pay(late, "500.00");
    assertThat(available()).isEqualByComparingTo("48000.00");
    revoke(late, GOVERNMENT);
    assertThat(cases.get(late).outcome()).isEqualTo("UNPAID");
    assertThat(available()).isEqualByComparingTo("49500.00");
    assertThat(years.of(office.id(), 2026).unpaid()).isEqualByComparingTo("0.00");
  }

  private static void revoke(String caseNumber, String group) {
    enter(group, "reception-revocation", Map.of("approvedReception", caseNumber, "reason", "来访取消。"));
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
    String four = people("陪同", 4);
    complete(caseNumber, "list", staff, held("100.00", Map.of("companions", four)));
    assertThat(codes(caseNumber)).containsExactly("COMPANIONS");
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

  private Map<String, Object> meals(String price, String day) {
    return with(plan("1.00"), Map.of("items", "[%s]".formatted(meal("工作餐", price, day))));
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
    complete(caseNumber, "sign", head, Map.of("decision", "sign"));
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
      money.pay(caseNumber, CANTEEN, new BigDecimal("9999999.00"), amount, LocalDate.of(2026, 3, 2), invoice, PaymentMethod.TRANSFER);
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
    complete(caseNumber, "sign", head, Map.of("decision", "sign"));
  }

  private void invoice(String caseNumber) {
    documents.store(new NewDocument(caseNumber, LUOYANG, "INVOICE", "发票.pdf", "%PDF-1.4 invoice".getBytes(), FINANCE, "pay", FINANCE));
  }

  private void pay(String caseNumber, String amount) {
    complete(caseNumber, "pay", FINANCE, payment(amount));
  }

  private Map<String, Object> payment(String amount) {
    return Map.of("paidSupplier", CANTEEN, "paymentAmount", amount, "reimbursedOn", "2026-03-02", "invoiceNumber",
        "P%d-%d".formatted(office.id(), ++letters), "paymentMethod", "TRANSFER");
  }

  private List<String> codes(String caseNumber) {
    return findings.open(caseNumber).stream().map(Finding::code).toList();
  }

  private Map<String, Object> plan(String amount) {
    Map<String, Object> plan = new HashMap<>(Map.of("letterSender", "焦作市人民政府办公室", "letterNumber",
        "焦政办函〔2026〕%d-%d号".formatted(office.id(), ++letters), "letterDate", "2026-02-27", "visitPurpose", "STUDY", "letterPeople", "2",
        "startsOn", "2026-03-02", "endsOn", "2026-03-03", "route", "焦作至郑州，两日返回。"));
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
