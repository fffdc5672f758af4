package cn.gov.officecleanup.mechanism.deadline;

import java.time.Instant;
import java.util.Date;

/**
 * A term that has begun.
 *
 * @param term its name in the configuration
 * @param from when it began
 * @param due when it ends, as it was computed or given
 */
record Begun(String term, Instant from, Date due) {
}
