package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is sold with what as one lot (打包处置): by the case of one of the assets, in which the others wait for the deal. */
@Repository
class Lots {

  private static final RowMapper<Item> ITEMS = RecordRows.of(Item.class);

  private final JdbcClient jdbc;

  Lots(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An asset of a lot.
   *
   * @param appraisedValue yuan, two decimals; null before the appraisal
   */
  record Item(long assetId, BigDecimal appraisedValue) {
  }

  /** @return the assets that a case sells as one lot, its own among them, by asset number; empty where it disposes of its own alone */
  List<Item> of(String caseNumber) {
    return jdbc.sql("""
      select l.asset_id, l.appraised_value from disposal_lot l join frozen_asset a on a.id = l.asset_id where l.case_number = ?
      order by length(a.asset_number), a.asset_number""").param(caseNumber).query(ITEMS).list();
  }

  /** @return the case that sells an asset as part of a lot; empty where it is in none */
  Optional<String> caseWith(long assetId) {
    return jdbc.sql("select case_number from disposal_lot where asset_id = ?").param(assetId).query(String.class).optional();
  }

  /** Puts a lot together anew; what it was appraised at counts no more. */
  void put(String caseNumber, Collection<Long> assets) {
    jdbc.sql("delete from disposal_lot where case_number = ?").param(caseNumber).update();
    assets.forEach(asset -> jdbc.sql("insert into disposal_lot (asset_id, case_number) values (?, ?)").params(asset, caseNumber).update());
  }

  void appraise(long assetId, BigDecimal value) {
    jdbc.sql("update disposal_lot set appraised_value = ? where asset_id = ?").params(value, assetId).update();
  }
}
