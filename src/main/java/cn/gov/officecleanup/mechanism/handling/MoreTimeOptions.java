package cn.gov.officecleanup.mechanism.handling;

/**
 * What the signed-in official can ask of a deadline.
 *
 * @param extendable working days that can be asked for at most; 0 where none can
 * @param haltable working days that the work can rest at most; 0 where it cannot
 * @param decidedBy Chinese name of who decides; null where nothing can be asked for
 * @param awaited Chinese sentence about what is asked for and not decided; null where nothing is
 * @param resting Chinese sentence about the rest that lasts; null where the work does not rest
 */
public record MoreTimeOptions(int extendable, int haltable, String decidedBy, String awaited, String resting) {

  static final MoreTimeOptions NONE = new MoreTimeOptions(0, 0, null, null, null);
}
