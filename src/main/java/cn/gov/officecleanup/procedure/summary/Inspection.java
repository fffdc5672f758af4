package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.platform.Labelled;

/**
 * The inspection of a unit (C14).
 *
 * @param score risk in points, 0 or more; the higher the more
 * @param reason why it was picked, in words
 * @param result null before it is recorded
 * @param finding null where nothing was found
 */
record Inspection(String unitCode, PickedBy pickedBy, int score, String reason, Result result, String finding) {

  /** @return what came out, in words */
  String outcome() {
    return result.label() + (finding == null ? "" : "：" + finding);
  }

  /** How a unit came to be inspected. */
  enum PickedBy implements Labelled {

    RISK("按风险"),
    CHANCE("随机");

    private final String label;

    PickedBy(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** What came out. */
  enum Result implements Labelled {

    SOUND("未发现问题"),
    NOTED("发现问题，已记录"),
    CORRECT("发现问题，要求更正报告");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
