package cn.gov.officecleanup.procedure.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statutory age before and since the reform of 2025, at the edges of its tables, and how far it can be moved. */
class RetirementAgeTest {

  private final RetirementAge retirementAge = new RetirementAge(Configured.PLACEMENT);

  @ParameterizedTest(name = "{0} {1} {2} born {3}: {4}")
  @CsvSource({"MALE, CIVIL_SERVANT, , 1956-01-01, 2016-01-01", "MALE, CIVIL_SERVANT, , 1964-12-31, 2024-12-31",
      "MALE, WORKER, , 1965-01-15, 2025-02-15", "MALE, WORKER, , 1965-04-15, 2025-05-15", "MALE, WORKER, , 1965-05-15, 2025-07-15",
      "MALE, LOCALLY_HIRED, , 1976-09-01, 2039-09-01", "MALE, LOCALLY_HIRED, , 1990-01-01, 2053-01-01",
      "FEMALE, CIVIL_SERVANT, , 1969-12-31, 2024-12-31", "FEMALE, PUBLIC_INSTITUTION, , 1970-01-01, 2025-02-01",
      "FEMALE, CIVIL_SERVICE_MANAGED, , 1970-01-01, 2025-02-01", "FEMALE, WORKER, , 1974-12-31, 2024-12-31",
      "FEMALE, WORKER, , 1975-01-01, 2025-02-01", "FEMALE, LOCALLY_HIRED, , 1975-03-01, 2025-05-01",
      "FEMALE, LOCALLY_HIRED, , 1990-01-01, 2045-01-01", "FEMALE, CIVIL_SERVANT, COUNTY_HEAD, 1964-12-31, 2024-12-31",
      "FEMALE, CIVIL_SERVANT, COUNTY_HEAD, 1965-01-15, 2025-02-15", "FEMALE, PUBLIC_INSTITUTION, SENIOR_TITLE, 1965-05-15, 2025-07-15",
      "FEMALE, WORKER, MANAGERIAL, 1969-12-31, 2024-12-31", "FEMALE, LOCALLY_HIRED, MANAGERIAL, 1970-01-01, 2025-02-01"})
  void isReachedOn(StaffMember.Gender gender, StaffStatus status, PostLevel postLevel, LocalDate birthDate, LocalDate reached) {
    assertThat(retirementAge.reachedOn(member(gender, status, postLevel, birthDate))).isEqualTo(reached);
  }

  @ParameterizedTest(name = "born {0}: {1} to {2}")
  @CsvSource({"1965-01-15, 2025-01-15, 2028-02-15", // not before the age of sixty, which held before
      "1990-01-01, 2050-01-01, 2056-01-01", "1956-01-01, 2016-01-01, 2019-01-01"})
  void isMovedFlexiblyWithin(LocalDate birthDate, LocalDate earliest, LocalDate latest) {
    StaffMember member = member(StaffMember.Gender.MALE, StaffStatus.CIVIL_SERVANT, null, birthDate);
    assertThat(retirementAge.earliestOn(member)).isEqualTo(earliest);
    assertThat(retirementAge.latestOn(member)).isEqualTo(latest);
  }

  @ParameterizedTest(name = "{0}, on {1}: {2}")
  @CsvSource({", 2025-02-14, NOT_DUE", ", 2025-02-15, DUE", "EARLY_FLEXIBLE, 2025-02-14, EARLY", "EARLY_OTHER, 2015-01-01, EARLY",
      "EARLY_FLEXIBLE, 2025-02-15, DUE", "DEFERRED_FLEXIBLE, 2025-02-15, DEFERRED", "DEFERRED_OTHER, 2025-02-14, NOT_DUE"})
  void whatIsChosenCountsOnTheDaysOnWhichItCan(RetirementBasis basis, LocalDate on, RetirementStage stage) {
    assertThat(RetirementStage.of(LocalDate.of(2025, 2, 15), on, basis)).isEqualTo(stage);
  }

  private static StaffMember member(StaffMember.Gender gender, StaffStatus status, PostLevel postLevel, LocalDate birthDate) {
    return new StaffMember(null, 1, "某人", "410102198505121213", birthDate, gender, status, "职员", postLevel, LocalDate.of(2000, 1, 1), null,
        null, null, null);
  }
}
