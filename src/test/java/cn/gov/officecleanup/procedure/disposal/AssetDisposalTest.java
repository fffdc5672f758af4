package cn.gov.officecleanup.procedure.disposal;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.row;
import static cn.gov.officecleanup.procedure.disposal.Disposing.execution;
import static cn.gov.officecleanup.procedure.disposal.Disposing.proposal;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C6, C7: every way one asset can be disposed of, and every way it cannot. */
@EngineTest
class AssetDisposalTest {

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private FormAssembly opening;

  private WindingUp winding;
  private Disposing disposing;
  private ProcessInstance instance;
  private long asset;

  @BeforeEach
  void itIsSummer() {
    itIs(LocalDateTime.of(2015, 8, 3, 9, 0));
  }

  @Test
  void aHouseIsSoldInTheOpenAndThePriceComesInByReceipts() {
    open(AssetKind.HOUSE, "4040000.00");
    disposing.attach(ProofKind.TITLE_PROOF).propose(proposal("SALE"));
    disposing.attach(ProofKind.APPRAISAL_REPORT).appraise("5000000.00").endorse("agree").finance("approve", "approve");
    disposing.attach(ProofKind.DEAL_CONFIRMATION, ProofKind.HANDOVER, ProofKind.DEREGISTRATION).carryOut(execution("SALE", "4500000.00"));
    assertThat(instance).isWaitingAt("receive").hasNotPassed("approvePrice");

    disposing.attachAt("propose", ProofKind.RECEIPT).attachAt("carryOut", ProofKind.RECEIPT);
    refused("DOCUMENT_MISSING", () -> disposing.receive("豫财A1", "4500000.00"));
    disposing.attach(ProofKind.RECEIPT);
    refused("RECEIPT_EXCEEDS", () -> disposing.receive("豫财A1-" + asset, "4500000.01"));
    disposing.receive("豫财A1-" + asset, "4000000.00");
    assertThat(instance).isWaitingAt("receive");
    refused("RECEIPT_USED", () -> disposing.receive("豫财A1-" + asset, "500000.00"));
    assertThat(ledger.balanceOf(winding.caseNumber()).outstanding()).isEqualByComparingTo("500000.00");
    disposing.receive("豫财A2-" + asset, "500000.00");
    runDueJobs();

    assertThat(instance).isEnded();
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::step)
        .containsExactly(LedgerStep.FROZEN, LedgerStep.PROPOSED, LedgerStep.APPRAISED, LedgerStep.APPROVED, LedgerStep.PRICED,
            LedgerStep.RECEIVED, LedgerStep.RECEIVED, LedgerStep.DISPOSED);
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::userId).containsSubsequence("gov" + COUNTY, "gov" + COUNTY + "Finance");
    assertThat(ledger.entriesOf(asset).get(2).document()).contains("评估报告.pdf（SHA-256 ");
    assertThat(ledger.balanceOf(winding.caseNumber()).settled()).isTrue();
  }

  @Test
  void aPriceBelowTheLineStopsAndGoesBackForFreshApproval() {
    open(AssetKind.HOUSE, "4040000.00");
    disposing.attachAll().propose(agreement()).appraise("5000000.00").endorse("agree").finance("approve", "approve");
    disposing.carryOut(agreed("4499999.99"));
    assertThat(instance).isWaitingAt("approvePrice");
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::step).doesNotContain(LedgerStep.PRICED);
    disposing.finance("approvePrice", "refuse");
    assertThat(instance).isWaitingAt("carryOut");
    disposing.carryOut(agreed("4400000.00")).finance("approvePrice", "approve");
    assertThat(instance).isWaitingAt("receive");
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::note).contains("同意以4,400,000.00元成交：按规定办理。");
    disposing.receive("豫财B1-" + asset, "4400000.00");
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void aPriceThatWasApprovedCountsForThatPriceOnly() {
    open(AssetKind.EQUIPMENT, "1000.00");
    disposing.attachAll().propose(agreement()).appraise("1000.00").endorse("agree").finance("approve", "approve");
    disposing.carryOut(agreed("500.00")).finance("approvePrice", "refuse");
    disposing.carryOut(agreed("899.99"));
    assertThat(instance).isWaitingAt("approvePrice");
    disposing.finance("approvePrice", "refuse").carryOut(agreed("900.00"));
    assertThat(instance).isWaitingAt("receive");
  }

  @Test
  void whatNobodyBidForIsListedAgainAtALowerPriceThatFinanceAllows() {
    open(AssetKind.EQUIPMENT, "60000.00");
    disposing.attachAll().propose(proposal("SALE")).appraise("60000.00").endorse("agree").finance("approve", "approve");
    assertThat(instance).isWaitingAt("publish");
    refused("RESERVE_TOO_LOW", () -> disposing.announce("53999.99"));
    disposing.announce("54000.00").bid("relist");
    assertThat(instance).isWaitingAt("relist");
    refused("RESERVE_OUT_OF_RANGE", () -> relist("48599.99"));
    refused("RESERVE_OUT_OF_RANGE", () -> relist("54000.01"));
    relist("48600.00");
    refused("RESERVE_TOO_LOW", () -> disposing.announce("48599.99"));
    disposing.announce("50000.00").bid("relist");
    relist("45000.00");
    disposing.announce("45000.00").bid("sold");
    disposing.carryOut(execution("SALE", "44999.99"));
    assertThat(codes()).containsExactly("PRICE_BELOW_RESERVE");
    Map<String, Object> unannounced = execution("SALE", "45000.00");
    unannounced.remove("venue");
    disposing.carryOut(unannounced);
    assertThat(codes()).containsExactly("NOT_IN_THE_OPEN");
    disposing.carryOut(execution("SALE", "45000.00"));
    assertThat(instance).as("finance has approved that price with the listing").isWaitingAt("receive").hasNotPassed("approvePrice");
  }

  @Test
  void whatNobodyBidForMayBeDisposedOfInAnotherWay() {
    open(AssetKind.EQUIPMENT, "1000.00");
    disposing.attachAll().propose(proposal("SALE")).appraise("1000.00").endorse("agree");
    disposing.announce("1000.00").bid("another");
    disposing.propose(proposal("SCRAP")).endorse("agree").carryOut(execution("SCRAP", "0.00"));
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void aHouseIsTakenBackByTheDepartmentOfGovernmentOffices() {
    open(AssetKind.HOUSE, "680000.00");
    disposing.attachAll().propose(proposal("TAKE_BACK"));
    complete(disposing.caseNumber(), "endorse", "gov" + COUNTY + "Leader", Map.of("decision", "agree", "opinion", "同意。"));
    assertThat(task(disposing.caseNumber(), "confirmAffairs")).isNotNull();
    String confirm = taskIdOf("confirmAffairs");
    as("gov" + COUNTY + "Finance", "gov" + COUNTY + "Finance");
    assertThatThrownBy(() -> taskService().complete(confirm, Map.of("opinion", "同意收回。"))).isInstanceOf(AuthorizationException.class);
    asApplication();
    complete(disposing.caseNumber(), "confirmAffairs", "gov" + COUNTY + "Affairs", Map.of("opinion", "同意收回。"));
    disposing.finance("approve", "approve").carryOut(execution("TAKE_BACK", null));
    runDueJobs();
    assertThat(instance).isEnded();
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::method).endsWith(DisposalMethod.TAKE_BACK);
  }

  @Test
  void whoDraftsTheReplyDoesNotSignIt() {
    open(AssetKind.EQUIPMENT, "60000.00");
    disposing.attachAll().propose(proposal("SCRAP")).endorse("agree");
    complete(disposing.caseNumber(), "approve", "gov" + COUNTY + "Finance", Map.of("decision", "approve", "opinion", "拟同意。"));
    String sign = taskIdOf("signReply");
    as("gov" + COUNTY + "Finance", "gov" + COUNTY + "Finance", "gov" + COUNTY + "FinanceLeader");
    assertThatThrownBy(() -> taskService().complete(sign, Map.of())).isInstanceOf(RefusedException.class);
    asApplication();
    assertThat(documents.list(disposing.caseNumber())).extracting(StoredDocument::kind).doesNotContain("REPLY");
    complete(disposing.caseNumber(), "signReply", "gov" + COUNTY + "FinanceLeader", Map.of("opinion", "同意。"));
    assertThat(documents.list(disposing.caseNumber())).extracting(StoredDocument::kind).contains("REPLY");
  }

  @ParameterizedTest
  @CsvSource({"DEBT, SETTLEMENT, ", "DEBT, ASSUMPTION, ", "BORROWED, RETURN, ", "CLAIM, REMITTANCE, 1000.00", "EQUITY, LIQUIDATION, 10.00",
      "HOUSE, DEMOLITION, 10.00", "INTANGIBLE, TRANSFER, "})
  void eachKindEndsInItsLawfulWay(AssetKind kind, String method, String price) {
    open(kind, kind == AssetKind.BORROWED ? "0.00" : "1000.00");
    disposing.attachAll().propose(proposal(method)).endorse("agree");
    if (disposing.waitsAt("approve")) {
      disposing.finance("approve", "approve");
    }
    disposing.carryOut(execution(method, price));
    if (price != null) {
      disposing.receive("豫财" + method + asset, price);
    }
    runDueJobs();
    assertThat(instance).isEnded();
    assertThat(ledger.balanceOf(winding.caseNumber()).settled()).isTrue();
    assertThat(ledger.balanceOf(winding.caseNumber()).frozenAssets()).as("a debt is no asset").isEqualTo(kind == AssetKind.DEBT ? 0 : 1);
  }

  @Test
  void lessThanWasClaimedIsConfirmedByFinance() {
    open(AssetKind.CLAIM, "1000.00");
    disposing.attachAll().propose(proposal("REMITTANCE")).endorse("agree").finance("approve", "approve");
    disposing.carryOut(execution("REMITTANCE", "600.00"));
    assertThat(instance).isWaitingAt("approvePrice");
    disposing.finance("approvePrice", "approve").receive("豫财Z-" + asset, "600.00");
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void neitherStaffNorTheirRelativesBuy() {
    open(AssetKind.VEHICLE, "191600.00", HIRED);
    disposing.attachAll().propose(proposal("SALE")).appraise("100000.00").endorse("agree").finance("approve", "approve");
    for (String related : List.of("李当地", "李小妹", "王 亲属")) {
      Map<String, Object> deal = execution("SALE", "100000.00");
      deal.put("partner", related);
      disposing.carryOut(deal);
      assertThat(codes()).containsExactly("PARTNER_RELATED");
      assertThat(findings.open(disposing.caseNumber())).extracting(Finding::clause).containsExactly("C7、A9");
    }
    Map<String, Object> behind = execution("SALE", "100000.00");
    behind.put("representative", "李小妹");
    behind.put("disclosed", true);
    disposing.carryOut(behind);
    assertThat(codes()).as("a listing is no auction").containsExactly("PARTNER_RELATED");
    disposing.carryOut(execution("SALE", "100000.00"));
    assertThat(instance).isWaitingAt("receive");
  }

  @Test
  void howANameIsWrittenMakesNobodyElse() {
    open(AssetKind.VEHICLE, "191600.00", HIRED);
    disposing.attachAll().propose(proposal("SALE")).appraise("100000.00").endorse("agree").finance("approve", "approve");
    for (String related : List.of("李\u3000当地", "李\u200B当地", "王五、李小妹（实际控制人）", "法定代表人：李小妹")) {
      Map<String, Object> deal = execution("SALE", "100000.00");
      deal.put("representative", related);
      disposing.carryOut(deal);
      assertThat(codes()).as(related).containsExactly("PARTNER_RELATED");
    }
    Map<String, Object> near = execution("SALE", "100000.00");
    near.put("representative", "李小梅");
    disposing.carryOut(near);
    assertThat(codes()).containsExactly("PARTNER_SIMILAR");
    near.put("partnerExplanation", "核对了身份证件，是邻县居民，并非同一人");
    disposing.carryOut(near);
    assertThat(instance).isWaitingAt("receive");
  }

  @Test
  void aRelativeMayBuyAtAPublicAuctionThatDisclosedIt() {
    open(AssetKind.VEHICLE, "191600.00", HIRED);
    Map<String, Object> auction = proposal("SALE");
    auction.put("saleMode", "AUCTION");
    disposing.attachAll().propose(auction).appraise("100000.00").endorse("agree").finance("approve", "approve");
    Map<String, Object> deal = execution("SALE", "100000.00");
    deal.putAll(Map.of("saleMode", "AUCTION", "partner", "李小妹"));
    disposing.carryOut(deal);
    assertThat(codes()).containsExactly("PARTNER_RELATED");
    deal.put("disclosed", true);
    disposing.carryOut(deal);
    assertThat(instance).isWaitingAt("receive");
  }

  @Test
  void everyFaultOfAProposalGoesToCorrection() {
    open(AssetKind.LAND, "9000000.00");
    Map<String, Object> scrap = proposal("SCRAP");
    scrap.put("titleState", "DISPUTED");
    refused("METHOD_NOT_ALLOWED", () -> disposing.propose(scrap));
    Map<String, Object> disputed = proposal("TRANSFER");
    disputed.put("titleState", "DISPUTED");
    disposing.propose(disputed);
    assertThat(codes()).containsExactly("TITLE_DISPUTED", "PROOF_MISSING", "PROOF_MISSING");
    Map<String, Object> mortgaged = proposal("TRANSFER");
    mortgaged.put("titleState", "MORTGAGED");
    disposing.official("correct", mortgaged);
    assertThat(codes()).containsExactly("MORTGAGEE_CONSENT_MISSING", "PROOF_MISSING", "PROOF_MISSING");
    disposing.attach(ProofKind.MORTGAGEE_CONSENT, ProofKind.TITLE_PROOF, ProofKind.RECEIVER_CONSENT).official("correct", mortgaged);
    disposing.endorse("return").official("correct", mortgaged).endorse("agree").finance("approve", "return");
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::step).endsWith(LedgerStep.REFUSED, LedgerStep.PROPOSED, LedgerStep.REFUSED);
    disposing.official("correct", mortgaged).endorse("agree").finance("approve", "approve");
    refused("DOCUMENT_MISSING", () -> disposing.carryOut(execution("TRANSFER", null)));
    disposing.attach(ProofKind.HANDOVER).carryOut(execution("TRANSFER", null));
    assertThat(codes()).containsExactly("PROOF_MISSING");
    Map<String, Object> elsewhere = execution("TRANSFER", null);
    elsewhere.put("partner", "某公司");
    disposing.attach(ProofKind.DEREGISTRATION).carryOut(elsewhere);
    assertThat(codes()).containsExactly("RECEIVER_DIFFERS");
    disposing.carryOut(execution("TRANSFER", null));
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void anAppraisalMustBeValid() {
    open(AssetKind.EQUIPMENT, "60000.00");
    disposing.propose(proposal("SALE"));
    refused("DOCUMENT_MISSING", () -> appraised("2014-08-02"));
    disposing.attach(ProofKind.APPRAISAL_REPORT);
    appraised("2014-08-02");
    assertThat(codes()).containsExactly("APPRAISAL_EXPIRED");
    refused("WRONG_DAY", () -> appraised("2015-08-04"));
    appraised("2014-08-03");
    assertThat(task(disposing.caseNumber(), "endorse")).isNotNull();
    disposing.endorse("agree").finance("approve", "approve");
    itIs(LocalDateTime.of(2015, 8, 5, 9, 0));
    disposing.attachAll().carryOut(execution("SALE", "60000.00"));
    assertThat(codes()).containsExactly("APPRAISAL_EXPIRED");
  }

  @Test
  void whatIsCarriedOutIsWhatWasApprovedOnADayThatCanBe() {
    open(AssetKind.EQUIPMENT, "1000.00");
    disposing.attachAll().propose(proposal("SCRAP")).endorse("agree");
    refused("METHOD_DIFFERS", () -> disposing.carryOut(execution("TRANSFER", null)));
    Map<String, Object> early = execution("SCRAP", "10.00");
    early.put("carriedOutOn", "2015-08-02");
    disposing.carryOut(early);
    assertThat(codes()).containsExactly("DAY_IMPOSSIBLE");
    early.put("carriedOutOn", "2015-08-04");
    refused("WRONG_DAY", () -> disposing.carryOut(early));
    disposing.carryOut(execution("SCRAP", "10.00"));
    assertThat(instance).isWaitingAt("receive");
    disposing.receive("豫财C1-" + asset, "10.00");
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void aScrappedVehicleGoesToALicensedDismantler() {
    open(AssetKind.VEHICLE, "80000.00");
    disposing.attach(ProofKind.TITLE_PROOF, ProofKind.TECHNICAL_OPINION)
        .propose(proposal("SCRAP"))
        .endorse("agree")
        .finance("approve", "approve");
    disposing.carryOut(execution("SCRAP", "0.00"));
    assertThat(findings.open(disposing.caseNumber())).extracting(Finding::clause).containsExactly("A8", "A8");
    disposing.attach(ProofKind.DISMANTLER_CERTIFICATE, ProofKind.DEREGISTRATION).carryOut(execution("SCRAP", "0.00"));
    runDueJobs();
    assertThat(instance).as("no residual value, no receipt").isEnded();
  }

  @Test
  void taxesAndFeesAreDeductedWithVoucherAndBeyondTheUsualShareConfirmed() {
    open(AssetKind.HOUSE, "680000.00");
    disposing.attach(ProofKind.TITLE_PROOF).propose(proposal("SALE"));
    disposing.attach(ProofKind.APPRAISAL_REPORT).appraise("700000.00").endorse("agree").finance("approve", "approve");
    disposing.attach(ProofKind.DEAL_CONFIRMATION, ProofKind.HANDOVER, ProofKind.DEREGISTRATION, ProofKind.RECEIPT);
    Map<String, Object> deal = execution("SALE", "700000.00");
    deal.put("fees", "210000.01");
    disposing.carryOut(deal);
    assertThat(codes()).containsExactly("FEES_UNPROVED");
    disposing.attach(ProofKind.FEE_VOUCHER).carryOut(deal);
    assertThat(instance).isWaitingAt("approvePrice");
    disposing.finance("approvePrice", "refuse");
    deal.put("fees", "280000.00");
    disposing.carryOut(deal).finance("approvePrice", "approve");
    assertThat(instance).as("land tax can be more: finance confirms it").isWaitingAt("receive");
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::note).contains("同意以700,000.00元成交，扣除税费280,000.00元：按规定办理。");
    refused("RECEIPT_EXCEEDS", () -> disposing.receive("豫财E0-" + asset, "420000.01"));
    disposing.receive("豫财E1-" + asset, "420000.00");
    runDueJobs();
    assertThat(instance).isEnded();
    assertThat(ledger.entriesOf(asset)).extracting(LedgerEntry::note).contains("省会甲公司，价款700,000.00元，扣除税费280,000.00元");
  }

  @Test
  void anExchangeIsWorthTheAppraisedValue() {
    open(AssetKind.EQUIPMENT, "1000.00");
    disposing.attachAll().propose(proposal("EXCHANGE")).appraise("1000.00").endorse("agree").finance("approve", "approve");
    Map<String, Object> deal = execution("EXCHANGE", "100.00");
    deal.put("receivedValue", "799.99");
    disposing.carryOut(deal);
    assertThat(instance).isWaitingAt("approvePrice");
    disposing.finance("approvePrice", "refuse");
    deal.put("receivedValue", "800.00");
    disposing.carryOut(deal);
    assertThat(instance).isWaitingAt("receive");
    assertThat(ledger.balanceOf(winding.caseNumber()).due()).isEqualByComparingTo("100.00");
  }

  @Test
  void moneyGoesToTheTreasuryWhole() {
    open(AssetKind.CASH, "30000.00");
    refused("METHOD_NOT_ALLOWED", () -> disposing.attachAll().propose(proposal("TRANSFER")));
    disposing.propose(proposal("REMITTANCE")).endorse("agree").finance("approve", "approve");
    disposing.carryOut(execution("REMITTANCE", "29999.99"));
    assertThat(codes()).containsExactly("REMITTANCE_SHORT");
    disposing.carryOut(execution("REMITTANCE", "30000.00")).receive("豫财D1-" + asset, "30000.00");
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void aSaleByAgreementNeedsTheFinanceDepartmentWhateverTheValue() {
    open(AssetKind.EQUIPMENT, "1000.00");
    disposing.attachAll().propose(agreement()).appraise("1000.00").endorse("agree");
    assertThat(task(disposing.caseNumber(), "approve")).isNotNull();
  }

  @Test
  void auditorsReadItAllAndChangeNothing() {
    open(AssetKind.VEHICLE, "80000.00", HIRED);
    disposing.attachAll().propose(proposal("SCRAP"));
    String endorse = task(disposing.caseNumber(), "endorse").getId();
    as("audit", "audit");
    assertThat(opening.ofTask(endorse).orElseThrow().facts()).extracting(CaseFacts.Fact::label).contains("适用规则", "记录");
    assertThat(taskService().createTaskQuery().taskDefinitionKey("plan").count()).as("people are not about assets").isZero();
    assertThat(historyService().createHistoricTaskInstanceQuery().taskDefinitionKey("confirmInventory").count()).isPositive();
    assertThatThrownBy(() -> taskService().claim(endorse, "audit")).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> taskService().complete(endorse, Map.of("decision", "agree"))).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> runtimeService().setVariable(instance.getId(), "assetId", 1L)).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(() -> runtimeService().deleteProcessInstance(instance.getId(), "x")).isInstanceOf(AuthorizationException.class);
    asApplication();
  }

  @Test
  void nobodyApprovesWhatTheyProposed() {
    open(AssetKind.VEHICLE, "80000.00");
    disposing.attachAll().propose(proposal("SCRAP"));
    String endorse = task(disposing.caseNumber(), "endorse").getId();
    as("gov" + COUNTY, "gov" + COUNTY, "gov" + COUNTY + "Leader");
    assertThatThrownBy(() -> taskService().complete(endorse, Map.of("decision", "agree"))).isInstanceOf(RefusedException.class);
    asApplication();
  }

  private static Map<String, Object> agreement() {
    Map<String, Object> agreement = proposal("SALE");
    agreement.put("saleMode", "AGREEMENT");
    return agreement;
  }

  private static Map<String, Object> agreed(String price) {
    Map<String, Object> deal = execution("SALE", price);
    deal.put("saleMode", "AGREEMENT");
    return deal;
  }

  private void relist(String reserve) {
    complete(disposing.caseNumber(), "relist", "gov" + COUNTY + "Finance", Map.of("approvedReserve", reserve, "opinion", "按规定降价。"));
  }

  private String taskIdOf(String step) {
    return taskService().createTaskQuery()
        .processInstanceBusinessKey(disposing.caseNumber())
        .taskDefinitionKey(step)
        .singleResult()
        .getId();
  }

  private void open(AssetKind kind, String value, String... staff) {
    Office office = SampleOffice.enter(register, COUNTY);
    SampleOffice.give(register, office, "Z-01", kind, value);
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    winding = WindingUp.of(COUNTY, documents)
        .inventory("[" + row("Z-01", kind, value, "FOUND", "") + "]")
        .staff("[" + String.join(",", staff) + "]");
    disposing = new Disposing(winding.casesOf("asset-disposal").get(0), COUNTY, documents);
    instance = runtimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(disposing.caseNumber())
        .processDefinitionKey("asset-disposal")
        .singleResult();
    asset = ledger.assetsOf(winding.caseNumber()).get(0).id();
  }

  private void appraised(String referenceDate) {
    disposing.official("appraise", Map.of("agency", "河南某资产评估公司", "licence", "41020001", "report", "豫评报字〔2015〕8号", "referenceDate",
        referenceDate, "appraisedValue", "60000.00"));
  }

  private List<String> codes() {
    return findings.open(disposing.caseNumber()).stream().map(Finding::code).toList();
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOfSatisfying(RefusedException.class,
        refused -> assertThat(refused.findings()).extracting(Finding::code).containsExactly(code));
  }
}
