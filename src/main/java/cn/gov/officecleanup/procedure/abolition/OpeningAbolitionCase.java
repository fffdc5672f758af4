package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case in which the office named by the variable {@code officeId} is abolished (C6), linked to the case it came out of. */
@Component
class OpeningAbolitionCase implements ExecutionListener {

  static final String PROCEDURE = "office-abolition";
  private static final String CASE_PREFIX = "CX";
  private static final String CLAUSE = "C6";

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Governments governments;
  private final Officials officials;

  OpeningAbolitionCase(CaseFiles cases, OfficeRegister register, Governments governments, Officials officials) {
    this.cases = cases;
    this.register = register;
    this.governments = governments;
    this.officials = officials;
  }

  /** @throws RefusedException when the office is abolished, or in another procedure than the one that led to this */
  @Override
  public void notify(DelegateExecution execution) {
    long officeId = Long.parseLong(execution.getVariable("officeId").toString());
    Office office = register.findById(officeId).orElseThrow(() -> new RefusedException("OFFICE_UNKNOWN", "登记册中没有该办事机构，请重新选择。", "C21"));
    boolean called = execution.getProcessBusinessKey() != null;
    if (register.assetsFrozenAt(officeId).isPresent() && cases.reserving(CaseFiles.office(officeId)).isEmpty()) {
      throw new RefusedException("ABOLISHED_ALREADY", "“%s”已经办理过撤销。".formatted(office.name()), CLAUSE);
    }
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, office.name() + "撤销", office.governmentCode(), officeId, execution.getProcessBusinessKey());
    cases.reserve(caseNumber, CaseFiles.office(officeId));
    execution.setProcessBusinessKey(caseNumber);
    execution.setVariable("officeId", officeId);
    execution.setVariable("officeName", office.name());
    execution.setVariable("governmentCode", office.governmentCode());
    execution.setVariable("governmentName", governments.get(office.governmentCode()).title());
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
