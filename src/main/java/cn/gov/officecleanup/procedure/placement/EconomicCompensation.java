package cn.gov.officecleanup.procedure.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/**
 * What a person gets whose labour contract is ended by agreement (劳动合同法第四十六条、第四十七条): one month's average wage for each full year of work,
 * half a month for less than half a year, a year's worth for half a year and more; a wage above three times the local average counts as
 * three times, and then at most twelve years count.
 */
@Component
class EconomicCompensation {

  private static final int HALF_YEAR = 6;
  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final PlacementProperties properties;

  EconomicCompensation(PlacementProperties properties) {
    this.properties = properties;
  }

  /**
   * How the sum came about.
   *
   * @param months months of wage, in halves
   * @param wage monthly wage that counts, yuan, two decimals
   * @param capped whether the wage was above the cap
   * @param amount yuan, to the fen
   */
  record Computed(BigDecimal months, BigDecimal wage, boolean capped, BigDecimal amount) {
  }

  /**
   * @param hiredOn first day of work
   * @param endsOn last day of work, which counts
   * @param monthlyWage average of the last twelve months, yuan
   * @param localMonthlyWage local average of the year before, yuan
   */
  Computed of(LocalDate hiredOn, LocalDate endsOn, BigDecimal monthlyWage, BigDecimal localMonthlyWage) {
    BigDecimal cap = localMonthlyWage.multiply(BigDecimal.valueOf(properties.wageCapTimes()));
    boolean capped = monthlyWage.compareTo(cap) > 0;
    BigDecimal months = months(hiredOn, endsOn);
    if (capped) {
      months = months.min(BigDecimal.valueOf(properties.yearsCap()));
    }
    BigDecimal wage = (capped ? cap : monthlyWage).setScale(2, RoundingMode.HALF_UP);
    return new Computed(months, wage, capped, wage.multiply(months).setScale(2, RoundingMode.HALF_UP));
  }

  private static BigDecimal months(LocalDate hiredOn, LocalDate endsOn) {
    Period worked = hiredOn.until(endsOn.plusDays(1));
    if (worked.isNegative() || worked.isZero()) {
      return BigDecimal.ZERO;
    }
    BigDecimal years = BigDecimal.valueOf(worked.getYears());
    if (worked.getMonths() >= HALF_YEAR) {
      return years.add(BigDecimal.ONE);
    }
    return worked.getMonths() > 0 || worked.getDays() > 0 ? years.add(HALF) : years;
  }
}
