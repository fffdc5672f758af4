package cn.gov.officecleanup.procedure.inspection;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins an inspection (C14); why an office is inspected is kept with the case and no variable. */
@Component
class OpeningInspection implements ExecutionListener {

  static final String OCCASION = "occasion";
  static final String REASON = "reason";

  private final InspectionVisits visits;

  OpeningInspection(InspectionVisits visits) {
    this.visits = visits;
  }

  @Override
  public void notify(DelegateExecution execution) {
    visits.open(execution.getProcessBusinessKey(), (Long) execution.getVariable("officeId"),
        Occasion.valueOf(execution.getVariable(OCCASION).toString()), execution.getVariable(REASON).toString().strip());
    execution.removeVariable(OCCASION);
    execution.removeVariable(REASON);
  }
}
