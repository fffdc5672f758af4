package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.text.Normalizer;

/** Evens out what Chinese input methods and Excel leave in cells. */
final class CellText {

  private CellText() {
  }

  /** @return without blanks of any kind at both ends and without what cannot be seen, full-width digits and letters made half-width */
  static String clean(String cell) {
    StringBuilder cleaned = new StringBuilder(cell.length());
    WrittenText.of(cell).codePoints().map(CellText::halfWidth).forEach(cleaned::appendCodePoint);
    return cleaned.toString();
  }

  /** @return for codes, numbers and headings: as {@link #clean}, with punctuation made half-width, too, and inner blanks taken out */
  static String compact(String cell) {
    return Normalizer.normalize(clean(cell), Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
  }

  private static int halfWidth(int character) {
    boolean digitOrLetter = character >= '０' && character <= '９' || character >= 'Ａ' && character <= 'Ｚ'
        || character >= 'ａ' && character <= 'ｚ';
    return digitOrLetter ? character - '０' + '0' : character;
  }
}
