package cn.gov.officecleanup.mechanism.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What changes of a frozen asset while its office is wound up, to compare the table with the chain (C7). What does not change is in the
 * hash of the entry that froze it.
 */
record AssetState(long id, long officeId, String assetNumber, BigDecimal bookValue, boolean missing, String explanation) {

  static AssetState of(ResultSet row, int number) throws SQLException {
    return new AssetState(row.getLong("id"), row.getLong("office_id"), row.getString("asset_number"), row.getBigDecimal("book_value"),
        row.getBoolean("missing"), row.getString("explanation"));
  }

  /** @return what the rows about an asset say of it */
  static AssetState recorded(long officeId, List<LedgerRow> rows) {
    BigDecimal value = BigDecimal.ZERO;
    boolean missing = false;
    String explanation = null;
    for (LedgerRow row : rows) {
      switch (LedgerStep.valueOf(row.step())) {
        case FROZEN -> value = value.add(row.amount());
        case SURPLUS, VALUE_CORRECTED -> {
          value = value.add(row.amount());
          explanation = row.note();
        }
        case MISSING -> {
          missing = true;
          explanation = row.note();
        }
        case FOUND -> {
          missing = false;
          explanation = row.note();
        }
        default -> {
        }
      }
    }
    return new AssetState(rows.get(0).assetId(), officeId, rows.get(0).assetNumber(), value, missing, explanation);
  }
}
