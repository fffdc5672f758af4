package cn.gov.officecleanup.mechanism.platform;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fault of the application that an official ran into: the log has all of it under a number, the official reads the number.
 *
 * @param number 8 letters and digits
 */
public record Failure(String number) {

  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 4;

  /** @return the failure, once it is in the log with its number; @param cause may be null */
  public static Failure noted(Throwable cause) {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    String number = HexFormat.of().withUpperCase().formatHex(random);
    LOG.error("failure {}", number, cause);
    return new Failure(number);
  }

  /** @return what the official reads */
  public String message() {
    return "系统出错，本次没有办成，没有改动任何内容。请稍后重试；仍不成功的，请把编号%s告诉系统管理员。".formatted(number);
  }
}
