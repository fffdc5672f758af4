package cn.gov.officecleanup.mechanism.ledger;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.EngineTest;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** C7: the ledger's own law, whoever writes to it; and that nobody changes it unnoticed. */
@EngineTest
class AssetLedgerTest {

  @Autowired
  private AssetLedger ledger;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private TransactionTemplate transaction;

  private String caseNumber;
  private long car;
  private long desk;

  @BeforeEach
  void anOfficeWithACarAndADeskIsFrozen() {
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    SampleOffice.give(register, office, "C-01", AssetKind.VEHICLE, "191600.00");
    SampleOffice.give(register, office, "S-01", AssetKind.EQUIPMENT, "0.01");
    caseNumber = open(office);
    ledger.freeze(caseNumber, office.id());
    List<FrozenAsset> assets = ledger.assetsOf(caseNumber);
    car = assets.get(0).id();
    desk = assets.get(1).id();
  }

  @Test
  void anAssetHasOneOutcomeAndNothingAfterIt() {
    price(car, "100.00");
    receive(car, "100.00", "票1");
    dispose(car, DisposalMethod.SALE);
    refused("ASSET_ENDED", () -> dispose(car, DisposalMethod.SALE));
    refused("ASSET_ENDED", () -> dispose(car, DisposalMethod.TRANSFER));
    refused("ASSET_ENDED", () -> price(car, "1.00"));
    refused("ASSET_ENDED", () -> receive(car, "1.00", "票2"));
    refused("ASSET_ENDED", () -> ledger.correctValue(car, new BigDecimal("1.00"), "改"));
    refused("ASSET_ENDED", () -> ledger.reportMissing(car, "丢失"));
    LedgerBalance balance = ledger.balanceOf(caseNumber);
    assertThat(balance).isEqualTo(new LedgerBalance(2, 1, 1, yuan("191600.01"), yuan("191600.00"), yuan("0.01"), LedgerBalance.Debts.NONE,
        yuan("100.00"), yuan("100.00")));
    assertThat(balance.balanced()).isTrue();
    assertThat(balance.settled()).isFalse();
    dispose(desk, DisposalMethod.TRANSFER);
    assertThat(ledger.balanceOf(caseNumber).settled()).isTrue();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void proceedsCountByReceiptsOnly() {
    refused("NOT_PRICED", () -> dispose(car, DisposalMethod.SALE));
    refused("RECEIPT_EXCEEDS", () -> receive(car, "0.01", "票A"));
    price(car, "100.00");
    refused("PRICED_TWICE", () -> price(car, "90.00"));
    refused("RECEIPT_MISSING", () -> receive(car, "100.00", null));
    refused("RECEIPT_MISSING", () -> receive(car, "100.00", "  "));
    refused("RECEIPT_EXCEEDS", () -> receive(car, "100.01", "票B"));
    refused("RECEIPT_EXCEEDS", () -> receive(car, "0.00", "票B"));
    refused("RECEIPT_EXCEEDS", () -> receive(car, "-1.00", "票B"));
    receive(car, "99.99", "票C" + caseNumber);
    refused("RECEIPT_USED", () -> receive(car, "0.01", " 票C" + caseNumber));
    refused("PROCEEDS_OUTSTANDING", () -> dispose(car, DisposalMethod.SALE));
    assertThat(ledger.balanceOf(caseNumber).outstanding()).isEqualByComparingTo("0.01");
    receive(car, "0.01", "票D" + caseNumber);
    dispose(car, DisposalMethod.SALE);
    assertThatThrownBy(() -> ledger.record(desk, LedgerStep.DISPOSED, BigDecimal.ZERO, null, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theInventoryAddsCorrectsAndReportsAndTheBalanceHolds() {
    inTransaction(() -> ledger.addSurplus(caseNumber, new OfficeAsset("X-01", AssetKind.OTHER, "字画", yuan("500.00")), "赠送"));
    refused("ASSET_TWICE", () -> ledger.addSurplus(caseNumber, new OfficeAsset("C-01", AssetKind.OTHER, "另一车", yuan("1.00")), "x"));
    inTransaction(() -> ledger.correctValue(car, yuan("191599.99"), "差错"));
    inTransaction(() -> ledger.reportMissing(desk, "丢失"));
    inTransaction(() -> ledger.reportMissing(desk, "丢失"));
    assertThat(ledger.entriesOf(caseNumber)).extracting(LedgerEntry::step)
        .containsExactly(LedgerStep.FROZEN, LedgerStep.FROZEN, LedgerStep.SURPLUS, LedgerStep.VALUE_CORRECTED, LedgerStep.MISSING);
    assertThat(ledger.balanceOf(caseNumber).frozen()).isEqualByComparingTo("192100.00");
    assertThat(ledger.balanceOf(caseNumber).balanced()).isTrue();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void whatWasMissingMayBeFoundWhenItIsTakenStockOfAgain() {
    inTransaction(() -> ledger.reportMissing(desk, "丢失"));
    inTransaction(() -> ledger.reportFound(desk, "已在库房找到"));
    inTransaction(() -> ledger.reportFound(desk, "已在库房找到"));
    assertThat(ledger.get(desk).missing()).isFalse();
    assertThat(ledger.entriesOf(desk)).extracting(LedgerEntry::step)
        .containsExactly(LedgerStep.FROZEN, LedgerStep.MISSING, LedgerStep.FOUND);
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void anOfficeIsFrozenOnce() {
    long office = ledger.get(car).officeId();
    refused("FROZEN_ALREADY", () -> ledger.freeze(caseNumber, office));
  }

  @Test
  void whatIsRolledBackLeavesNothing() {
    List<LedgerEntry> before = ledger.entriesOf(caseNumber);
    transaction.executeWithoutResult(status -> {
      ledger.record(car, LedgerStep.PRICED, yuan("5.00"), null, null, null);
      ledger.receive(car, yuan("5.00"), "票R" + caseNumber, null, null, null);
      ledger.dispose(car, DisposalMethod.SALE, null, null, null);
      status.setRollbackOnly();
    });
    assertThat(ledger.entriesOf(caseNumber)).isEqualTo(before);
    assertThat(ledger.check(caseNumber)).isEmpty();
    price(car, "5.00");
    receive(car, "5.00", "票R" + caseNumber);
  }

  @Test
  void whoDidItIsRecorded() {
    as("li", "gov410225Finance");
    price(car, "5.00");
    asApplication();
    assertThat(ledger.entriesOf(caseNumber)).extracting(LedgerEntry::userId).containsExactly("system", "system", "li");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "0.001", "1.999", "10000000000000000.00", "1E+16", "1E-3"})
  void amountsAreExactToTheFenAndWithinWhatTheLedgerHolds(String amount) {
    BigDecimal impossible = yuan(amount);
    for (LedgerStep step : List.of(LedgerStep.PROPOSED, LedgerStep.APPRAISED, LedgerStep.APPROVED, LedgerStep.REFUSED, LedgerStep.PRICED)) {
      refused("AMOUNT_IMPOSSIBLE", () -> ledger.record(car, step, impossible, null, null, null));
    }
    refused("AMOUNT_IMPOSSIBLE", () -> ledger.correctValue(car, impossible, "差错"));
    price(car, "9999999999999999.99");
    refused(amount.startsWith("-") || impossible.compareTo(yuan("9999999999999999.99")) > 0 ? "RECEIPT_EXCEEDS" : "AMOUNT_IMPOSSIBLE",
        () -> ledger.receive(car, impossible, "票" + caseNumber, null, null, null));
    assertThat(ledger.entriesOf(caseNumber)).hasSize(3);
  }

  @Test
  void theLargestAmountIsHeldToTheFen() {
    String most = "9999999999999999.99";
    ledger.correctValue(car, yuan(most), "差错");
    ledger.correctValue(desk, yuan("9999999999999999.9900"), "差错");
    price(car, most);
    price(desk, most);
    receive(car, "9999999999999999.98", "票1" + caseNumber);
    assertThat(ledger.balanceOf(caseNumber)).isEqualTo(new LedgerBalance(2, 0, 2, yuan("19999999999999999.98"), yuan("0.00"),
        yuan("19999999999999999.98"), LedgerBalance.Debts.NONE, yuan("19999999999999999.98"), yuan("9999999999999999.98")));
    receive(car, "0.01", "票2" + caseNumber);
    dispose(car, DisposalMethod.SALE);
    assertThat(ledger.balanceOf(caseNumber).disposed()).isEqualByComparingTo(most);
    assertThat(ledger.balanceOf(caseNumber).balanced()).isTrue();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void aReceiptWrittenInAnotherWayIsTheSameReceipt() {
    price(car, "100.00");
    String number = "豫财 No." + caseNumber + "-Ａ１";
    receive(car, "10.00", number);
    for (String again : new String[]{number, " " + number, number.replace(" ", "\u3000"), number.replace(" ", ""),
        number.replace("Ａ１", "a1"), number + "\u200b", number.replace("No", "ＮＯ")}) {
      refused("RECEIPT_USED", () -> receive(car, "10.00", again));
    }
    for (String nothing : new String[]{"", "\u3000", "\u00a0", "\u200b", "\n\t"}) {
      refused("RECEIPT_MISSING", () -> receive(car, "10.00", nothing));
    }
    assertThat(ledger.outstandingOf(car)).isEqualByComparingTo("90.00");
  }

  @Test
  void aReceiptIsUsedOnceInAllCases() {
    price(car, "100.00");
    receive(car, "10.00", "全省唯一" + caseNumber);
    String usedThere = "全省唯一" + caseNumber;
    anOfficeWithACarAndADeskIsFrozen();
    price(car, "100.00");
    refused("RECEIPT_USED", () -> receive(car, "10.00", usedThere));
  }

  @Test
  void whereNothingComesInTheAssetEndsWithoutReceipt() {
    price(car, "0.00");
    refused("RECEIPT_EXCEEDS", () -> receive(car, "0.01", "票" + caseNumber));
    dispose(car, DisposalMethod.SCRAP);
    for (DisposalMethod method : DisposalMethod.values()) {
      if (method.yieldsProceeds()) {
        refused("NOT_PRICED", () -> dispose(desk, method));
      }
    }
    dispose(desk, DisposalMethod.WRITE_OFF);
    assertThat(ledger.balanceOf(caseNumber).settled()).isTrue();
  }

  @Test
  void nothingIsAddedToACaseWithoutLedger() {
    refused("LEDGER_MISSING", () -> ledger.addSurplus("CX-1999-0001", new OfficeAsset("X-01", AssetKind.OTHER, "字画", yuan("1.00")), "x"));
    assertThat(ledger.check("CX-1999-0001")).isPresent();
    assertThat(ledger.balanceOf("CX-1999-0001").balanced()).isTrue();
  }

  @Test
  void anOfficeWithoutAssetsHasASoundLedger() {
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    String opened = open(office);
    ledger.freeze(opened, office.id());
    assertThat(ledger.check(opened)).isEmpty();
    assertThat(ledger.balanceOf(opened).settled()).isTrue();
    assertThat(ledger.cases()).contains(opened, caseNumber);
  }

  @Test
  void aFreezeThatIsRolledBackLeavesNothing() {
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    SampleOffice.give(register, office, "C-01", AssetKind.VEHICLE, "1.00");
    String opened = open(office);
    transaction.executeWithoutResult(status -> {
      ledger.freeze(opened, office.id());
      status.setRollbackOnly();
    });
    assertThat(ledger.assetsOf(opened)).isEmpty();
    assertThat(ledger.cases()).doesNotContain(opened);
    assertThat(register.assetsFrozenAt(office.id())).isEmpty();
    ledger.freeze(opened, office.id());
    assertThat(ledger.check(opened)).isEmpty();
  }

  @Test
  void anEntryHoldsAWholeOpinionAndEveryDocument() {
    String words = "不".repeat(1200);
    String documents = "交接单（SHA-256 %s）；".formatted("a".repeat(64)).repeat(40);
    ledger.record(car, LedgerStep.REFUSED, yuan("0.00"), null, documents, words);
    assertThat(ledger.entriesOf(car)).last().extracting(LedgerEntry::note, LedgerEntry::document).containsExactly(words, documents);
    assertThat(ledger.restsOn(caseNumber, "a".repeat(64))).isTrue();
    assertThat(ledger.restsOn(caseNumber, "b".repeat(64))).isFalse();
    assertThat(ledger.restsOn("CX-2015-9999", "a".repeat(64))).as("the same file in another case").isFalse();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  private String open(Office office) {
    return transaction.execute(status -> cases.open("CX", "office-abolition", "测试撤销", SampleOffice.COUNTY, office.id(), null));
  }

  private void price(long asset, String amount) {
    inTransaction(() -> ledger.record(asset, LedgerStep.PRICED, yuan(amount), null, null, null));
  }

  private void receive(long asset, String amount, String receipt) {
    inTransaction(() -> ledger.receive(asset, yuan(amount), receipt, null, null, null));
  }

  private void dispose(long asset, DisposalMethod method) {
    inTransaction(() -> ledger.dispose(asset, method, null, null, null));
  }

  private void inTransaction(Runnable work) {
    transaction.executeWithoutResult(status -> work.run());
  }

  private static void refused(String code, Runnable action) {
    assertThatThrownBy(action::run).isInstanceOfSatisfying(RefusedException.class,
        refused -> assertThat(refused.findings()).extracting(Finding::code, Finding::clause).containsExactly(tuple(code, "C7")));
  }

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }
}
