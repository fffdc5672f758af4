package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.ApplicationKind;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case of an application to set up an office (C5) for the government named by the variable {@code governmentCode}. */
@Component
class OpeningEstablishmentCase implements ExecutionListener {

  private static final String PROCEDURE = "office-establishment";
  private static final String CASE_PREFIX = "SL";

  private final CaseFiles cases;
  private final Applications applications;
  private final Governments governments;

  OpeningEstablishmentCase(CaseFiles cases, Applications applications, Governments governments) {
    this.cases = cases;
    this.applications = applications;
    this.governments = governments;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the government's application for an office in that city is under way (C8) */
  @Override
  public void notify(DelegateExecution execution) {
    Government government = governments.get((String) execution.getVariable("governmentCode"));
    String officeName = (String) execution.getVariable("officeName");
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, officeName + "设立申请", government.code(), null, null);
    cases.reserve(caseNumber, Applications.seat(government.code(), (String) execution.getVariable("hostCityCode")));
    applications.begin(new Application(caseNumber, ApplicationKind.ESTABLISHMENT, officeName,
        (String) execution.getVariable("hostCityCode"), (String) execution.getVariable("hostCityName"), WorkKind.GENERAL, null, null, null,
        new Application.FunctionPlan(null, null, null, null), null, null, null, null, List.of()));
    execution.setProcessBusinessKey(caseNumber);
    execution.setVariable("governmentName", government.title());
    execution.setVariable("officeId", null);
    execution.setVariable("applicationKind", ApplicationKind.ESTABLISHMENT.name());
  }
}
