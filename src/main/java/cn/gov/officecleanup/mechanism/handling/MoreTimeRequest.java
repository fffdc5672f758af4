package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.OffsetDateTime;

/**
 * What somebody asked of a deadline (延期、中止).
 *
 * @param subject the work: {@code task:<id>} or {@code case:<process instance id>}
 * @param workingDays how many more, or how many the work is to rest at most
 * @param granted null while nobody has decided
 */
record MoreTimeRequest(long id, Kind kind, String subject, String stepName, String caseNumber, int workingDays, OffsetDateTime dueBefore,
    String reason, String askedBy, OffsetDateTime askedAt, Boolean granted, OffsetDateTime decidedAt) {

  /** What is asked for. */
  enum Kind {
    EXTENSION("延期", "申请延期%d个工作日"),
    HALT("中止", "申请中止办理，最长%d个工作日");

    private final String label;
    private final String asked;

    Kind(String label, String asked) {
      this.label = label;
      this.asked = asked;
    }

    String label() {
      return label;
    }

    String asked(int workingDays) {
      return asked.formatted(workingDays);
    }
  }

  /** @return what the superior reads */
  String matter(String group) {
    return """
      事项：%s
      申请单位：%s
      原期限：%s（含当日）
      申请：%s
      理由：%s""".formatted(stepName, group, InWords.day(dueBefore), kind.asked(workingDays), reason);
  }
}
