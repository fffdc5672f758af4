package cn.gov.officecleanup.procedure.change;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.KeptOffices;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.Applications;
import cn.gov.officecleanup.procedure.application.ChangeKind;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * C3, C4: only an office that is kept by the provincial government's approval is changed, and what is asked for is a change; special work
 * alone is prolonged, beyond the day on which it was to end.
 */
@Component
class ChangeLawful extends Check {

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final KeptOffices kept;

  ChangeLawful(CaseFindings findings, CaseFiles cases, Applications applications, OfficeRegister register, KeptOffices kept) {
    super(findings);
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.kept = kept;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Application application = applications.get(caseNumber);
    Office office = register.get(cases.get(caseNumber).officeId());
    List<Finding> findings = new ArrayList<>();
    against(office, application.changeKind()).ifPresent(findings::add);
    switch (application.changeKind()) {
      case NAME -> {
        if (office.name().equals(application.newName())) {
          findings.add(new Finding("SAME_NAME", "新名称与登记册中的名称相同，请填写变更后的名称。", "C3"));
        }
      }
      case PLACE -> {
        if (register.addressOf(office.id()).filter(application.newAddress()::equals).isPresent()) {
          findings.add(new Finding("SAME_ADDRESS", "新驻址与登记册中的驻址相同，请填写变更后的驻址。", "C3"));
        }
      }
      case PROLONGATION -> {
        LocalDate end = office.entry().specialWorkEnd();
        if (end != null && !application.newSpecialWorkEnd().isAfter(end)) {
          findings.add(new Finding("NOT_LATER", "延期后的结束日期应晚于登记册中的专项工作结束日期（%s），请改正。".formatted(InWords.day(end)), "C4"));
        }
      }
      case REVOCATION -> {
        // nothing else is asked of it
      }
    }
    return findings;
  }

  /** @return why an office may not be changed in this way; empty where it may */
  Optional<Finding> against(Office office, ChangeKind kind) {
    if (!kept.include(office)) {
      return Optional
          .of(new Finding("NOT_KEPT", "“%s”当前状态为“%s”，不是经省政府批准保留或者设立的办事机构，不能申请变更。".formatted(office.name(), office.status().label()), "C3"));
    }
    if (kind == ChangeKind.PROLONGATION && office.entry().workKind() != WorkKind.SPECIAL_WORK) {
      return Optional.of(new Finding("NO_SPECIAL_WORK", "“%s”不是因专项工作设置的，没有期限，不能申请延期。".formatted(office.name()), "C4"));
    }
    return Optional.empty();
  }
}
