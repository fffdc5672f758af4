package cn.gov.officecleanup.mechanism.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/** Signs as Standard Webhooks says: HMAC-SHA256 over id, seconds and body, parted by dots, in Base64 after {@code v1,}. */
final class EventSignature {

  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final byte[] key;

  /**
   * @param setting name of the setting, for the complaint; the secret itself is told nobody
   * @throws IllegalArgumentException where it is no secret
   */
  EventSignature(String setting, String secret) {
    try {
      key = Base64.getDecoder().decode(secret != null && secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(complaint(setting));
    }
    if (key.length < FEWEST_BYTES || key.length > MOST_BYTES) {
      throw new IllegalArgumentException(complaint(setting));
    }
  }

  String of(String id, Instant sentAt, String body) {
    String signed = id + "." + sentAt.getEpochSecond() + "." + body;
    return "v1,"
        + Base64.getEncoder().encodeToString(new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static String complaint(String setting) {
    return setting + " is to be " + PREFIX + " and " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes in Base64";
  }
}
