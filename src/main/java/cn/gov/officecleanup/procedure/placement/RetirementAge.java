package cn.gov.officecleanup.procedure.placement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * From which day a person is of statutory retirement age: 国发〔1978〕104号, since 2025 put off step by step (2024年全国人大常委会关于实施渐进式延迟法定 退休年龄的决定:
 * men, and women who retired at 55, one month for every four, at most three years; women who retired at 50 one month for every two, at most
 * five years).
 */
@Component
class RetirementAge {

  private static final YearMonth REFORM = YearMonth.of(2025, 1);
  private static final int MONTHS_FOR_ONE = 4;
  private static final int MOST_MONTHS = 36;
  private static final int WORKERS_MONTHS_FOR_ONE = 2;
  private static final int WORKERS_MOST_MONTHS = 60;

  private final PlacementProperties properties;

  RetirementAge(PlacementProperties properties) {
    this.properties = properties;
  }

  /** @return the first day on which the person is of retirement age */
  LocalDate reachedOn(StaffMember member) {
    boolean man = member.gender() == StaffMember.Gender.MALE;
    boolean worker = !man && (member.status() == StaffStatus.WORKER || member.status() == StaffStatus.LOCALLY_HIRED);
    int age = man ? properties.retirementMen() : worker ? properties.retirementWorkers() : properties.retirementWomen();
    LocalDate before = member.birthDate().plusYears(age);
    long months = ChronoUnit.MONTHS.between(REFORM, YearMonth.from(before));
    if (months < 0) {
      return before;
    }
    return before.plusMonths(
        worker ? Math.min(WORKERS_MOST_MONTHS, months / WORKERS_MONTHS_FOR_ONE + 1) : Math.min(MOST_MONTHS, months / MONTHS_FOR_ONE + 1));
  }
}
