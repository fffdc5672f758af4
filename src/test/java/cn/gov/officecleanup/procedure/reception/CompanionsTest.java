package cn.gov.officecleanup.procedure.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C18: how many may be at table with guests, and what may not be on it, on the day of the event. */
class CompanionsTest {

  @ParameterizedTest
  @CsvSource({"1,3", "9,3", "10,3", "11,3", "12,4", "14,4", "15,5", "16,5", "30,10", "31,10"})
  void upToTenGuestsHaveThreeCompanionsAndMoreHaveAThird(int guests, int companions) {
    assertThat(Companions.atMost(guests)).isEqualTo(companions);
  }

  @ParameterizedTest
  @CsvSource({"2025-05-01,啤酒,false", "2025-05-02,啤酒,true", "2025-05-01,茅台,true", "2026-03-01,洛阳大酒店工作餐,false", "2026-03-01,香烟两条,true",
      "2013-12-07,香烟两条,false", "2026-03-01,赠送土特产,true", "2026-03-01,工作餐,false"})
  void theEditionOfTheRuleOnTheDayOfTheEventHolds(LocalDate day, String content, boolean forbidden) {
    assertThat(!ForbiddenThings.in(new Item(ItemKind.WORK_MEAL, day, "食堂", content, 1, BigDecimal.TEN)).isEmpty()).isEqualTo(forbidden);
  }
}
