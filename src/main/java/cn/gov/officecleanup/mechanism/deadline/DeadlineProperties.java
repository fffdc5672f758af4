package cn.gov.officecleanup.mechanism.deadline;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How deadlines are watched.
 *
 * @param reminderDays how many days before the last day to remind, in any order
 * @param repeat how long after a miss it is escalated again while the work is not done
 * @param mailFrom sender of the notices
 * @param digestAt time of day, by the clock of Henan, at which they are sent
 */
@ConfigurationProperties("cleanup.deadline")
record DeadlineProperties(List<Integer> reminderDays, Duration repeat, String mailFrom, LocalTime digestAt) {
}
