package cn.gov.officecleanup.mechanism.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class WorkingDayCalendarTest {

  private static final Resource PUBLISHED = new ClassPathResource("calendar/working-days.csv");

  private final WorkingDayCalendar calendar = new WorkingDayCalendar(List.of(PUBLISHED), Map::of);

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({"2015-09-03, false, 抗战胜利70周年纪念日", "2015-09-06, true, Sunday made up for it", "2015-10-10, true, Saturday made up after 国庆节",
      "2015-11-15, false, an ordinary Sunday", "2016-02-14, true, Sunday made up after 春节", "2017-09-30, true, Saturday made up before 国庆节",
      "2018-12-31, false, 元旦 of 2019", "2019-05-03, false, the longer 劳动节", "2020-01-31, false, 春节 made longer",
      "2021-10-09, true, Saturday made up", "2022-12-31, false, 元旦 of 2023", "2023-09-29, false, 中秋节",
      "2024-02-09, true, 除夕 was a working day in 2024", "2024-02-18, true, Sunday made up after 春节", "2025-10-08, false, 国庆节、中秋节",
      "2025-10-11, true, Saturday made up for it", "2026-02-14, true, Saturday made up before 春节", "2026-02-23, false, last day of 春节",
      "2026-02-24, true, the day after", "2026-09-20, true, Sunday made up before 国庆节"})
  void worksAsTheStateCouncilArranged(LocalDate day, boolean worked, String why) {
    assertThat(calendar.isWorkingDay(day)).as(why).isEqualTo(worked);
  }

  /** Numbers of working days of these years as computed elsewhere from the same publications. */
  @ParameterizedTest
  @CsvSource({"2015, 249", "2016, 250", "2017, 249", "2018, 250", "2019, 250", "2020, 249", "2021, 250", "2022, 249", "2023, 249",
      "2024, 251", "2025, 248", "2026, 248"})
  void countsTheWorkingDaysOfAYear(int year, int workingDays) {
    LocalDate first = LocalDate.of(year, 1, 1);
    assertThat(IntStream.range(0, first.lengthOfYear()).mapToObj(first::plusDays).filter(calendar::isWorkingDay)).hasSize(workingDays);
  }

  @ParameterizedTest(name = "{0} + {1} = {2}")
  @CsvSource({"2026-04-30, 1, 2026-05-06", // over the May holidays
      "2026-05-06, 3, 2026-05-09", // the Saturday counts
      "2026-09-30, 1, 2026-10-08", "2026-09-30, 3, 2026-10-10", "2015-09-02, 2, 2015-09-07", // the made-up Sunday is the first
      "2025-12-31, 1, 2026-01-04", // over the year's change, onto a made-up Sunday
      "2026-02-15, 1, 2026-02-24"}) // begun on a day off
  void countsFromTheDayAfter(LocalDate from, int workingDays, LocalDate last) {
    assertThat(calendar.plusWorkingDays(from, workingDays)).isEqualTo(last);
  }

  @Test
  void knowsOnlyWeekendsOfAYearThatIsNotPublished() {
    assertThat(IntStream.rangeClosed(2015, 2026)).allMatch(calendar::isPublished);
    assertThat(calendar.isPublished(2027)).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).as("a Friday").isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 2))).as("a Saturday").isFalse();
  }

  @Test
  void takesAFurtherYearFromAFileOfItsOwn() {
    var further = new WorkingDayCalendar(List.of(PUBLISHED, csv("2027,2027-01-01,HOLIDAY,元旦,x\n")), Map::of);
    assertThat(further.isPublished(2027)).isTrue();
    assertThat(further.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
    assertThat(further.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
  }

  @Test
  void refusesAFileWithAnUnreadableRow() {
    List<Resource> wrong = List.of(csv("2027,1 January,HOLIDAY,元旦,x\n"));
    assertThatThrownBy(() -> new WorkingDayCalendar(wrong, Map::of)).hasMessageContaining("row 1");
  }

  private static Resource csv(String rows) {
    return new ByteArrayResource(("year,date,kind,name,source\n" + rows).getBytes(StandardCharsets.UTF_8));
  }
}
