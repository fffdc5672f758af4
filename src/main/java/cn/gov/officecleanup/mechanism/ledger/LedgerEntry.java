package cn.gov.officecleanup.mechanism.ledger;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/**
 * An entry of the ledger (C7).
 *
 * @param caseNumber number of the abolition's case
 * @param entryNumber 1, 2, … without gaps in a case
 * @param assetId the asset it is about
 * @param step null where a hand in the database wrote something else
 * @param amount yuan, two decimals; what it is, see {@link LedgerStep}
 * @param method how the asset left, of {@link LedgerStep#DISPOSED} only
 * @param disposalCase number of the disposal's case; null before one is open
 * @param document what proves it; may be null
 * @param receiptNumber treasury receipt (财政票据号), of {@link LedgerStep#RECEIVED} only
 * @param note may be null
 * @param recordedAt to the millisecond
 * @param previousHash hash of the entry before it, {@link #ORIGIN} for the first
 * @param hash SHA-256 over everything before it, and over what the asset is in the entry that freezes it; 64 lower-case hexadecimal digits
 */
public record LedgerEntry(String caseNumber, int entryNumber, long assetId, String assetNumber, LedgerStep step, BigDecimal amount,
    DisposalMethod method, String disposalCase, String document, String receiptNumber, String note, String userId, String userName,
    OffsetDateTime recordedAt, String previousHash, String hash) {

  /** What the first entry of a case has in the place of the hash before it. */
  public static final String ORIGIN = "0".repeat(64);

  /**
   * @param asset what it is about; what the freezing entry says of it is hashed with it
   * @return this entry with the hash that its content makes
   */
  LedgerEntry sealed(FrozenAsset asset) {
    return new LedgerEntry(caseNumber, entryNumber, assetId, assetNumber, step, amount, method, disposalCase, document, receiptNumber, note,
        userId, userName, recordedAt, previousHash, LedgerRow.hashOf(this, asset));
  }
}
