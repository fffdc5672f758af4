package cn.gov.officecleanup.procedure.reception;

/** How many of the office's own people may be at a meal with guests. */
final class Companions {

  private static final int FEW_GUESTS = 10;
  private static final int WITH_FEW = 3;
  private static final int ONE_FOR = 3;

  private Companions() {
  }

  /** @return three up to ten guests, above that a third of the guests, rounded down: "not above one third" leaves no fraction */
  static int atMost(int guests) {
    return guests <= FEW_GUESTS ? WITH_FEW : guests / ONE_FOR;
  }
}
