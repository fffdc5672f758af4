package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The disposals of all cases, and what the models' gateways ask about them. */
@Repository
public class Disposals {

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final JdbcClient jdbc;
  private final AssetLedger ledger;
  private final DisposalRules rules;
  private final DisposalProperties properties;

  Disposals(JdbcClient jdbc, AssetLedger ledger, DisposalRules rules, DisposalProperties properties) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.rules = rules;
    this.properties = properties;
  }

  void begin(String caseNumber, long assetId) {
    jdbc.sql("insert into disposal (case_number, asset_id) values (?, ?)").params(caseNumber, assetId).update();
  }

  /** Keeps a proposal in the place of the one before; an appraisal stays, the same asset has the same value. */
  void propose(String caseNumber, Disposal.Proposal proposal) {
    jdbc.sql("update disposal set method = ?, sale_mode = ?, receiver = ?, title_state = ?, reasons = ? where case_number = ?")
        .params(proposal.method().name(), nameOf(proposal.saleMode()), proposal.receiver(), proposal.titleState().name(), proposal.reasons(),
            caseNumber).update();
  }

  void appraise(String caseNumber, Disposal.Appraisal appraisal) {
    jdbc.sql("""
            update disposal set appraisal_agency = ?, agency_licence = ?, appraisal_report = ?, appraisal_date = ?, appraised_value = ?
            where case_number = ?""")
        .params(appraisal.agency(), appraisal.licence(), appraisal.report(), appraisal.referenceDate(), appraisal.value(), caseNumber).update();
  }

  void approve(String caseNumber, String replyNumber) {
    jdbc.sql("update disposal set reply_number = ? where case_number = ?").params(replyNumber, caseNumber).update();
  }

  /** Keeps how it was carried out, in the place of what was handed in before; a price approved before counts for that price only. */
  void carryOut(String caseNumber, Disposal.Execution execution) {
    jdbc.sql("""
            update disposal set partner = ?, representative = ?, carried_out_on = ?, price = ?, fees = ?, received_value = ?, venue = ?,
              announcement = ?, disclosed = ?
            where case_number = ?""")
        .params(execution.partner(), execution.representative(), execution.on(), execution.price(),
            execution.fees(), execution.receivedValue(), execution.venue(), execution.announcement(), execution.disclosed(), caseNumber).update();
  }

  void approvePrice(String caseNumber, BigDecimal price) {
    jdbc.sql("update disposal set approved_price = ? where case_number = ?").params(price, caseNumber).update();
  }

  /**
   * @return the disposal of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when the case is no disposal
   */
  public Disposal get(String caseNumber) {
    return jdbc.sql("select * from disposal where case_number = ?").param(caseNumber).query(Disposals::disposal).single();
  }

  /** @return the disposals of an abolition's assets, by asset number */
  public List<Disposal> of(String abolitionCase) {
    return jdbc.sql("select d.* from disposal d join frozen_asset a on a.id = d.asset_id where a.case_number = ?"
            + " order by length(a.asset_number), a.asset_number")
        .param(abolitionCase).query(Disposals::disposal).list();
  }

  /** @return what the rules provide for the disposal as proposed */
  DisposalRule ruleOf(Disposal disposal) {
    return rules.of(ledger.get(disposal.assetId()), disposal.proposal().method());
  }

  /** @return whether the asset must be appraised first (A3) */
  public boolean needsAppraisal(String caseNumber) {
    return ruleOf(get(caseNumber)).appraisal();
  }

  /** @return whether the same-level finance department must approve (A2); a sale by agreement always needs it (A4) */
  public boolean needsFinance(String caseNumber) {
    Disposal disposal = get(caseNumber);
    return ruleOf(disposal).finance() || disposal.proposal().saleMode() == SaleMode.AGREEMENT;
  }

  /** @return the lowest price without fresh approval (A5), yuan, rounded up to the fen; null where the asset was not appraised */
  BigDecimal floorOf(Disposal disposal) {
    return disposal.appraisal() == null ? null : disposal.appraisal().value().multiply(BigDecimal.valueOf(properties.lowestPercent()))
        .divide(HUNDRED, 2, RoundingMode.CEILING);
  }

  /** @return whether the price is below the legal share of the appraised value and not approved at that price (A5) */
  public boolean belowLine(String caseNumber) {
    Disposal disposal = get(caseNumber);
    boolean deal = Set.of(DisposalMethod.SALE, DisposalMethod.EXCHANGE).contains(disposal.proposal().method());
    return deal && disposal.yield().compareTo(floorOf(disposal)) < 0 && !Objects.equals(disposal.approvedPrice(), disposal.yield());
  }

  /** @return whether something is still to come into the treasury for the asset (A6) */
  public boolean outstanding(String caseNumber) {
    return ledger.outstandingOf(get(caseNumber).assetId()).signum() > 0;
  }

  private static String nameOf(Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static Disposal disposal(ResultSet row, int number) throws SQLException {
    String method = row.getString("method");
    String saleMode = row.getString("sale_mode");
    Disposal.Proposal proposal = method == null ? null : new Disposal.Proposal(DisposalMethod.valueOf(method),
        saleMode == null ? null : SaleMode.valueOf(saleMode), row.getString("receiver"), TitleState.valueOf(row.getString("title_state")),
        row.getString("reasons"));
    Disposal.Appraisal appraisal = row.getBigDecimal("appraised_value") == null ? null : new Disposal.Appraisal(
        row.getString("appraisal_agency"), row.getString("agency_licence"), row.getString("appraisal_report"),
        row.getObject("appraisal_date", LocalDate.class), row.getBigDecimal("appraised_value"));
    LocalDate on = row.getObject("carried_out_on", LocalDate.class);
    Disposal.Execution execution = on == null ? null : new Disposal.Execution(row.getString("partner"), row.getString("representative"), on,
        row.getBigDecimal("price"), row.getBigDecimal("fees"), row.getBigDecimal("received_value"), row.getString("venue"),
        row.getString("announcement"), row.getBoolean("disclosed"));
    return new Disposal(row.getString("case_number"), row.getLong("asset_id"), proposal, appraisal, row.getString("reply_number"), execution,
        row.getBigDecimal("approved_price"));
  }
}
