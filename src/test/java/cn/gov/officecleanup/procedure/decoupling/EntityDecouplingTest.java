package cn.gov.officecleanup.procedure.decoupling;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.handling.MoreTime;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.procedure.disposal.Disposing;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C17: an office parts from an entity in four strands; one that is late is urged, and late again the bureau is asked. */
@EngineTest
class EntityDecouplingTest {

  private static final String LUOYANG = "410300";
  private static final String[] STRANDS = {"partPeople", "partAccounts", "partAssets", "partFunctions"};
  private static final String PEONY = "牡丹宾馆";
  private static final LocalDate PROMISED = LocalDate.of(2026, 6, 30);
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final String SOUND_CODE = "91350100M000100Y43";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private BeginningDecouplings beginning;
  @Autowired
  private Decouplings decouplings;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private DecouplingFacts facts;
  @Autowired
  private EscalationLedger escalations;
  @Autowired
  private PartingDays days;
  @Autowired
  private DecouplingAssets assets;
  @Autowired
  private MoreTime moreTime;

  private Office office;
  private ProcessInstance instance;
  private String caseNumber;

  @BeforeEach
  void inTheYearOfThePromise() {
    itIs(LocalDateTime.of(2026, 4, 1, 9, 0));
  }

  /** The worked example: the last strand is done on the day before the promised one. */
  @Test
  void theDayOfPartingIsThatOfTheLastStrand() {
    promised();
    approved("DISSOLVE");
    at(2026, 6, 29);
    strand("partPeople", done("people", "2026-05-10", people()));
    strand("partAccounts", done("accounts", "2026-05-20", accounts()));
    strand("partAssets", done("assets", "2026-06-02", Map.of("partingWay", "DISSOLVE", "insolvent", "NO")));
    strand("partFunctions", done("functions", "2026-06-29", Map.of("registration", "DEREGISTERED")));
    assertThat(count("reportParting")).isOne();
    assertThat(told()).contains("2026年6月29日（按期）");
    verify("accept");
    assertThat(instance).isEnded().hasPassed("register", "parted");
    assertThat(entity().partedOn()).isEqualTo("2026-06-29");
    assertThat(entity().partBy()).isEqualTo(PROMISED);
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("PARTED");
    assertThat(misses()).isEmpty();
    assertThat(decouplings.openOf(office.id())).isEmpty();
  }

  /** The worked example: the day after the promised one is late, and urged on that day. */
  @Test
  void whatIsDoneTheDayAfterIsLateByADay() {
    promised();
    approved("DISSOLVE");
    itIs(LocalDateTime.of(2026, 6, 30, 23, 50));
    runDueJobs();
    assertThat(misses()).isEmpty();
    itIs(LocalDateTime.of(2026, 7, 1, 0, 5));
    runDueJobs();
    assertThat(misses()).singleElement().satisfies(miss -> {
      assertThat(miss.lastDay()).isEqualTo(PROMISED);
      assertThat(miss.superiors()).contains("provincialBureau");
    });
    at(2026, 7, 1);
    strands("2026-07-01", "DISSOLVE");
    assertThat(told()).contains("2026年7月1日（逾期1日）");
  }

  /** C3: never by itself; the case goes on, since parting is owed anyway. */
  @ParameterizedTest
  @CsvSource({"propose", "wait"})
  void missedTwiceTheBureauIsAskedWhetherItProposesToRevoke(String decision) {
    promised();
    register.retain(office.id(), "豫政函〔2014〕8号", null, null, "C3", "经省政府批准予以保留。");
    approved("DISSOLVE");
    itIs(LocalDateTime.of(2026, 7, 1, 0, 5));
    runDueJobs();
    assertThat(count("proposeRevocation")).as("missed once").isZero();
    itIs(LocalDateTime.of(2026, 7, 8, 0, 10));
    runDueJobs();
    assertThat(count("proposeRevocation")).isOne();
    itIs(LocalDateTime.of(2026, 7, 15, 0, 15));
    runDueJobs();
    assertThat(count("proposeRevocation")).as("asked once").isOne();
    Map<String, Object> answer = new HashMap<>(Map.of("decision", decision, "opinion", "两次逾期，没有正当理由。"));
    if (decision.equals("propose")) {
      answer.putAll(Map.of("proposalNumber", "豫管〔2026〕18号", "proposedOn", "2026-07-14"));
      assertThatThrownBy(() -> complete(caseNumber, "proposeRevocation", "provincialBureau", answer)).isInstanceOf(RefusedException.class)
          .hasMessageContaining("缺少“提请撤销保留批复的请示”");
      attach("proposeRevocation", "PROPOSAL");
    }
    asApplication();
    complete(caseNumber, "proposeRevocation", "provincialBureau", answer);
    assertThat(instance).isWaitingAt("partPeople", "partAccounts", "partAssets", "partFunctions");
    assertThat(register.get(office.id()).status().standing()).isTrue();
    assertThat(jdbc.sql("select proposal_number from revocation_proposal where case_number = ?")
        .param(caseNumber)
        .query((row, number) -> row.getString("proposal_number"))
        .list()).containsExactly(decision.equals("propose") ? "豫管〔2026〕18号" : null);
  }

  /** Whether to propose is no question any more once the office has parted. */
  @Test
  void whoeverPartsLateHasNothingThatStaysOpen() {
    promised();
    register.retain(office.id(), "豫政函〔2014〕10号", null, null, "C3", "经省政府批准予以保留。");
    approved("DISSOLVE");
    itIs(LocalDateTime.of(2026, 7, 1, 0, 5));
    runDueJobs();
    itIs(LocalDateTime.of(2026, 7, 8, 0, 10));
    runDueJobs();
    assertThat(count("proposeRevocation")).isOne();
    strands("2026-07-08", "DISSOLVE");
    verify("accept");
    assertThat(instance).isEnded().hasPassed("settled", "parted");
    assertThat(taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list()).isEmpty();
    assertThat(misses()).allMatch(miss -> miss.closedAt() != null);
  }

  @Test
  void anOfficeThatNobodyKeptHasNoRetentionToRevoke() {
    promised();
    approved("DISSOLVE");
    itIs(LocalDateTime.of(2026, 7, 1, 0, 5));
    runDueJobs();
    itIs(LocalDateTime.of(2026, 7, 8, 0, 10));
    runDueJobs();
    assertThat(misses()).hasSizeGreaterThan(1);
    assertThat(count("proposeRevocation")).isZero();
  }

  @Test
  void whatIsWrongInThePlanIsCorrected() {
    promised();
    Map<String, Object> plan = plan("LEASE_ENDED");
    plan.putAll(Map.of("legalForm", "COMPANY", "creditCode", "91350100M000100Y34", "coOwner", String.valueOf(office.id())));
    hand("plan", plan);
    assertThat(codes()).containsExactlyInAnyOrder("CREDIT_CODE_WRONG", "LEASE_OF_OWN", "CO_OWNER_ITSELF");
    plan = plan("TRANSFER_TO_REGULATOR");
    plan.putAll(Map.of("transferee", office.name() + "后勤中心"));
    hand("correct", plan);
    assertThat(codes()).containsExactly("TRANSFEREE_OFFICE");
    plan.put("transferee", "王关系商贸有限公司");
    hand("correct", plan);
    assertThat(codes()).containsExactly("TRANSFEREE_RELATED");
    plan.put("transferee", "洛阳市国有资产监督管理委员会");
    plan.putAll(Map.of("legalForm", "COMPANY", "creditCode", SOUND_CODE));
    hand("correct", plan);
    assertThat(codes()).isEmpty();
    reviewed();
    sign("sign", "return");
    hand("correct", plan);
    reviewed();
    sign("sign", "agree");
    assertThat(instance).isWaitingAt("partPeople", "partAccounts", "partAssets", "partFunctions");
  }

  /** Three of five placed is not all; a fen is a debt; a new name is no parting. */
  @Test
  void whatIsDoneInPartIsNotDone() {
    promised();
    approved("DISSOLVE");
    strand("partPeople", done("people", "2026-04-01", Map.of("officialsRemaining", "1", "employeesPlaced", "3")));
    strand("partAccounts", done("accounts", "2026-04-01", Map.of("debtBetween", "0.01", "guarantees", "100.00")));
    strand("partAssets", notApplicable("assets", Map.of("partingWay", "DISSOLVE", "insolvent", "NO")));
    strand("partFunctions", done("functions", "2026-04-01", Map.of("registration", "NAME_ONLY")));
    assertThat(codes()).containsExactlyInAnyOrder("OFFICIALS_REMAIN", "EMPLOYEES_UNPLACED", "DEBT_UNSETTLED", "GUARANTEE_STANDS",
        "RENAMED_ONLY");
    assertThat(findings.open(caseNumber)).extracting(Finding::message).anyMatch(words -> words.contains("职工5名，已安置3名，还有2名没有安置"));
    assertThat(instance).as("what is done stays done").isWaitingAtExactly("partPeople", "partAccounts", "partFunctions");
    strand("partPeople", done("people", "2026-04-01", Map.of("officialsRemaining", "0", "employeesPlaced", "6")));
    strand("partAccounts", notApplicable("accounts", Map.of()));
    strand("partFunctions", done("functions", "2026-04-01", Map.of("registration", "OWNER_CHANGED")));
    assertThat(codes()).containsExactlyInAnyOrder("EMPLOYEES_TOO_MANY", "NOT_DEREGISTERED");
    assertThat(instance).isWaitingAtExactly("partPeople", "partFunctions");
    strand("partPeople", notApplicable("people", Map.of()));
    strand("partFunctions", notApplicable("functions", Map.of()));
    assertThat(codes()).containsExactlyInAnyOrder("EMPLOYEES_UNPLACED", "NOTHING_DONE");
    assertThat(instance).as("each could be the one that was done").isWaitingAtExactly(STRANDS);
  }

  @Test
  void aDayInTheFutureAndAWayThatWasNotApprovedAreRefused() {
    promised();
    approved("DISSOLVE");
    attach("partPeople", "EMPLOYEES_RESOLUTION");
    refused("partPeople", done("people", "2026-04-02", people()), "不能晚于今天");
    refused("partAssets", done("assets", "2026-04-01", Map.of("partingWay", "LEASE_ENDED", "insolvent", "NO")), "与审定的脱钩方案不一致");
    refused("partAssets", done("assets", "2026-04-01", Map.of("partingWay", "DISSOLVE", "insolvent", "NO")), "缺少“清算报告”");
  }

  /** Bankrupt is who the court says so. */
  @Test
  void aBankruptcyCountsByTheCourtsOrder() {
    promised();
    Map<String, Object> plan = plan("DISSOLVE");
    plan.put("insolvent", "YES");
    approve(plan);
    attach("partAssets", "LIQUIDATION");
    refused("partAssets", done("assets", "2026-04-01", Map.of("partingWay", "DISSOLVE", "insolvent", "YES")), "缺少“法院裁定书”");
  }

  @Test
  void aSaleIsListedPricedAndOpenToStrangers() {
    promised();
    approved("SALE");
    Map<String, Object> sale = new HashMap<>(Map.of("partingWay", "SALE", "insolvent", "NO", "appraisedValue", "1000000.00", "listedOn",
        "2026-03-20", "soldOn", "2026-04-01", "salePrice", "899999.99", "buyer", "王关系"));
    at(2026, 5, 20);
    strands("2026-05-18", "SALE", sale);
    assertThat(codes()).containsExactlyInAnyOrder("PRICE_LOW", "LISTING_TOO_SHORT", "BUYER_RELATED");
    sale.putAll(Map.of("salePrice", "900000.00", "soldOn", "2026-05-19", "buyer", "郑州某公司", "buyerRepresentative", "赵外人"));
    strands("2026-05-18", "SALE", sale);
    assertThat(codes()).as("the strand's day is not before the sale").containsExactly("DAY_BEFORE_SALE");
    sale.putAll(Map.of("salePrice", "800000.00", "priceApproval", "洛政函〔2026〕9号"));
    strands("2026-05-19", "SALE", sale);
    assertThat(codes()).isEmpty();
    verify("return", "ASSETS");
    assertThat(instance).isWaitingAtExactly("partAssets");
    strand("partAssets", notApplicable("assets", sale));
    assertThat(codes()).containsExactly("ASSETS_NOT_APART");
    strands("2026-05-19", "SALE", sale);
    verify("return", "ALL");
    assertThat(instance).isWaitingAtExactly(STRANDS);
    strands("2026-05-19", "SALE", sale);
    verify("accept");
    assertThat(entity().partedOn()).isEqualTo("2026-05-19");
  }

  /** C6, C7: what the entity uses leaves through its disposal, and is not frozen a second time by an abolition. */
  @Test
  void theAssetsThatTheEntityUsesAreDisposedOfAndTheOthersStay() {
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    SampleOffice.give(register, office, "B-01", AssetKind.BORROWED, "0.00");
    SampleOffice.give(register, office, "E-01", AssetKind.EQUIPMENT, "100.00");
    begin(null);
    Map<String, Object> plan = plan("LEASE_ENDED");
    plan.putAll(Map.of("share", "0", "requestSigner", "李主任", "documentNumber", number()));
    attach("plan", "DECOUPLING_PLAN");
    plan.put("assets", assets("B-01", "YES", "E-01", "NO", "X-99", "YES"));
    refused("plan", plan, "没有编号为“X-99”、可以处置的资产");
    plan.put("assets", assets("B-01", "YES"));
    refused("plan", plan, "“E-01 资产E-01”没有填写实体是否使用，资产不能从表中删去");
    plan.put("assets", assets("B-01", "YES", "E-01", "NO"));
    approve(plan);
    runDueJobs();
    assertThat(ledger.assetsOf(caseNumber)).extracting(FrozenAsset::assetNumber).containsExactly("B-01");
    assertThatThrownBy(() -> SampleOffice.give(register, office, "B-01", AssetKind.BORROWED, "0.00")).isInstanceOf(RefusedException.class)
        .hasMessageContaining(caseNumber);

    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    WindingUp winding = WindingUp.of(LUOYANG, documents);
    assertThat(ledger.assetsOf(winding.caseNumber())).extracting(FrozenAsset::assetNumber).containsExactly("E-01");

    assertThat(instance).isWaitingAt("partPeople", "partAccounts", "disposals", "partFunctions");
    String disposal = cases.cameOutOf(caseNumber).get(0).caseNumber();
    Disposing disposing = new Disposing(disposal, LUOYANG, documents).attachAll().propose(Disposing.proposal("RETURN")).endorse("agree");
    at(2026, 4, 20);
    disposing.carryOut(Disposing.execution("RETURN", null));
    runDueJobs();
    assertThat(ledger.balanceOf(caseNumber).settled()).isTrue();
    strands("2026-04-19", "LEASE_ENDED");
    assertThat(codes()).containsExactly("DAY_BEFORE_DISPOSAL");
    strands("2026-04-20", "LEASE_ENDED");
    verify("accept");
    assertThat(entity().partedOn()).isEqualTo("2026-04-20");
  }

  /** C6: an office is not wound up while it has something to part from; of two owners neither. */
  @Test
  void anAbolitionIsNotClosedBeforeTheOfficeHasParted() {
    Office second = office(LUOYANG, "洛阳市人民政府驻郑州第二办事处");
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    begin(null);
    register.putBusinessEntity(second.id(), new BusinessEntity(PEONY, BusinessEntityKind.HOTEL, null, null));
    Map<String, Object> plan = plan("DISSOLVE");
    plan.put("coOwner", String.valueOf(second.id()));
    approve(plan);
    assertThat(told()).contains(second.name());

    Office luoyang = office;
    office = second;
    assertThatThrownBy(() -> byHand(PEONY, "")).isInstanceOf(RefusedException.class).hasMessageContaining(caseNumber);
    office = luoyang;
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", second.id()));
    WindingUp winding = WindingUp.of(LUOYANG, documents).inventory("[]").staff("[]").close();
    assertThat(findings.open(winding.caseNumber())).extracting(Finding::code).containsExactly("NOT_PARTED_YET");
    strands("2026-04-01", "DISSOLVE");
    verify("accept");
    assertThat(register.businessEntitiesOf(second.id())).allMatch(BusinessEntity::parted);
    winding.close().signs("sign").archive();
    assertThat(cases.get(winding.caseNumber()).outcome()).isEqualTo("ABOLISHED");
  }

  @Test
  void aCoOwnerWithACaseOfItsOwnIsToldInThePlan() {
    Office second = office(LUOYANG, "洛阳市人民政府驻郑州第二办事处");
    register.putBusinessEntity(second.id(), new BusinessEntity(PEONY, BusinessEntityKind.HOTEL, null, null));
    beginning.begin(second.id());
    promised();
    Map<String, Object> plan = plan("DISSOLVE");
    plan.put("coOwner", String.valueOf(second.id()));
    hand("plan", plan);
    assertThat(codes()).containsExactly("CO_OWNER_HAS_CASE");
  }

  @Test
  void anEntityHasOneCaseHoweverItBegins() {
    promised();
    beginning.begin(office.id());
    assertThat(open()).hasSize(1);
    assertThatThrownBy(() -> byHand(PEONY, PROMISED.toString())).isInstanceOf(RefusedException.class).hasMessageContaining("正在办理，不能重复发起");
    assertThatThrownBy(() -> byHand(PEONY, "2027-01-01")).isInstanceOf(RefusedException.class);
  }

  /** What an inspection found is registered with its case. */
  @Test
  void anEntityThatNobodyRegisteredIsBegunByHand() {
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    register.putBusinessEntity(office.id(), new BusinessEntity("旧招待所", BusinessEntityKind.GUEST_HOUSE, LocalDate.of(2014, 1, 1), null));
    register.putBusinessEntity(office.id(), new BusinessEntity("龙门招待所", BusinessEntityKind.GUEST_HOUSE, null, PROMISED));
    assertThatThrownBy(() -> byHand("旧招待所", "")).isInstanceOf(RefusedException.class).hasMessageContaining("已于2014年1月1日脱钩");
    assertThatThrownBy(() -> byHand("龙门招待所", "")).isInstanceOf(RefusedException.class).hasMessageContaining("2026年6月30日");
    byHand("隐蔽饭店", "");
    assertThat(register.businessEntitiesOf(office.id())).contains(new BusinessEntity("隐蔽饭店", BusinessEntityKind.HOTEL, null, null));
    assertThat(cases.openCaseOf(office.id(), "entity-decoupling")).get().extracting(CaseFile::title).isEqualTo(office.name() + "与隐蔽饭店脱钩");
  }

  /** As at a start of this version, and at the next one, or on another node. */
  @Test
  void anEarlierPromiseIsFollowedUpOnce() {
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    register.putBusinessEntity(office.id(), new BusinessEntity(PEONY, BusinessEntityKind.HOTEL, null, PROMISED));
    register.putBusinessEntity(office.id(), new BusinessEntity("未承诺招待所", BusinessEntityKind.GUEST_HOUSE, null, null));
    beginning.followUpEarlierPromises();
    assertThat(open()).as("not kept").isEmpty();
    register.retain(office.id(), "豫政函〔2014〕9号", null, null, "C3", "经省政府批准予以保留。");
    beginning.followUpEarlierPromises();
    beginning.followUpEarlierPromises();
    assertThat(open()).singleElement().extracting(CaseFile::title).isEqualTo(office.name() + "与" + PEONY + "脱钩");
  }

  /** What each document is follows from who writes to whom; what is returned is asked for anew. */
  @Test
  void theOfficeAsksAndReportsItsGovernmentAnswersAndAsksTheBureau() {
    promised();
    attach("plan", "DECOUPLING_PLAN");
    Map<String, Object> plan = plan("TRANSFER_TO_REGULATOR");
    plan.putAll(Map.of("legalForm", "COMPANY", "creditCode", SOUND_CODE));
    refused("plan", plan, "“发文字号”不能为空");
    plan.put("documentNumber", number());
    refused("plan", plan, "签发人不能为空");
    hand("plan", plan);
    String first = issued("DECOUPLING_REQUEST").get(0);
    assertThat(first).contains("关于与牡丹宾馆脱钩方案的请示", "签发人：李主任", "洛阳市人民政府：\n", "应于2026年6月30日前与牡丹宾馆脱钩", "登记为公司（统一社会信用代码%s）".formatted(SOUND_CODE),
        "由洛阳市国有资产监督管理委员会接收", "没有须随脱钩处置的我单位登记的资产", "妥否，请批示。");
    reviewed();
    sign("sign", "return");
    assertThat(issued("DECOUPLING_REPLY")).as("what is returned is not answered").isEmpty();
    hand("correct", plan);
    reviewed();
    sign("sign", "agree");
    assertThat(issued("DECOUPLING_REQUEST")).hasSize(2);
    String request = decouplings.get(caseNumber).requestNumber();
    assertThat(issued("DECOUPLING_REPLY")).singleElement()
        .satisfies(
            reply -> assertThat(reply)
                .contains("洛政函〔2026〕", office.name() + "：\n", "你单位《关于与牡丹宾馆脱钩方案的请示》（%s）收悉".formatted(request),
                    "同意你单位采取划转国资监管机构的方式与牡丹宾馆脱钩，由洛阳市国有资产监督管理委员会接收", "要于2026年6月30日前完成", "此复。")
                .doesNotContain("妥否"));
    strands("2026-04-01", "TRANSFER_TO_REGULATOR");
    refused("reportParting", Map.of("completionNote", "无。", "documentNumber", number()), "签发人不能为空");
    reported();
    assertThat(issued("DECOUPLING_REPORT")).singleElement()
        .satisfies(report -> assertThat(report)
            .contains("脱钩完成情况的报告", "签发人：李主任", "按照《关于同意与牡丹宾馆脱钩方案的批复》（%s）的要求".formatted(decouplings.get(caseNumber).replyNumber()),
                "职工5名全部安置", "已变更出资人", "2026年4月1日，按期脱钩", "没有遗留问题。", "特此报告。")
            .doesNotContain("请批示"));
    assertThat(count("verify")).as("before the leader has signed").isZero();
    sign("signLetter", "return");
    assertThat(issued("DECOUPLING_LETTER")).isEmpty();
    reported();
    sign("signLetter", "sign");
    assertThat(issued("DECOUPLING_LETTER")).singleElement()
        .satisfies(letter -> assertThat(letter).contains("情况的函\n", "河南省机关事务管理局：\n", "请予核验，并将核验结果函告我单位。").doesNotContain("请示", "签发人"));
    assertThat(instance).isWaitingAt("verify");
  }

  /** An office that is none any more writes nothing; its government approves inside, and asks the bureau all the same. */
  @Test
  void whatIsMergedWritesNothing() {
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    Office into = office(LUOYANG, "洛阳市人民政府驻郑州联络处");
    begin(null);
    register.merge(office.id(), into.id(), "C8", "并入联络处。");
    approved("DISSOLVE");
    strands("2026-04-01", "DISSOLVE");
    verify("accept");
    assertThat(instance).isEnded().hasPassed("parted");
    assertThat(issued("DECOUPLING_REQUEST")).isEmpty();
    assertThat(issued("DECOUPLING_REPLY")).isEmpty();
    assertThat(issued("DECOUPLING_REPORT")).isEmpty();
    assertThat(issued("DECOUPLING_LETTER")).hasSize(1);
  }

  /** A case of an earlier version, whose plan was handed in before offices wrote requests, has none to answer. */
  @Test
  void aPlanThatWasHandedInWithoutARequestIsApprovedWithoutAReply() {
    promised();
    hand("plan", plan("DISSOLVE"));
    jdbc.sql("update decoupling set request_signer = null, request_number = null where case_number = ?").param(caseNumber).update();
    reviewed();
    sign("sign", "agree");
    assertThat(issued("DECOUPLING_REPLY")).isEmpty();
    strands("2026-04-01", "DISSOLVE");
    verify("accept");
    assertThat(issued("DECOUPLING_REPORT")).singleElement().asString().contains("按照审定的脱钩方案的要求");
  }

  /** Who approved the retention decides, once, and three months at most. */
  @Test
  void theDayOfTheApprovalIsPutOffOnceByWhoApprovedIt() {
    promised();
    register.retain(office.id(), "豫政函〔2014〕11号", null, null, "C3", "经省政府批准予以保留。");
    approved("DISSOLVE");
    at(2026, 6, 15);
    assertThatThrownBy(() -> askForMore(67)).isInstanceOf(RefusedException.class)
        .hasMessageMatching("延期由河南省人民政府.*决定，可以申请1至6[0-6]个工作日，请核对。");
    askForMore(60);
    String grant = taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("grant").singleResult().getId();
    for (String other : List.of("gov" + LUOYANG + "Leader", "provincialBureauLeader", "provincialBureau")) {
      as(other, other);
      assertThatThrownBy(() -> taskService().complete(grant, Map.of("decision", "granted"))).as(other).hasMessageContaining("该任务由河南省人民政府");
      asApplication();
    }
    complete(caseNumber, "grant", "gov410000Leader", Map.of("decision", "granted", "opinion", "同意。"));
    LocalDate extended = days.extendedTo(caseNumber).orElseThrow();
    assertThat(extended).isAfter("2026-09-01").isBeforeOrEqualTo("2026-09-30");
    assertThat(told()).contains(InWords.day(extended));
    assertThatThrownBy(() -> askForMore(1)).isInstanceOf(RefusedException.class).hasMessageContaining("不能再延期");
    at(2026, 7, 20);
    strands("2026-07-20", "DISSOLVE");
    assertThat(told()).contains("2026年7月20日（按期）");
    verify("accept");
    assertThat(entity().partBy()).as("as the approval has it").isEqualTo(PROMISED);
    assertThat(misses()).isEmpty();
  }

  /** Three months are counted from the promised day, also where more time is asked for late. */
  @Test
  void moreTimeEndsThreeMonthsAfterThePromisedDay() {
    promised();
    register.retain(office.id(), "豫政函〔2014〕12号", null, null, "C3", "经省政府批准予以保留。");
    approved("DISSOLVE");
    at(2026, 9, 28);
    assertThatThrownBy(() -> askForMore(3)).isInstanceOf(RefusedException.class).hasMessageContaining("可以申请1至2个工作日");
    askForMore(2);
    at(2026, 9, 29);
    complete(caseNumber, "grant", "gov410000Leader", Map.of("decision", "granted", "opinion", "同意。"));
    assertThat(days.extendedTo(caseNumber)).contains(LocalDate.of(2026, 9, 30));
  }

  @Test
  void moreTimeThatWouldBeOverIsNotGiven() {
    promised();
    register.retain(office.id(), "豫政函〔2014〕13号", null, null, "C3", "经省政府批准予以保留。");
    approved("DISSOLVE");
    at(2026, 9, 28);
    askForMore(1);
    at(2026, 10, 8);
    assertThatThrownBy(() -> complete(caseNumber, "grant", "gov410000Leader", Map.of("decision", "granted", "opinion", "同意。")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("最迟只能延期至2026年9月30日");
    asApplication();
    complete(caseNumber, "grant", "gov410000Leader", Map.of("decision", "refused", "opinion", "已过最长的期限。"));
    assertThatThrownBy(() -> askForMore(1)).isInstanceOf(RefusedException.class).hasMessageContaining("不能再延期");
  }

  /** What the province did not approve, the government that sends the office puts off. */
  @Test
  void anOfficeThatTheProvinceDidNotKeepAsksItsOwnGovernment() {
    promised();
    approved("DISSOLVE");
    askForMore(10);
    complete(caseNumber, "grant", "gov" + LUOYANG + "Leader", Map.of("decision", "granted", "opinion", "同意。"));
    assertThat(days.extendedTo(caseNumber)).isPresent();
  }

  @Test
  void whoStatesAnotherDayIsToldWhoDecides() {
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    register.putBusinessEntity(office.id(), new BusinessEntity(PEONY, BusinessEntityKind.HOTEL, null, PROMISED));
    register.retain(office.id(), "豫政函〔2014〕14号", null, null, "C3", "经省政府批准予以保留。");
    assertThatThrownBy(() -> byHand(PEONY, "2027-01-01")).isInstanceOf(RefusedException.class).hasMessageContaining("由河南省人民政府");
  }

  /** Parting is owed anyway: what the revocation ends is the question whether to propose it. */
  @Test
  void thePartingGoesOnAfterTheRetentionIsRevoked() {
    promised();
    register.retain(office.id(), "豫政函〔2014〕15号", null, null, "C3", "经省政府批准予以保留。");
    SampleOffice.give(register, office, "E-01", AssetKind.EQUIPMENT, "100.00");
    itIs(LocalDateTime.of(2026, 7, 1, 0, 5));
    runDueJobs();
    itIs(LocalDateTime.of(2026, 7, 8, 0, 10));
    runDueJobs();
    assertThat(count("proposeRevocation")).isOne();
    register.markToBeAbolished(office.id(), "C3", "省政府批准撤销保留，应予撤销。");
    assertThat(count("proposeRevocation")).isZero();
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    itIs(LocalDateTime.of(2026, 7, 15, 0, 15));
    runDueJobs();
    assertThat(count("proposeRevocation")).as("nothing is left to revoke").isZero();
    assertThat(misses()).as("the parting is urged as before").hasSizeGreaterThan(2);
    at(2026, 7, 15);
    approved("DISSOLVE");
    assertThat(ledger.assetsOf(caseNumber)).as("what the abolition has frozen it disposes of").isEmpty();
    askForMore(5);
    complete(caseNumber, "grant", "gov410000Leader", Map.of("decision", "granted", "opinion", "同意。"));
    strands("2026-07-15", "DISSOLVE");
    verify("accept");
    assertThat(instance).isEnded().hasPassed("parted");
    assertThat(entity().partedOn()).isEqualTo("2026-07-15");
    assertThat(told()).contains("2026年7月15日（按期）");
  }

  /** What has the entity's name, or was its own by an earlier plan, is disposed of, or somebody says why not. */
  @Test
  void noAssetOfTheEntityFallsSilent() {
    promised();
    register.putAsset(office.id(), new OfficeAsset("F-01", AssetKind.HOUSE, "牡丹宾馆客房楼", new BigDecimal("680000.00")));
    SampleOffice.give(register, office, "E-01", AssetKind.EQUIPMENT, "100.00");
    attach("plan", "DECOUPLING_PLAN");
    assertThat(offered()).containsExactly("E-01 NO", "F-01 YES");
    Map<String, Object> plan = written("requestSigner", plan("DISSOLVE"));
    plan.put("assets", assets("F-01", "NO", "E-01", "YES"));
    refused("plan", plan, "资产“F-01 牡丹宾馆客房楼”的名称或者此前填报的方案表明由实体使用");
    plan.put("assets", "[{\"assetNumber\":\"F-01\",\"assetUse\":\"NOT_APPLICABLE\"},{\"assetNumber\":\"E-01\",\"assetUse\":\"YES\"}]");
    refused("plan", plan, "“不适用的理由”不能为空");
    plan.put("assets", assets("F-01", "NOT_APPLICABLE", "E-01", "YES"));
    complete(caseNumber, "plan", "gov" + LUOYANG, plan);
    assertThat(told()).contains("E-01 资产E-01", "F-01 牡丹宾馆客房楼（产权属于市机关事务局，实体没有使用。）");
    assertThat(issued("DECOUPLING_REQUEST")).singleElement().asString().contains("实体使用我单位登记的资产1项");
    reviewed();
    sign("sign", "return");
    plan = written("requestSigner", plan);
    plan.put("assets", assets("F-01", "NOT_APPLICABLE", "E-01", "NO"));
    refused("correct", plan, "资产“E-01 资产E-01”的名称或者此前填报的方案");
    plan.put("assets", assets("F-01", "NOT_APPLICABLE", "E-01", "NOT_APPLICABLE"));
    complete(caseNumber, "correct", "gov" + LUOYANG, plan);
    reviewed();
    sign("sign", "agree");
    assertThat(ledger.assetsOf(caseNumber)).isEmpty();
  }

  private List<String> offered() {
    String task = taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey("plan").singleResult().getId();
    return ((List<?>) assets.values(new FormTask(task, "plan", "", "decoupling-plan", caseNumber, "")).get("assets")).stream()
        .map(row -> (Map<?, ?>) row)
        .map(row -> "%s %s".formatted(row.get("assetNumber"), row.get("assetUse")))
        .toList();
  }

  private void askForMore(int workingDays) {
    as("gov" + LUOYANG, "gov" + LUOYANG);
    try {
      moreTime.askForCase(caseNumber, new MoreTime.Asking("EXTENSION", workingDays, "产权变更登记需要时间。"));
    } finally {
      asApplication();
    }
  }

  /** @return texts of the documents of a kind that were issued in the case */
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

  private void promised() {
    office = office(LUOYANG, "洛阳市人民政府驻郑州办事处");
    begin(PROMISED);
  }

  private void begin(LocalDate partBy) {
    register.putBusinessEntity(office.id(), new BusinessEntity(PEONY, BusinessEntityKind.HOTEL, null, partBy));
    beginning.begin(office.id());
    caseNumber = cases.openCaseOf(office.id(), "entity-decoupling").orElseThrow().caseNumber();
    instance = runtimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .processDefinitionKey("entity-decoupling")
        .singleResult();
  }

  private Office office(String government, String name) {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), name, government, SenderKind.GOVERNMENT, null, "410100", "郑州市",
        WorkKind.GENERAL, null, null, 6, null, true));
  }

  private void byHand(String entity, String partBy) {
    Map<String, Object> start = new HashMap<>(Map.of("officeId", String.valueOf(office.id()), "entityName", entity, "entityKind", "HOTEL"));
    if (partBy != null) {
      start.put("partBy", partBy);
    }
    as("gov" + LUOYANG, "gov" + LUOYANG);
    try {
      runtimeService().startProcessInstanceByKey("entity-decoupling", start);
    } finally {
      asApplication();
    }
  }

  private List<CaseFile> open() {
    return cases.openCasesOf("entity-decoupling").stream().filter(file -> file.officeId() == office.id()).toList();
  }

  private void at(int year, int month, int day) {
    itIs(LocalDateTime.of(year, month, day, 15, 0));
  }

  private static Map<String, Object> plan(String way) {
    Map<String, Object> plan = new HashMap<>(Map.of("partingWay", way, "legalForm", "UNREGISTERED", "unregisteredReason", "内部招待所，从未登记。",
        "share", "100", "registeredCapital", "1000000.00", "netAssets", "0", "liabilities", "0.00", "employees", "5"));
    plan.putAll(Map.of("insolvent", "NO", "connectedPeople", "李主任、王关系（配偶）", "settlements", "职工由接收单位安置，往来款结清。"));
    if (way.equals("TRANSFER_TO_REGULATOR")) {
      plan.put("transferee", "洛阳市国有资产监督管理委员会");
    }
    return plan;
  }

  /** @param answers asset number and whether the entity uses it, in turns */
  private static String assets(String... answers) {
    return IntStream.range(0, answers.length / 2)
        .mapToObj(row -> "{\"assetNumber\":\"%s\",\"assetUse\":\"%s\",\"notUsedReason\":\"%s\"}".formatted(answers[2 * row],
            answers[2 * row + 1], answers[2 * row + 1].equals("NOT_APPLICABLE") ? "产权属于市机关事务局，实体没有使用。" : ""))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private void approved(String way) {
    approve(plan(way));
  }

  private void approve(Map<String, Object> plan) {
    hand("plan", plan);
    reviewed();
    sign("sign", "agree");
  }

  private void hand(String step, Map<String, Object> plan) {
    attach(step, "DECOUPLING_PLAN");
    complete(caseNumber, step, "gov" + LUOYANG, written("requestSigner", plan));
  }

  /** What the office writes to its government has its signer and number; an office that has ended writes nothing. */
  private Map<String, Object> written(String signer, Map<String, Object> values) {
    Map<String, Object> written = new HashMap<>(values);
    if (!register.get(office.id()).status().ended()) {
      written.putAll(Map.of(signer, "李主任", "documentNumber", number()));
    }
    return written;
  }

  /** A number that no document of the year has. */
  private static String number() {
    return "洛驻郑〔2026〕%d号".formatted(NUMBERS.incrementAndGet());
  }

  private void sign(String step, String decision) {
    // the government has given its code word: its numbers are counted
    complete(caseNumber, step, "gov" + LUOYANG + "Leader", Map.of("decision", decision, "opinion", "请核实。"));
  }

  private void reported() {
    complete(caseNumber, "reportParting", "gov" + LUOYANG, written("reportSigner", Map.of("completionNote", "没有遗留问题。")));
  }

  private void reviewed() {
    complete(caseNumber, "reviewAssets", "gov" + LUOYANG + "Finance", Map.of("opinion", "资产情况属实。"));
    complete(caseNumber, "reviewPosts", "gov" + LUOYANG + "Personnel", Map.of("opinion", "人员情况属实。"));
  }

  private static Map<String, Object> people() {
    return Map.of("officialsRemaining", "0", "employeesPlaced", "5");
  }

  private static Map<String, Object> accounts() {
    return Map.of("debtBetween", "0.00", "guarantees", "0.00");
  }

  private static Map<String, Object> done(String strand, String day, Map<String, Object> particulars) {
    Map<String, Object> values = new HashMap<>(particulars);
    values.putAll(Map.of(strand + "State", "DONE", strand + "DoneOn", day));
    return values;
  }

  private static Map<String, Object> notApplicable(String strand, Map<String, Object> particulars) {
    Map<String, Object> values = new HashMap<>(particulars);
    values.putAll(Map.of(strand + "State", "NOT_APPLICABLE", strand + "Reason", "没有这类事项。"));
    return values;
  }

  private void strands(String day, String way) {
    strands(day, way, Map.of("partingWay", way, "insolvent", "NO"));
  }

  /** Does the strands that are to be done. */
  private void strands(String day, String way, Map<String, Object> assets) {
    runDueJobs();
    Map<String, Map<String, Object>> values = Map.of("partPeople", done("people", day, people()), "partAccounts",
        done("accounts", day, accounts()), "partAssets", done("assets", day, assets), "partFunctions",
        done("functions", day, Map.of("registration", way.equals("DISSOLVE") ? "DEREGISTERED" : "OWNER_CHANGED")));
    Stream.of(STRANDS).filter(step -> count(step) > 0).toList().forEach(step -> strand(step, values.get(step)));
  }

  private void strand(String step, Map<String, Object> values) {
    runDueJobs();
    attach(step, switch (step) {
      case "partPeople" -> new String[]{"EMPLOYEES_RESOLUTION"};
      case "partAccounts" -> new String[]{"DEBT_CONFIRMATION"};
      case "partAssets" -> new String[]{"LIQUIDATION", "TRANSFER_APPROVAL", "APPRAISAL", "TRANSACTION", "LEASE_END"};
      default -> new String[]{"REGISTRATION"};
    });
    complete(caseNumber, step, "gov" + LUOYANG, values);
    runDueJobs();
  }

  private void verify(String decision) {
    verify(decision, "");
  }

  private void verify(String decision, String returnedStrands) {
    reported();
    sign("signLetter", "sign");
    complete(caseNumber, "verify", "provincialBureau",
        Map.of("verification", "ON_SITE", "decision", decision, "returnedStrands", returnedStrands, "opinion", "已到现场核对。"));
    runDueJobs();
  }

  private void refused(String step, Map<String, Object> values, String words) {
    assertThatThrownBy(() -> complete(caseNumber, step, "gov" + LUOYANG, values)).isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
    asApplication();
  }

  private void attach(String step, String... kinds) {
    for (String kind : kinds) {
      documents.store(new NewDocument(caseNumber, LUOYANG, kind, kind + ".pdf",
          ("%PDF-1.4 " + caseNumber + kind).getBytes(StandardCharsets.UTF_8), "gov" + LUOYANG, step, "gov" + LUOYANG));
    }
  }

  private List<String> told() {
    return facts.of(cases.get(caseNumber)).stream().map(Fact::value).toList();
  }

  private BusinessEntity entity() {
    return register.businessEntitiesOf(office.id()).stream().filter(known -> known.name().equals(PEONY)).findFirst().orElseThrow();
  }

  private List<String> codes() {
    return findings.open(caseNumber).stream().map(Finding::code).toList();
  }

  /** The misses of the whole case. */
  private List<Escalation> misses() {
    return escalations.of(caseNumber).stream().filter(entry -> entry.kind() == Escalation.Kind.MISS && entry.taskId() == null).toList();
  }

  private long count(String step) {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).count();
  }
}
