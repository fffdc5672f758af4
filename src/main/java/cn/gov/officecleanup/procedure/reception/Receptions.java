package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The receptions of all cases (C18). */
@Repository
@EnableConfigurationProperties(ReceptionProperties.class)
public class Receptions extends FormRecords<Reception> {

  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final ObjectProvider<PayableMeals> payable;
  private final CaseFindings findings;
  private final ReceptionProperties properties;
  private final Clock clock;

  Receptions(JdbcClient jdbc, ReceptionLists lists, ReceptionMoney money, ObjectProvider<PayableMeals> payable, CaseFindings findings,
      ReceptionProperties properties, Clock clock) {
    super(jdbc, Reception.class, "reception", "reception-application");
    this.lists = lists;
    this.money = money;
    this.payable = payable;
    this.findings = findings;
    this.properties = properties;
    this.clock = clock;
  }

  /** @return whether the office gave the reception up; the model asks this */
  public boolean abandoned(String caseNumber) {
    return Boolean.TRUE.equals(get(caseNumber).abandoned());
  }

  /** @return whether the list comes to more than what was approved; the model asks this */
  public boolean exceedsEstimate(String caseNumber) {
    Reception reception = get(caseNumber);
    return reception.blockedOn() == null && payable.getObject().sum(caseNumber).compareTo(reception.estimate()) > 0;
  }

  /** @return whether something of the signed list is still to be paid; the model asks this */
  public boolean owes(String caseNumber) {
    return money.owed(caseNumber).signum() > 0;
  }

  /** @return whether nothing of it is paid any more, since the approval was taken back or the letter is false; the model asks this */
  public boolean blocked(String caseNumber) {
    return get(caseNumber).blockedOn() != null;
  }

  /**
   * What took place cannot be undone by filling in the list anew: such a finding stays with the case; the model asks this.
   *
   * @return whether an open finding of the list is a fault of the list itself
   */
  public boolean listFaulty(String caseNumber) {
    return findings.open(caseNumber).stream().map(Finding::code).anyMatch(code -> !ReceptionListLawful.STAYING.contains(code));
  }

  /**
   * @return the beginning of the day from which the term of the list runs: the event's last, or that of a later return; the model asks this
   */
  public Instant listOwedFrom(String caseNumber) {
    return get(caseNumber).listOwedFrom().atStartOfDay(EngineClock.ZONE).toInstant();
  }

  /** @return whether the approval can be taken back: before the event or after it, while not all is paid */
  boolean revocable(String caseNumber) {
    Reception reception = get(caseNumber);
    return reception.estimate() != null && reception.blockedOn() == null && (reception.signedOn() == null || owes(caseNumber));
  }

  /** @return whether it is over and was paid for or cost nothing, and nobody doubted its letter yet */
  boolean doubtable(String caseNumber) {
    Reception reception = get(caseNumber);
    return reception.signedOn() != null && reception.blockedOn() == null && !owes(caseNumber);
  }

  /** @return the cases of a government's receptions that are over and whose letters nobody doubted yet, the newest first */
  List<String> heldOf(String governmentCode) {
    return select("""
      blocked_on is null and case_number in (select case_number from case_file where government_code = ? and outcome = 'HELD')
      order by signed_on desc, length(case_number) desc, case_number desc""", governmentCode).list()
        .stream()
        .map(Reception::caseNumber)
        .toList();
  }

  /** @return an office's receptions that were approved and whose lists are not signed yet, by their open cases */
  List<Reception> unsignedOf(long officeId) {
    return select("""
      estimate is not null and signed_on is null and case_number in (select case_number from case_file
        where office_id = ? and closed_at is null)
      order by length(case_number), case_number""", officeId).list();
  }

  /**
   * Who approves: the head, above the thresholds the government; the model asks this.
   *
   * @return id of the group
   */
  public String approvers(String caseNumber, long officeId, String governmentCode) {
    ReceptionList plan = lists.plan(caseNumber);
    BigDecimal sum = plan.sum().max(payable.getObject().sum(caseNumber));
    boolean above = plan.guests().size() > properties.headGuests() || sum.compareTo(properties.headAmount()) > 0;
    return above ? Groups.officialsOf(governmentCode) : Groups.headOf(officeId);
  }

  /** @return an office's receptions of a year that were approved, by their cases */
  List<Reception> approvedOf(long officeId, int year) {
    return select("""
      estimate is not null and extract(year from ends_on) = ? and case_number in (select case_number from case_file where office_id = ?)
      order by length(case_number), case_number""", year, officeId).list();
  }

  /** @return an office's receptions of which the list was signed up to a day, by their cases */
  List<Reception> signedOf(long officeId, LocalDate upTo) {
    return select("""
      signed_on <= ? and case_number in (select case_number from case_file where office_id = ?)
      order by length(case_number), case_number""", upTo, officeId).list();
  }

  void open(String caseNumber) {
    begin(caseNumber, Map.of());
  }

  void approve(String caseNumber, BigDecimal estimate) {
    change(caseNumber, Map.of("estimate", estimate));
    oweList(caseNumber);
  }

  /** The term of the list begins, with the event's last day at the earliest. */
  void oweList(String caseNumber) {
    LocalDate today = LocalDate.now(clock);
    LocalDate last = get(caseNumber).endsOn();
    change(caseNumber, Map.of("listOwedFrom", last.isAfter(today) ? last : today));
  }

  void block(String caseNumber, RevocationGround ground, String referredTo) {
    Map<String, Object> blocked = new HashMap<>(Map.of("blockedOn", LocalDate.now(clock), "blockedFor", ground));
    blocked.put("referredTo", referredTo);
    change(caseNumber, blocked);
  }

  /** Notes the letter that follows a note of a telephone call. */
  void letterFollowed(String caseNumber, String number, LocalDate day) {
    change(caseNumber, Map.of("laterLetterNumber", number, "laterLetterOn", day));
  }

  /**
   * @param declared whether the signer declares that no other body's costs are in the list
   * @param sharedExcess yuan, what is not paid of the companions' meals that are too many of several hosts; null where there are none
   */
  void sign(String caseNumber, LocalDate day, boolean declared, BigDecimal sharedExcess) {
    Map<String, Object> signed = new HashMap<>(Map.of("signedOn", day, "costsDeclared", declared));
    signed.put("sharedExcess", sharedExcess);
    change(caseNumber, signed);
  }

  /** @return the receptions of other offices that rest on the same letter and were not cancelled */
  List<Reception> ofOtherHosts(Reception reception, long officeId) {
    return select("""
      letter_sender = ? and letter_number = ? and exists (select 1 from case_file f where f.case_number = reception.case_number
        and f.office_id <> ? and (f.outcome is null or f.outcome in ('HELD', 'UNPAID')))
      order by length(case_number), case_number""", reception.letterSender(), reception.letterNumber(), officeId).list();
  }

  /** @return another case of the office that rests on the same letter and was not cancelled */
  Optional<String> onSameLetter(Reception reception, long officeId) {
    return select("""
      letter_sender = ? and letter_number = ? and case_number <> ? and exists (select 1 from case_file f
        where f.case_number = reception.case_number and f.office_id = ? and (f.outcome is null or f.outcome in ('HELD', 'UNPAID')))
      order by length(case_number), case_number""", reception.letterSender(), reception.letterNumber(), reception.caseNumber(), officeId)
        .list()
        .stream()
        .map(Reception::caseNumber)
        .findFirst();
  }
}
