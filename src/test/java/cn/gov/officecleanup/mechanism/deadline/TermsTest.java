package cn.gov.officecleanup.mechanism.deadline;

import static org.mockito.Mockito.mock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class TermsTest {

  private static final WorkingDayCalendar CALENDAR = new WorkingDayCalendar(List.of(new ClassPathResource("calendar/working-days.csv")),
      Map::of);
  private static final Map<String, String> TERMS = Map.of("review", "5 working days", "receipt", "1 working day", "proceeds", "20 days",
      "contract", "1 month", "report", "campaign report-deadline");
  private static final Map<String, String> CAMPAIGN = Map.of("report-deadline", "2015-11-15", "try-out", "P20D");

  private final TimeZone zoneOfTheJvm = TimeZone.getDefault();

  @BeforeEach
  void runInAnotherZone() {
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
  }

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(zoneOfTheJvm);
  }

  @ParameterizedTest(name = "{0} begun at {1} is due at {2}")
  @CsvSource({"review, 2026-09-18T09:00:00+08:00, 2026-09-24T23:59:59+08:00", // the made-up Sunday counts
      "review, 2026-09-30T09:00:00+08:00, 2026-10-13T23:59:59+08:00", // over 国庆节, the made-up Saturday counts
      "review, 2025-12-29T09:00:00+08:00, 2026-01-06T23:59:59+08:00", // over the year's change
      "receipt, 2026-03-02T23:59:59+08:00, 2026-03-03T23:59:59+08:00", // last second of a day in Shanghai
      "receipt, 2026-03-03T00:00:00+08:00, 2026-03-04T23:59:59+08:00", // a second later is another day, though not in New York
      "proceeds, 2026-03-02T09:00:00+08:00, 2026-03-23T23:59:59+08:00", // the 22nd is a Sunday
      "contract, 2026-03-31T09:00:00+08:00, 2026-04-30T23:59:59+08:00", // a month that has no 31st
      "contract, 2026-09-05T09:00:00+08:00, 2026-10-08T23:59:59+08:00", // 5 October is in the National Day holiday
      "report, 2015-08-01T09:00:00+08:00, 2015-11-15T23:59:59+08:00"}) // a Sunday, but the plan's own date
  void isDueAtTheEndOfTheLastDayInShanghai(String term, String from, String due) {
    Instant begun = Instant.from(OffsetDateTime.parse(from));
    assertThat(terms("2015-08-01T00:00:00Z").due(term, begun).toInstant()).isEqualTo(OffsetDateTime.parse(due).toInstant());
  }

  @Test
  void beforeThe15thIncludesThe15thUntilItsEnd() {
    var due = terms("2015-11-15T15:59:59.999Z").due("report");
    assertThat(terms("2015-11-15T15:59:59.999Z").isPast(due)).as("last moment of 15 November in Shanghai").isFalse();
    assertThat(terms("2015-11-15T16:00:00Z").isPast(due)).as("first moment of 16 November in Shanghai").isTrue();
    assertThat(terms("2015-11-15T15:59:59.999Z").isCampaignDayPast("report-deadline")).isFalse();
    assertThat(terms("2015-11-15T16:00:00Z").isCampaignDayPast("report-deadline")).isTrue();
  }

  @Test
  void flagsADeadlineThatRestsOnAYearNotPublished() {
    Terms terms = terms("2026-12-30T01:00:00Z");
    assertThat(terms.deadline("review", LocalDate.of(2026, 12, 24))).isEqualTo(new Deadline(LocalDate.of(2026, 12, 31), false));
    assertThat(terms.deadline("review", LocalDate.of(2026, 12, 30))).isEqualTo(new Deadline(LocalDate.of(2027, 1, 6), true));
    assertThat(terms.deadline("report", LocalDate.of(2027, 1, 4)).provisional()).as("a date of the plan counts no days").isFalse();
  }

  @Test
  void countsAPeriodOfTheCampaignFromTheStartOfTheApplication() {
    CampaignDeadlines dates = new CampaignDeadlines(new TermProperties(Map.of(), CAMPAIGN), mock(StartedCampaignDates.class),
        clock("2026-03-02T23:00:00Z"));
    assertThat(dates.day("try-out")).isEqualTo(LocalDate.of(2026, 3, 23));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5 workdays", "0 days", "-1 working days", "soon", "campaign unknown-date"})
  void refusesATermThatIsNoneAtStart(String text) {
    Map<String, String> wrong = Map.of("review", text);
    assertThatThrownBy(() -> terms(wrong, "2026-03-02T01:00:00Z")).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cleanup.");
  }

  @Test
  void refusesAnUnknownTerm() {
    Terms terms = terms("2026-03-02T01:00:00Z");
    assertThatThrownBy(() -> terms.due("unknown")).hasMessage("cleanup.terms.unknown is not configured");
  }

  private static Terms terms(String now) {
    return terms(TERMS, now);
  }

  private static Terms terms(Map<String, String> terms, String now) {
    TermProperties properties = new TermProperties(terms, CAMPAIGN);
    return new Terms(properties, CALENDAR, new CampaignDeadlines(properties, mock(StartedCampaignDates.class), clock(now)), clock(now));
  }

  private static Clock clock(String now) {
    return Clock.fixed(Instant.parse(now), EngineClock.ZONE);
  }
}
