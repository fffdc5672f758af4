package cn.gov.henan.officecleanup.ledger;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An entry of the ledger (C7).
 *
 * @param caseNumber    number of the abolition's case
 * @param entryNumber   1, 2, … without gaps in a case
 * @param assetId       the asset it is about
 * @param amount        yuan, two decimals; what it is, see {@link LedgerStep}
 * @param method        how the asset left, of {@link LedgerStep#DISPOSED} only
 * @param disposalCase  number of the disposal's case; null before one is open
 * @param document      what proves it; may be null
 * @param receiptNumber treasury receipt (财政票据号), of {@link LedgerStep#RECEIVED} only
 * @param note          may be null
 * @param recordedAt    to the millisecond
 * @param previousHash  hash of the entry before it, {@link #ORIGIN} for the first
 * @param hash          SHA-256 over everything before it, 64 lower-case hexadecimal digits
 */
public record LedgerEntry(String caseNumber, int entryNumber, long assetId, String assetNumber, LedgerStep step, BigDecimal amount,
                          DisposalMethod method, String disposalCase, String document, String receiptNumber, String note, String userId,
                          String userName, OffsetDateTime recordedAt, String previousHash, String hash) {

  /** What the first entry of a case has in the place of the hash before it. */
  public static final String ORIGIN = "0".repeat(64);

  /** @return this entry with the hash that its content makes */
  LedgerEntry sealed() {
    return new LedgerEntry(caseNumber, entryNumber, assetId, assetNumber, step, amount, method, disposalCase, document, receiptNumber, note,
        userId, userName, recordedAt, previousHash, computedHash());
  }

  /** @return the hash that the content makes; differs from {@link #hash} where the row was changed */
  String computedHash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Stream.of(caseNumber, entryNumber, assetId, assetNumber, step.name(), amount.toPlainString(), method, disposalCase, document, receiptNumber,
          note, userId, userName, recordedAt.toInstant().toEpochMilli(), previousHash).forEach(part -> add(digest, part));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** With its length before it, so that no text can pass for two; nothing is not the same as an empty text. */
  private static void add(MessageDigest digest, Object part) {
    byte[] bytes = Objects.toString(part, "").getBytes(StandardCharsets.UTF_8);
    digest.update(((part == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }
}
