package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The asset ledger (C7): append-only, in the caller's transaction. It keeps its own law, whatever procedure writes to it: nothing happens
 * to an asset that was not frozen, nothing after its one outcome, no outcome while proceeds are outstanding, no receipt without a number,
 * for two deals, or beyond what is due; amounts are 0 or more and exact to the fen.
 *
 * <p>
 * Whoever adds an entry holds the end of the case's chain until the transaction ends: write to the ledger last. What a law rests on is read
 * after that end is held, so that under READ COMMITTED, too, nobody decides on what another is changing.
 */
@Repository
@Transactional
public class AssetLedger {

  private static final RowMapper<Head> ROWS = RecordRows.of(Head.class);
  private static final String CLAUSE = "C7";
  private static final String CASES = """
    select case_number from ledger_head union select case_number from ledger_entry union select case_number from frozen_asset
    union select c.case_number from case_file c join office o on o.id = c.office_id
      where c.procedure_key in (:freezing) and o.assets_frozen_at is not null""";
  private static final String WHOLE = "OFFICE";
  private static final BigDecimal NOTHING = new BigDecimal("0.00");
  /** what the columns hold */
  private static final BigDecimal MOST = new BigDecimal("9999999999999999.99");

  private final JdbcClient jdbc;
  private final OfficeRegister register;
  private final Procedures procedures;
  private final Officials officials;
  private final Clock clock;

  AssetLedger(JdbcClient jdbc, OfficeRegister register, Procedures procedures, Officials officials, Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.procedures = procedures;
    this.officials = officials;
    this.clock = clock;
  }

  /**
   * Freezes what an office owns by the register, at this moment, but for what is set apart for another case.
   *
   * @param caseNumber number of the abolition's case
   * @throws RefusedException when the office's assets are frozen already
   */
  public void freeze(String caseNumber, long officeId) {
    register.freezeAssets(officeId);
    open(caseNumber, officeId, WHOLE, register.assetsAtHand(officeId));
  }

  /**
   * Freezes a part of what an office owns by the register, at this moment, for a case of its own; what of it is frozen already, or the
   * register has not, is passed over. Where nothing is left there is no ledger.
   *
   * @param caseNumber number of the case about that part
   */
  public void setApart(String caseNumber, long officeId, Collection<String> assetNumbers) {
    List<OfficeAsset> apart = register.setApart(officeId, caseNumber, assetNumbers);
    if (!apart.isEmpty()) {
      open(caseNumber, officeId, caseNumber, apart);
    }
  }

  /** @param scope what of the office's the ledger is about: one case alone has the whole, or one part */
  private void open(String caseNumber, long officeId, String scope, List<OfficeAsset> assets) {
    jdbc.sql("insert into ledger_head (case_number, office_id, scope, entries, hash) values (?, ?, ?, 0, ?)")
        .params(caseNumber, officeId, scope, LedgerEntry.ORIGIN)
        .update();
    for (OfficeAsset asset : assets) {
      append(insert(caseNumber, officeId, asset, FrozenAsset.Origin.REGISTER, null), LedgerStep.FROZEN, asset.bookValue(),
          Particulars.NONE);
    }
  }

  /**
   * Lifts the freezing of what an office owns, since what it was frozen for was taken back: it can be frozen anew, for another case.
   *
   * @param caseNumber number of the abolition's case; one without ledger changes nothing
   * @param reason Chinese sentence
   * @throws RefusedException when more than the freezing has been recorded
   */
  public void release(String caseNumber, String reason) {
    head(caseNumber, " for update").ifPresent(head -> {
      List<FrozenAsset> assets = assetsOf(caseNumber);
      if (head.entries() > assets.size()) {
        throw new RefusedException("LEDGER_IN_USE", "案件%s的资产已经盘点或者处置，不能解除冻结。".formatted(caseNumber), CLAUSE);
      }
      assets.forEach(asset -> append(asset, LedgerStep.RELEASED, NOTHING, Particulars.because(reason)));
      int before = jdbc.sql("select max(released) from ledger_head where office_id = ?")
          .param(head.officeId())
          .query(Integer.class)
          .single();
      jdbc.sql("update frozen_asset set released = ? where case_number = ?").params(before + 1, caseNumber).update();
      jdbc.sql("update ledger_head set released = ? where case_number = ?").params(before + 1, caseNumber).update();
      register.thawAssets(head.officeId());
    });
  }

  /**
   * Takes in what the inventory found beyond the register (盘盈).
   *
   * @throws RefusedException when the asset number is used
   */
  public void addSurplus(String caseNumber, OfficeAsset asset, String explanation) {
    Head head = lock(caseNumber);
    if (jdbc.sql("select count(*) from frozen_asset where office_id = ? and asset_number = ? and released = 0")
        .params(head.officeId(), asset.assetNumber())
        .query(Integer.class)
        .single() > 0) {
      throw new RefusedException("ASSET_TWICE", "资产编号“%s”重复，请改用其他编号。".formatted(asset.assetNumber()), CLAUSE);
    }
    BigDecimal value = exact(asset.bookValue());
    append(insert(caseNumber, head.officeId(), asset, FrozenAsset.Origin.SURPLUS, explanation), LedgerStep.SURPLUS, value,
        Particulars.because(explanation));
  }

  /**
   * Records that the inventory did not find an asset (盘亏); it stays open until its loss is written off. Reporting it again changes nothing.
   *
   * @throws RefusedException when the asset has its outcome already
   */
  public void reportMissing(long assetId, String explanation) {
    FrozenAsset asset = lockOpen(assetId);
    if (!asset.missing()) {
      jdbc.sql("update frozen_asset set missing = true, explanation = ? where id = ?").params(explanation, assetId).update();
      append(asset, LedgerStep.MISSING, NOTHING, Particulars.because(explanation));
    }
  }

  /**
   * Records that an asset reported missing is there after all, taken stock of again. Of what is not missing it changes nothing.
   *
   * @throws RefusedException when the asset has its outcome already
   */
  public void reportFound(long assetId, String explanation) {
    FrozenAsset asset = lockOpen(assetId);
    if (asset.missing()) {
      jdbc.sql("update frozen_asset set missing = false, explanation = ? where id = ?").params(explanation, assetId).update();
      append(asset, LedgerStep.FOUND, NOTHING, Particulars.because(explanation));
    }
  }

  /**
   * Corrects the book value of an asset to what the inventory found.
   *
   * @param value yuan, two decimals, 0 or more
   * @throws RefusedException when the asset has its outcome already
   */
  public void correctValue(long assetId, BigDecimal value, String explanation) {
    FrozenAsset asset = lockOpen(assetId);
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
    FrozenAsset asset = lockOpen(assetId);
    if (step == LedgerStep.PRICED && priced(assetId)) {
      throw new RefusedException("PRICED_TWICE", "“%s”的成交价款已经确定，一项资产只能处置一次，不得重复成交。".formatted(asset.name()), CLAUSE);
    }
    append(asset, step, exact(amount), new Particulars(null, disposalCase, document, null, 1, note));
  }

  /**
   * Records what came into the treasury for one deal: one receipt, an entry for each asset that was sold in it. What came in is spread over
   * the assets by what is outstanding for each, exact to the fen; an asset that gets nothing of it has no entry.
   *
   * @param assets keys of the assets of the deal, one or more of the same abolition
   * @param amount yuan, more than 0
   * @param receiptNumber of the treasury receipt; however it is spaced, in whichever width and case, it is the same number
   * @throws RefusedException without a receipt number, with one that was used before in any deal, or for more than is outstanding
   */
  public void receive(List<Long> assets, BigDecimal amount, String receiptNumber, String disposalCase, String document, String note) {
    List<FrozenAsset> open = assets.stream().map(this::lockOpen).toList();
    if (open.stream().map(FrozenAsset::caseNumber).distinct().count() != 1) {
      throw new IllegalArgumentException("a deal is of one ledger: " + assets);
    }
    String receipt = canonical(receiptNumber);
    if (receipt.isEmpty()) {
      throw new RefusedException("RECEIPT_MISSING", "处置收入须凭财政票据登记，请填写财政票据号；没有票据的款项不予确认。", CLAUSE);
    }
    if (jdbc.sql("select count(*) from ledger_entry where receipt_number = ?").param(receipt).query(Integer.class).single() > 0) {
      throw used(receipt);
    }
    List<BigDecimal> outstanding = assets.stream().map(this::outstandingOf).toList();
    BigDecimal due = outstanding.stream().reduce(NOTHING, BigDecimal::add);
    if (amount.signum() <= 0 || amount.compareTo(due) > 0) {
      throw new RefusedException("RECEIPT_EXCEEDS", "缴库金额%s应大于0且不超过尚未缴库的%s，请核对票据金额。".formatted(InWords.yuan(amount), InWords.yuan(due)),
          CLAUSE);
    }
    List<BigDecimal> shares = Shares.of(exact(amount), outstanding);
    int entriesOfReceipt = 0;
    try {
      for (int i = 0; i < shares.size(); i++) {
        if (shares.get(i).signum() > 0) {
          append(open.get(i), LedgerStep.RECEIVED, shares.get(i),
              new Particulars(null, disposalCase, document, receipt, ++entriesOfReceipt, note));
        }
      }
    } catch (DuplicateKeyException usedMeanwhileInAnotherCase) {
      throw used(receipt);
    }
  }

  /**
   * Records the one outcome of an asset.
   *
   * @throws RefusedException when it has one already, what comes in for it was not fixed, or proceeds are outstanding
   */
  public void dispose(long assetId, DisposalMethod method, String disposalCase, String document, String note) {
    FrozenAsset asset = lockOpen(assetId);
    if (method.yieldsProceeds() && !priced(assetId)) {
      throw new RefusedException("NOT_PRICED", "“%s”的处置方式为%s，应先确定应缴收入再办结。".formatted(asset.name(), method.label()), CLAUSE);
    }
    BigDecimal outstanding = outstandingOf(assetId);
    if (outstanding.signum() != 0) {
      throw new RefusedException("PROCEEDS_OUTSTANDING", "“%s”还有%s未缴入国库，请凭财政票据登记缴库后再办结。".formatted(asset.name(), InWords.yuan(outstanding)),
          CLAUSE);
    }
    append(asset, LedgerStep.DISPOSED, asset.bookValue(), new Particulars(method, disposalCase, document, null, 1, note));
  }

  /**
   * @return an asset
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is none of this id
   */
  @Transactional(readOnly = true)
  public FrozenAsset get(long assetId) {
    return jdbc.sql("select * from frozen_asset where id = ?").param(assetId).query(AssetLedger::asset).single();
  }

  /** @return when the ledger of a case began: its assets were frozen then */
  @Transactional(readOnly = true)
  public OffsetDateTime frozenAt(String caseNumber) {
    return jdbc.sql("select min(recorded_at) from ledger_entry where case_number = ?")
        .param(caseNumber)
        .query(OffsetDateTime.class)
        .single();
  }

  /** @return the assets of an abolition by asset number */
  @Transactional(readOnly = true)
  public List<FrozenAsset> assetsOf(String caseNumber) {
    return jdbc.sql("select * from frozen_asset where case_number = ? order by length(asset_number), asset_number")
        .param(caseNumber)
        .query(AssetLedger::asset)
        .list();
  }

  /** @return the entries of an abolition in the order they were made */
  @Transactional(readOnly = true)
  public List<LedgerEntry> entriesOf(String caseNumber) {
    return jdbc.sql("select * from ledger_entry where case_number = ? order by entry_number")
        .param(caseNumber)
        .query(AssetLedger::entry)
        .list();
  }

  /** @return the entries about an asset in the order they were made */
  @Transactional(readOnly = true)
  public List<LedgerEntry> entriesOf(long assetId) {
    return jdbc.sql("select * from ledger_entry where asset_id = ? order by entry_number").param(assetId).query(AssetLedger::entry).list();
  }

  /**
   * @return the numbers of the abolitions that have a ledger or must have one, in their order; so a ledger of which a part, or all, was
   * removed is still named
   */
  @Transactional(readOnly = true)
  public List<String> cases() {
    return jdbc.sql("select l.case_number from (" + CASES + ") l order by length(l.case_number), l.case_number")
        .param("freezing", procedures.keys(Procedure::freezesAssets))
        .query(String.class)
        .list();
  }

  /** @return the abolition of an office that has, or should have, a ledger; a second one cannot be, but would not be overlooked */
  public List<String> casesOf(long officeId) {
    return jdbc
        .sql("select l.case_number from (" + CASES + ") l join case_file f on f.case_number = l.case_number"
            + " where f.office_id = :office order by length(l.case_number), l.case_number")
        .param("freezing", procedures.keys(Procedure::freezesAssets))
        .param("office", officeId)
        .query(String.class)
        .list();
  }

  /** @return what of an asset's proceeds is still to come into the treasury, yuan; 0 where nothing is due */
  @Transactional(readOnly = true)
  public BigDecimal outstandingOf(long assetId) {
    return jdbc.sql("select coalesce(sum(case step when 'PRICED' then amount when 'RECEIVED' then -amount else 0 end), 0) as outstanding "
        + "from ledger_entry where asset_id = ?").param(assetId).query((row, number) -> yuan(row, "outstanding")).single();
  }

  /**
   * @param caseNumber of an abolition or of a disposal
   * @return whether what the ledger says of that case rests on a document of this hash, which must then stay; other cases may hold the same
   * file
   */
  @Transactional(readOnly = true)
  public boolean restsOn(String caseNumber, String sha256) {
    return jdbc.sql(
        "select count(*) from ledger_entry where (case_number = :caseNumber or disposal_case = :caseNumber) and document like :document")
        .param("caseNumber", caseNumber)
        .param("document", "%" + sha256 + "%")
        .query(Integer.class)
        .single() > 0;
  }

  /** @return whether the asset has its outcome */
  @Transactional(readOnly = true)
  public boolean ended(long assetId) {
    return jdbc.sql("select count(*) from ledger_entry where outcome_of = ?").param(assetId).query(Integer.class).single() > 0;
  }

  /**
   * @return the balance of an abolition at this moment; read in one statement, so that what others record meanwhile is in it wholly or not
   * at all
   */
  @Transactional(readOnly = true)
  public LedgerBalance balanceOf(String caseNumber) {
    List<Side> sides = jdbc.sql("""
      select coalesce(a.kind = 'DEBT', false) as owed,
        sum(case when e.step in ('FROZEN', 'SURPLUS') then 1 else 0 end) as recorded_number,
        sum(case when e.step = 'DISPOSED' then 1 else 0 end) as ended_number,
        sum(case when e.step in ('FROZEN', 'SURPLUS', 'VALUE_CORRECTED') then e.amount else 0 end) as recorded_value,
        sum(case when e.step = 'DISPOSED' then e.amount else 0 end) as ended_value,
        sum(case when e.step = 'PRICED' then e.amount else 0 end) as due_value,
        sum(case when e.step = 'RECEIVED' then e.amount else 0 end) as received_value,
        0 as open_number, 0 as open_value
      from ledger_entry e left join frozen_asset a on a.id = e.asset_id where e.case_number =
        :caseNumber group by coalesce(a.kind = 'DEBT', false)
      union all
      select coalesce(a.kind = 'DEBT', false), 0, 0, 0, 0, 0, 0, count(*), sum(a.book_value)
      from frozen_asset a where a.case_number = :caseNumber and not exists (select 1 from ledger_entry e where e.outcome_of = a.id)
      group by coalesce(a.kind = 'DEBT', false)""").param("caseNumber", caseNumber).query(AssetLedger::side).list();
    Side owned = sides.stream().filter(side -> !side.owed).reduce(Side.EMPTY, Side::plus);
    Side owed = sides.stream().filter(Side::owed).reduce(Side.EMPTY, Side::plus);
    return new LedgerBalance(owned.recordedNumber, owned.endedNumber, owned.openNumber, owned.recorded, owned.ended, owned.open,
        new LedgerBalance.Debts(owed.recordedNumber, owed.endedNumber, owed.openNumber, owed.recorded, owed.ended, owed.open),
        owned.due.add(owed.due), owned.received.add(owed.received));
  }

  /**
   * @return ids of the offices of which what was frozen is not what was disposed of and what is open together (C7); one statement however
   * many there are
   */
  @Transactional(readOnly = true)
  public Set<Long> unbalancedOffices() {
    return Set.copyOf(jdbc.sql("""
      select distinct h.office_id from ledger_head h join (
        select case_number, owed, sum(amount_left) as amount_left, sum(number_left) as number_left from (
          select e.case_number, coalesce(a.kind = 'DEBT', false) as owed,
            case when e.step in ('FROZEN', 'SURPLUS', 'VALUE_CORRECTED') then e.amount when e.step = 'DISPOSED' then -e.amount else 0 end
              as amount_left,
            case when e.step in ('FROZEN', 'SURPLUS') then 1 when e.step = 'DISPOSED' then -1 else 0 end as number_left
          from ledger_entry e left join frozen_asset a on a.id = e.asset_id
          union all
          select a.case_number, coalesce(a.kind = 'DEBT', false), -a.book_value, -1 from frozen_asset a
          where not exists (select 1 from ledger_entry e where e.outcome_of = a.id)) moved
        group by case_number, owed) side on side.case_number = h.case_number
      where side.amount_left <> 0 or side.number_left <> 0""").query(Long.class).list());
  }

  /**
   * @return the first row of an abolition's ledger that was changed, removed or put in, or whose asset was; empty where all is as it was
   * recorded. A case without ledger is at fault, too
   */
  @Transactional(readOnly = true)
  public Optional<LedgerFault> check(String caseNumber) {
    Optional<Head> head;
    Optional<LedgerFault> fault;
    do {
      head = head(caseNumber, "");
      fault = head.map(end -> faultOf(caseNumber, end)).orElseGet(() -> Optional.of(new LedgerFault(caseNumber, 1, "缺少末条标记，台账或者其末端被删除")));
      // what others record during the look makes rows seem removed or put in; each of them moves the end
    } while (fault.isPresent() && !head.equals(head(caseNumber, "")));
    return fault;
  }

  private Optional<LedgerFault> faultOf(String caseNumber, Head head) {
    List<LedgerRow> rows = jdbc.sql("""
      select e.*, a.office_id, a.origin, a.kind, a.name from ledger_entry e
      left join frozen_asset a on a.id = e.asset_id and e.step in ('FROZEN', 'SURPLUS')
      where e.case_number = ? order by e.entry_number""").param(caseNumber).query(LedgerRow::of).list();
    Map<String, Integer> receipts = new HashMap<>();
    String previous = LedgerEntry.ORIGIN;
    int expected = 1;
    for (LedgerRow row : rows) {
      if (row.number() < expected || expected > head.entries()) {
        return fault(caseNumber, row.number(), "第%d条记录不是系统登记的");
      }
      if (row.number() > expected) {
        return fault(caseNumber, expected, "第%d条记录缺失");
      }
      if (!row.previousHash().equals(previous) || !row.hash().equals(row.contentHash())) {
        return fault(caseNumber, expected, "第%d条记录被改动");
      }
      if (!row.outcomeMarked()) {
        return fault(caseNumber, expected, "第%d条记录的处置结果标记被改动");
      }
      if (!row.continues(receipts)) {
        return fault(caseNumber, expected, "第%d条记录的财政票据序次被改动");
      }
      previous = row.hash();
      expected++;
    }
    if (expected <= head.entries()) {
      return fault(caseNumber, expected, "第%d条记录缺失");
    }
    boolean released = rows.stream().anyMatch(row -> row.step().equals(LedgerStep.RELEASED.name()));
    if (!rows.isEmpty() && released != (head.released() != 0)) {
      return fault(caseNumber, head.entries(), "第%d条记录与解除冻结的标记不符");
    }
    return head.hash().equals(previous) ? faultOfAssets(caseNumber, head, rows) : fault(caseNumber, head.entries(), "第%d条记录与末条标记不符");
  }

  /** The assets are as the chain says they were frozen, found missing and corrected. */
  private Optional<LedgerFault> faultOfAssets(String caseNumber, Head head, List<LedgerRow> rows) {
    Map<Long, AssetState> states = new LinkedHashMap<>();
    jdbc.sql("select * from frozen_asset where case_number = ? order by id")
        .param(caseNumber)
        .query(AssetState::of)
        .list()
        .forEach(state -> states.put(state.id(), state));
    Map<Long, List<LedgerRow>> recorded = rows.stream()
        .collect(Collectors.groupingBy(LedgerRow::assetId, LinkedHashMap::new, Collectors.toList()));
    for (List<LedgerRow> ofAsset : recorded.values()) {
      if (!AssetState.recorded(head.officeId(), ofAsset).equals(states.remove(ofAsset.get(0).assetId()))) {
        LedgerRow frozen = ofAsset.get(0);
        return Optional
            .of(new LedgerFault(caseNumber, frozen.number(), "第%d条记录冻结的资产“%s”与清册不符".formatted(frozen.number(), frozen.assetNumber())));
      }
    }
    return states.values()
        .stream()
        .findFirst()
        .map(state -> new LedgerFault(caseNumber, 1, "没有“%s”的冻结记录，该资产不是系统登记的".formatted(state.assetNumber())));
  }

  private static Optional<LedgerFault> fault(String caseNumber, int entryNumber, String what) {
    return Optional.of(new LedgerFault(caseNumber, entryNumber, what.formatted(entryNumber)));
  }

  private boolean priced(long assetId) {
    return jdbc.sql("select count(*) from ledger_entry where asset_id = ? and step = 'PRICED'")
        .param(assetId)
        .query(Integer.class)
        .single() > 0;
  }

  /**
   * @return the asset as nobody else changes it until the transaction ends
   * @throws RefusedException when it has its outcome
   */
  private FrozenAsset lockOpen(long assetId) {
    lock(get(assetId).caseNumber());
    FrozenAsset asset = get(assetId);
    if (ended(assetId)) {
      throw new RefusedException("ASSET_ENDED", "“%s”（%s）已经处置完毕，一项资产只能有一个处置结果。".formatted(asset.name(), asset.assetNumber()), CLAUSE);
    }
    return asset;
  }

  private FrozenAsset insert(String caseNumber, long officeId, OfficeAsset asset, FrozenAsset.Origin origin, String explanation) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("""
      insert into frozen_asset (case_number, office_id, asset_number, kind, name, book_value, origin, missing, explanation)
      values (:caseNumber, :officeId, :assetNumber, :kind, :name, :bookValue, :origin, false, :explanation)""")
        .param("caseNumber", caseNumber)
        .param("officeId", officeId)
        .param("assetNumber", asset.assetNumber())
        .param("kind", asset.kind().name())
        .param("name", asset.name())
        .param("bookValue", asset.bookValue())
        .param("origin", origin.name())
        .param("explanation", explanation)
        .update(key, "id");
    return new FrozenAsset(Objects.requireNonNull(key.getKey()).longValue(), caseNumber, officeId, asset.assetNumber(), asset.kind(),
        asset.name(), asset.bookValue(), origin, false, explanation);
  }

  private void append(FrozenAsset asset, LedgerStep step, BigDecimal amount, Particulars particulars) {
    Head head = lock(asset.caseNumber());
    Optional<Official> official = officials.current();
    LedgerEntry entry = new LedgerEntry(asset.caseNumber(), head.entries() + 1, asset.id(), asset.assetNumber(), step, amount,
        particulars.method(), particulars.disposalCase(), particulars.document(), particulars.receiptNumber(), particulars.note(),
        official.map(Official::userId).orElse(CaseFiles.SYSTEM), official.map(Official::name).orElse("系统"), now(), head.hash(), null)
        .sealed(asset);
    jdbc.sql("""
      insert into ledger_entry (case_number, entry_number, asset_id, asset_number, step, amount, method, disposal_case, document,
        receipt_number, receipt_share, note, user_id, user_name, recorded_at, previous_hash, hash, outcome_of)
      values (:caseNumber, :entryNumber, :assetId, :assetNumber, :step, :amount, :method, :disposalCase, :document,
        :receiptNumber, :receiptShare, :note, :userId, :userName, :recordedAt, :previousHash, :hash, :outcomeOf)""")
        .param("caseNumber", entry.caseNumber())
        .param("entryNumber", entry.entryNumber())
        .param("assetId", entry.assetId())
        .param("assetNumber", entry.assetNumber())
        .param("step", step.name())
        .param("amount", amount)
        .param("method", entry.method() == null ? null : entry.method().name())
        .param("disposalCase", entry.disposalCase())
        .param("document", entry.document())
        .param("receiptNumber", entry.receiptNumber())
        .param("receiptShare", particulars.receiptShare())
        .param("note", entry.note())
        .param("userId", entry.userId())
        .param("userName", entry.userName())
        .param("recordedAt", entry.recordedAt())
        .param("previousHash", entry.previousHash())
        .param("hash", entry.hash())
        .param("outcomeOf", step == LedgerStep.DISPOSED ? entry.assetId() : null)
        .update();
    jdbc.sql("update ledger_head set entries = ?, hash = ? where case_number = ?")
        .params(entry.entryNumber(), entry.hash(), entry.caseNumber())
        .update();
  }

  /** Keeps others from adding to the case until the transaction ends; what is read afterwards is as they left it. */
  private Head lock(String caseNumber) {
    return head(caseNumber, " for update")
        .orElseThrow(() -> new RefusedException("LEDGER_MISSING", "案件%s没有资产台账，不能登记；资产已经冻结的，请报审计部门核查。".formatted(caseNumber), CLAUSE));
  }

  private Optional<Head> head(String caseNumber, String locking) {
    return jdbc.sql("select office_id, entries, hash, released from ledger_head where case_number = ?" + locking)
        .param(caseNumber)
        .query(ROWS)
        .optional();
  }

  /**
   * @return the number without spaces and marks that cannot be seen, in half width and upper case: one receipt cannot be entered in two
   * ways
   */
  private static String canonical(String receiptNumber) {
    return Normalizer.normalize(Objects.toString(receiptNumber, ""), Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{C}]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static RefusedException used(String receipt) {
    return new RefusedException("RECEIPT_USED", "财政票据号“%s”已经登记过，一张票据只能登记一次，请核对。".formatted(receipt), CLAUSE);
  }

  /** @throws RefusedException for less than nothing, parts of a fen, or more than the ledger holds */
  private static BigDecimal exact(BigDecimal amount) {
    if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2 || amount.compareTo(MOST) > 0) {
      throw new RefusedException("AMOUNT_IMPOSSIBLE",
          "金额“%s”不能登记：应不小于0、精确到分、不超过%s，请核对。".formatted(amount.toPlainString(), InWords.yuan(MOST)), CLAUSE);
    }
    return amount.setScale(2);
  }

  /** @return an amount, or the sum of amounts, as the database gives it */
  private static BigDecimal yuan(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).setScale(2);
  }

  /** Databases keep times less finely than Java; what is hashed must come back as it was. */
  private OffsetDateTime now() {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  private static FrozenAsset asset(ResultSet row, int number) throws SQLException {
    return new FrozenAsset(row.getLong("id"), row.getString("case_number"), row.getLong("office_id"), row.getString("asset_number"),
        named(AssetKind.class, row.getString("kind")), row.getString("name"), row.getBigDecimal("book_value"),
        named(FrozenAsset.Origin.class, row.getString("origin")), row.getBoolean("missing"), row.getString("explanation"));
  }

  private static LedgerEntry entry(ResultSet row, int number) throws SQLException {
    return new LedgerEntry(row.getString("case_number"), row.getInt("entry_number"), row.getLong("asset_id"), row.getString("asset_number"),
        named(LedgerStep.class, row.getString("step")), row.getBigDecimal("amount"), named(DisposalMethod.class, row.getString("method")),
        row.getString("disposal_case"), row.getString("document"), row.getString("receipt_number"), row.getString("note"),
        row.getString("user_id"), row.getString("user_name"), row.getObject("recorded_at", OffsetDateTime.class),
        row.getString("previous_hash"), row.getString("hash"));
  }

  /**
   * @return the value of that name; null for none, and for a name that only a hand in the database can have written, so that it can be
   * looked at
   */
  private static <E extends Enum<E>> E named(Class<E> type, String name) {
    return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(name)).findFirst().orElse(null);
  }

  private static Side side(ResultSet row, int number) throws SQLException {
    return new Side(row.getBoolean("owed"), row.getInt("recorded_number"), row.getInt("ended_number"), row.getInt("open_number"),
        yuan(row, "recorded_value"), yuan(row, "ended_value"), yuan(row, "open_value"), yuan(row, "due_value"),
        yuan(row, "received_value"));
  }

  /** What is recorded, has ended and is open of what is owned, or of what is owed. */
  private record Side(boolean owed, int recordedNumber, int endedNumber, int openNumber, BigDecimal recorded, BigDecimal ended,
      BigDecimal open, BigDecimal due, BigDecimal received) {

    private static final Side EMPTY = new Side(false, 0, 0, 0, NOTHING, NOTHING, NOTHING, NOTHING, NOTHING);

    private Side plus(Side other) {
      return new Side(other.owed, recordedNumber + other.recordedNumber, endedNumber + other.endedNumber, openNumber + other.openNumber,
          recorded.add(other.recorded), ended.add(other.ended), open.add(other.open), due.add(other.due), received.add(other.received));
    }
  }

  private record Head(long officeId, int entries, String hash, int released) {
  }

  /**
   * What an entry carries beside step and amount.
   *
   * @param receiptShare which of the entries of its receipt it is: 1, 2, …; 1 where it has none. A receipt is used once, since it begins
   * once
   */
  private record Particulars(DisposalMethod method, String disposalCase, String document, String receiptNumber, int receiptShare,
      String note) {

    private static final Particulars NONE = because(null);

    private static Particulars because(String note) {
      return new Particulars(null, null, null, null, 1, note);
    }
  }
}
