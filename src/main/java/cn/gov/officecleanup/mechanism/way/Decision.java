package cn.gov.officecleanup.mechanism.way;

import java.util.List;

/**
 * What follows a step.
 *
 * @param word what is decided, as the model calls that way, e.g. 同意; null where nothing that is decided changes what follows
 * @param next the steps that come next; none where the case ends, or waits for what others have to do
 */
public record Decision(String word, List<Ahead> next) {
}
