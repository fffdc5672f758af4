package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.Map;

/**
 * Draws up, before it is issued, the official document that a procedure issues later on (预览). A user task says by its property
 * {@code previews}, words parted by blanks, which of them its form offers.
 */
public interface DocumentPreview {

  /** @return the word the models use for it */
  String name();

  /** @return Chinese name of the document */
  String label();

  /**
   * @param typed what is filled into the task's form and not submitted yet, by field
   * @return .docx, without a number
   * @throws RefusedException what it would rest on is missing, or its template is defective
   */
  byte[] draw(String caseNumber, Map<String, String> typed);

  /** How a document is drawn up. */
  @FunctionalInterface
  interface Drawing {

    byte[] draw(String caseNumber, Map<String, String> typed);
  }

  /** @return a preview made of its parts */
  static DocumentPreview of(String name, String label, Drawing drawing) {
    return new DocumentPreview() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String label() {
        return label;
      }

      @Override
      public byte[] draw(String caseNumber, Map<String, String> typed) {
        return drawing.draw(caseNumber, typed);
      }
    };
  }
}
