package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the appraisal of a year (C12): from here on its indicators are fixed, and so is for how many months the office stood. */
@Component
class OpeningAppraisal implements ExecutionListener {

  /** The variable that the model names as the last day of the case. */
  private static final String RESULT_BY = "resultBy";
  private static final String TERM = "appraisal-case";

  private final Appraisals appraisals;
  private final YearIndicators indicators;
  private final OfficeRegister register;
  private final Terms terms;
  private final AppraisalProperties properties;
  private final Clock clock;

  OpeningAppraisal(Appraisals appraisals, YearIndicators indicators, OfficeRegister register, Terms terms, AppraisalProperties properties,
      Clock clock) {
    this.appraisals = appraisals;
    this.indicators = indicators;
    this.register = register;
    this.terms = terms;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    int year = (Integer) execution.getVariable("year");
    Office office = register.get((Long) execution.getVariable("officeId"));
    LocalDate today = LocalDate.now(clock);
    LocalDate usual = properties.resultBy().atYear(year + 1);
    LocalDate resultBy = usual.isBefore(today) ? terms.lastDay(TERM, today) : usual;
    appraisals.open(execution.getProcessBusinessKey(), Map.of("officeId", office.id(), "appraisedYear", year, "months",
        AppraisedYear.months(year, office.stoodFrom(year), office.stoodTo(year)), RESULT_BY, resultBy), indicators.of(year));
    execution.setVariable(RESULT_BY, resultBy.toString());
  }
}
