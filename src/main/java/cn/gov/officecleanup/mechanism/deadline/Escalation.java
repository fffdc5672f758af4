package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * An entry of the escalation ledger.
 *
 * @param subject the work: {@code task:<id>} or {@code case:<process instance id>}
 * @param round 1 for the first of this kind about this work
 * @param taskId null where a whole case is late
 * @param step id of the task in its model, or key of the procedure for a whole case
 * @param stepName its Chinese name
 * @param lateGroup group that has to do the work, null where it is nobody's in particular
 * @param superiorGroup group that urges it; several are separated by commas
 * @param dueBefore of a deadline that was computed anew or moved by a decision: when the work was due before; else null
 * @param notedAt when the reminder was given or the miss noted
 * @param supervisionId process instance of the supervision (督办), null for reminders and where the work is itself a supervision
 * @param closedAt null while the work is not done
 */
public record Escalation(long id, Kind kind, String subject, int round, String caseNumber, String processInstanceId, String taskId,
    String step, String stepName, String lateGroup, String superiorGroup, OffsetDateTime dueAt, OffsetDateTime dueBefore,
    OffsetDateTime notedAt, String supervisionId, OffsetDateTime closedAt, ClosingReason closedBy) {

  /** What is noted about a deadline. */
  public enum Kind {
    /** it is near */
    REMINDER,
    /** it was missed */
    MISS,
    /** it was computed anew, since other days are worked */
    MOVED,
    /** the miss of the same round was none by the days that are worked now */
    TAKEN_BACK,
    /** a superior gave more time */
    EXTENDED,
    /** a superior let the work rest */
    HALTED,
    /** it goes on after it rested */
    RESUMED,
    /** a superior gave no more time, or did not let the work rest */
    REFUSED
  }

  /**
   * Why an entry was closed: the work was done, it is not needed any more, it was given more time or rests, its deadline was computed anew,
   * or it is a decision and needs no more to be done.
   */
  public enum ClosingReason {
    DONE,
    CANCELLED,
    EXTENDED,
    RECOMPUTED,
    DECIDED
  }

  /** @return what it notes, as officials read it */
  public String what() {
    return switch (kind) {
      case REMINDER -> "到期提醒";
      case MISS -> "逾期，第%d次督办".formatted(round);
      case MOVED -> "期限按新的放假安排重新计算，原为" + InWords.day(dueBefore);
      case TAKEN_BACK -> "第%d次督办收回：按新的放假安排并未逾期".formatted(round);
      case EXTENDED -> "批准延期，原为" + InWords.day(dueBefore);
      case HALTED -> "批准中止，恢复办理以前不计算期限";
      case RESUMED -> "恢复办理，按剩余的工作日重新计算期限，原为" + InWords.day(dueBefore);
      case REFUSED -> "不同意延期、中止，期限不变";
    };
  }

  /** @return the groups that urge it */
  public List<String> superiors() {
    return List.of(superiorGroup.split(","));
  }

  /** @return the last day that was in time */
  public LocalDate lastDay() {
    return day(dueAt);
  }

  private static LocalDate day(OffsetDateTime time) {
    return time.atZoneSameInstant(EngineClock.ZONE).toLocalDate();
  }
}
