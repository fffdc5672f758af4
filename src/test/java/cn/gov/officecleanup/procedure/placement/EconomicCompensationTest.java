package cn.gov.officecleanup.procedure.placement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.procedure.placement.EconomicCompensation.Computed;
import cn.gov.officecleanup.procedure.placement.EconomicCompensation.Wages;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 劳动合同法第四十七条、第九十七条, 实施条例第二十七条 and the rules before, at their edges and whatever the days and wages are. */
class EconomicCompensationTest {

  private static final LocalDate LAW = Configured.PLACEMENT.contractLawFrom();
  private static final LocalDate FIRST = LocalDate.of(1985, 1, 1);
  private static final int DAYS = 20_000;

  private final EconomicCompensation compensation = new EconomicCompensation(Configured.PLACEMENT);

  @ParameterizedTest(name = "{0} to {1} at {2}, local {3}, minimum {4}: {5} and {6} months, {7} yuan")
  @CsvSource({"2010-03-01, 2010-03-01, 3000.00, 3500.00, 1600.00, 0, 0.5, 1500.00", // a single day
      "2010-03-01, 2010-08-30, 3000.00, 3500.00, 1600.00, 0, 0.5, 1500.00", // one day short of half a year
      "2010-03-01, 2010-08-31, 3000.00, 3500.00, 1600.00, 0, 1, 3000.00", // half a year
      "2010-03-01, 2011-02-28, 3000.00, 3500.00, 1600.00, 0, 1, 3000.00", // a year to the day
      "2010-03-01, 2011-03-01, 3000.00, 3500.00, 1600.00, 0, 1.5, 4500.00", // and a day
      "2008-01-01, 2022-12-31, 3000.00, 3500.00, 1600.00, 0, 15, 45000.00", // no cap of years below the cap of wages
      "2008-01-01, 2022-12-31, 10500.00, 3500.00, 1600.00, 0, 15, 157500.00", // exactly three times is not above
      "2008-01-01, 2022-12-31, 10500.01, 3500.00, 1600.00, 0, 12, 126000.00", // above: capped in wage and years
      "2010-01-01, 2014-12-31, 20000.00, 3500.00, 1600.00, 0, 5, 52500.00", // capped in wage, fewer years
      "2010-03-01, 2010-03-31, 3333.33, 3500.00, 1600.00, 0, 0.5, 1666.67", // half a fen is rounded up
      "2015-03-01, 2015-02-01, 3000.00, 3500.00, 1600.00, 0, 0, 0.00", // ended before it began
      "2007-12-31, 2007-12-31, 3000.00, 3500.00, 1600.00, 1, 0, 3000.00", // a year begun before the law
      "2007-12-31, 2008-01-01, 3000.00, 3500.00, 1600.00, 1, 0.5, 4500.00", // a day on each side
      "2007-01-01, 2007-12-31, 3000.00, 3500.00, 1600.00, 1, 0, 3000.00", // a full year before
      "2006-12-31, 2007-12-31, 3000.00, 3500.00, 1600.00, 2, 0, 6000.00", // and a day
      "1996-01-01, 2007-12-31, 3000.00, 3500.00, 1600.00, 12, 0, 36000.00", // twelve months
      "1990-01-01, 2007-12-31, 3000.00, 3500.00, 1600.00, 12, 0, 36000.00", // and no more
      "2000-01-01, 2014-12-31, 10500.01, 3500.00, 1600.00, 8, 7, 157500.08", // the cap of wages holds from the law on alone
      "2010-01-01, 2011-12-31, 1200.00, 3500.00, 1600.00, 0, 2, 3200.00", // below the minimum wage
      "2010-01-01, 2011-12-31, 1600.00, 3500.00, 1600.00, 0, 2, 3200.00", // exactly the minimum wage
      "2010-01-01, 2011-12-31, 1200.00, 3500.00, , 0, 2, 2400.00"}) // planned before it was asked for
  void isComputedExactly(LocalDate hiredOn, LocalDate endsOn, BigDecimal wage, BigDecimal local, BigDecimal minimum, int monthsBefore,
      BigDecimal months, BigDecimal amount) {
    Computed computed = compensation.of(hiredOn, endsOn, new Wages(wage, local, minimum));
    assertThat(computed.monthsBefore()).isEqualTo(monthsBefore);
    assertThat(computed.months()).isEqualByComparingTo(months);
    assertThat(computed.amount()).isEqualTo(amount);
  }

  @Property
  void itIsTheSumOfItsPeriodsToTheFen(@ForAll @IntRange(max = DAYS) int hired, @ForAll @IntRange(max = DAYS) int worked,
      @ForAll("wages") Wages wages) {
    LocalDate hiredOn = FIRST.plusDays(hired);
    LocalDate endsOn = hiredOn.plusDays(worked);
    Computed computed = compensation.of(hiredOn, endsOn, wages);
    assertThat(computed.wageBefore().multiply(BigDecimal.valueOf(computed.monthsBefore())).add(computed.wage().multiply(computed.months())))
        .isCloseTo(computed.amount(), Offset.offset(new BigDecimal("0.005")));
    assertThat(computed.amount().scale()).isEqualTo(2);
    assertThat(computed.monthsBefore()).isBetween(0, 12);
    assertThat(computed.monthsBefore() == 0).as("years before the law").isEqualTo(!hiredOn.isBefore(LAW));
    assertThat(computed.months().signum() == 0).as("years from the law").isEqualTo(endsOn.isBefore(LAW));
  }

  @Property
  void noMonthCountsLessThanTheMinimumWageOrMoreThanTheCap(@ForAll @IntRange(max = DAYS) int hired,
      @ForAll @IntRange(max = DAYS) int worked, @ForAll("wages") Wages wages) {
    Computed computed = compensation.of(FIRST.plusDays(hired), FIRST.plusDays(hired).plusDays(worked), wages);
    BigDecimal cap = wages.local().multiply(BigDecimal.valueOf(3));
    assertThat(computed.wageBefore()).isGreaterThanOrEqualTo(wages.minimum()).isGreaterThanOrEqualTo(wages.average());
    assertThat(computed.wage()).isGreaterThanOrEqualTo(wages.minimum().min(cap)).isLessThanOrEqualTo(cap);
    if (computed.capped()) {
      assertThat(computed.months()).isLessThanOrEqualTo(BigDecimal.valueOf(12));
    }
  }

  @Property
  void whoWorksLongerGetsNoLess(@ForAll @IntRange(max = DAYS) int hired, @ForAll @IntRange(max = DAYS) int worked,
      @ForAll @IntRange(max = 2_000) int longer, @ForAll("wages") Wages wages) {
    LocalDate hiredOn = FIRST.plusDays(hired);
    LocalDate endsOn = hiredOn.plusDays(worked);
    BigDecimal amount = compensation.of(hiredOn, endsOn, wages).amount();
    assertThat(compensation.of(hiredOn, endsOn.plusDays(longer), wages).amount()).isGreaterThanOrEqualTo(amount);
  }

  @Provide
  Arbitrary<Wages> wages() {
    Arbitrary<BigDecimal> minimum = Arbitraries.bigDecimals().between(new BigDecimal("500"), new BigDecimal("3000")).ofScale(2);
    Arbitrary<BigDecimal> local = Arbitraries.bigDecimals().between(new BigDecimal("1000"), new BigDecimal("20000")).ofScale(2);
    Arbitrary<BigDecimal> average = Arbitraries.bigDecimals().between(new BigDecimal("0.01"), new BigDecimal("90000")).ofScale(2);
    return Combinators.combine(average, local, minimum).as(Wages::new);
  }
}
