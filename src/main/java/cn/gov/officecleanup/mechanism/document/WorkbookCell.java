package cn.gov.officecleanup.mechanism.document;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A cell of a workbook, or of a text file that stands for one.
 *
 * @param kind what it holds
 * @param text what Excel shows of it; never null
 * @param number the number behind, to the 15 digits that Excel keeps; null where there is none
 * @param day the day that the number means by its format; null where it means none
 * @param format the number's format code; empty for General
 * @param shared whether it has nothing of its own, but belongs to a merged cell that begins in a row above
 * @param look how it looks
 */
public record WorkbookCell(Kind kind, String text, BigDecimal number, LocalDate day, String format, boolean shared, CellLook look) {

  /** What a cell holds. */
  public enum Kind {
    TEXT,
    NUMBER,
    DAY,
    /** a formula's error, like #N/A */
    ERROR,
    /** a picture that WPS keeps in the cell */
    PICTURE,
    /** a formula that no program has computed */
    UNCOMPUTED
  }

  /** the cell that has nothing */
  public static final WorkbookCell EMPTY = text("");

  /** @return a cell that holds text */
  public static WorkbookCell text(String text) {
    return of(Kind.TEXT, text);
  }

  static WorkbookCell of(Kind kind, String text) {
    return new WorkbookCell(kind, text, null, null, "", false, CellLook.PLAIN);
  }

  /** @return the same for a row below, within the merged cell */
  public WorkbookCell below() {
    return new WorkbookCell(kind, text, number, day, format, true, look);
  }

  WorkbookCell looking(CellLook other) {
    return new WorkbookCell(kind, text, number, day, format, shared, other);
  }
}
