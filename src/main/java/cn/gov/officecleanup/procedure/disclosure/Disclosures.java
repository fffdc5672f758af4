package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.procedure.disclosure.DisclosedPart.Kind;
import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYear.Sum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The disclosures that are worked on (C19), and what the model asks about them. */
@Repository
public class Disclosures extends FormRecords<Disclosure> {

  private final JdbcClient jdbc;

  Disclosures(JdbcClient jdbc) {
    super(jdbc, Disclosure.class, "disclosure", "disclosure-explanation", "disclosure-accounts", "disclosure-release");
    this.jdbc = jdbc;
  }

  /** @return the year of an office, as what a case can be reserved for: one version at a time; the model asks this */
  public String reserved(long officeId, int year) {
    return "disclosure:%d:%d".formatted(officeId, year);
  }

  void open(String caseNumber, Map<String, ?> known) {
    begin(caseNumber, known);
  }

  /** Takes over what was counted, in the place of what was counted before. */
  void count(String caseNumber, ReceptionYear year) {
    Map<String, Object> counted = new LinkedHashMap<>();
    counted.put("budget", year.budget());
    counted.put("adjustments", year.adjustments());
    counted.put("paid", year.paid());
    counted.put("paidForEarlierEvents", year.paidForEarlierEvents());
    counted.put("refundedOfEarlierPayments", year.refundedOfEarlierPayments());
    counted.put("unpaid", year.unpaid());
    counted.put("receptions", year.receptions());
    counted.put("guests", year.guests());
    counted.put("standards", String.join("\n", year.standards()));
    change(caseNumber, counted);
    withhold(caseNumber, List.of());
    jdbc.sql("delete from disclosure_sum where case_number = ?").param(caseNumber).update();
    keep(caseNumber, Kind.VENUE, year.venues());
    keep(caseNumber, Kind.ITEM, year.items());
  }

  private void keep(String caseNumber, Kind kind, List<Sum> sums) {
    IntStream.range(0, sums.size())
        .forEach(i -> jdbc.sql("insert into disclosure_sum (case_number, kind, ordinal, name, amount) values (?, ?, ?, ?, ?)")
            .params(caseNumber, kind.name(), i + 1, sums.get(i).name(), sums.get(i).amount())
            .update());
  }

  /** @return what was paid by place or by kind of item, in the order counted */
  List<Sum> sums(String caseNumber, Kind kind) {
    return jdbc.sql("select name, amount from disclosure_sum where case_number = ? and kind = ? order by ordinal")
        .params(caseNumber, kind.name())
        .query((row, number) -> new Sum(row.getString("name"), row.getBigDecimal("amount")))
        .list();
  }

  /** @return what the release review looks at piece by piece */
  List<DisclosedPart> parts(String caseNumber) {
    Disclosure disclosure = get(caseNumber);
    List<DisclosedPart> parts = new ArrayList<>();
    if (!disclosure.nil()) {
      parts.add(new DisclosedPart(DisclosedPart.COUNTS, "%d批次、%d人次".formatted(disclosure.receptions(), disclosure.guests()), null));
    }
    if (disclosure.explanation() != null) {
      parts.add(new DisclosedPart(DisclosedPart.EXPLANATION, disclosure.explanation(), null));
    }
    for (Kind kind : Kind.values()) {
      List<Sum> sums = sums(caseNumber, kind);
      IntStream.range(0, sums.size())
          .forEach(i -> parts.add(new DisclosedPart(DisclosedPart.key(kind, i + 1), sums.get(i).name(), sums.get(i).amount())));
    }
    return parts;
  }

  List<Withheld> withheld(String caseNumber) {
    return jdbc.sql("select part, basis, reason from disclosure_withheld where case_number = ? order by part")
        .param(caseNumber)
        .query(
            (row, number) -> new Withheld(row.getString("part"), Withheld.Basis.valueOf(row.getString("basis")), row.getString("reason")))
        .list();
  }

  void withhold(String caseNumber, List<Withheld> withheld) {
    jdbc.sql("delete from disclosure_withheld where case_number = ?").param(caseNumber).update();
    withheld.forEach(part -> jdbc.sql("insert into disclosure_withheld (case_number, part, basis, reason) values (?, ?, ?, ?)")
        .params(caseNumber, part.part(), part.basis().name(), part.reason())
        .update());
  }

  /** @return the beginning of the day on which the accounts were approved, from which the term of the law runs; the model asks this */
  public Instant accountsApproved(String caseNumber) {
    return get(caseNumber).accountsApprovedOn().atStartOfDay(EngineClock.ZONE).toInstant();
  }
}
