package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The provincial bureau's report on the cleanup of the whole province (C20, C21).
 *
 * @param number document number, or what stands in its place on a draft
 * @param signer name of who signed it; blank on a draft
 * @param date day of signature (成文日期)
 * @param cleanupDeadline last day of the cleanup
 * @param reportDeadline last day on which reports were in time
 * @param units how many localities and departments report
 * @param reported how many of them have an accepted report
 * @param figures the province's figures, a clause each, without full stop
 * @param missing units whose report is missing, each with the reason why it goes on without
 * @param late units whose report was late
 * @param inspections what inspections found, a clause each; may be empty
 * @param rows the table, its sum as the last row
 */
public record CleanupSummary(String number, String signer, LocalDate date, LocalDate cleanupDeadline, LocalDate reportDeadline, int units,
    int reported, List<String> figures, String overview, String problems, String proposals, List<String> missing, List<String> late,
    List<String> inspections, List<Row> rows) {

  public CleanupSummary {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(signer, "signer");
    Objects.requireNonNull(date, "date");
    figures = List.copyOf(figures);
    missing = List.copyOf(missing);
    late = List.copyOf(late);
    inspections = List.copyOf(inspections);
    rows = List.copyOf(rows);
  }

  /** @param sending how the report came in, or why it did not */
  public record Row(String unit, int before, int retained, int noMeasure, int merged, int abolished, int toBeAbolished, int pending,
      String sending) {
  }
}
