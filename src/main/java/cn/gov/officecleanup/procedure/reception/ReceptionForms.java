package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms of a reception (C18): its tables, and what happens to the budget by approval, cancellation, signature and payment. */
@Component
class ReceptionForms implements FormContent {

  private static final String APPLICATION = "reception-application";
  private static final String APPROVAL = "reception-approval";
  private static final String LIST = "reception-list";
  private static final String EXCESS = "reception-excess";
  private static final String SIGNATURE = "reception-signature";
  private static final String PAYMENT = "reception-payment";

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final CaseFindings findings;
  private final Officials officials;
  private final Clock clock;

  ReceptionForms(Receptions receptions, ReceptionLists lists, ReceptionMoney money, CaseFindings findings, Officials officials,
      Clock clock) {
    this.receptions = receptions;
    this.lists = lists;
    this.money = money;
    this.findings = findings;
    this.officials = officials;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(APPLICATION, APPROVAL, LIST, EXCESS, SIGNATURE, PAYMENT);
  }

  @Override
  public Set<String> keeps() {
    return Set.of("guests", "companions", "items", "paymentAmount", "reimbursedOn", "invoiceNumber", "paymentMethod", "paidSupplier");
  }

  /** A list begins as what was planned. */
  @Override
  public Map<String, Object> values(FormTask task) {
    ReceptionList listed = task.form().equals(LIST) ? lists.list(task.caseNumber()) : null;
    ReceptionList shown = listed == null || listed.guests().isEmpty() ? lists.plan(task.caseNumber()) : listed;
    return switch (task.form()) {
      case APPLICATION, LIST -> Map.of("guests", shown.guests().stream().map(ReceptionForms::row).toList(), "companions",
          shown.companions().stream().map(ReceptionForms::row).toList(), "items", shown.items().stream().map(ReceptionForms::row).toList());
      case PAYMENT -> lists.list(task.caseNumber())
          .items()
          .stream()
          .map(Item::supplier)
          .filter(supplier -> owed(task.caseNumber(), supplier).signum() > 0)
          .findFirst()
          .<Map<String, Object>>map(
              supplier -> Map.of("paidSupplier", supplier, "paymentAmount", owed(task.caseNumber(), supplier).toPlainString()))
          .orElse(Map.of());
      default -> Map.of();
    };
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    String decision = submission.text(Submission.DECISION);
    switch (task.form()) {
      case APPLICATION -> lists.replace(caseNumber, false, list(submission));
      case APPROVAL -> {
        if ("agree".equals(decision)) {
          refuseOneself(lists.plan(caseNumber));
          BigDecimal estimate = lists.plan(caseNumber).sum();
          money.reserve(caseNumber, estimate);
          receptions.approve(caseNumber, estimate);
        }
      }
      case LIST -> {
        findings.settle(caseNumber);
        if ("cancelled".equals(decision)) {
          money.release(caseNumber);
        } else {
          lists.replace(caseNumber, true, list(submission));
        }
      }
      case EXCESS -> {
        if ("agree".equals(decision)) {
          refuseOneself(lists.list(caseNumber));
          BigDecimal sum = lists.list(caseNumber).sum();
          money.reserve(caseNumber, sum);
          receptions.approve(caseNumber, sum);
        }
      }
      case SIGNATURE -> {
        if ("sign".equals(decision)) {
          money.reserve(caseNumber, lists.list(caseNumber).sum());
          receptions.sign(caseNumber, LocalDate.now(clock));
        }
      }
      case PAYMENT -> pay(caseNumber, submission);
      default -> throw new IllegalArgumentException(task.form());
    }
  }

  /** Who approves is neither a guest nor alone with them. */
  private void refuseOneself(ReceptionList list) {
    String approver = officials.required().name();
    boolean alone = list.companions().size() == 1 && list.companions().get(0).name().equals(approver);
    if (alone || list.guests().stream().anyMatch(guest -> guest.name().equals(approver))) {
      throw new RefusedException("APPROVES_ONESELF", "“%s”是接待对象或者唯一的陪餐人员，不能审批本次接待，请由其他负责人审批。".formatted(approver), ReceptionRules.CLAUSE);
    }
  }

  private void pay(String caseNumber, Submission payment) {
    if (payment.day("reimbursedOn").isBefore(receptions.get(caseNumber).signedOn())) {
      throw new RefusedException("PAID_BEFORE_SIGNED", "付款日期早于接待清单签字的日期；公函、清单、发票齐全后才能报销，请核对。", ReceptionRules.CLAUSE);
    }
    String supplier = payment.text("paidSupplier");
    money.pay(caseNumber, supplier, listed(caseNumber, supplier), payment.amount("paymentAmount"), payment.day("reimbursedOn"),
        payment.text("invoiceNumber"), PaymentMethod.valueOf(payment.text("paymentMethod")));
  }

  private BigDecimal owed(String caseNumber, String supplier) {
    return listed(caseNumber, supplier).subtract(money.paid(caseNumber, supplier));
  }

  private BigDecimal listed(String caseNumber, String supplier) {
    return lists.list(caseNumber)
        .items()
        .stream()
        .filter(item -> item.supplier().equals(supplier))
        .map(Item::amount)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private static ReceptionList list(Submission submission) {
    List<Item> items = submission.rows("items")
        .stream()
        .map(row -> new Item(ItemKind.valueOf(row.text("kind")), row.day("heldOn"), row.text("supplier"), row.text("content"),
            row.number("quantity"), row.amount("unitPrice")))
        .toList();
    return new ReceptionList(people(submission, "guests"), people(submission, "companions"), items);
  }

  private static List<Person> people(Submission submission, String table) {
    return submission.rows(table).stream().map(row -> new Person(row.text("name"), row.text("employer"), row.text("jobTitle"))).toList();
  }

  private static Map<String, Object> row(Person person) {
    return Map.of("name", person.name(), "employer", person.unit(), "jobTitle", person.post());
  }

  private static Map<String, Object> row(Item item) {
    return Map.of("kind", item.kind().name(), "heldOn", item.heldOn().toString(), "supplier", item.supplier(), "content", item.content(),
        "quantity", String.valueOf(item.quantity()), "unitPrice", item.unitPrice().toPlainString());
  }
}
