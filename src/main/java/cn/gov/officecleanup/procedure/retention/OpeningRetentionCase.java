package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.ApplicationKind;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case of a retention application (C3) for the office named by the variable {@code officeId}. */
@Component
class OpeningRetentionCase implements ExecutionListener {

  static final String PROCEDURE = "retention-application";
  private static final String CASE_PREFIX = "BL";

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final Governments governments;
  private final EligibleByDisposition eligible;
  private final Terms terms;
  private final Clock clock;

  OpeningRetentionCase(CaseFiles cases, Applications applications, OfficeRegister register, Governments governments,
                       EligibleByDisposition eligible, Terms terms, Clock clock) {
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.governments = governments;
    this.eligible = eligible;
    this.terms = terms;
    this.clock = clock;
  }

  /** @throws RefusedException when the office may not apply, it is in another procedure, or it is too late (C20) */
  @Override
  public void notify(DelegateExecution execution) {
    long officeId = Long.parseLong(execution.getVariable("officeId").toString());
    Office office = register.findById(officeId).orElseThrow(() -> new RefusedException("OFFICE_UNKNOWN", "登记册中没有该办事机构，请重新选择。", "C21"));
    List<Finding> obstacles = eligible.check(office);
    if (!obstacles.isEmpty()) {
      throw new RefusedException(obstacles);
    }
    Date deadline = terms.due("retention-draft");
    if (terms.isPast(deadline)) {
      throw new RefusedException("TOO_LATE", "申请期限为%s，现已届满，不能再发起保留申请。"
          .formatted(deadline.toInstant().atZone(clock.getZone()).toLocalDate()), "C20");
    }
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, office.name() + "保留申请", office.governmentCode(), officeId, null);
    cases.reserve(caseNumber, CaseFiles.office(officeId));
    applications.begin(new Application(caseNumber, ApplicationKind.RETENTION, office.name(), office.entry().hostCityCode(),
        office.entry().hostCityName(), office.entry().workKind(), office.entry().specialWorkEnd(),
        deadline.toInstant().atZone(clock.getZone()).toOffsetDateTime(), null, new Application.FunctionPlan(null, null, null, null),
        office.entry().staffEstablishment(), null, null, null, register.businessEntitiesOf(officeId)));
    execution.setProcessBusinessKey(caseNumber);
    execution.setVariable("officeId", officeId);
    execution.setVariable("officeName", office.name());
    execution.setVariable("governmentCode", office.governmentCode());
    execution.setVariable("governmentName", governments.get(office.governmentCode()).title());
    execution.setVariable("applicationKind", ApplicationKind.RETENTION.name());
    execution.setVariable("applicationDeadline", deadline);
  }
}
