package cn.gov.officecleanup.procedure.reception;

/** Counts the receptions of a year from paid lists (C18), for whoever discloses or appraises them. */
public interface ReceptionYears {

  /** @return the year of an office; of zeros where it received nobody */
  ReceptionYear of(long officeId, int year);
}
