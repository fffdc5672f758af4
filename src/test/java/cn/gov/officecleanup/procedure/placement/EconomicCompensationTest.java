package cn.gov.officecleanup.procedure.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 劳动合同法第四十七条, at its edges. */
class EconomicCompensationTest {

  private final EconomicCompensation compensation = new EconomicCompensation(new PlacementProperties(15, 60, 55, 50, 3, 12));

  @ParameterizedTest(name = "{0} to {1} at {2}, local {3}: {4} months, {5} yuan")
  @CsvSource({"2010-03-01, 2010-03-01, 3000.00, 3500.00, 0.5, 1500.00", // a single day
      "2010-03-01, 2010-08-30, 3000.00, 3500.00, 0.5, 1500.00", // one day short of half a year
      "2010-03-01, 2010-08-31, 3000.00, 3500.00, 1, 3000.00", // half a year
      "2010-03-01, 2011-02-28, 3000.00, 3500.00, 1, 3000.00", // a year to the day
      "2010-03-01, 2011-03-01, 3000.00, 3500.00, 1.5, 4500.00", // and a day
      "2000-01-01, 2014-12-31, 3000.00, 3500.00, 15, 45000.00", // no cap of years below the cap of wages
      "2000-01-01, 2014-12-31, 10500.00, 3500.00, 15, 157500.00", // exactly three times is not above
      "2000-01-01, 2014-12-31, 10500.01, 3500.00, 12, 126000.00", // above: capped in wage and years
      "2010-01-01, 2014-12-31, 20000.00, 3500.00, 5, 52500.00", // capped in wage, fewer years
      "2010-03-01, 2010-03-31, 3333.33, 3500.00, 0.5, 1666.67", // half a fen is rounded up
      "2015-03-01, 2015-02-01, 3000.00, 3500.00, 0, 0.00"})
  void isComputedExactly(LocalDate hiredOn, LocalDate endsOn, BigDecimal wage, BigDecimal local, BigDecimal months, BigDecimal amount) {
    EconomicCompensation.Computed computed = compensation.of(hiredOn, endsOn, wage, local);
    assertThat(computed.months()).isEqualByComparingTo(months);
    assertThat(computed.amount()).isEqualTo(amount);
  }
}
