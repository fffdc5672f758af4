package cn.gov.officecleanup.procedure.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The statutory age before and since the reform of 2025, at the edges of its tables. */
class RetirementAgeTest {

  private final RetirementAge retirementAge = new RetirementAge(new PlacementProperties(15, 60, 55, 50, 3, 12));

  @ParameterizedTest(name = "{0} {1} born {2}: {3}")
  @CsvSource({"MALE, CIVIL_SERVANT, 1956-01-01, 2016-01-01", "MALE, CIVIL_SERVANT, 1964-12-31, 2024-12-31",
      "MALE, WORKER, 1965-01-15, 2025-02-15", "MALE, WORKER, 1965-04-15, 2025-05-15", "MALE, WORKER, 1965-05-15, 2025-07-15",
      "MALE, LOCALLY_HIRED, 1976-09-01, 2039-09-01", "MALE, LOCALLY_HIRED, 1990-01-01, 2053-01-01",
      "FEMALE, CIVIL_SERVANT, 1969-12-31, 2024-12-31", "FEMALE, PUBLIC_INSTITUTION, 1970-01-01, 2025-02-01",
      "FEMALE, WORKER, 1974-12-31, 2024-12-31", "FEMALE, WORKER, 1975-01-01, 2025-02-01", "FEMALE, LOCALLY_HIRED, 1975-03-01, 2025-05-01",
      "FEMALE, LOCALLY_HIRED, 1990-01-01, 2045-01-01"})
  void isReachedOn(StaffMember.Gender gender, StaffStatus status, LocalDate birthDate, LocalDate reached) {
    StaffMember member = new StaffMember(null, 1, "某人", "410102198505121213", birthDate, gender, status, "职员", LocalDate.of(2000, 1, 1),
        null);
    assertThat(retirementAge.reachedOn(member)).isEqualTo(reached);
  }
}
