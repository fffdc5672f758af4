package cn.gov.officecleanup.mechanism.deadline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deadlines are watched.
 *
 * @param reminderDays how many days before the last day to remind, in any order
 * @param reminderDaysOf the same of whole cases with another warning, by the names of their terms
 * @param repeat how long after a miss it is escalated again while the work is not done
 * @param mailFrom sender of the notices
 * @param digestAt time of day, by the clock of Henan, at which they are sent
 */
@ConfigurationProperties("cleanup.deadline")
record DeadlineProperties(List<Integer> reminderDays, @DefaultValue Map<String, List<Integer>> reminderDaysOf, Duration repeat,
    String mailFrom, LocalTime digestAt) {
}
