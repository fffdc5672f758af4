package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.time.OffsetDateTime;

/**
 * What a unit sent to the province at one time.
 *
 * @param version 1, 2, … in its case
 * @param daysLate 0: in time
 * @param nil whether the unit had no office (零报告)
 * @param explanation why it was sent though a check failed; null where none did
 * @param findings what the checks had found, a line each; null where nothing
 * @param documentNumber number of the 工作总结 that was sent; null where it had none yet
 * @param decidedAt when the province decided on it; null before
 * @param words of the province; null where it said nothing
 */
public record ReportVersion(String caseNumber, int version, OffsetDateTime sentAt, int daysLate, boolean nil, String done, String problems,
    String nextSteps, String explanation, String findings, String documentNumber, State state, OffsetDateTime decidedAt, String words) {

  /** What has become of it. */
  public enum State implements Labelled {

    SENT("待审核"),
    ACCEPTED("已接收"),
    RETURNED("已退回"),
    /** the unit itself sends another in its place */
    REPLACED("已由更正稿代替");

    private final String label;

    State(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** @return how it was sent, in words, e.g. 第2稿，逾期3天，附说明 */
  public String sending() {
    return (nil ? "零报告" : "第%d稿".formatted(version)) + (daysLate == 0 ? "，按期报送" : "，逾期%d天".formatted(daysLate))
        + (explanation == null ? "" : "，附说明");
  }
}
