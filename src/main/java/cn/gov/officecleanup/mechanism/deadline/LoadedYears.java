package cn.gov.officecleanup.mechanism.deadline;

import java.time.LocalDate;
import java.util.Map;

/** The years that were loaded while the application ran. */
interface LoadedYears {

  /** @return by year the days that are not what their day of the week says: true where they are worked */
  Map<Integer, Map<LocalDate, Boolean>> byYear();
}
