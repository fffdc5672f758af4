package cn.gov.officecleanup.mechanism.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

/** C7: whoever changes the ledger's tables with plain SQL is found out, and the first bad row is named. */
@SpringJUnitConfig(LedgerTestDatabase.class)
class LedgerTamperTest {

  private static final int ROWS = 9;
  private static final int FREEZES_THE_SECOND_ASSET = 2;

  @Autowired
  private AssetLedger ledger;
  @Autowired
  private SampleLedgers samples;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private JdbcClient jdbc;

  private String caseNumber;
  private String otherCase;

  /** 1 to 3 are frozen, 4 a value corrected, 5 a surplus, 6 missing, 7 to 9 one asset sold; the other case has an office without assets. */
  @BeforeEach
  void aLedgerWithEveryKindOfRow() {
    otherCase = samples.freeze();
    caseNumber = samples.freeze("191600.00", "4000000.00", "0.01");
    List<Long> assets = ledger.assetsOf(caseNumber).stream().map(FrozenAsset::id).toList();
    ledger.correctValue(assets.get(1), new BigDecimal("3999999.99"), "入账差错");
    ledger.addSurplus(caseNumber, new OfficeAsset("X-01", AssetKind.OTHER, "字画", new BigDecimal("500.00")), "赠送未入账");
    ledger.reportMissing(assets.get(2), "搬迁时遗失");
    ledger.record(assets.get(0), LedgerStep.PRICED, new BigDecimal("95000.00"), caseNumber, "成交确认书", "买受人");
    ledger.receive(List.of(assets.get(0)), new BigDecimal("95000.00"), "票" + caseNumber, caseNumber, "财政票据", "2015-08-01");
    ledger.dispose(assets.get(0), DisposalMethod.SALE, caseNumber, "交接单", "买受人");
    assertThat(ledger.entriesOf(caseNumber)).hasSize(ROWS);
    assertThat(ledger.check(caseNumber)).isEmpty();
    assertThat(ledger.balanceOf(caseNumber).balanced()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"case_number = :other", "entry_number = entry_number + 100",
      "asset_id = (select min(id) from frozen_asset a where a.case_number = :case and a.id <> e.asset_id)", "asset_number = 'A-99'",
      "step = case when step = 'APPROVED' then 'REFUSED' else 'APPROVED' end", "step = 'NONSENSE'", "amount = amount + 0.01",
      "amount = -amount - 0.01", "method = case when method = 'SALE' then 'TRANSFER' else 'SALE' end", "method = 'NONSENSE'",
      "disposal_case = :other", "document = coalesce(document, '') || '改'", "document = case when document is null then '' end",
      "receipt_number = coalesce(receipt_number, '') || entry_number", "note = coalesce(note, '') || '改'", "user_id = 'other'",
      "user_name = '他人'", "recorded_at = recorded_at + interval '0.000001' second", "recorded_at = recorded_at - interval '1' day",
      "previous_hash = hash", "hash = previous_hash",
      "outcome_of = case when outcome_of is null then (select id from frozen_asset where case_number = :case and asset_number = "
          + "'X-01') end",
      "receipt_share = receipt_share + 1"})
  void aChangedColumnIsFoundInEveryRow(String change) {
    for (int row = 1; row <= ROWS; row++) {
      found(row, "update ledger_entry e set %s where case_number = :case and entry_number = %d".formatted(change, row));
    }
  }

  @Test
  void aRemovedRowIsFoundWhereverItStood() {
    for (int row = 1; row <= ROWS; row++) {
      found(row, "delete from ledger_entry where case_number = :case and entry_number = " + row);
    }
    found(5, "delete from ledger_entry where case_number = :case and entry_number in (5, 7)");
    found(8, "delete from ledger_entry where case_number = :case and entry_number > 7");
    found(1, "delete from ledger_entry where case_number = :case");
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "4, 5", "8, 9", "1, 9"})
  void rowsThatChangedPlacesAreFound(int one, int other) {
    String move = "update ledger_entry set entry_number = %d where case_number = :case and entry_number = %d";
    found(one, move.formatted(1000, one), move.formatted(one, other), move.formatted(other, 1000));
  }

  @Test
  void aRowPutInIsFoundEvenIfItsOwnHashIsRight() {
    LedgerEntry last = ledger.entriesOf(caseNumber).get(ROWS - 1);
    FrozenAsset asset = ledger.get(last.assetId());
    for (int number : new int[]{ROWS + 1, 0, -5, 100}) {
      LedgerEntry forged = new LedgerEntry(caseNumber, number, asset.id(), asset.assetNumber(), LedgerStep.APPROVED, new BigDecimal("0.00"),
          null, null, null, null, null, "system", "系统", last.recordedAt(), last.hash(), null).sealed(asset);
      found(number, """
        insert into ledger_entry (case_number, entry_number, asset_id, asset_number, step, amount, user_id, user_name, recorded_at,
          previous_hash, hash)
        select case_number, %d, asset_id, asset_number, 'APPROVED', 0, user_id, user_name, recorded_at, hash, '%s' from ledger_entry
        where case_number = :case and entry_number = %d""".formatted(number, forged.hash(), ROWS));
    }
  }

  @Test
  void aRowWithItsHashMadeAnewIsFoundByTheNextOneTheLastByTheEnd() {
    List<LedgerEntry> entries = ledger.entriesOf(caseNumber);
    for (LedgerEntry entry : entries) {
      LedgerEntry forged = new LedgerEntry(caseNumber, entry.entryNumber(), entry.assetId(), entry.assetNumber(), entry.step(),
          new BigDecimal("1.00"), entry.method(), entry.disposalCase(), entry.document(), entry.receiptNumber(), entry.note(),
          entry.userId(), entry.userName(), entry.recordedAt(), entry.previousHash(), null).sealed(ledger.get(entry.assetId()));
      found(Math.min(entry.entryNumber() + 1, ROWS),
          "update ledger_entry set amount = 1.00, hash = '%s' where case_number = :case ".formatted(forged.hash()) + "and entry_number = "
              + entry.entryNumber());
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"',
      value = {"entries = entries + 1 | 10", "entries = entries - 1 | 9", "entries = 0 | 1", "hash = repeat('0', 64) | 9",
          "released = 1 | 9", "office_id = (select min(id) from office where id not in (select office_id from ledger_head)) | 1"})
  void aChangedEndIsFound(String change, int row) {
    samples.office();
    found(row, "update ledger_head set " + change + " where case_number = :case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"book_value = book_value - 0.01", "missing = true", "asset_number = 'A-99'", "origin = 'SURPLUS'",
      "origin = 'NONSENSE'", "kind = 'CASH'", "kind = 'NONSENSE'", "name = '一辆旧车'", "explanation = null", "explanation = '另一种说法'",
      "case_number = :other", "office_id = (select max(id) from office)"})
  void aChangedAssetIsFoundInTheRowThatFrozeIt(String change) {
    samples.office();
    found(FREEZES_THE_SECOND_ASSET, "update frozen_asset set " + change + " where case_number = :case and asset_number = 'A-02'");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"',
      value = {"missing = false | A-03 | 3", "explanation = '另一种说法' | A-03 | 3", "explanation = '另一种说法' | X-01 | 5",
          "origin = 'REGISTER' | X-01 | 5", "book_value = 499.99 | X-01 | 5", "explanation = '原无说明' | A-01 | 1",
          "book_value = 1.00 | A-01 | 1"})
  void whatTheInventoryFoundOrWhatHasItsOutcomeCannotBeChangedEither(String change, String asset, int row) {
    found(row, "update frozen_asset set %s where case_number = :case and asset_number = '%s'".formatted(change, asset));
  }

  @Test
  void anAssetPutInIsFoundByCheckAndBalance() {
    transaction.executeWithoutResult(status -> {
      change("""
        insert into frozen_asset (case_number, office_id, asset_number, kind, name, book_value, origin, missing)
        select case_number, office_id, 'Z-99', kind, name, book_value, origin, missing from frozen_asset
        where case_number = :case and asset_number = 'A-01'""");
      assertThat(ledger.check(caseNumber)).hasValueSatisfying(fault -> assertThat(fault.what()).contains("Z-99"));
      assertThat(ledger.balanceOf(caseNumber).balanced()).isFalse();
      status.setRollbackOnly();
    });
  }

  @Test
  void anAssetTakenAwayIsFoundByCheckAndBalance() {
    jdbc.sql("set referential_integrity false").update();
    try {
      change("delete from frozen_asset where case_number = :case and asset_number = 'A-02'");
    } finally {
      jdbc.sql("set referential_integrity true").update();
    }
    assertThat(ledger.check(caseNumber)).hasValueSatisfying(fault -> assertThat(fault.entryNumber()).isEqualTo(FREEZES_THE_SECOND_ASSET));
    assertThat(ledger.balanceOf(caseNumber).balanced()).isFalse();
  }

  @Test
  void aLedgerTakenAwayIsStillNamedAndFound() {
    assertThat(ledger.cases()).contains(caseNumber, otherCase);
    transaction.executeWithoutResult(status -> {
      change("delete from ledger_head where case_number = :case");
      assertThat(ledger.cases()).contains(caseNumber);
      assertThat(ledger.check(caseNumber)).isPresent();
      change("delete from ledger_entry where case_number = :case");
      change("delete from frozen_asset where case_number = :case");
      assertThat(ledger.cases()).contains(caseNumber);
      assertThat(ledger.check(caseNumber)).isPresent();
      status.setRollbackOnly();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"update frozen_asset set book_value = book_value + 1 where case_number = :case and asset_number = 'A-02'",
      "update ledger_entry set amount = amount + 1 where case_number = :case and step = 'DISPOSED'",
      "update ledger_entry set amount = amount + 1 where case_number = :case and step = 'FROZEN'",
      "update ledger_entry set amount = amount + 1 where case_number = :case and step = 'RECEIVED'",
      "update ledger_entry set outcome_of = null where case_number = :case and step = 'DISPOSED'",
      "delete from ledger_entry where case_number = :case and step = 'DISPOSED'"})
  void whatDiffersDoesNotBalanceUnlessARowWithItsOutcomeIsGone(String sql) {
    transaction.executeWithoutResult(status -> {
      change(sql);
      assertThat(ledger.balanceOf(caseNumber).balanced()).isEqualTo(sql.startsWith("delete"));
      assertThat(ledger.balanceOf(caseNumber).settled()).isFalse();
      assertThat(ledger.check(caseNumber)).isPresent();
      status.setRollbackOnly();
    });
  }

  @Test
  void oneLedgersFaultIsNotAnothers() {
    transaction.executeWithoutResult(status -> {
      change("update ledger_entry set amount = amount + 1 where case_number = :case");
      assertThat(ledger.check(caseNumber)).isPresent();
      assertThat(ledger.check(otherCase)).isEmpty();
      status.setRollbackOnly();
    });
  }

  @Test
  void aRowMovedIntoAnotherLedgerIsFoundInBoth() {
    transaction.executeWithoutResult(status -> {
      change("update ledger_entry set case_number = :other where case_number = :case and entry_number = 4");
      assertThat(ledger.check(caseNumber)).hasValueSatisfying(fault -> assertThat(fault.entryNumber()).isEqualTo(4));
      assertThat(ledger.check(otherCase)).hasValueSatisfying(fault -> assertThat(fault.entryNumber()).isEqualTo(4));
      status.setRollbackOnly();
    });
  }

  /** Changes the tables behind the ledger's back, looks, and puts everything back. */
  private void found(int firstBadRow, String... changes) {
    transaction.executeWithoutResult(status -> {
      Arrays.stream(changes).forEach(this::change);
      assertThat(ledger.check(caseNumber)).as(Arrays.toString(changes)).hasValueSatisfying(fault -> {
        assertThat(fault.entryNumber()).as(fault.what()).isEqualTo(firstBadRow);
        assertThat(fault.caseNumber()).isEqualTo(caseNumber);
      });
      status.setRollbackOnly();
    });
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  private void change(String sql) {
    var statement = jdbc.sql(sql).param("case", caseNumber);
    assertThat((sql.contains(":other") ? statement.param("other", otherCase) : statement).update()).as(sql).isPositive();
  }
}
