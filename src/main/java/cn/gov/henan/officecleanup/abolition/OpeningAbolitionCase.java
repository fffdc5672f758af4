package cn.gov.henan.officecleanup.abolition;

import cn.gov.henan.officecleanup.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case in which an office is abolished (C6), linked to the case it came out of. */
@Component
class OpeningAbolitionCase implements ExecutionListener {

  private static final String PROCEDURE = "office-abolition";
  private static final String CASE_PREFIX = "CX";

  private final CaseFiles cases;

  OpeningAbolitionCase(CaseFiles cases) {
    this.cases = cases;
  }

  @Override
  public void notify(DelegateExecution execution) {
    execution.setProcessBusinessKey(cases.open(CASE_PREFIX, PROCEDURE, execution.getVariable("officeName") + "撤销",
        (String) execution.getVariable("governmentCode"), (Long) execution.getVariable("officeId"), execution.getProcessBusinessKey()));
  }
}
