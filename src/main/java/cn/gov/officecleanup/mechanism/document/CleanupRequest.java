package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The provincial bureau's request (请示) that the provincial government approve the summary of the whole province (C20).
 *
 * @param number document number, or what stands in its place on a draft
 * @param signer name of the leader who signed it (签发人); blank on drafts
 * @param date day of signature (成文日期)
 * @param units how many localities and departments report
 * @param reported how many of them have an accepted report
 * @param figures the province's figures, a sentence each, without full stop
 * @param missing units whose report is missing, each with the reason why it goes on without; may be empty
 */
public record CleanupRequest(String number, String signer, LocalDate date, int units, int reported, List<String> figures,
    List<String> missing) {

  public CleanupRequest {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    figures = List.copyOf(figures);
    missing = List.copyOf(missing);
  }
}
