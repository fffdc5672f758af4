package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.opc.OPCPackage;

/**
 * What stands in a Word document, to be looked at without Word, laid out as it says: size and margins of the paper, fonts, lines, numbers,
 * tables, pictures. What would do something does not: links are text, and what lies elsewhere, or is no text and no picture, is left out.
 * So are headers and footers: the paper is not cut into pages.
 *
 * @param sheets parts of kind {@code SHEET}: another one begins with each page that the document itself begins
 * @param more whether some is left out because there is too much
 */
public record WordView(List<Part> sheets, boolean more) {

  /** What a part is. */
  public enum Kind {
    SHEET,
    PARAGRAPH,
    BOX,
    TEXT,
    PICTURE,
    TABLE,
    ROW,
    CELL
  }

  /**
   * A part of the document.
   *
   * @param style properties of CSS and their values
   * @param text of a {@code TEXT}; of a {@code PICTURE} its content as a data address; else null
   * @param columns how many columns a {@code CELL} takes, else 1
   * @param rows how many rows it takes, else 1
   * @param parts what it holds
   */
  public record Part(Kind kind, Map<String, String> style, String text, int columns, int rows, List<Part> parts) {

    static Part of(Kind kind, Map<String, String> style, List<Part> parts) {
      return new Part(kind, style, null, 1, 1, parts);
    }

    static Part text(Map<String, String> style, String text) {
      return new Part(Kind.TEXT, style, text, 1, 1, List.of());
    }
  }

  /**
   * @param content .docx
   * @return up to 500,000 characters, 20,000 parts and 6 MB of pictures of it
   * @throws RefusedException larger than 20 MB when unpacked, or damaged; or too many are looking
   */
  public static WordView of(byte[] content) {
    return Looks.at(() -> {
      byte[] counted = OfficePackage.counted(content, Looks.SIZE_LIMIT,
          part -> part.contains("/media/") ? Looks.SIZE_LIMIT : Looks.WHOLE_PART_LIMIT);
      try (OPCPackage word = OPCPackage.open(new ByteArrayInputStream(counted))) {
        return new WordReader(word).read();
      }
    });
  }
}
