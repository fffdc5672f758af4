package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the abolition of an office (C6): one that was abolished is not abolished again, and why stands in the register. */
@Component
class OpeningAbolitionCase implements ExecutionListener {

  static final String PROCEDURE = "office-abolition";
  private static final String CLAUSE = "C6";

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Officials officials;

  OpeningAbolitionCase(CaseFiles cases, OfficeRegister register, Officials officials) {
    this.cases = cases;
    this.register = register;
    this.officials = officials;
  }

  /** @throws RefusedException when the office is abolished */
  @Override
  public void notify(DelegateExecution execution) {
    boolean called = cases.get(execution.getProcessBusinessKey()).parentCaseNumber() != null;
    if (!called && register.assetsFrozenAt((Long) execution.getVariable("officeId")).isPresent()) {
      throw new RefusedException("ABOLISHED_ALREADY", "“%s”已经办理过撤销。".formatted(execution.getVariable("officeName")), CLAUSE);
    }
    if (!called && officials.current().isPresent()) {
      // an official's reason stands in the register; it does not stay in the process
      execution.setVariableLocal(RegisteringAbolition.REASON, reasonOf(execution, officials.required()));
    }
    execution.removeVariable("reason");
  }

  private static String reasonOf(DelegateExecution execution, Official official) {
    Object reason = execution.getVariable("reason");
    return reason == null ? "由“%s”发起撤销。".formatted(official.name()) : reason.toString();
  }
}
