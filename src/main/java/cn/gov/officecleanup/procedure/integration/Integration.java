package cn.gov.officecleanup.procedure.integration;

import java.time.LocalDate;

/**
 * How an office is integrated (C8, C9, C10), as last handed in.
 *
 * @param intoOffice id of the office it is merged into; null where it leads and stays, or nothing is planned yet
 * @param leadDepartment that the government named; null before a plan was made, and where the office stays by itself
 * @param arrangements for people and assets; null before a plan was made
 * @param handedOverOn null before it was handed over, and where it stays
 * @param keepReason why it stays by itself though it need not (C10, C11); null where it is integrated
 * @param keepBasis document that proves it, with its number; null where it is integrated
 */
public record Integration(String caseNumber, long officeId, Long intoOffice, String leadDepartment, String arrangements,
    LocalDate handedOverOn, String keepReason, String keepBasis) {

  /** What is to become of the office; it follows from whether it is merged into another, or stays for a reason of its own. */
  enum Way {
    LEAD,
    MERGE,
    /** stays by itself: C10 and C11 leave it to its government */
    KEEP
  }

  /** @return null before a plan was made */
  Way way() {
    if (!planned()) {
      return null;
    }
    return keepBasis != null ? Way.KEEP : intoOffice == null ? Way.LEAD : Way.MERGE;
  }

  public boolean planned() {
    return arrangements != null;
  }

  /** @return whether the plan lets the office lead and stay */
  public boolean leads() {
    return way() == Way.LEAD;
  }

  /** @return whether the plan lets the office stay: to lead, or by itself */
  public boolean stays() {
    return leads() || way() == Way.KEEP;
  }
}
