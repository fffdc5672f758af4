package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C5: the applicant withdrew the application to set up an office; the case is closed. */
@Component
class WithdrawingEstablishment implements JavaDelegate {

  private final CaseFiles cases;

  WithdrawingEstablishment(CaseFiles cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cases.close(execution.getProcessBusinessKey(), "WITHDRAWN");
  }
}
