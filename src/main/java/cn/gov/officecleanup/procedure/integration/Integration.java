package cn.gov.officecleanup.procedure.integration;

import java.time.LocalDate;

/**
 * How an office is integrated (C8, C9, C10), as last handed in.
 *
 * @param intoOffice id of the office it is merged into; null where it leads and stays, or nothing is planned yet
 * @param leadDepartment that the government named; null before a plan was made
 * @param arrangements for people and assets; null before a plan was made
 * @param handedOverOn null before it was handed over, and where it stays
 */
public record Integration(String caseNumber, long officeId, Long intoOffice, String leadDepartment, String arrangements,
    LocalDate handedOverOn) {

  /** What is to become of the office; it follows from whether it is merged into another. */
  enum Way {
    LEAD,
    MERGE
  }

  /** @return null before a plan was made */
  Way way() {
    return !planned() ? null : intoOffice == null ? Way.LEAD : Way.MERGE;
  }

  public boolean planned() {
    return arrangements != null;
  }

  /** @return whether the plan lets the office lead and stay */
  public boolean leads() {
    return way() == Way.LEAD;
  }
}
