package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;

/**
 * What the release review may keep back. The figures of the year themselves are none of it: the plan wants them disclosed.
 *
 * @param key by which it is known in the case, such as 场所1
 * @param name what is published there
 * @param amount paid there; null where it is no sum
 */
record DisclosedPart(String key, String name, BigDecimal amount) {

  static final String COUNTS = "批次和人次";
  static final String EXPLANATION = "差异说明";

  /** @return key of the place or kind of item in its list */
  static String key(Kind kind, int ordinal) {
    return kind.label() + ordinal;
  }

  /** @return what the reviewer reads of it */
  String described() {
    return amount == null ? name : "%s（%s）".formatted(name, InWords.yuan(amount));
  }

  /** What is summed up in a list. */
  enum Kind {
    VENUE("场所"),
    ITEM("项目");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }
}
