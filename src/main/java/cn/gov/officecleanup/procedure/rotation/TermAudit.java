package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.Labelled;
import java.time.LocalDate;

/**
 * What audit found of the term of a head who leaves (C13).
 *
 * @param postingCase number of the case that registered the posting
 * @param rotationCase number of the case of the rotation in which the audit was ordered
 * @param reportNumber number of the report; null before there is one, as what follows
 * @param auditProblems one a line; null where there are none
 */
record TermAudit(String caseNumber, String postingCase, String rotationCase, String reportNumber, LocalDate reportedOn,
    Conclusion termAuditConclusion, String auditProblems) {

  /** Whether something was found. */
  enum Conclusion implements Labelled {

    CLEAR("没有发现问题"),
    PROBLEMS("发现问题");

    private final String label;

    Conclusion(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
