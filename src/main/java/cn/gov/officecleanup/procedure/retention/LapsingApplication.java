package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C3: the application was withdrawn, or nobody applied in time, as the bureau has confirmed. The register shows that the office has to be
 * abolished.
 */
@Component
class LapsingApplication implements JavaDelegate {

  private final CaseFiles cases;
  private final OfficeRegister register;

  LapsingApplication(CaseFiles cases, OfficeRegister register) {
    this.cases = cases;
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    boolean withdrawn = Boolean.TRUE.equals(execution.getVariable("withdrawn"));
    register.markToBeAbolished(cases.get(caseNumber).officeId(), "C3", withdrawn ? "申请人撤回保留申请，应予撤销。" : "申请期限届满未申请保留，经省机关事务管理局确认，应予撤销。");
    cases.closeAndHandOver(caseNumber, withdrawn ? "WITHDRAWN" : "NOT_APPLIED");
  }
}
