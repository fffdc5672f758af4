package cn.gov.officecleanup.procedure.report;

import java.util.Optional;

/** What the reports of the localities have to know of the province's (C20). */
public interface ProvinceReportProgress {

  /** @return number of the province's case in a campaign; empty before it is opened */
  Optional<String> caseOf(String campaign);

  /** @return whether it is with the provincial government, or beyond: localities correct nothing any more */
  boolean isSubmitted(String campaign);

  /** @return what an inspection of a unit found, in words; empty where it was not inspected or the result is not recorded yet (C14) */
  Optional<String> inspectionOf(String campaign, String unitCode);

  /** @return whether the national bureau's receipt is filed */
  boolean isConcluded(String campaign);
}
