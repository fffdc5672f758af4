package cn.gov.officecleanup.mechanism.way;

import java.time.LocalDate;
import java.util.List;

/**
 * A step that lies ahead.
 *
 * @param procedure key of the procedure that it is a step of
 * @param step its id in the model
 * @param name its Chinese name
 * @param groups ids of those who will have it to do; none where the way there alone tells, or where it is nobody's
 * @param lastDay day by which it is to be done if all before it use their terms up; null where it has no term or nobody can tell
 * @param awaited whether nobody does it: the case waits for a day, or for something that happens elsewhere
 */
public record Ahead(String procedure, String step, String name, List<String> groups, LocalDate lastDay, boolean awaited) {
}
