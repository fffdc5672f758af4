package cn.gov.officecleanup.mechanism.register;

import java.util.Collection;
import java.util.function.Predicate;

/**
 * The figures of C21, always counted from the register. {@code before} is the sum of pending, retained, merged, to be abolished and
 * abolished offices as far as they are not new ones.
 *
 * @param before offices there were before the cleanup
 * @param pending nothing decided yet
 * @param retained retained
 * @param merged merged into others
 * @param toBeAbolished decided, not yet done
 * @param abolished abolished
 * @param established new offices approved under C5, not among {@code before}
 * @param standing offices there are at present, new ones included, those to be abolished not
 */
record RegisterFigures(int before, int pending, int retained, int merged, int toBeAbolished, int abolished, int established, int standing) {

  /** Sums counts up. */
  public static RegisterFigures of(Collection<OfficeCount> counts) {
    return new RegisterFigures(sum(counts, count -> !count.newlyEstablished()), existing(counts, OfficeStatus.REGISTERED),
        existing(counts, OfficeStatus.RETAINED), existing(counts, OfficeStatus.MERGED), existing(counts, OfficeStatus.TO_BE_ABOLISHED),
        existing(counts, OfficeStatus.ABOLISHED), sum(counts, OfficeCount::newlyEstablished),
        sum(counts, count -> count.status().standing()));
  }

  private static int existing(Collection<OfficeCount> counts, OfficeStatus status) {
    return sum(counts, count -> !count.newlyEstablished() && count.status() == status);
  }

  private static int sum(Collection<OfficeCount> counts, Predicate<OfficeCount> which) {
    return counts.stream().filter(which).mapToInt(OfficeCount::offices).sum();
  }
}
