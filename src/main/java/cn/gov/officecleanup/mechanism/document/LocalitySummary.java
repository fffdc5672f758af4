package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The 工作总结 of a government or provincial department on its cleanup, sent to the provincial bureau (C20).
 *
 * @param number document number, or what stands in its place on a draft
 * @param date day of signature (成文日期)
 * @param issuer full name of who reports
 * @param done what was done
 * @param figures its figures, a sentence each, without full stop
 * @param open offices without outcome, each with the reason; may be empty
 * @param problems null where nothing is said of them
 * @param nextSteps null where nothing is said of them
 * @param explanation why it is sent though a check fails; null where none does
 */
public record LocalitySummary(String number, LocalDate date, String issuer, String done, List<String> figures, List<String> open,
    String problems, String nextSteps, String explanation) {

  public LocalitySummary {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    figures = List.copyOf(figures);
    open = List.copyOf(open);
  }
}
