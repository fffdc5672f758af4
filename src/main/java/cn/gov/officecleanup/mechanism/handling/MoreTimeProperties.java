package cn.gov.officecleanup.mechanism.handling;

import java.time.LocalDate;
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
   * @param extendedMonths how many months after the last day it may not pass with that; 0 where the working days alone count
   * @param halts how often it rests at most
   * @param haltedDays how many working days each time at most
   */
  record Limit(int extensions, int extendedDays, @DefaultValue("0") int extendedMonths, int halts, int haltedDays) {

    Limit {
      if (extensions < 0 || extendedDays < 0 || extendedMonths < 0 || halts < 0 || haltedDays < 0) {
        throw new IllegalArgumentException("cleanup.more-time has a negative number");
      }
    }

    /** @return the day that more time may not pass; null where the working days alone count */
    LocalDate latest(LocalDate lastDay) {
      return extendedMonths == 0 ? null : lastDay.plusMonths(extendedMonths);
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
