package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.identity.Groups;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The receptions of all cases (C18). */
@Repository
@EnableConfigurationProperties(ReceptionProperties.class)
public class Receptions extends FormRecords<Reception> {

  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final ReceptionProperties properties;
  private final Clock clock;

  Receptions(JdbcClient jdbc, ReceptionLists lists, ReceptionMoney money, ReceptionProperties properties, Clock clock) {
    super(jdbc, Reception.class, "reception", "reception-application");
    this.lists = lists;
    this.money = money;
    this.properties = properties;
    this.clock = clock;
  }

  /** @return whether the office gave the reception up; the model asks this */
  public boolean abandoned(String caseNumber) {
    return Boolean.TRUE.equals(get(caseNumber).abandoned());
  }

  /** @return whether the list comes to more than what was approved; the model asks this */
  public boolean exceedsEstimate(String caseNumber) {
    return lists.list(caseNumber).sum().compareTo(get(caseNumber).estimate()) > 0;
  }

  /** @return whether something of the signed list is still to be paid; the model asks this */
  public boolean owes(String caseNumber) {
    return money.owed(caseNumber).signum() > 0;
  }

  /** @return whether the approval can be taken back: before the event, or while something of the signed list is still to be paid */
  boolean revocable(String caseNumber) {
    Reception reception = get(caseNumber);
    return reception.estimate() != null
        && (reception.signedOn() == null ? reception.startsOn().isAfter(LocalDate.now(clock)) : owes(caseNumber));
  }

  /**
   * Who approves: the head, above the thresholds the government; the model asks this.
   *
   * @return id of the group
   */
  public String approvers(String caseNumber, long officeId, String governmentCode) {
    ReceptionList plan = lists.plan(caseNumber);
    BigDecimal sum = plan.sum().max(lists.list(caseNumber).sum());
    boolean above = plan.guests().size() > properties.headGuests() || sum.compareTo(properties.headAmount()) > 0;
    return above ? Groups.officialsOf(governmentCode) : Groups.headOf(officeId);
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
  }

  void sign(String caseNumber, LocalDate day) {
    change(caseNumber, Map.of("signedOn", day));
  }

  /** @return another case of the office that rests on the same letter and was not cancelled */
  Optional<String> onSameLetter(Reception reception, long officeId) {
    return select("""
      letter_sender = ? and letter_number = ? and case_number <> ? and case_number in (select case_number from case_file
        where office_id = ? and (outcome is null or outcome in ('HELD', 'UNPAID')))
      order by length(case_number), case_number""", reception.letterSender(), reception.letterNumber(), reception.caseNumber(), officeId)
        .list()
        .stream()
        .map(Reception::caseNumber)
        .findFirst();
  }
}
