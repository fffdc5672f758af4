package cn.gov.henan.officecleanup.ledger;

import static cn.gov.henan.officecleanup.testkit.EngineTests.as;
import static cn.gov.henan.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.henan.officecleanup.abolition.SampleOffice;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.register.AssetKind;
import cn.gov.henan.officecleanup.register.Office;
import cn.gov.henan.officecleanup.register.OfficeAsset;
import cn.gov.henan.officecleanup.register.OfficeRegister;
import cn.gov.henan.officecleanup.testkit.EngineTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  @Autowired
  private JdbcClient jdbc;

  private String caseNumber;
  private long car;
  private long desk;

  @BeforeEach
  void anOfficeWithACarAndADeskIsFrozen() {
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    SampleOffice.give(register, office, "C-01", AssetKind.VEHICLE, "191600.00");
    SampleOffice.give(register, office, "S-01", AssetKind.EQUIPMENT, "0.01");
    caseNumber = transaction.execute(status -> {
      String opened = cases.open("CX", "office-abolition", "测试撤销", SampleOffice.COUNTY, office.id(), null);
      ledger.freeze(opened, office.id());
      return opened;
    });
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
    assertThat(balance).isEqualTo(new LedgerBalance(2, 1, 1, yuan("191600.01"), yuan("191600.00"), yuan("0.01"), yuan("100.00"), yuan("100.00")));
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
    assertThatThrownBy(() -> ledger.record(desk, LedgerStep.APPRAISED, new BigDecimal("0.001"), null, null, null))
        .as("parts of a fen").isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> ledger.record(desk, LedgerStep.DISPOSED, BigDecimal.ZERO, null, null, null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theInventoryAddsCorrectsAndReportsAndTheBalanceHolds() {
    inTransaction(() -> ledger.addSurplus(caseNumber, new OfficeAsset("X-01", AssetKind.OTHER, "字画", yuan("500.00")), "赠送"));
    refused("ASSET_TWICE", () -> ledger.addSurplus(caseNumber, new OfficeAsset("C-01", AssetKind.OTHER, "另一车", yuan("1.00")), "x"));
    inTransaction(() -> ledger.correctValue(car, yuan("191599.99"), "差错"));
    inTransaction(() -> ledger.reportMissing(desk, "丢失"));
    inTransaction(() -> ledger.reportMissing(desk, "丢失"));
    assertThat(ledger.entriesOf(caseNumber)).extracting(LedgerEntry::step).containsExactly(LedgerStep.FROZEN, LedgerStep.FROZEN, LedgerStep.SURPLUS,
        LedgerStep.VALUE_CORRECTED, LedgerStep.MISSING);
    assertThat(ledger.balanceOf(caseNumber).frozen()).isEqualByComparingTo("192100.00");
    assertThat(ledger.balanceOf(caseNumber).balanced()).isTrue();
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

  @Test
  void manyWriteAtOnceAndTheChainHasNoGap() throws Exception {
    price(car, "16.00");
    int writers = 16;
    CyclicBarrier together = new CyclicBarrier(writers);
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Callable<Void>> work = IntStream.range(0, writers).<Callable<Void>>mapToObj(i -> () -> {
        together.await();
        for (int n = 0; n < 4; n++) {
          receive(car, "0.25", "票" + caseNumber + "-" + i + "-" + n);
        }
        return null;
      }).toList();
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(ledger.entriesOf(caseNumber)).extracting(LedgerEntry::entryNumber)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 3 + writers * 4).boxed().toList());
    assertThat(ledger.check(caseNumber)).isEmpty();
    assertThat(ledger.balanceOf(caseNumber).outstanding()).isEqualByComparingTo("0.00");
    refused("RECEIPT_EXCEEDS", () -> receive(car, "0.01", "票" + caseNumber + "-x"));
  }

  @ParameterizedTest
  @CsvSource({"amount, 99.99", "asset_number, 'X'", "step, 'REFUSED'", "document, '另一份'", "receipt_number, '另一张'", "note, '另一注'",
      "user_id, 'other'", "user_name, '他人'", "recorded_at, timestamp with time zone '2001-01-01 00:00:00+08'", "previous_hash, forged",
      "hash, forged"})
  void aChangedRowIsFoundAndNamed(String column, String value) {
    price(car, "100.00");
    receive(car, "100.00", "票" + caseNumber);
    dispose(car, DisposalMethod.SALE);
    for (int row = 1; row <= 5; row++) {
      int changed = row;
      String literal = value.matches("[\\d.]+|timestamp.*") ? value : "'" + value + "'";
      // the literal comes from the list above; a value that is the row's own changes nothing
      tampered("update ledger_entry set " + column + " = " + literal + " where case_number = ? and entry_number = " + changed
          + " and (" + column + " is null or " + column + " <> " + literal + ")", changed, changed < 5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aRemovedRowIsFoundAndNamed(int row) {
    price(car, "100.00");
    tampered("delete from ledger_entry where case_number = ? and entry_number = " + row, row, true);
  }

  @Test
  void aRowPutInOrExchangedIsFoundAndNamed() {
    price(car, "100.00");
    String copy = "insert into ledger_entry (case_number, entry_number, asset_id, asset_number, step, amount, user_id, user_name, recorded_at, "
        + "previous_hash, hash) select case_number, 4, asset_id, asset_number, step, amount, user_id, user_name, recorded_at, hash, hash from "
        + "ledger_entry where case_number = ? and entry_number = 3";
    tampered(copy, 4, true);
    tampered("update ledger_entry set entry_number = case entry_number when 1 then 2 when 2 then 1 else entry_number end where case_number = ?", 1, true);
    tampered("update ledger_entry set outcome_of = asset_id where case_number = ? and entry_number = 2", 2, true);
  }

  @Test
  void anEntryWithItsHashMadeAnewIsFoundByTheNextOne() {
    price(car, "100.00");
    receive(car, "100.00", "票" + caseNumber);
    LedgerEntry third = ledger.entriesOf(caseNumber).get(2);
    LedgerEntry forged = new LedgerEntry(third.caseNumber(), third.entryNumber(), third.assetId(), third.assetNumber(), third.step(), yuan("1.00"),
        third.method(), third.disposalCase(), third.document(), third.receiptNumber(), third.note(), third.userId(), third.userName(),
        third.recordedAt(), third.previousHash(), null).sealed();
    tampered("update ledger_entry set amount = 1.00, hash = '" + forged.hash() + "' where case_number = ? and entry_number = 3", 4, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"book_value = 1.00", "missing = true", "asset_number = 'Y-01'", "origin = 'SURPLUS'"})
  void anAssetChangedBesideTheLedgerIsFound(String change) {
    tampered("update frozen_asset set " + change + " where case_number = ? and asset_number = 'C-01'", 1, true);
  }

  @Test
  void anAssetPutInBesideTheLedgerIsFound() {
    tampered("insert into frozen_asset (case_number, office_id, asset_number, kind, name, book_value, origin, missing) select case_number, office_id, "
        + "'Z-99', kind, name, book_value, origin, missing from frozen_asset where case_number = ? and asset_number = 'C-01'", 1, true);
  }

  /** Changes the tables behind the ledger's back, looks, and puts everything back. */
  private void tampered(String sql, int firstBadRow, boolean mustChange) {
    transaction.executeWithoutResult(status -> {
      int changed = jdbc.sql(sql).param(caseNumber).update();
      if (mustChange || changed > 0) {
        assertThat(changed).as(sql).isPositive();
        assertThat(ledger.check(caseNumber)).as(sql).hasValueSatisfying(fault -> assertThat(fault.entryNumber()).isEqualTo(firstBadRow));
      }
      status.setRollbackOnly();
    });
    assertThat(ledger.check(caseNumber)).isEmpty();
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
        refused -> assertThat(refused.findings()).extracting(Finding::code, Finding::clause)
            .containsExactly(tuple(code, "C7")));
  }

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }
}
