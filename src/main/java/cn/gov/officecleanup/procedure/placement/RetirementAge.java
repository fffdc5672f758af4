package cn.gov.officecleanup.procedure.placement;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * From which day a person is of statutory retirement age: 国发〔1978〕104号, since 2025 put off step by step (2024年全国人大常委会关于实施渐进式延迟法定 退休年龄的决定:
 * men, and women who retired at 60 or 55, one month for every four, at most three years; women who retired at 50 one month for every two,
 * at most five years). Women of county rank or with a senior title retired at 60, those in managerial or technical posts at 55.
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
    LocalDate before = beforeReform(member);
    long months = ChronoUnit.MONTHS.between(REFORM, YearMonth.from(before));
    if (months < 0) {
      return before;
    }
    return before
        .plusMonths(age(member) == properties.retirementWorkers() ? Math.min(WORKERS_MOST_MONTHS, months / WORKERS_MONTHS_FOR_ONE + 1)
            : Math.min(MOST_MONTHS, months / MONTHS_FOR_ONE + 1));
  }

  /** @return the first day on which the person may retire flexibly, not before the age that held before the reform */
  LocalDate earliestOn(StaffMember member) {
    LocalDate earliest = reachedOn(member).minusMonths(properties.flexibleMonths());
    LocalDate before = beforeReform(member);
    return earliest.isBefore(before) ? before : earliest;
  }

  /** @return the last day until which retirement may be deferred flexibly */
  LocalDate latestOn(StaffMember member) {
    return reachedOn(member).plusMonths(properties.flexibleMonths());
  }

  private LocalDate beforeReform(StaffMember member) {
    return member.birthDate().plusYears(age(member));
  }

  /** @return the age before the reform, years */
  private int age(StaffMember member) {
    if (member.gender() == StaffMember.Gender.MALE || member.postLevel() == PostLevel.COUNTY_HEAD
        || member.postLevel() == PostLevel.SENIOR_TITLE) {
      return properties.retirementMen();
    }
    boolean worker = member.status() == StaffStatus.WORKER || member.status() == StaffStatus.LOCALLY_HIRED;
    return worker && member.postLevel() == null ? properties.retirementWorkers() : properties.retirementWomen();
  }
}
