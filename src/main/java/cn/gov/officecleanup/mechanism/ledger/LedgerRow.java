package cn.gov.officecleanup.mechanism.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A row of the ledger as it stands in the database, whatever was written into it, for the check (C7).
 *
 * @param outcomeOf the mark that keeps an asset from having two outcomes; null where there is none
 * @param receiptShare which of the entries of its receipt it is; keeps a receipt from being used for two deals
 * @param contentHash the hash that the content makes; differs from {@code hash} where the row was changed
 */
record LedgerRow(int number, long assetId, String assetNumber, String step, BigDecimal amount, String receiptNumber, String note,
    Long outcomeOf, int receiptShare, String previousHash, String hash, String contentHash) {

  /** Reads a row with office_id, origin, kind and name of the asset that it froze; these are null where it froze none. */
  static LedgerRow of(ResultSet row, int number) throws SQLException {
    String contentHash = hash(row.getString("case_number"), row.getInt("entry_number"), row.getLong("asset_id"),
        row.getString("asset_number"), row.getString("step"), row.getBigDecimal("amount"), row.getString("method"),
        row.getString("disposal_case"), row.getString("document"), row.getString("receipt_number"), row.getString("note"),
        row.getString("user_id"), row.getString("user_name"), row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getString("previous_hash"), row.getObject("office_id", Long.class), row.getString("origin"), row.getString("kind"),
        row.getString("name"));
    return new LedgerRow(row.getInt("entry_number"), row.getLong("asset_id"), row.getString("asset_number"), row.getString("step"),
        row.getBigDecimal("amount"), row.getString("receipt_number"), row.getString("note"), row.getObject("outcome_of", Long.class),
        row.getInt("receipt_share"), row.getString("previous_hash"), row.getString("hash"), contentHash);
  }

  /** @return the hash of an entry about an asset, as its row will give it */
  static String hashOf(LedgerEntry entry, FrozenAsset asset) {
    boolean freezes = entry.step().freezes();
    return hash(entry.caseNumber(), entry.entryNumber(), entry.assetId(), entry.assetNumber(), entry.step(), entry.amount(), entry.method(),
        entry.disposalCase(), entry.document(), entry.receiptNumber(), entry.note(), entry.userId(), entry.userName(),
        entry.recordedAt().toInstant(), entry.previousHash(), freezes ? asset.officeId() : null, freezes ? asset.origin() : null,
        freezes ? asset.kind() : null, freezes ? asset.name() : null);
  }

  /** @return whether the mark of an outcome stands where an outcome is, and only there */
  boolean outcomeMarked() {
    return Objects.equals(outcomeOf, step.equals(LedgerStep.DISPOSED.name()) ? assetId : null);
  }

  /**
   * @param receipts how many rows before this one each receipt has; this one is counted
   * @return whether it is the entry of its receipt that it says it is
   */
  boolean continues(Map<String, Integer> receipts) {
    return receiptShare == (receiptNumber == null ? 1 : receipts.merge(receiptNumber, 1, Integer::sum));
  }

  /** @return SHA-256 in 64 lower-case hexadecimal digits */
  private static String hash(Object... content) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    Stream.of(content).forEach(part -> add(digest, part));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length before it, so that no text can pass for two; nothing is not the same as an empty text. */
  private static void add(MessageDigest digest, Object part) {
    byte[] bytes = Objects.toString(part, "").getBytes(StandardCharsets.UTF_8);
    digest.update(((part == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
