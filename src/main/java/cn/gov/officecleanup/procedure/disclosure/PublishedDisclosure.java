package cn.gov.officecleanup.procedure.disclosure;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is published of an office's receptions in a year: the content of the JSON that can be downloaded, from which the page and the other
 * files are made. No person is in it.
 *
 * @param office name
 * @param government that sent it and publishes
 * @param from first day of what is disclosed
 * @param to last day
 * @param budget of the year; null where none was entered
 * @param finalFigure paid in the year
 * @param ofEarlierEvents part of it for receptions of earlier years
 * @param refundsOfEarlierPayments income of the year, no part of the final figure
 * @param unpaidAtYearEnd no part of the final figure
 * @param receptions number of receptions (批次); null where kept back
 * @param guests number of guests (人次) in words, since few are told as few; null where kept back
 * @param accountsApprovedOn day on which the finance department approved the accounts
 * @param correction why this version took the place of another; null for the first
 * @param note of an office that ended in the year; null where it did not
 * @param apart offices that were merged into this one in the year and are disclosed apart
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublishedDisclosure(String office, String government, int year, LocalDate from, LocalDate to, int version,
    LocalDate publishedOn, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal budget,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal adjustments,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal finalFigure,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal ofEarlierEvents,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal refundsOfEarlierPayments,
    @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal unpaidAtYearEnd, boolean nil, Integer receptions, String guests,
    List<Line> venues, List<Line> items, List<String> standards, LocalDate accountsApprovedOn, String explanation, String correction,
    String note, List<String> apart, List<KeptBack> keptBack) {

  /** @return what the year may have cost; null where no budget was entered */
  @JsonIgnore
  public BigDecimal limit() {
    return budget == null ? null : budget.add(adjustments);
  }

  /**
   * What was paid at a place or for a kind of item.
   *
   * @param name as far as it may be told
   */
  public record Line(String name, @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount) {
  }

  /**
   * What was kept back.
   *
   * @param part which
   * @param basis article
   */
  public record KeptBack(String part, String basis, String reason) {
  }
}
