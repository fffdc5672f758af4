package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C18: at New Year what is reserved loads the new year; where that does not bear it, as before its budget is entered, the government is
 * told by a case, one at a time.
 */
@Component
class FindingShortages implements JavaDelegate {

  static final String PROCEDURE = "reception-shortage";
  static final String YEAR = "year";

  private final ReceptionMoney money;
  private final CaseFiles cases;
  private final Officials officials;
  private final RuntimeService runtime;
  private final Clock clock;

  FindingShortages(ReceptionMoney money, CaseFiles cases, Officials officials, @Lazy RuntimeService runtime, Clock clock) {
    this.money = money;
    this.cases = cases;
    this.officials = officials;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int year = LocalDate.now(clock).getYear();
    money.shortOffices()
        .stream()
        .filter(office -> cases.openCaseOf(office, PROCEDURE).isEmpty())
        .forEach(
            office -> officials.asApplication(() -> runtime.startProcessInstanceByKey(PROCEDURE, Map.of("officeId", office, YEAR, year))));
  }
}
