package cn.gov.officecleanup.mechanism.handling;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far deadlines may be moved by a decision.
 *
 * @param usual what holds for a term that is not named
 * @param terms by the name of a term
 */
@ConfigurationProperties("cleanup.more-time")
record MoreTimeProperties(Limit usual, @DefaultValue Map<String, Limit> terms) {

  /**
   * Limits of a term, for each piece of work.
   *
   * @param extensions how often more time is given at most
   * @param extendedDays how many working days each time at most
   * @param halts how often it rests at most
   * @param haltedDays how many working days each time at most
   */
  record Limit(int extensions, int extendedDays, int halts, int haltedDays) {

    Limit {
      if (extensions < 0 || extendedDays < 0 || halts < 0 || haltedDays < 0) {
        throw new IllegalArgumentException("cleanup.more-time has a negative number");
      }
    }

    int times(MoreTimeRequest.Kind kind) {
      return kind == MoreTimeRequest.Kind.EXTENSION ? extensions : halts;
    }

    int days(MoreTimeRequest.Kind kind) {
      return kind == MoreTimeRequest.Kind.EXTENSION ? extendedDays : haltedDays;
    }
  }

  Limit of(String term) {
    return terms.getOrDefault(term, usual);
  }
}
