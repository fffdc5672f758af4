package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.FormerName;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.text.SearchText;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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
  private static final String SHORTAGE = "reception-shortage";
  private static final String RECOVERY = "reception-recovery";
  static final String LETTER_TERM = "reception-letter";

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final PayableMeals payable;
  private final ReceptionSheets sheets;
  private final CaseFindings findings;
  private final CaseFiles cases;
  private final CaseDocuments documents;
  private final OfficeRegister register;
  private final Governments governments;
  private final Terms terms;
  private final Officials officials;
  private final Clock clock;

  ReceptionForms(Receptions receptions, ReceptionLists lists, ReceptionMoney money, PayableMeals payable, ReceptionSheets sheets,
      CaseFindings findings, CaseFiles cases, CaseDocuments documents, OfficeRegister register, Governments governments, Terms terms,
      Officials officials, Clock clock) {
    this.receptions = receptions;
    this.lists = lists;
    this.money = money;
    this.payable = payable;
    this.sheets = sheets;
    this.findings = findings;
    this.cases = cases;
    this.documents = documents;
    this.register = register;
    this.governments = governments;
    this.terms = terms;
    this.officials = officials;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of(APPLICATION, APPROVAL, LIST, EXCESS, SIGNATURE, PAYMENT, SHORTAGE, RECOVERY);
  }

  @Override
  public Set<String> keeps() {
    return Set.of("guests", "companions", "items", "paymentAmount", "reimbursedOn", "invoiceNumber", "invoicedOn", "invoiceBuyer",
        "paymentMethod", "paidSupplier", "laterLetterNumber", "laterLetterOn", "costsDeclared");
  }

  /** A list begins as what was planned. */
  @Override
  public Map<String, Object> values(FormTask task) {
    ReceptionList listed = task.form().equals(LIST) ? lists.list(task.caseNumber()) : null;
    ReceptionList shown = listed == null || listed.guests().isEmpty() ? lists.plan(task.caseNumber()) : listed;
    return switch (task.form()) {
      case APPLICATION, LIST -> Map.of("guests", shown.guests().stream().map(ReceptionForms::row).toList(), "companions",
          shown.companions().stream().map(ReceptionForms::row).toList(), "items", shown.items().stream().map(ReceptionForms::row).toList());
      case PAYMENT -> payment(task.caseNumber());
      default -> Map.of();
    };
  }

  /** Who is to be paid next, and the letter that follows a note of a telephone call. */
  private Map<String, Object> payment(String caseNumber) {
    Reception reception = receptions.get(caseNumber);
    Map<String, Object> values = new HashMap<>();
    if (reception.beganByTelephone()) {
      values.put("letterOwed", letterOwed(reception).toString());
    }
    values.put("laterLetterNumber", reception.laterLetterNumber());
    values.put("laterLetterOn", reception.laterLetterOn() == null ? null : reception.laterLetterOn().toString());
    lists.list(caseNumber)
        .items()
        .stream()
        .map(Item::supplier)
        .filter(supplier -> owed(caseNumber, supplier).signum() > 0)
        .findFirst()
        .ifPresent(
            supplier -> values.putAll(Map.of("paidSupplier", supplier, "paymentAmount", owed(caseNumber, supplier).toPlainString())));
    values.values().removeIf(Objects::isNull);
    return values;
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    String decision = submission.text(Submission.DECISION);
    switch (task.form()) {
      case APPLICATION -> {
        demandLetter(task, submission);
        lists.replace(caseNumber, false, list(submission));
      }
      case APPROVAL -> {
        if ("agree".equals(decision)) {
          refuseAfterEnd(caseNumber);
          refuseOneself(lists.plan(caseNumber));
          BigDecimal estimate = lists.plan(caseNumber).sum();
          sheets.file(caseNumber, OfficialTemplate.RECEPTION_APPROVAL, sheets.approval(caseNumber, submission));
          money.reserve(caseNumber, estimate);
          receptions.approve(caseNumber, estimate);
        }
      }
      case LIST -> {
        findings.settle(caseNumber);
        if ("cancelled".equals(decision)) {
          money.release(caseNumber);
        } else {
          refuseBeforeEnd(receptions.get(caseNumber));
          lists.replace(caseNumber, true, list(submission));
        }
      }
      case EXCESS -> {
        if ("agree".equals(decision)) {
          refuseOneself(lists.list(caseNumber));
          BigDecimal sum = payable.sum(caseNumber);
          sheets.file(caseNumber, OfficialTemplate.RECEPTION_APPROVAL, sheets.excess(caseNumber, submission));
          money.reserve(caseNumber, sum);
          receptions.approve(caseNumber, sum);
        } else {
          receptions.oweList(caseNumber);
        }
      }
      case SIGNATURE -> {
        if ("sign".equals(decision)) {
          if (!receptions.blocked(caseNumber)) {
            money.reserve(caseNumber, payable.sum(caseNumber));
          }
          receptions.sign(caseNumber, LocalDate.now(clock), submission.ticked("costsDeclared"),
              payable.shared(caseNumber).map(PayableMeals.Shared::own).orElse(null));
          sheets.file(caseNumber, OfficialTemplate.RECEPTION_LIST, sheets.list(caseNumber, submission));
        } else {
          receptions.oweList(caseNumber);
        }
      }
      case PAYMENT -> pay(caseNumber, submission);
      case SHORTAGE -> refuseWhileShort(cases.get(caseNumber).officeId());
      case RECOVERY -> {
        if ("recovered".equals(decision)) {
          refuseWhileOut(cases.get(caseNumber).parentCaseNumber());
        }
      }
      default -> throw new IllegalArgumentException(task.form());
    }
  }

  private void refuseWhileOut(String reception) {
    BigDecimal out = money.notRefunded(reception);
    if (out.signum() > 0) {
      throw new RefusedException("NOT_RECOVERED", "仍有%s没有退回，请先用“接待退款登记”登记退款；确实不能追回的，报负责同志审定。".formatted(InWords.yuan(out)),
          ReceptionRules.CLAUSE);
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

  /** Nobody is received without a letter, in an emergency not without a note of the call. */
  private void demandLetter(FormTask task, Submission application) {
    String kind = application.ticked("byTelephone") ? "TELEPHONE_NOTE" : "RECEPTION_LETTER";
    if (documents.list(task.caseNumber()).stream().noneMatch(document -> kind.equals(document.kind()))) {
      throw new RefusedException("LETTER_MISSING", "公函、电话记录都没有上传，无公函的公务活动不予接待；紧急的先上传电话记录。", ReceptionRules.CLAUSE);
    }
  }

  private void refuseAfterEnd(String caseNumber) {
    if (register.get(cases.get(caseNumber).officeId()).status().ended()) {
      throw new RefusedException(List.of(ReceptionRules.officeEnded()));
    }
  }

  /** A list tells what has taken place. */
  private void refuseBeforeEnd(Reception reception) {
    if (reception.endsOn().isAfter(LocalDate.now(clock))) {
      throw new RefusedException("LIST_EARLY", "接待至%s结束，当日起才能填写接待清单；没有进行的，请选择取消。".formatted(InWords.day(reception.endsOn())),
          ReceptionRules.CLAUSE);
    }
  }

  private void refuseWhileShort(long officeId) {
    int year = LocalDate.now(clock).getYear();
    BigDecimal available = money.available(officeId, year);
    if (available.signum() < 0) {
      throw new RefusedException("BUDGET_SHORT",
          "%d年公务接待预算仍缺%s，请先登记年度预算或者预算调整；不再进行的接待，请先取消。".formatted(year, InWords.yuan(available.negate())), ReceptionRules.CLAUSE);
    }
  }

  private LocalDate letterOwed(Reception reception) {
    return terms.lastDay(LETTER_TERM, reception.letterDate());
  }

  /** What began with a note of a telephone call is paid once its letter has come, in time. */
  private void followLetter(Reception reception, Submission payment) {
    if (!reception.beganByTelephone()) {
      return;
    }
    LocalDate last = letterOwed(reception);
    LocalDate came = payment.day("laterLetterOn");
    String number = payment.text("laterLetterNumber");
    boolean attached = documents.list(reception.caseNumber()).stream().anyMatch(document -> "RECEPTION_LETTER".equals(document.kind()));
    if (came == null || number == null || !attached) {
      throw new RefusedException("LETTER_OWED", "凭电话记录接待的，公函补到以后才能报销，请填写补送公函的文号、收到日期并上传公函；应于%s前补到。".formatted(InWords.day(last)),
          ReceptionRules.CLAUSE);
    }
    if (came.isAfter(last)) {
      throw new RefusedException("LETTER_TOO_LATE", "公函应于%s前补到，实际于%s收到，不予报销；请派出地政府撤销接待审批。".formatted(InWords.day(last), InWords.day(came)),
          ReceptionRules.CLAUSE);
    }
    receptions.letterFollowed(reception.caseNumber(), number, came);
  }

  /**
   * Costs are moved to nobody and from nobody; once the office has ended its government is the buyer. Under a former name it is the buyer
   * of what was invoiced in the days of that. The form of an older task asks for none.
   */
  private void refuseForeignBuyer(long officeId, String buyer, LocalDate invoicedOn) {
    Office office = register.get(officeId);
    String own = office.status().ended() ? governments.get(office.governmentCode()).title() : office.name();
    if (buyer == null || Stream.of(own, office.name()).anyMatch(name -> isSame(name, buyer))) {
      return;
    }
    List<FormerName> former = register.formerNamesOf(officeId).stream().filter(name -> isSame(name.name(), buyer)).toList();
    if (former.isEmpty()) {
      throw new RefusedException("INVOICE_OF_OTHERS",
          "发票购买方“%s”不是“%s”。禁止向下级单位及其他单位、企业、个人转嫁接待费用，也不得列支其他单位的费用，不予报销；开票有误的，请换开发票。".formatted(buyer, own), ReceptionRules.CLAUSE);
    }
    FormerName last = former.get(former.size() - 1);
    if (invoicedOn == null) {
      throw new RefusedException("INVOICE_DATE_MISSING",
          "“%s”是本机构%s以前的名称，请填写开票日期，核对发票是不是使用该名称时开具的。".formatted(buyer, InWords.day(last.until())), ReceptionRules.CLAUSE);
    }
    if (former.stream().noneMatch(name -> name.heldOn(invoicedOn))) {
      throw new RefusedException("INVOICE_OF_FORMER_NAME",
          "发票于%s开具，当时机构名称不是“%s”（该名称使用至%s），不予报销，请按当时的名称换开发票。".formatted(InWords.day(invoicedOn), buyer, InWords.day(last.until())),
          ReceptionRules.CLAUSE);
    }
  }

  private static boolean isSame(String name, String other) {
    return SearchText.canonical(name).equals(SearchText.canonical(other));
  }

  private void pay(String caseNumber, Submission payment) {
    Reception reception = receptions.get(caseNumber);
    followLetter(reception, payment);
    if (payment.day("reimbursedOn").isBefore(reception.signedOn())) {
      throw new RefusedException("PAID_BEFORE_SIGNED", "付款日期早于接待清单签字的日期；公函、清单、发票齐全后才能报销，请核对。", ReceptionRules.CLAUSE);
    }
    refuseForeignBuyer(cases.get(caseNumber).officeId(), payment.text("invoiceBuyer"), payment.day("invoicedOn"));
    String supplier = payment.text("paidSupplier");
    money.pay(caseNumber, supplier, payable.sum(caseNumber, supplier), payment.amount("paymentAmount"), payment.day("reimbursedOn"),
        payment.text("invoiceNumber"), payment.day("invoicedOn"), PaymentMethod.valueOf(payment.text("paymentMethod")),
        payment.text("invoiceBuyer"));
    sheets.file(caseNumber, OfficialTemplate.RECEPTION_REIMBURSEMENT, sheets.reimbursement(caseNumber));
  }

  private BigDecimal owed(String caseNumber, String supplier) {
    return payable.sum(caseNumber, supplier).subtract(money.paid(caseNumber, supplier));
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
