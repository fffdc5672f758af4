package cn.gov.officecleanup.procedure.disposal;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.row;
import static cn.gov.officecleanup.procedure.abolition.WindingUp.today;
import static cn.gov.officecleanup.procedure.disposal.Disposing.execution;
import static cn.gov.officecleanup.procedure.disposal.Disposing.proposal;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.testkit.EngineTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C6, C7: small things of one office are sold as one lot: one deal, one receipt, each asset's share exact to the fen. */
@EngineTest
class PooledDisposalTest {

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Opinions opinions;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private Disposals disposals;
  @Autowired
  private FormAssembly opening;

  private WindingUp winding;
  /** by asset number */
  private final Map<String, Disposing> of = new HashMap<>();
  private final Map<String, Long> assets = new HashMap<>();

  /** Each of the small things is below the line above which finance approves; together they are above. */
  @BeforeEach
  void anOfficeWithThreeSmallThingsAndAHouseIsWoundUp() {
    itIs(LocalDateTime.of(2015, 8, 3, 9, 0));
    Office office = SampleOffice.enter(register, COUNTY);
    Map<String, AssetKind> kinds = Map.of("E-01", AssetKind.EQUIPMENT, "E-02", AssetKind.EQUIPMENT, "E-03", AssetKind.OTHER, "H-01",
        AssetKind.HOUSE);
    Map<String, String> values = Map.of("E-01", "30000.00", "E-02", "20000.00", "E-03", "0.01", "H-01", "680000.00");
    kinds.forEach((number, kind) -> SampleOffice.give(register, office, number, kind, values.get(number)));
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    winding = WindingUp.of(COUNTY, documents)
        .inventory(kinds.entrySet()
            .stream()
            .map(asset -> row(asset.getKey(), asset.getValue(), values.get(asset.getKey()), "FOUND", ""))
            .collect(Collectors.joining(",", "[", "]")))
        .staff("[" + HIRED + "]");
    for (Disposal disposal : disposals.of(winding.caseNumber())) {
      FrozenAsset asset = ledger.get(disposal.assetId());
      of.put(asset.assetNumber(), new Disposing(disposal.caseNumber(), COUNTY, documents));
      assets.put(asset.assetNumber(), asset.id());
    }
  }

  @Test
  void threeThingsAreOneDealWithOneReceiptAndEachHasItsShareToTheFen() {
    Disposing lot = of.get("E-01").attachAll().propose(sale("E-02", "E-03"));
    assertThat(waitsFor("E-02") || waitsFor("E-03")).as("what is in the lot waits for it").isFalse();
    refused("LOT_VALUES_DIFFER", () -> appraise(lot, "30000.01", "E-01", "20000.00", "E-02", "10000.00", "E-03", "0.02"));
    refused("LOT_VALUES_MISSING", () -> appraise(lot, "30000.00", "E-01", "20000.00", "E-02", "10000.00"));
    refused("LOT_VALUES_MISSING", () -> lot.appraise("30000.01"));
    appraise(lot, "30000.01", "E-01", "20000.00", "E-02", "10000.00", "E-03", "0.01");
    lot.endorse("agree");
    assertThat(lot.waitsAt("approve")).as("together they are above the line, though none is alone").isTrue();
    lot.finance("approve", "approve");
    assertThat(documents.list(lot.caseNumber())).extracting(StoredDocument::kind).contains("REPLY");
    Map<String, Object> deal = execution("SALE", "29999.99");
    deal.put("fees", "100.01");
    lot.carryOut(deal);
    assertThat(entries(LedgerStep.PRICED)).extracting(LedgerEntry::assetNumber, LedgerEntry::amount)
        .containsExactlyInAnyOrder(tuple("E-01", yuan("19933.32")), tuple("E-02", yuan("9966.65")), tuple("E-03", yuan("0.01")));
    refused("RECEIPT_EXCEEDS", () -> lot.receive("豫财打包-0", "29899.99"));
    lot.receive("豫财打包-1", "10000.00").receive("豫财打包-2", "19899.98");
    runDueJobs();

    assertThat(Stream.of("豫财打包-1", "豫财打包-2").map(this::receipt)).containsExactly(yuan("10000.00"), yuan("19899.98"));
    for (String number : List.of("E-01", "E-02", "E-03")) {
      List<LedgerEntry> entries = ledger.entriesOf(assets.get(number));
      assertThat(entries).extracting(LedgerEntry::step)
          .startsWith(LedgerStep.FROZEN, LedgerStep.PROPOSED, LedgerStep.APPRAISED, LedgerStep.APPROVED, LedgerStep.PRICED)
          .endsWith(LedgerStep.RECEIVED, LedgerStep.DISPOSED);
      assertThat(entries.subList(1, entries.size())).extracting(LedgerEntry::disposalCase).containsOnly(lot.caseNumber());
      assertThat(ledger.ended(assets.get(number))).isTrue();
      assertThat(cases.get(of.get(number).caseNumber()).outcome()).isEqualTo(number.equals("E-01") ? "DISPOSED" : "DISPOSED_IN_LOT");
    }
    assertThat(entries(LedgerStep.DISPOSED)).extracting(LedgerEntry::document).doesNotContainNull();
    assertThat(entries(LedgerStep.DISPOSED).stream().map(LedgerEntry::document).distinct()).as("all rest on the same").hasSize(1);
    assertThat(ledger.check(winding.caseNumber())).isEmpty();
    assertThat(ledger.balanceOf(winding.caseNumber()).outstanding()).isEqualByComparingTo("0.00");
    assertThat(waitsFor("H-01")).as("what was not in the lot goes its own way").isTrue();
  }

  @Test
  void theFormOffersWhatNobodyHasProposedForYetAndThePageNamesTheLot() {
    of.get("E-03").attachAll().propose(proposal("SCRAP"));
    assertThat(offered("E-01", "propose")).containsExactly(tuple("E-02", ""));
    assertThat(offered("H-01", "propose")).as("a house is no small thing").isEmpty();
    of.get("E-01").attachAll().propose(sale("E-02"));
    as("gov" + COUNTY, "gov" + COUNTY);
    assertThat(opening.ofTask(task(of.get("E-01").caseNumber(), "appraise").getId()).orElseThrow().facts())
        .extracting(CaseFacts.Fact::value)
        .contains("2项，账面值合计50,000.00元")
        .anySatisfy(value -> assertThat(value).contains("E-01 资产E-01（设备），账面值30,000.00元\nE-02 资产E-02（设备）"));
    asApplication();
    assertThat(opinions.of(of.get("E-02").caseNumber())).extracting(Opinion::decisionLabel, Opinion::words)
        .containsExactly(tuple("并入打包处置", "并入案件%s的打包处置，随该案办结。".formatted(of.get("E-01").caseNumber())));
  }

  @Test
  void whatLeavesTheLotIsProposedForItselfAgain() {
    Disposing lot = of.get("E-01").attachAll().propose(sale("E-02", "E-03"));
    appraise(lot, "3.00", "E-01", "1.00", "E-02", "1.00", "E-03", "1.00");
    lot.endorse("return");
    assertThat(waitsFor("E-02")).as("returned, the lot is still the lot").isFalse();
    assertThat(offered("E-01", "correct")).containsExactly(tuple("E-02", "YES"), tuple("E-03", "YES"));
    lot.official("correct", sale("E-03"));
    assertThat(waitsFor("E-02")).isTrue();
    assertThat(waitsFor("E-03")).isFalse();
    refused("LOT_VALUES_MISSING", () -> appraise(lot, "3.00", "E-01", "1.00", "E-02", "1.00", "E-03", "1.00"));
    of.get("E-02").attachAll().propose(proposal("SCRAP")).endorse("agree").carryOut(execution("SCRAP", "0.00"));
    runDueJobs();
    assertThat(ledger.ended(assets.get("E-02"))).isTrue();
    assertThat(cases.get(of.get("E-02").caseNumber()).outcome()).isEqualTo("DISPOSED");
  }

  @Test
  void aLotThatNobodyBuysIsLetGoWithAnotherWay() {
    Disposing lot = of.get("E-01").attachAll().propose(sale("E-02"));
    appraise(lot, "2.00", "E-01", "1.00", "E-02", "1.00");
    lot.endorse("agree");
    lot.announce("2.00").bid("another");
    Map<String, Object> scrap = proposal("SCRAP");
    scrap.put("lot", rows("E-02"));
    lot.propose(scrap);
    assertThat(waitsFor("E-02")).as("only what is sold is sold together").isTrue();
    of.get("E-02").propose(sale("E-03"));
    assertThat(waitsFor("E-03")).as("what was in a lot may lead one").isFalse();
  }

  @Test
  void nothingElseGetsIntoALot() {
    refused("NOT_POOLABLE", () -> of.get("E-01").propose(sale("H-01")));
    refused("NOT_POOLABLE", () -> of.get("E-01").propose(sale("E-01")));
    refused("NOT_POOLABLE", () -> of.get("E-01").propose(sale("X-99")));
    refused("NOT_POOLABLE", () -> of.get("H-01").propose(sale("E-01")));
    of.get("E-02").attachAll().propose(sale("E-03"));
    refused("NOT_POOLABLE", () -> of.get("E-01").propose(sale("E-03")));
    refused("NOT_POOLABLE", () -> of.get("E-01").propose(sale("E-02")));
    assertThat(waitsFor("E-01")).isTrue();
    assertThat(ledger.entriesOf(assets.get("E-01"))).extracting(LedgerEntry::step).containsExactly(LedgerStep.FROZEN);
  }

  private static Map<String, Object> sale(String... with) {
    Map<String, Object> sale = proposal("SALE");
    sale.put("lot", rows(with));
    return sale;
  }

  private static String rows(String... numbers) {
    return Stream.of(numbers).map("{\"assetNumber\": \"%s\", \"pooled\": \"YES\"}"::formatted).collect(Collectors.joining(",", "[", "]"));
  }

  /** @param values number and value of each asset in turn */
  private static void appraise(Disposing lot, String whole, String... values) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < values.length; i += 2) {
      rows.append("%s{\"assetNumber\": \"%s\", \"value\": \"%s\"}".formatted(i == 0 ? "" : ",", values[i], values[i + 1]));
    }
    lot.official("appraise", Map.of("agency", "某资产评估公司", "licence", "10020001", "report", "评报字〔2015〕8号", "referenceDate",
        today().toString(), "appraisedValue", whole, "lotValues", "[" + rows + "]"));
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> offered(String asset, String step) {
    as("gov" + COUNTY, "gov" + COUNTY);
    Map<String, Object> values = opening.ofTask(task(of.get(asset).caseNumber(), step).getId()).orElseThrow().values();
    asApplication();
    return ((List<Map<String, Object>>) values.getOrDefault("lot", List.of())).stream()
        .map(row -> tuple(row.get("assetNumber"), row.get("pooled")))
        .toList();
  }

  private boolean waitsFor(String asset) {
    return of.get(asset).waitsAt("propose");
  }

  private List<LedgerEntry> entries(LedgerStep step) {
    return ledger.entriesOf(winding.caseNumber()).stream().filter(entry -> entry.step() == step).toList();
  }

  private BigDecimal receipt(String number) {
    return entries(LedgerStep.RECEIVED).stream()
        .filter(entry -> number.equals(entry.receiptNumber()))
        .map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOfSatisfying(RefusedException.class,
        refused -> assertThat(refused.findings()).extracting(Finding::code).containsExactly(code));
  }
}
