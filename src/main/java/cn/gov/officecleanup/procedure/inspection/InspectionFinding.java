package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that an inspection found (C14).
 *
 * @param position place in the list, from 1
 * @param ruleBroken name of the rule that is broken
 * @param amount yuan, 0.00 where it is not about money
 * @param proof what proves it
 * @param measure what is demanded; null until the feedback is drafted, as what follows
 * @param dueOn last day by which it is put right; null until the feedback is served
 */
record InspectionFinding(long id, String caseNumber, int position, FindingKind kind, String fact, String ruleBroken, BigDecimal amount,
    String responsibleBody, Severity severity, String proof, String measure, Urgency urgency, LocalDate dueOn) {

  /** How grave it is. */
  enum Severity implements Labelled {
    MINOR("一般"),
    SERIOUS("严重");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** How soon it is to be put right. */
  enum Urgency implements Labelled {
    IMMEDIATE("立行立改"),
    NORMAL("限期整改");

    private final String label;

    Urgency(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
