package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.ReceptionSheet;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** C18: the forms of a reception (接待审批单, 接待清单, 报销单), looked at by who decides and filed with the case by the decision. */
@Component
class ReceptionSheets {

  /** what a decision is called on paper */
  private static final Map<String, String> DECISIONS = Map.of("agree", "同意", "return", "退回修改", "refuse", "不予接待", "sign", "清单属实");

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final PayableMeals payable;
  private final CaseFiles cases;
  private final OfficeRegister register;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Officials officials;
  private final Clock clock;

  ReceptionSheets(Receptions receptions, ReceptionLists lists, ReceptionMoney money, PayableMeals payable, CaseFiles cases,
      OfficeRegister register, OfficialDocuments documents, CaseDocuments filed, Officials officials, Clock clock) {
    this.receptions = receptions;
    this.lists = lists;
    this.money = money;
    this.payable = payable;
    this.cases = cases;
    this.register = register;
    this.documents = documents;
    this.filed = filed;
    this.officials = officials;
    this.clock = clock;
  }

  /** @return .docx: what is planned, with the decision about it */
  byte[] approval(String caseNumber, Submission decision) {
    return draw(OfficialTemplate.RECEPTION_APPROVAL, caseNumber, lists.plan(caseNumber), decision, List.of());
  }

  /** @return .docx: what took place and came to more than was planned, with the decision about it */
  byte[] excess(String caseNumber, Submission decision) {
    return draw(OfficialTemplate.RECEPTION_APPROVAL, caseNumber, lists.list(caseNumber), decision, List.of());
  }

  /** @return .docx: what took place, with who says so */
  byte[] list(String caseNumber, Submission decision) {
    return draw(OfficialTemplate.RECEPTION_LIST, caseNumber, lists.list(caseNumber), decision, List.of());
  }

  /** @return .docx: letter, list and invoices, with the payment that is being filled in, where it is whole */
  byte[] reimbursementWith(String caseNumber, Submission typed) {
    boolean whole = Stream.of("reimbursedOn", "paidSupplier", "paymentAmount", "paymentMethod", "invoiceNumber")
        .map(typed::text)
        .noneMatch(Objects::isNull);
    return reimbursement(caseNumber, whole ? List.of(new ReceptionMoney.Paid(typed.day("reimbursedOn"), typed.text("paidSupplier"),
        typed.amount("paymentAmount"), PaymentMethod.valueOf(typed.text("paymentMethod")), typed.text("invoiceNumber"))) : List.of());
  }

  /** @return .docx: letter, list and invoices, as paid until now */
  byte[] reimbursement(String caseNumber) {
    return reimbursement(caseNumber, List.of());
  }

  private byte[] reimbursement(String caseNumber, List<ReceptionMoney.Paid> further) {
    List<ReceptionSheet.Payment> payments = Stream.concat(money.paymentsOf(caseNumber).stream(), further.stream())
        .map(paid -> new ReceptionSheet.Payment(paid.paidOn(), paid.supplier(), paid.amount(), paid.method().label(), paid.invoiceNumber()))
        .toList();
    return draw(OfficialTemplate.RECEPTION_REIMBURSEMENT, caseNumber, lists.list(caseNumber), new Submission(Map.of()), payments);
  }

  /** Files a form with its case. */
  void file(String caseNumber, OfficialTemplate form, byte[] sheet) {
    String name = "%s %s %d.docx".formatted(caseNumber, form.label(),
        filed.list(caseNumber).stream().filter(document -> document.kind().equals(form.name())).count() + 1);
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), form.name(), name, sheet, CaseFiles.SYSTEM));
  }

  private byte[] draw(OfficialTemplate form, String caseNumber, ReceptionList list, Submission decision,
      List<ReceptionSheet.Payment> payments) {
    Reception reception = receptions.get(caseNumber);
    CaseFile file = cases.get(caseNumber);
    LocalDate today = LocalDate.now(clock);
    int year = Math.max(reception.startsOn().getYear(), today.getYear());
    BigDecimal available = money.available(file.officeId(), year).add(money.owed(caseNumber));
    String opinion = Stream
        .of(DECISIONS.get(Objects.toString(decision.text(Submission.DECISION), "")), decision.text(Submission.OPINION),
            decision.ticked("costsDeclared") ? "本清单没有列入其他单位的费用，也没有向其他单位、下级单位、企业和个人转嫁费用。" : null)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("："));
    return documents.receptionSheet(new ReceptionSheet(form, caseNumber, today, register.get(file.officeId()).name(),
        new ReceptionSheet.Letter(reception.letterSender(), reception.letterNumber(), reception.letterDate(),
            reception.visitPurpose().label(), reception.guestClass().label(), reception.startsOn(), reception.endsOn(), reception.route()),
        named(list.guests()), named(list.companions()),
        list.items()
            .stream()
            .map(item -> new ReceptionSheet.Item(item.kind().label(), item.heldOn(), item.supplier(), item.content(), item.quantity(),
                item.unitPrice(), item.amount()))
            .toList(),
        list.sum(), form == OfficialTemplate.RECEPTION_APPROVAL ? list.payableSum() : payable.sum(caseNumber), cut(caseNumber),
        "%d年度，%s".formatted(year, InWords.yuan(available)), payments, opinion, officials.required().name()));
  }

  /** @return what is not paid since several hosts have too many companions together, in words; empty where nothing is */
  private String cut(String caseNumber) {
    return payable.shared(caseNumber)
        .filter(shared -> shared.own().signum() > 0)
        .map(shared -> "（几家共同接待合计陪餐%d人，最多可陪%d人，本单位核减%s）".formatted(shared.companions(), shared.most(), InWords.yuan(shared.own())))
        .orElse("");
  }

  private static List<String> named(List<Person> people) {
    return people.stream().map(person -> "%s（%s，%s）".formatted(person.name(), person.unit(), person.post())).toList();
  }
}
