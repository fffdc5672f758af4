package cn.gov.officecleanup.procedure.rotation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Computes terms of office (C13). Days in the same office add up over posts, unless more than a break lies between them; leave of any kind
 * counts.
 */
@Component
@EnableConfigurationProperties(RotationProperties.class)
class TermOfOffice {

  private final RotationProperties properties;

  TermOfOffice(RotationProperties properties) {
    this.properties = properties;
  }

  /** @return the last day of the term, as it is extended or not */
  LocalDate lastDay(Posting posting, List<Posting> earlier, boolean extended) {
    return lastDay(counted(posting.postedOn(), earlier), properties.termYears() + (extended ? properties.extensionYears() : 0));
  }

  /** @return the last day that the rules leave open at most for such a post */
  LocalDate atMost(Posting posting, List<Posting> earlier) {
    int most = posting.duty() == Duty.SENSITIVE ? Math.min(properties.sensitiveYears(), properties.mostYears()) : properties.mostYears();
    return lastDay(counted(posting.postedOn(), earlier), most);
  }

  /** @return the day on which the rotation begins by itself */
  LocalDate begins(LocalDate lastDay) {
    return lastDay.minusDays(properties.warnDays());
  }

  /** @return the day on which the term would have begun without a break: earlier by the days that were served in the office before */
  private LocalDate counted(LocalDate postedOn, List<Posting> earlier) {
    long days = 0;
    LocalDate next = postedOn;
    for (Posting before : earlier.stream().sorted(Comparator.comparing(Posting::postedOn).reversed()).toList()) {
      LocalDate free = before.endedOn().plusDays(1);
      if (!next.isBefore(free.plusMonths(properties.breakMonths()))) {
        break;
      }
      days += ChronoUnit.DAYS.between(before.postedOn(), free.isAfter(next) ? next : free);
      next = before.postedOn();
    }
    return postedOn.minusDays(days);
  }

  /** Of a term from 29 February the last day is that of February. */
  private static LocalDate lastDay(LocalDate first, int years) {
    LocalDate next = first.plusYears(years);
    return next.getDayOfMonth() == first.getDayOfMonth() ? next.minusDays(1) : next;
  }
}
