package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case in which the office named by the variable {@code officeId} is integrated (C8, C9, C10). */
@Component
class OpeningIntegrationCase implements ExecutionListener {

  static final String PROCEDURE = "office-integration";
  private static final String CASE_PREFIX = "ZH";

  private final CaseFiles cases;
  private final Integrations integrations;
  private final OfficeRegister register;

  OpeningIntegrationCase(CaseFiles cases, Integrations integrations, OfficeRegister register) {
    this.cases = cases;
    this.integrations = integrations;
    this.register = register;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the office is in another procedure */
  @Override
  public void notify(DelegateExecution execution) {
    Office office = register.findById((Long) execution.getVariable("officeId")).orElseThrow();
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, office.name() + "整合", office.governmentCode(), office.id(), null);
    cases.reserve(caseNumber, CaseFiles.office(office.id()));
    integrations.open(caseNumber, office.id());
    execution.setProcessBusinessKey(caseNumber);
    execution.setVariable("officeName", office.name());
    execution.setVariable("governmentCode", office.governmentCode());
  }
}
