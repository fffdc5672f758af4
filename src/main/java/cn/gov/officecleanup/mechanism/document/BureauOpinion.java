package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;

/**
 * The bureau's opinion (审核意见) on a request to keep an office (C3), to set one up (C5) or to change what was approved, as a request for
 * instructions (请示) to the provincial government.
 *
 * @param number document number
 * @param signer name of the leader who signed it (签发人); blank on drafts
 * @param date day of signature (成文日期)
 * @param government full name of the government that asked
 * @param office full name of the office
 * @param wish what is asked for
 * @param requestTitle title of what the government asked with, without book-title marks
 * @param reasons why, as the government says
 * @param departments what the departments said that were asked, each with its name; may be empty
 * @param supports whether the bureau proposes to agree
 * @param reason why; null or blank where it is not written yet
 * @param conditions conditions that it proposes; may be empty
 */
public record BureauOpinion(String number, String signer, LocalDate date, String government, String office, Wish wish, String requestTitle,
    String reasons, List<String> departments, boolean supports, String reason, List<String> conditions) {

  public BureauOpinion {
    departments = List.copyOf(departments);
    conditions = List.copyOf(conditions);
  }
}
