package cn.gov.officecleanup.procedure.reception;

import java.util.List;

/** Counts the receptions of a year from paid lists (C18), for whoever discloses or appraises them. */
public interface ReceptionYears {

  /** @return the year of an office; of zeros where it received nobody */
  ReceptionYear of(long officeId, int year);

  /** @return what was found wrong with the receptions of a year and stays: no letter, a false one, more companions than the rule allows */
  List<String> breaches(long officeId, int year);
}
