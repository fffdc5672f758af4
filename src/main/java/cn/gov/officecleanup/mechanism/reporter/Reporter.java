package cn.gov.officecleanup.mechanism.reporter;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * Who reports something, as far as that is told; each null where it is not.
 *
 * @param name at most 100 characters, as each
 * @param phone telephone number
 * @param address where a written notice reaches that one
 */
public record Reporter(String name, String phone, String address) {

  /** @return whether nothing is told */
  public boolean isAnonymous() {
    return Stream.of(name, phone, address).allMatch(Objects::isNull);
  }

  /** Tells nothing, so that no log does. */
  @Override
  public String toString() {
    return "Reporter[…]";
  }
}
