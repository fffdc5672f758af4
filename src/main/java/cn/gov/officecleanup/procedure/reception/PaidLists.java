package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.reception.ReceptionYear.Sum;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts an office's year from signed lists and what was paid for them. Who is paid in parts is paid for the items in the order of the
 * list, so that places and kinds come to the same sum, to the fen.
 */
@Component
class PaidLists implements ReceptionYears {

  private static final Set<String> COMPANIONS = Set.of(ReceptionRules.COMPANIONS, SharedReceptions.COMPANIONS_TOGETHER);

  private final JdbcClient jdbc;
  private final Receptions receptions;
  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final ReceptionSettings settings;
  private final OfficeRegister register;
  private final CaseFindings findings;
  private final Terms terms;
  private final Clock clock;

  PaidLists(JdbcClient jdbc, Receptions receptions, ReceptionLists lists, ReceptionMoney money, ReceptionSettings settings,
      OfficeRegister register, CaseFindings findings, Terms terms, Clock clock) {
    this.jdbc = jdbc;
    this.receptions = receptions;
    this.lists = lists;
    this.money = money;
    this.settings = settings;
    this.register = register;
    this.findings = findings;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * What was paid to one supplier for one list.
   *
   * @param kept what did not come back in the same year
   */
  private record Payment(String caseNumber, LocalDate paidOn, String supplier, BigDecimal amount, BigDecimal kept) {
  }

  /** Sums that grow. */
  private static final class Year {

    private BigDecimal paid = zero();
    private BigDecimal ofEarlierEvents = zero();
    private BigDecimal unpaid = zero();
    private int receptions;
    private int guests;
    private final Map<String, BigDecimal> venues = new HashMap<>();
    private final Map<String, BigDecimal> items = new HashMap<>();
  }

  @Override
  public ReceptionYear of(long officeId, int year) {
    Office office = register.get(officeId);
    Year sums = new Year();
    List<Payment> payments = jdbc.sql("""
      select p.case_number, p.paid_on, p.supplier, p.amount, p.kept
      from reception_payment_kept p join case_file f on f.case_number = p.case_number
      where f.office_id = ? and p.paid_on <= ? order by p.id""").params(officeId, LocalDate.of(year, 12, 31)).query(Payment.class).list();
    receptions.signedOf(officeId, LocalDate.of(year, 12, 31)).forEach(reception -> count(sums, reception, payments, year));
    return new ReceptionYear(money.budget(officeId, year), Objects.requireNonNullElse(money.adjustments(officeId, year), zero()), sums.paid,
        sums.ofEarlierEvents, money.refundedOfEarlierPayments(officeId, year), sums.unpaid, sums.receptions, sums.guests,
        greatestFirst(sums.venues), greatestFirst(sums.items),
        settings.standardsIn(office.governmentCode(), office.entry().hostCityCode(), year));
  }

  @Override
  public List<String> breaches(long officeId, int year) {
    return receptions.approvedOf(officeId, year)
        .stream()
        .flatMap(reception -> breaches(reception).map(breach -> "案件%s：%s".formatted(reception.caseNumber(), breach)))
        .toList();
  }

  /** A list that is not signed yet may still be mended; a letter that may still come is none that is missing. */
  private Stream<String> breaches(Reception reception) {
    boolean signed = reception.signedOn() != null;
    Stream<String> letter = reception.blockedFor() == RevocationGround.FALSE_LETTER ? Stream.of("接待所凭的公函不实，按无公函接待认定。")
        : signed && reception.beganByTelephone() && reception.laterLetterOn() == null
            && LocalDate.now(clock).isAfter(terms.lastDay(ReceptionForms.LETTER_TERM, reception.letterDate()))
                ? Stream.of("凭电话记录接待，公函没有按期补到，按无公函接待认定。")
                : Stream.empty();
    Stream<String> companions = findings.open(reception.caseNumber())
        .stream()
        .filter(finding -> signed && COMPANIONS.contains(finding.code()))
        .map(Finding::message);
    return Stream.concat(letter, companions);
  }

  private void count(Year sums, Reception reception, List<Payment> payments, int year) {
    ReceptionList list = lists.list(reception.caseNumber());
    List<BigDecimal> left = new ArrayList<>(list.items().stream().map(Item::amount).toList());
    BigDecimal paid = zero();
    BigDecimal paidInYear = zero();
    boolean anyInYear = false;
    for (Payment payment : payments.stream().filter(one -> one.caseNumber().equals(reception.caseNumber())).toList()) {
      paid = paid.add(payment.amount());
      boolean inYear = payment.paidOn().getYear() == year;
      BigDecimal rest = payment.kept();
      if (inYear) {
        paidInYear = paidInYear.add(rest);
        anyInYear = true;
        sums.venues.merge(payment.supplier(), rest, BigDecimal::add);
      }
      for (int position = 0; position < left.size(); position++) {
        Item item = list.items().get(position);
        BigDecimal part = item.supplier().equals(payment.supplier()) ? rest.min(left.get(position)) : zero();
        left.set(position, left.get(position).subtract(part));
        rest = rest.subtract(part);
        if (inYear && part.signum() > 0) {
          sums.items.merge(item.kind().label(), part, BigDecimal::add);
        }
      }
    }
    sums.paid = sums.paid.add(paidInYear);
    if (reception.endsOn().getYear() < year) {
      sums.ofEarlierEvents = sums.ofEarlierEvents.add(paidInYear);
    }
    sums.unpaid = sums.unpaid.add(reception.reserved().subtract(paid));
    if (anyInYear || list.sum().signum() == 0 && reception.endsOn().getYear() == year) {
      sums.receptions++;
      sums.guests += list.guests().size();
    }
  }

  private static List<Sum> greatestFirst(Map<String, BigDecimal> sums) {
    return sums.entrySet()
        .stream()
        .map(entry -> new Sum(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Sum::amount).reversed().thenComparing(Sum::name))
        .toList();
  }

  private static BigDecimal zero() {
    return BigDecimal.ZERO.setScale(2);
  }
}
