package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The postings of the people of all offices (C13). */
@Repository
public class Postings extends FormRecords<Posting> {

  private static final String OF_OFFICE = "case_number in (select case_number from case_file where office_id = ?)";

  private final TermOfOffice terms;

  Postings(JdbcClient jdbc, TermOfOffice terms) {
    super(jdbc, Posting.class, "posting", "posting-registration");
    this.terms = terms;
  }

  /** @return whether such people rotate; the model asks this */
  public boolean rotates(String caseNumber) {
    return get(caseNumber).rotates();
  }

  /** @return whether somebody is to follow: the posting was neither withdrawn nor exchanged; the model asks this */
  public boolean succeeded(String caseNumber) {
    Posting posting = get(caseNumber);
    return posting.entered() && !posting.exchanged();
  }

  /** @return when the rotation begins by itself; the model asks this */
  public Date begins(String caseNumber) {
    return Date.from(terms.begins(get(caseNumber).endsOn()).atStartOfDay(EngineClock.ZONE).toInstant());
  }

  /** @return the postings in an office that last, by their cases */
  List<Posting> lastingIn(long officeId) {
    return select("entered and ended_on is null and " + OF_OFFICE + " order by length(case_number), case_number", officeId).list();
  }

  /** @return the postings in an office that last and whose term is over in a year, the first first */
  List<Posting> endingIn(long officeId, int year) {
    return select(
        "entered and ended_on is null and ends_on between ? and ? and " + OF_OFFICE + " order by ends_on, length(case_number), case_number",
        LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), officeId).list();
  }

  /** @return the postings of those who headed an office on any day between two, by the day on which they began */
  List<Posting> headsIn(long officeId, LocalDate from, LocalDate to) {
    return select("duty = 'HEAD' and entered and posted_on <= ? and (ended_on is null or ended_on >= ?) and " + OF_OFFICE
        + " order by posted_on, length(case_number), case_number", to, from, officeId).list();
  }

  /** @return the postings of a person in an office that are over */
  List<Posting> earlier(String personNumber, long officeId) {
    return select("person_number = ? and entered and ended_on is not null and " + OF_OFFICE, personNumber, officeId).list();
  }

  /** @return the postings of a person of a government that last */
  List<Posting> lastingOf(String personNumber, String governmentCode) {
    return select("""
      person_number = ? and entered and ended_on is null
      and case_number in (select case_number from case_file where government_code = ?)""", personNumber, governmentCode).list();
  }

  void open(String caseNumber, Map<String, ?> known) {
    begin(caseNumber, known);
  }

  void enter(String caseNumber, LocalDate endsOn) {
    change(caseNumber, endsOn == null ? Map.of("entered", true) : Map.of("entered", true, "endsOn", endsOn));
  }

  void extend(String caseNumber, LocalDate endsOn) {
    change(caseNumber, Map.of("extended", true, "endsOn", endsOn));
  }

  /** @return the posting as it is once the day on which it began is corrected, and with that its term */
  Posting correct(Posting posting, LocalDate postedOn, long officeId) {
    change(posting.caseNumber(), Map.of("postedOn", postedOn));
    Posting corrected = get(posting.caseNumber());
    if (corrected.rotates()) {
      change(posting.caseNumber(),
          Map.of("endsOn", terms.lastDay(corrected, earlier(posting.personNumber(), officeId), posting.extended())));
    }
    return get(posting.caseNumber());
  }

  void withdraw(String caseNumber, LocalDate day, String reason) {
    change(caseNumber, Map.of("entered", false, "endedOn", day, "endReason", reason));
  }

  /** Ends a posting in the rotation of another: its own need not begin. */
  void exchange(String caseNumber, LocalDate endedOn, String reason) {
    change(caseNumber, Map.of("endedOn", endedOn, "endReason", reason, "exchanged", true));
  }

  void end(String caseNumber, LocalDate endedOn, String reason) {
    change(caseNumber, Map.of("endedOn", endedOn, "endReason", reason));
  }
}
