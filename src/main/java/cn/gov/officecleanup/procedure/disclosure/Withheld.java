package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * A part of a disclosure that is kept back.
 *
 * @param part which, see {@link DisclosedPart}
 */
record Withheld(String part, Basis basis, String reason) {

  /** Why something may be kept back. */
  enum Basis implements Labelled {
    STATE_SECRET("《政府信息公开条例》第十四条"),
    THIRD_PARTY("《政府信息公开条例》第十五条"),
    INTERNAL("《政府信息公开条例》第十六条");

    private final String label;

    Basis(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
