package cn.gov.officecleanup.procedure.placement;

import java.time.LocalDate;

/** How a person stands to retirement on the day on which a placement takes effect; an input of the rules. */
enum RetirementStage {

  NOT_DUE,
  /** not of age, and retires earlier on a basis that is named */
  EARLY,
  DUE,
  /** of age, and goes on on a basis that is named */
  DEFERRED;

  /** @param basis on which retirement is brought forward or deferred; null where it is neither */
  static RetirementStage of(LocalDate reachedOn, LocalDate takesEffectOn, RetirementBasis basis) {
    boolean due = !takesEffectOn.isBefore(reachedOn);
    if (basis == null || basis.early() == due) {
      return due ? DUE : NOT_DUE;
    }
    return due ? DEFERRED : EARLY;
  }
}
