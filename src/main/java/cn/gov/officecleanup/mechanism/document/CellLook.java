package cn.gov.officecleanup.mechanism.document;

/**
 * How a cell of a workbook looks, as far as it is shown.
 *
 * @param wraps whether a text that is too long goes on in a further line; else it goes on over the blank cells beside it
 */
record CellLook(boolean bold, Align align, boolean wraps) {

  /** Where the text of a cell stands. */
  enum Align {
    /** by what the cell holds: numbers at the right */
    GENERAL,
    LEFT,
    CENTER,
    RIGHT
  }

  static final CellLook PLAIN = new CellLook(false, Align.GENERAL, false);

  /** @param horizontal as the workbook says it; null where it says nothing */
  CellLook aligned(String horizontal, boolean wrapping) {
    Align place = switch (String.valueOf(horizontal)) {
      case "left", "fill", "justify" -> Align.LEFT;
      case "center", "centerContinuous", "distributed" -> Align.CENTER;
      case "right" -> Align.RIGHT;
      default -> Align.GENERAL;
    };
    return new CellLook(bold, place, wrapping);
  }
}
