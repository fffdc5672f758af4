package cn.gov.henan.officecleanup.ledger;

import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.identity.Officials;
import cn.gov.henan.officecleanup.register.AssetKind;
import cn.gov.henan.officecleanup.register.OfficeAsset;
import cn.gov.henan.officecleanup.register.OfficeRegister;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The asset ledger (C7): append-only, in the caller's transaction. It keeps its own law, whatever procedure writes to it: nothing happens to an asset
 * that was not frozen, nothing after its one outcome, no outcome while proceeds are outstanding, no receipt without a number, twice, or beyond
 * what is due.
 *
 * <p>Whoever adds an entry holds the end of the case's chain until the transaction ends: write to the ledger last.
 */
@Repository
@Transactional
public class AssetLedger {

  private static final String CLAUSE = "C7";
  private static final Set<LedgerStep> INTO_THE_LEDGER = EnumSet.of(LedgerStep.FROZEN, LedgerStep.SURPLUS);
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final JdbcClient jdbc;
  private final OfficeRegister register;
  private final Officials officials;
  private final Clock clock;

  AssetLedger(JdbcClient jdbc, OfficeRegister register, Officials officials, Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.officials = officials;
    this.clock = clock;
  }

  /**
   * Freezes what an office owns by the register, at this moment.
   *
   * @param caseNumber number of the abolition's case
   * @throws RefusedException when the office's assets are frozen already
   */
  public void freeze(String caseNumber, long officeId) {
    register.freezeAssets(officeId);
    jdbc.sql("insert into ledger_head (case_number, office_id, entries, hash) values (?, ?, 0, ?)")
        .params(caseNumber, officeId, LedgerEntry.ORIGIN).update();
    for (OfficeAsset asset : register.assetsOf(officeId)) {
      long id = insert(caseNumber, officeId, asset, FrozenAsset.Origin.REGISTER, null);
      append(caseNumber, id, asset.assetNumber(), LedgerStep.FROZEN, asset.bookValue(), Particulars.NONE);
    }
  }

  /** Takes in what the inventory found beyond the register (盘盈). */
  public void addSurplus(String caseNumber, OfficeAsset asset, String explanation) {
    long officeId = jdbc.sql("select office_id from ledger_head where case_number = ?").param(caseNumber).query(Long.class).single();
    if (assetsOf(caseNumber).stream().anyMatch(known -> known.assetNumber().equals(asset.assetNumber()))) {
      throw new RefusedException("ASSET_TWICE", "资产编号“%s”重复，请改用其他编号。".formatted(asset.assetNumber()), CLAUSE);
    }
    long id = insert(caseNumber, officeId, asset, FrozenAsset.Origin.SURPLUS, explanation);
    append(caseNumber, id, asset.assetNumber(), LedgerStep.SURPLUS, asset.bookValue(), Particulars.because(explanation));
  }

  /** Records that the inventory did not find an asset (盘亏); it stays open until its loss is written off. */
  public void reportMissing(long assetId, String explanation) {
    FrozenAsset asset = get(assetId);
    refuseEnded(asset);
    if (!asset.missing()) {
      jdbc.sql("update frozen_asset set missing = true, explanation = ? where id = ?").params(explanation, assetId).update();
      append(asset, LedgerStep.MISSING, NOTHING, Particulars.because(explanation));
    }
  }

  /**
   * Corrects the book value of an asset to what the inventory found.
   *
   * @param value yuan, two decimals, 0 or more
   */
  public void correctValue(long assetId, BigDecimal value, String explanation) {
    FrozenAsset asset = get(assetId);
    refuseEnded(asset);
    BigDecimal difference = exact(value).subtract(asset.bookValue());
    if (difference.signum() != 0) {
      jdbc.sql("update frozen_asset set book_value = ?, explanation = ? where id = ?").params(exact(value), explanation, assetId).update();
      append(asset, LedgerStep.VALUE_CORRECTED, difference, Particulars.because(explanation));
    }
  }

  /**
   * Records a step of a disposal that is neither a receipt nor the outcome.
   *
   * @param amount yuan, 0 or more; what it is, see {@link LedgerStep}
   * @throws RefusedException when the asset has its outcome already, or what is to come in was fixed before
   */
  public void record(long assetId, LedgerStep step, BigDecimal amount, String disposalCase, String document, String note) {
    if (!List.of(LedgerStep.PROPOSED, LedgerStep.APPRAISED, LedgerStep.APPROVED, LedgerStep.REFUSED, LedgerStep.PRICED).contains(step)) {
      throw new IllegalArgumentException(step + " has a method of its own");
    }
    FrozenAsset asset = get(assetId);
    lock(asset.caseNumber());
    refuseEnded(asset);
    if (step == LedgerStep.PRICED && priced(assetId)) {
      throw new RefusedException("PRICED_TWICE", "“%s”的成交价款已经确定，一项资产只能处置一次，不得重复成交。".formatted(asset.name()), CLAUSE);
    }
    append(asset, step, exact(amount), new Particulars(null, disposalCase, document, null, note));
  }

  /**
   * Records what came into the treasury.
   *
   * @param amount yuan, more than 0
   * @throws RefusedException without a receipt number, with one that was used before, or for more than is outstanding
   */
  public void receive(long assetId, BigDecimal amount, String receiptNumber, String disposalCase, String document, String note) {
    FrozenAsset asset = get(assetId);
    lock(asset.caseNumber());
    refuseEnded(asset);
    if (receiptNumber == null || receiptNumber.isBlank()) {
      throw new RefusedException("RECEIPT_MISSING", "处置收入须凭财政票据登记，请填写财政票据号；没有票据的款项不予确认。", CLAUSE);
    }
    if (jdbc.sql("select count(*) from ledger_entry where receipt_number = ?").param(receiptNumber.strip()).query(Integer.class).single() > 0) {
      throw new RefusedException("RECEIPT_USED", "财政票据号“%s”已经登记过，一张票据只能登记一次，请核对。".formatted(receiptNumber.strip()), CLAUSE);
    }
    BigDecimal outstanding = outstandingOf(assetId);
    if (exact(amount).signum() <= 0 || amount.compareTo(outstanding) > 0) {
      throw new RefusedException("RECEIPT_EXCEEDS", "缴库金额%s元应大于0且不超过尚未缴库的%s元，请核对票据金额。".formatted(amount, outstanding), CLAUSE);
    }
    append(asset, LedgerStep.RECEIVED, exact(amount), new Particulars(null, disposalCase, document, receiptNumber.strip(), note));
  }

  /**
   * Records the one outcome of an asset.
   *
   * @throws RefusedException when it has one already, what comes in for it was not fixed, or proceeds are outstanding
   */
  public void dispose(long assetId, DisposalMethod method, String disposalCase, String document, String note) {
    FrozenAsset asset = get(assetId);
    lock(asset.caseNumber());
    refuseEnded(asset);
    if (method.yieldsProceeds() && !priced(assetId)) {
      throw new RefusedException("NOT_PRICED", "“%s”的处置方式为%s，应先确定应缴收入再办结。".formatted(asset.name(), method.label()), CLAUSE);
    }
    BigDecimal outstanding = outstandingOf(assetId);
    if (outstanding.signum() != 0) {
      throw new RefusedException("PROCEEDS_OUTSTANDING",
          "“%s”还有%s元未缴入国库，请凭财政票据登记缴库后再办结。".formatted(asset.name(), outstanding), CLAUSE);
    }
    append(asset, LedgerStep.DISPOSED, asset.bookValue(), new Particulars(method, disposalCase, document, null, note));
  }

  /**
   * @return an asset
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is none of this id
   */
  @Transactional(readOnly = true)
  public FrozenAsset get(long assetId) {
    return jdbc.sql("select * from frozen_asset where id = ?").param(assetId).query(AssetLedger::asset).single();
  }

  /** @return the assets of an abolition by asset number */
  @Transactional(readOnly = true)
  public List<FrozenAsset> assetsOf(String caseNumber) {
    return jdbc.sql("select * from frozen_asset where case_number = ? order by asset_number").param(caseNumber).query(AssetLedger::asset).list();
  }

  /** @return the entries of an abolition in the order they were made */
  @Transactional(readOnly = true)
  public List<LedgerEntry> entriesOf(String caseNumber) {
    return jdbc.sql("select * from ledger_entry where case_number = ? order by entry_number").param(caseNumber).query(AssetLedger::entry).list();
  }

  /** @return the entries about an asset in the order they were made */
  @Transactional(readOnly = true)
  public List<LedgerEntry> entriesOf(long assetId) {
    return jdbc.sql("select * from ledger_entry where asset_id = ? order by entry_number").param(assetId).query(AssetLedger::entry).list();
  }

  /** @return the numbers of the abolitions that have a ledger, in their order */
  @Transactional(readOnly = true)
  public List<String> cases() {
    return jdbc.sql("select case_number from ledger_head order by case_number").query(String.class).list();
  }

  /** @return what of an asset's proceeds is still to come into the treasury, yuan; 0 where nothing is due */
  @Transactional(readOnly = true)
  public BigDecimal outstandingOf(long assetId) {
    return sum("select coalesce(sum(case step when 'PRICED' then amount when 'RECEIVED' then -amount else 0 end), 0) from ledger_entry "
        + "where asset_id = ?", assetId);
  }

  /** @return whether the ledger rests on a document of this hash, which must then stay */
  @Transactional(readOnly = true)
  public boolean restsOn(String sha256) {
    return jdbc.sql("select count(*) from ledger_entry where document like ?").param("%" + sha256 + "%").query(Integer.class).single() > 0;
  }

  /** @return whether the asset has its outcome */
  @Transactional(readOnly = true)
  public boolean ended(long assetId) {
    return jdbc.sql("select count(*) from ledger_entry where outcome_of = ?").param(assetId).query(Integer.class).single() > 0;
  }

  /** @return the balance of an abolition at this moment */
  @Transactional(readOnly = true)
  public LedgerBalance balanceOf(String caseNumber) {
    String open = "from frozen_asset a where a.case_number = ? and not exists (select 1 from ledger_entry e where e.outcome_of = a.id)";
    return new LedgerBalance(
        count("select count(*) from ledger_entry where case_number = ? and step in ('FROZEN', 'SURPLUS')", caseNumber),
        count("select count(*) from ledger_entry where case_number = ? and step = 'DISPOSED'", caseNumber),
        count("select count(*) " + open, caseNumber),
        amount(caseNumber, "'FROZEN', 'SURPLUS', 'VALUE_CORRECTED'"), amount(caseNumber, "'DISPOSED'"),
        sum("select coalesce(sum(a.book_value), 0) " + open, caseNumber),
        amount(caseNumber, "'PRICED'"), amount(caseNumber, "'RECEIVED'"));
  }

  /** @return the first row of an abolition's ledger that was changed, removed or put in, or whose asset was; empty where all is as it was recorded */
  @Transactional(readOnly = true)
  public Optional<LedgerFault> check(String caseNumber) {
    String previous = LedgerEntry.ORIGIN;
    int expected = 1;
    for (LedgerEntry entry : entriesOf(caseNumber)) {
      if (entry.entryNumber() != expected) {
        return Optional.of(new LedgerFault(caseNumber, expected, "第%d条记录缺失".formatted(expected)));
      }
      if (!entry.previousHash().equals(previous) || !entry.hash().equals(entry.computedHash())) {
        return Optional.of(new LedgerFault(caseNumber, expected, "第%d条记录被改动".formatted(expected)));
      }
      previous = entry.hash();
      expected++;
    }
    Head head = head(caseNumber, "");
    if (head.entries() >= expected) {
      return Optional.of(new LedgerFault(caseNumber, expected, "第%d条记录缺失".formatted(expected)));
    }
    if (head.entries() < expected - 1 || !head.hash().equals(previous)) {
      return Optional.of(new LedgerFault(caseNumber, head.entries() + 1, "第%d条记录不是系统登记的".formatted(head.entries() + 1)));
    }
    return checkOutcomes(caseNumber).or(() -> checkAssets(caseNumber));
  }

  /** The marks that keep an asset from having two outcomes must stand where the outcomes do. */
  private Optional<LedgerFault> checkOutcomes(String caseNumber) {
    return jdbc.sql("""
            select entry_number from ledger_entry
            where case_number = ? and (step = 'DISPOSED' and (outcome_of is null or outcome_of <> asset_id) or step <> 'DISPOSED' and outcome_of is not null)
            order by entry_number limit 1""").param(caseNumber).query(Integer.class).optional()
        .map(number -> new LedgerFault(caseNumber, number, "第%d条记录的处置结果标记被改动".formatted(number)));
  }

  /** The assets are as the chain says they were frozen, found missing and corrected. */
  private Optional<LedgerFault> checkAssets(String caseNumber) {
    for (FrozenAsset asset : assetsOf(caseNumber)) {
      List<LedgerEntry> entries = entriesOf(asset.id());
      if (entries.isEmpty() || !INTO_THE_LEDGER.contains(entries.get(0).step())) {
        return Optional.of(new LedgerFault(caseNumber, 1, "没有“%s”的冻结记录，该资产不是系统登记的".formatted(asset.assetNumber())));
      }
      BigDecimal value = entries.stream().filter(entry -> INTO_THE_LEDGER.contains(entry.step()) || entry.step() == LedgerStep.VALUE_CORRECTED)
          .map(LedgerEntry::amount).reduce(NOTHING, BigDecimal::add);
      boolean missing = entries.stream().anyMatch(entry -> entry.step() == LedgerStep.MISSING);
      boolean surplus = entries.get(0).step() == LedgerStep.SURPLUS;
      boolean same = asset.bookValue().compareTo(value) == 0 && asset.missing() == missing
          && surplus == (asset.origin() == FrozenAsset.Origin.SURPLUS)
          && entries.stream().allMatch(entry -> entry.caseNumber().equals(caseNumber) && entry.assetNumber().equals(asset.assetNumber()));
      if (!same) {
        int number = entries.get(0).entryNumber();
        return Optional.of(new LedgerFault(caseNumber, number, "第%d条记录冻结的资产“%s”与清册不符".formatted(number, asset.assetNumber())));
      }
    }
    return Optional.empty();
  }

  private boolean priced(long assetId) {
    return jdbc.sql("select count(*) from ledger_entry where asset_id = ? and step = 'PRICED'").param(assetId).query(Integer.class).single() > 0;
  }

  private void refuseEnded(FrozenAsset asset) {
    if (ended(asset.id())) {
      throw new RefusedException("ASSET_ENDED", "“%s”（%s）已经处置完毕，一项资产只能有一个处置结果。".formatted(asset.name(), asset.assetNumber()), CLAUSE);
    }
  }

  private long insert(String caseNumber, long officeId, OfficeAsset asset, FrozenAsset.Origin origin, String explanation) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
            insert into frozen_asset (case_number, office_id, asset_number, kind, name, book_value, origin, missing, explanation)
            values (:caseNumber, :officeId, :assetNumber, :kind, :name, :bookValue, :origin, false, :explanation)""")
        .param("caseNumber", caseNumber).param("officeId", officeId).param("assetNumber", asset.assetNumber())
        .param("kind", asset.kind().name()).param("name", asset.name()).param("bookValue", asset.bookValue())
        .param("origin", origin.name()).param("explanation", explanation).update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  private void append(FrozenAsset asset, LedgerStep step, BigDecimal amount, Particulars particulars) {
    append(asset.caseNumber(), asset.id(), asset.assetNumber(), step, amount, particulars);
  }

  private void append(String caseNumber, long assetId, String assetNumber, LedgerStep step, BigDecimal amount, Particulars particulars) {
    Head head = lock(caseNumber);
    Optional<Official> official = officials.current();
    LedgerEntry entry = new LedgerEntry(caseNumber, head.entries() + 1, assetId, assetNumber, step, amount, particulars.method(),
        particulars.disposalCase(), particulars.document(), particulars.receiptNumber(), particulars.note(), official.map(Official::userId).orElse(CaseFiles.SYSTEM), official.map(Official::name).orElse("系统"),
        now(), head.hash(), null).sealed();
    jdbc.sql("""
            insert into ledger_entry (case_number, entry_number, asset_id, asset_number, step, amount, method, disposal_case, document,
              receipt_number, note, user_id, user_name, recorded_at, previous_hash, hash, outcome_of)
            values (:caseNumber, :entryNumber, :assetId, :assetNumber, :step, :amount, :method, :disposalCase, :document,
              :receiptNumber, :note, :userId, :userName, :recordedAt, :previousHash, :hash, :outcomeOf)""")
        .param("caseNumber", caseNumber).param("entryNumber", entry.entryNumber()).param("assetId", assetId)
        .param("assetNumber", assetNumber).param("step", step.name()).param("amount", amount)
        .param("method", particulars.method() == null ? null : particulars.method().name()).param("disposalCase", entry.disposalCase()).param("document", entry.document()).param("receiptNumber", entry.receiptNumber())
        .param("note", entry.note()).param("userId", entry.userId()).param("userName", entry.userName())
        .param("recordedAt", entry.recordedAt()).param("previousHash", entry.previousHash()).param("hash", entry.hash())
        .param("outcomeOf", step == LedgerStep.DISPOSED ? assetId : null).update();
    jdbc.sql("update ledger_head set entries = ?, hash = ? where case_number = ?").params(entry.entryNumber(), entry.hash(), caseNumber).update();
  }

  /** Keeps others from adding to the case until the transaction ends; what is read afterwards is as they left it. */
  private Head lock(String caseNumber) {
    return head(caseNumber, " for update");
  }

  private Head head(String caseNumber, String locking) {
    return jdbc.sql("select entries, hash from ledger_head where case_number = ?" + locking).param(caseNumber).query(Head.class).single();
  }

  private BigDecimal amount(String caseNumber, String steps) {
    return sum("select coalesce(sum(amount), 0) from ledger_entry where case_number = ? and step in (" + steps + ")", caseNumber);
  }

  private BigDecimal sum(String sql, Object parameter) {
    return exact(jdbc.sql(sql).param(parameter).query(BigDecimal.class).single());
  }

  private int count(String sql, String caseNumber) {
    return jdbc.sql(sql).param(caseNumber).query(Integer.class).single();
  }

  /** @throws ArithmeticException for parts of a fen */
  private static BigDecimal exact(BigDecimal amount) {
    return amount.setScale(2);
  }

  /** Databases keep times less finely than Java; what is hashed must come back as it was. */
  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  private static FrozenAsset asset(ResultSet row, int number) throws SQLException {
    return new FrozenAsset(row.getLong("id"), row.getString("case_number"), row.getLong("office_id"), row.getString("asset_number"),
        AssetKind.valueOf(row.getString("kind")), row.getString("name"), row.getBigDecimal("book_value"),
        FrozenAsset.Origin.valueOf(row.getString("origin")), row.getBoolean("missing"), row.getString("explanation"));
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(row.getString("case_number"), row.getInt("entry_number"), row.getLong("asset_id"), row.getString("asset_number"),
        LedgerStep.valueOf(row.getString("step")), row.getBigDecimal("amount"),
        row.getString("method") == null ? null : DisposalMethod.valueOf(row.getString("method")), row.getString("disposal_case"), row.getString("document"), row.getString("receipt_number"), row.getString("note"),
        row.getString("user_id"), row.getString("user_name"), row.getObject("recorded_at", OffsetDateTime.class), row.getString("previous_hash"),
        row.getString("hash"));
  }

  private record Head(int entries, String hash) {
  }

  /** What an entry carries beside step and amount. */
  private record Particulars(DisposalMethod method, String disposalCase, String document, String receiptNumber, String note) {

    private static final Particulars NONE = because(null);

    private static Particulars because(String note) {
      return new Particulars(null, null, null, null, note);
    }
  }
}
