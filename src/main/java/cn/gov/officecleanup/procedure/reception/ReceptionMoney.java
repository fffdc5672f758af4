package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Budgets, reservations and payments of receptions (C18). Available is the budget with its adjustments, less what was paid in the year and
 * what is reserved and not yet paid. A reservation has no year of its own: what is open loads the running year (cash basis, 预算法 art. 58),
 * so that it moves to the new one at New Year with nothing to be done. Who changes an office's money holds the office's row: it is never
 * spent twice.
 */
@Repository
class ReceptionMoney {

  private static final String CLAUSE = "C18";

  private final JdbcClient jdbc;
  private final Clock clock;

  ReceptionMoney(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Enters a budget of a year, or an adjustment of it, by its document. */
  @Transactional
  public void enter(long officeId, int year, boolean adjustment, BigDecimal amount, String documentNumber, String userId) {
    hold(officeId);
    boolean entered = budget(officeId, year) != null;
    if (entered != adjustment) {
      throw new RefusedException("BUDGET_OR_ADJUSTMENT",
          entered ? "%d年的预算已经登记，请改为登记预算调整。".formatted(year) : "%d年的预算尚未登记，请先登记预算。".formatted(year), CLAUSE);
    }
    if (jdbc
        .sql("select count(*) from reception_budget_entry where office_id = ? and budget_year = ? and document_number = ? and amount = ?")
        .params(officeId, year, documentNumber, amount)
        .query(Long.class)
        .single() > 0) {
      throw new RefusedException("ADJUSTMENT_KNOWN", "依据%s的这笔金额已经登记，不能重复登记。".formatted(documentNumber), CLAUSE);
    }
    // what is too little yet helps, too: a shortage of the new year is not refused, but a task
    if (amount.signum() < 0 && available(officeId, year).add(amount).signum() < 0) {
      throw new RefusedException("BUDGET_SPENT", "调整后可用预算将少于零：现可用%s，调减不能超过该数。".formatted(InWords.yuan(available(officeId, year))), CLAUSE);
    }
    jdbc.sql("""
      insert into reception_budget_entry (office_id, budget_year, adjustment, amount, document_number, entered_by, entered_at)
      values (?, ?, ?, ?, ?, ?, ?)""")
        .params(officeId, year, adjustment, amount, documentNumber, userId, OffsetDateTime.now(clock))
        .update();
  }

  /** @return the year's budget as first entered; null where none was */
  BigDecimal budget(long officeId, int year) {
    return entries(officeId, year, false);
  }

  /** @return adjustments of the year's budget, summed; null where none was entered */
  BigDecimal adjustments(long officeId, int year) {
    return entries(officeId, year, true);
  }

  private BigDecimal entries(long officeId, int year, boolean adjustment) {
    return jdbc.sql("select sum(amount) from reception_budget_entry where office_id = ? and budget_year = ? and adjustment = ?")
        .params(officeId, year, adjustment)
        .query(BigDecimal.class)
        .optional()
        .orElse(null);
  }

  /** @return what can still be reserved in a year, at least in the present one: for what begins in a later year, of that year's budget */
  BigDecimal available(long officeId, int year) {
    return limit(officeId, year).subtract(paid(officeId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        .subtract(open(officeId, year));
  }

  /** Before the budget of a year is entered, what was paid in the same months of the year before may be spent (预算法 art. 54 (2)). */
  private BigDecimal limit(long officeId, int year) {
    BigDecimal budget = budget(officeId, year);
    if (budget != null) {
      BigDecimal adjustments = adjustments(officeId, year);
      return adjustments == null ? budget : budget.add(adjustments);
    }
    LocalDate today = LocalDate.now(clock);
    if (today.getYear() != year) {
      return BigDecimal.ZERO.setScale(2);
    }
    LocalDate sameMonth = today.minusYears(1);
    return paid(officeId, LocalDate.of(year - 1, 1, 1), sameMonth.withDayOfMonth(sameMonth.lengthOfMonth()));
  }

  private BigDecimal paid(long officeId, LocalDate from, LocalDate to) {
    return jdbc.sql("""
      select coalesce(sum(p.kept), 0.00) from reception_payment_kept p join case_file f on f.case_number = p.case_number
      where f.office_id = ? and p.paid_on between ? and ?""").params(officeId, from, to).query(BigDecimal.class).single();
  }

  /** @return what came back in a year of payments of earlier years */
  BigDecimal refundedOfEarlierPayments(long officeId, int year) {
    return jdbc.sql("""
      select coalesce(sum(r.amount), 0.00) from reception_refund r join reception_payment p on p.id = r.payment_id
      join case_file f on f.case_number = p.case_number
      where f.office_id = ? and extract(year from r.refunded_on) = ? and extract(year from p.paid_on) < ?""")
        .params(officeId, year, year)
        .query(BigDecimal.class)
        .single();
  }

  /** A payment of which something may come back. */
  record Payment(long id, String caseNumber, long officeId, LocalDate paidOn, String supplier, BigDecimal amount, BigDecimal refunded,
      String invoiceNumber) {
  }

  private static final String PAYMENTS = """
    select p.id, p.case_number, f.office_id, p.paid_on, p.supplier, p.amount, p.invoice_number,
      (select coalesce(sum(r.amount), 0.00) from reception_refund r where r.payment_id = p.id) as refunded
    from reception_payment p join case_file f on f.case_number = p.case_number where """;

  /** @return the payments of a government's offices of which not all has come back, the newest first */
  List<Payment> refundable(String governmentCode) {
    return jdbc.sql(PAYMENTS + " f.government_code = ? and p.amount > (select coalesce(sum(r.amount), 0.00) from reception_refund r"
        + " where r.payment_id = p.id) order by p.id desc").param(governmentCode).query(Payment.class).list();
  }

  /** @throws RefusedException when it came before the payment, or more came back than was paid */
  @Transactional
  public void refund(long paymentId, BigDecimal amount, LocalDate day, String documentNumber, String userId) {
    hold(payment(paymentId).officeId());
    Payment payment = payment(paymentId);
    if (day.isBefore(payment.paidOn())) {
      throw new RefusedException("REFUND_BEFORE_PAYMENT", "退款日期早于付款日期%s，请核对。".formatted(InWords.day(payment.paidOn())), CLAUSE);
    }
    BigDecimal left = payment.amount().subtract(payment.refunded());
    if (amount.compareTo(left) > 0) {
      throw new RefusedException("REFUND_EXCEEDED", "退款%s超过该笔付款尚未退回的%s，请核对。".formatted(InWords.yuan(amount), InWords.yuan(left)), CLAUSE);
    }
    jdbc.sql("""
      insert into reception_refund (payment_id, refunded_on, amount, document_number, entered_by, entered_at)
      values (?, ?, ?, ?, ?, ?)""").params(paymentId, day, amount, documentNumber, userId, OffsetDateTime.now(clock)).update();
  }

  private Payment payment(long id) {
    return jdbc.sql(PAYMENTS + " p.id = ?").param(id).query(Payment.class).single();
  }

  /** @return what is reserved for an office's receptions and not yet paid, one by one in words */
  List<String> openReservations(long officeId) {
    return jdbc.sql("""
      select f.case_number, f.title, reserved - (select coalesce(sum(p.amount), 0.00) from reception_payment p
        where p.case_number = reception.case_number) as owed
      from reception join case_file f on f.case_number = reception.case_number
      where f.office_id = ? and reserved > (select coalesce(sum(p.amount), 0.00) from reception_payment p
        where p.case_number = reception.case_number)
      order by length(f.case_number), f.case_number""")
        .param(officeId)
        .query((row, number) -> "%s %s：%s".formatted(row.getString("case_number"), row.getString("title"),
            InWords.yuan(row.getBigDecimal("owed"))))
        .list();
  }

  /** @return ids of the offices whose open reservations are more than the running year bears, as when it has just begun */
  List<Long> shortOffices() {
    int year = LocalDate.now(clock).getYear();
    return jdbc.sql("""
      select distinct f.office_id from reception join case_file f on f.case_number = reception.case_number
      where reserved > (select coalesce(sum(p.amount), 0.00) from reception_payment p where p.case_number = reception.case_number)
      order by f.office_id""").query(Long.class).list().stream().filter(office -> available(office, year).signum() < 0).toList();
  }

  /** What is reserved and not yet paid loads the running year, and what begins in a later one that. */
  private BigDecimal open(long officeId, int year) {
    return jdbc.sql("""
      select coalesce(sum(reserved - (select coalesce(sum(amount), 0.00) from reception_payment
        where reception_payment.case_number = reception.case_number)), 0.00)
      from reception join case_file on case_file.case_number = reception.case_number
      where office_id = ? and reserved is not null and greatest(extract(year from starts_on), ?) = ?""")
        .params(officeId, LocalDate.now(clock).getYear(), year)
        .query(BigDecimal.class)
        .single();
  }

  /**
   * Reserves an amount for a reception in the place of what was reserved before.
   *
   * @throws RefusedException when more is wanted than is available with what is reserved already, or less than was paid
   */
  @Transactional
  public void reserve(String caseNumber, BigDecimal amount) {
    long officeId = holdOfficeOf(caseNumber);
    int year = jdbc.sql("select starts_on from reception where case_number = ?")
        .param(caseNumber)
        .query((row, number) -> Math.max(row.getObject(1, LocalDate.class).getYear(), LocalDate.now(clock).getYear()))
        .single();
    BigDecimal own = owed(caseNumber);
    BigDecimal paid = paid(caseNumber);
    if (amount.compareTo(paid) < 0) {
      throw new RefusedException("LESS_THAN_PAID", "已经报销%s，不能少于该数。".formatted(InWords.yuan(paid)), CLAUSE);
    }
    if (amount.subtract(paid).compareTo(available(officeId, year).add(own)) > 0) {
      throw new RefusedException("BUDGET_EXCEEDED", "需要%s，超过%d年公务接待可用预算%s，请派出地政府先调整预算。".formatted(InWords.yuan(amount.subtract(paid)), year,
          InWords.yuan(available(officeId, year).add(own))), CLAUSE);
    }
    jdbc.sql("update reception set reserved = ? where case_number = ?").params(amount, caseNumber).update();
  }

  /** Frees what is reserved for a reception and not yet paid; unlike a reservation that also where the budget is short. */
  @Transactional
  public void release(String caseNumber) {
    holdOfficeOf(caseNumber);
    jdbc.sql("update reception set reserved = ? where case_number = ?").params(paid(caseNumber), caseNumber).update();
  }

  /** @return what is reserved for a reception and not yet paid */
  BigDecimal owed(String caseNumber) {
    return jdbc.sql("select coalesce(reserved, 0.00) from reception where case_number = ?")
        .param(caseNumber)
        .query(BigDecimal.class)
        .single()
        .subtract(paid(caseNumber));
  }

  private BigDecimal paid(String caseNumber) {
    return jdbc.sql("select coalesce(sum(amount), 0.00) from reception_payment where case_number = ?")
        .param(caseNumber)
        .query(BigDecimal.class)
        .single();
  }

  /**
   * @param listed what the signed list has of this supplier
   * @param invoicedOn day of the invoice; null where it was not asked or told
   * @param buyer as the invoice names it; null where the form did not ask
   * @throws RefusedException when it is more than the signed list leaves, or the invoice was paid before
   */
  @Transactional
  public void pay(String caseNumber, String supplier, BigDecimal listed, BigDecimal amount, LocalDate paidOn, String invoiceNumber,
      LocalDate invoicedOn, PaymentMethod method, String buyer) {
    long officeId = holdOfficeOf(caseNumber);
    BigDecimal ofSupplier = listed.subtract(paid(caseNumber, supplier));
    if (amount.compareTo(ofSupplier) > 0) {
      throw new RefusedException("SUPPLIER_EXCEEDED",
          "报销%s超过接待清单中“%s”尚未报销的%s，请核对收款单位和金额。".formatted(InWords.yuan(amount), supplier, InWords.yuan(ofSupplier)), CLAUSE);
    }
    BigDecimal owed = owed(caseNumber);
    if (amount.compareTo(owed) > 0) {
      throw new RefusedException("LIST_EXCEEDED", "报销%s超过接待清单尚未报销的%s，请核对。".formatted(InWords.yuan(amount), InWords.yuan(owed)), CLAUSE);
    }
    int year = paidOn.getYear();
    if (year < LocalDate.now(clock).getYear() && amount.compareTo(available(officeId, year)) > 0) {
      throw new RefusedException("BUDGET_EXCEEDED",
          "付款日期属于%d年，该年公务接待预算只余%s，请核对付款日期。".formatted(year, InWords.yuan(available(officeId, year))), CLAUSE);
    }
    try {
      jdbc.sql("""
        insert into reception_payment (case_number, paid_on, supplier, amount, invoice_number, invoiced_on, method, buyer)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(caseNumber, paidOn, supplier, amount, invoiceNumber, invoicedOn, method.name(), buyer)
          .update();
    } catch (DuplicateKeyException e) {
      throw new RefusedException("INVOICE_PAID", "发票%s已经报销过，不能重复报销。".formatted(invoiceNumber), CLAUSE);
    }
  }

  /** What a supplier got, by its invoice. */
  record Paid(LocalDate paidOn, String supplier, BigDecimal amount, PaymentMethod method, String invoiceNumber) {
  }

  /** @return what was paid for a reception, in the order of the payments */
  List<Paid> paymentsOf(String caseNumber) {
    return jdbc.sql("select paid_on, supplier, amount, method, invoice_number from reception_payment where case_number = ? order by id")
        .param(caseNumber)
        .query(Paid.class)
        .list();
  }

  /** @return what was paid for a reception and what came back of it, one by one in words */
  List<String> payments(String caseNumber) {
    return jdbc.sql("""
      select paid_on, supplier, amount, invoice_number, method, id as payment, 0 as refund from reception_payment where case_number = ?
      union all select refunded_on, supplier, r.amount, r.document_number, null, p.id, r.id from reception_refund r
      join reception_payment p on p.id = r.payment_id where p.case_number = ? order by 6, 7""")
        .params(caseNumber, caseNumber)
        .query((row, number) -> row.getString("method") == null
            ? "%s，%s退回%s，凭证%s".formatted(InWords.day(row.getObject("paid_on", LocalDate.class)), row.getString("supplier"),
                InWords.yuan(row.getBigDecimal("amount")), row.getString("invoice_number"))
            : "%s，%s%s，%s，发票%s".formatted(InWords.day(row.getObject("paid_on", LocalDate.class)), row.getString("supplier"),
                InWords.yuan(row.getBigDecimal("amount")), PaymentMethod.valueOf(row.getString("method")).label(),
                row.getString("invoice_number")))
        .list();
  }

  /** @return what was paid for a reception and has not come back, whenever it would */
  BigDecimal notRefunded(String caseNumber) {
    return paid(caseNumber).subtract(jdbc.sql("""
      select coalesce(sum(r.amount), 0.00) from reception_refund r join reception_payment p on p.id = r.payment_id
      where p.case_number = ?""").param(caseNumber).query(BigDecimal.class).single());
  }

  /** @return what a supplier was paid for a reception */
  BigDecimal paid(String caseNumber, String supplier) {
    return jdbc.sql("select coalesce(sum(amount), 0.00) from reception_payment where case_number = ? and supplier = ?")
        .params(caseNumber, supplier)
        .query(BigDecimal.class)
        .single();
  }

  private long holdOfficeOf(String caseNumber) {
    long officeId = jdbc.sql("select office_id from case_file where case_number = ?").param(caseNumber).query(Long.class).single();
    hold(officeId);
    return officeId;
  }

  private void hold(long officeId) {
    jdbc.sql("select id from office where id = ? for update").param(officeId).query(Long.class).single();
  }
}
