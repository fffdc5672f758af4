package cn.gov.officecleanup.procedure.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.procedure.placement.StaffStatus;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** C13: until when a term of office lasts. */
class TermOfOfficeTest {

  private final TermOfOffice terms = new TermOfOffice(new RotationProperties(3, 1, 6, 5, 90, 12));

  @ParameterizedTest
  @CsvSource({"2023-09-01,2026-08-31,2027-08-31", "2024-02-29,2027-02-28,2028-02-28", "2021-03-01,2024-02-29,2025-02-28",
      "2024-03-01,2027-02-28,2028-02-29", "2023-01-01,2025-12-31,2026-12-31"})
  void aTermEndsOnTheDayBeforeTheOneOnWhichItBegan(LocalDate postedOn, LocalDate lastDay, LocalDate extended) {
    Posting posting = posting(postedOn, null, Duty.GENERAL);
    assertThat(terms.lastDay(posting, List.of(), false)).isEqualTo(lastDay);
    assertThat(terms.lastDay(posting, List.of(), true)).isEqualTo(extended);
  }

  @Test
  void theRotationBeginsNinetyDaysBefore() {
    assertThat(terms.begins(LocalDate.of(2026, 8, 31))).isEqualTo("2026-06-02");
  }

  @ParameterizedTest
  @CsvSource({
      // at once: a year is served, two are left
      "2022-09-01,2023-08-31,2023-09-01,2025-08-31",
      // a break of twelve months less a day counts as none, one of twelve months begins the term anew
      "2021-09-01,2022-08-31,2023-08-31,2025-08-30", "2021-09-01,2022-08-31,2023-09-01,2026-08-31",
      // the day of a change is no day twice
      "2022-09-01,2023-09-01,2023-09-01,2025-08-31"})
  void daysInTheSameOfficeAddUp(LocalDate from, LocalDate to, LocalDate postedOn, LocalDate lastDay) {
    List<Posting> earlier = List.of(posting(from, to, Duty.GENERAL));
    assertThat(terms.lastDay(posting(postedOn, null, Duty.GENERAL), earlier, false)).isEqualTo(lastDay);
  }

  @Test
  void aSensitivePostIsLeftSooner() {
    LocalDate first = LocalDate.of(2020, 1, 1);
    assertThat(terms.atMost(posting(first, null, Duty.SENSITIVE), List.of())).isEqualTo("2024-12-31");
    assertThat(terms.atMost(posting(first, null, Duty.HEAD), List.of())).isEqualTo("2025-12-31");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void termsBeyondTwoToFiveYearsAreRefused(int years) {
    assertThatThrownBy(() -> new RotationProperties(years, 1, 6, 5, 90, 12)).hasMessageContaining("轮换任期应为2年至5年");
  }

  private static Posting posting(LocalDate postedOn, LocalDate endedOn, Duty duty) {
    return new Posting("RZ-2023-0001", "张同志", "LY-1", StaffStatus.CIVIL_SERVANT, "科长", duty, null, postedOn, "洛政任〔2023〕1号", null, null,
        true, null, false, endedOn, null, false);
  }
}
