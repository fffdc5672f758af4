package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * C18: what an office paid for receptions in the year; more than its budget with the adjustments, and what was found and stays, limit the
 * grade.
 */
@Component
class ReceptionAppraisal implements AppraisalFacts {

  private final ReceptionYears years;

  ReceptionAppraisal(ReceptionYears years) {
    this.years = years;
  }

  @Override
  public List<CountedFact> of(long officeId, int year) {
    Stream<CountedFact> breaches = years.breaches(officeId, year).stream().map(told -> new CountedFact("公务接待", told, Veto.RECEPTION));
    return Stream.concat(spending(officeId, year).stream(), breaches).toList();
  }

  private List<CountedFact> spending(long officeId, int year) {
    ReceptionYear of = years.of(officeId, year);
    if (of.receptions() == 0 && of.paid().signum() == 0) {
      return List.of();
    }
    BigDecimal budget = Objects.requireNonNullElse(of.budget(), BigDecimal.ZERO).add(of.adjustments());
    BigDecimal over = of.paid().subtract(budget);
    return List.of(new CountedFact("公务接待", "%d批次、%d人次，支出%s，预算%s%s".formatted(of.receptions(), of.guests(), InWords.yuan(of.paid()),
        InWords.yuan(budget), over.signum() > 0 ? "，超支%s".formatted(InWords.yuan(over)) : ""), over.signum() > 0 ? Veto.RECEPTION : null));
  }
}
