package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The postings of the people of all offices (C13). */
@Repository
public class Postings extends FormRecords<Posting> {

  private static final String OF_OFFICE = "case_number in (select case_number from case_file where office_id = ?)";

  private static final String CONTRACT = "labour-contract";
  private static final String CONTRACT_ON = "contractOn";
  private static final String LATE_NOTE = "contractLateNote";

  private final TermOfOffice terms;
  private final Terms deadlines;

  Postings(JdbcClient jdbc, TermOfOffice terms, Terms deadlines) {
    super(jdbc, Posting.class, "posting", "posting-registration", "posting-contract");
    this.terms = terms;
    this.deadlines = deadlines;
  }

  /**
   * @throws RefusedException when the written contract is later than the law has it and nothing is said of that, or in time and something
   * is
   */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    LocalDate contractOn = submission.day(CONTRACT_ON);
    if (contractOn != null) {
      LocalDate postedOn = Optional.ofNullable(submission.day("postedOn")).orElseGet(() -> get(task.caseNumber()).postedOn());
      refuseContract(contractOn, deadlines.lastDay(CONTRACT, postedOn), submission.text(LATE_NOTE));
    }
    super.keep(task, fields, submission);
  }

  private static void refuseContract(LocalDate contractOn, LocalDate latest, String lateNote) {
    if (contractOn.isAfter(latest) && lateNote == null) {
      throw new RefusedException("CONTRACT_LATE",
          "书面劳动合同应当自用工之日起一个月内订立，最迟%s（劳动合同法第十条），填写的是%s。日期有误的，请改正；确属逾期订立的，请在“逾期订立的说明”中写明原因和双倍工资的支付情况（第八十二条）。".formatted(InWords.day(latest),
              InWords.day(contractOn)),
          "C13");
    }
    if (!contractOn.isAfter(latest) && lateNote != null) {
      throw new RefusedException("CONTRACT_IN_TIME", "书面劳动合同的订立没有超过%s，不必填写“逾期订立的说明”；日期有误的，请改正日期。".formatted(InWords.day(latest)), "C13");
    }
  }

  /** @return whether a written contract is still to be made; the model asks this */
  public boolean owesContract(String caseNumber) {
    return get(caseNumber).owesContract();
  }

  /** @return when the first day of work begins, from which the term of the contract runs; the model asks this */
  public Instant worksFrom(String caseNumber) {
    return get(caseNumber).postedOn().atStartOfDay(EngineClock.ZONE).toInstant();
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
