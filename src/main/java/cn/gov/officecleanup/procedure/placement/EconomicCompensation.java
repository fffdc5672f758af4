package cn.gov.officecleanup.procedure.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import org.springframework.stereotype.Component;

/**
 * What a person gets whose labour contract ends with the office, by the law of each period of work (劳动合同法第九十七条).
 *
 * <p>
 * From 2008 (劳动合同法第四十七条): one month's average wage for each full year of work, half a month for less than half a year, a year's worth for
 * half a year and more; a wage above three times the local average counts as three times, and then at most twelve years count. Before
 * (劳部发〔1994〕481号第五条): one month for each year that was begun, at most twelve; the wage is not capped. No month's wage counts less than the
 * local minimum wage (劳动合同法实施条例第二十七条).
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
   * The wages that count, yuan a month.
   *
   * @param average of the person's last twelve months
   * @param local local average of the year before
   * @param minimum local minimum wage; null where the plan was made before it was asked for
   */
  record Wages(BigDecimal average, BigDecimal local, BigDecimal minimum) {

    private BigDecimal floored() {
      return (minimum == null ? average : average.max(minimum)).setScale(2, RoundingMode.HALF_UP);
    }
  }

  /**
   * How the sum came about.
   *
   * @param monthsBefore months of wage for the years before the labour contract law
   * @param wageBefore monthly wage that counts for them, yuan, two decimals
   * @param months months of wage for the years from it, in halves
   * @param wage monthly wage that counts for them, yuan, two decimals
   * @param capped whether the wage was above the cap
   * @param floored whether the wage was below the minimum wage
   * @param amount yuan, to the fen
   */
  record Computed(int monthsBefore, BigDecimal wageBefore, BigDecimal months, BigDecimal wage, boolean capped, boolean floored,
      BigDecimal amount) {
  }

  /**
   * @param hiredOn first day of work
   * @param endsOn last day of work, which counts
   */
  Computed of(LocalDate hiredOn, LocalDate endsOn, Wages wages) {
    BigDecimal wageBefore = wages.floored();
    BigDecimal cap = wages.local().multiply(BigDecimal.valueOf(properties.wageCapTimes())).setScale(2, RoundingMode.HALF_UP);
    boolean capped = wageBefore.compareTo(cap) > 0;
    int monthsBefore = monthsBefore(hiredOn, endsOn);
    LocalDate from = hiredOn.isBefore(properties.contractLawFrom()) ? properties.contractLawFrom() : hiredOn;
    BigDecimal months = months(from, endsOn);
    if (capped) {
      months = months.min(BigDecimal.valueOf(properties.yearsCap()));
    }
    BigDecimal wage = capped ? cap : wageBefore;
    return new Computed(monthsBefore, wageBefore, months, wage, capped, wageBefore.compareTo(wages.average()) > 0,
        wageBefore.multiply(BigDecimal.valueOf(monthsBefore)).add(wage.multiply(months)).setScale(2, RoundingMode.HALF_UP));
  }

  private int monthsBefore(LocalDate hiredOn, LocalDate endsOn) {
    LocalDate afterLast = endsOn.plusDays(1);
    Period worked = hiredOn.until(afterLast.isBefore(properties.contractLawFrom()) ? afterLast : properties.contractLawFrom());
    if (worked.isNegative() || worked.isZero()) {
      return 0;
    }
    boolean begun = worked.getMonths() > 0 || worked.getDays() > 0;
    return Math.min(properties.monthsCapBefore(), worked.getYears() + (begun ? 1 : 0));
  }

  private static BigDecimal months(LocalDate from, LocalDate endsOn) {
    Period worked = from.until(endsOn.plusDays(1));
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
