package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C18: a government enters what came back of a payment of its offices: of the same year less was paid, of an earlier one it is income. */
@Component
class EnteringRefund implements JavaDelegate, ChoiceProvider {

  private final ReceptionMoney money;
  private final Officials officials;

  EnteringRefund(ReceptionMoney money, Officials officials) {
    this.money = money;
    this.officials = officials;
  }

  @Override
  public String name() {
    return "refundable-payments";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.governments()
        .stream()
        .flatMap(government -> money.refundable(government).stream())
        .map(payment -> new Choice(String.valueOf(payment.id()),
            "%s %s %s（发票%s，%s）".formatted(payment.caseNumber(), payment.supplier(), InWords.yuan(payment.amount()), payment.invoiceNumber(),
                InWords.day(payment.paidOn()))))
        .toList();
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when it came before the payment, or is more than what was paid */
  @Override
  public void execute(DelegateExecution execution) {
    money.refund(Long.parseLong(execution.getVariable("refundedPayment").toString()),
        new BigDecimal(execution.getVariable("refundAmount").toString()).setScale(2),
        LocalDate.parse(execution.getVariable("refundedOn").toString()), execution.getVariable("refundDocument").toString(),
        officials.required().userId());
  }
}
