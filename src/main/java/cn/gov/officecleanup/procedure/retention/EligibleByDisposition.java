package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.util.List;
import org.springframework.stereotype.Component;

/** C1–C3: only an office that the disposition lets apply may be retained, and only while the register has not decided otherwise. */
@Component
class EligibleByDisposition extends Check {

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final OfficeDispositions dispositions;

  EligibleByDisposition(CaseFindings findings, CaseFiles cases, OfficeRegister register, OfficeDispositions dispositions) {
    super(findings);
    this.cases = cases;
    this.register = register;
    this.dispositions = dispositions;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    return check(register.get(cases.get(caseNumber).officeId()));
  }

  /** @return why this office may not apply for retention, empty where it may */
  List<Finding> check(Office office) {
    if (office.status() != OfficeStatus.REGISTERED) {
      return List.of(new Finding("ALREADY_DECIDED", "“%s”当前状态为“%s”，不能再申请保留。".formatted(office.name(), office.status().label()), "C3"));
    }
    DispositionResult result = dispositions.of(office);
    if (result.disposition() == Disposition.MAY_APPLY_FOR_RETENTION) {
      return List.of();
    }
    return List.of(new Finding("NOT_ELIGIBLE",
        "“%s”的处置为“%s”，不能申请保留：%s".formatted(office.name(), result.disposition().label(), result.reason()), result.clause()));
  }
}
