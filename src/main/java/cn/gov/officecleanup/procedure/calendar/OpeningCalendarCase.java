package cn.gov.officecleanup.procedure.calendar;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Governments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens the case in which a year's working days are loaded, so that it is on record who did. */
@Component
class OpeningCalendarCase implements ExecutionListener {

  private static final String CASE_PREFIX = "RL";

  private final CaseFiles cases;
  private final Officials officials;

  OpeningCalendarCase(CaseFiles cases, Officials officials) {
    this.cases = cases;
    this.officials = officials;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the official is loading that year already */
  @Override
  public void notify(DelegateExecution execution) {
    var definition = ((ExecutionEntity) execution).getProcessDefinition();
    String title = "%s年工作日历".formatted(execution.getVariable("year"));
    String caseNumber = cases.open(CASE_PREFIX, definition.getKey(), title, Governments.PROVINCE, null, null);
    cases.reserve(caseNumber, "calendar:%s:%s".formatted(execution.getVariable("year"), officials.required().userId()));
    execution.setProcessBusinessKey(caseNumber);
  }
}
