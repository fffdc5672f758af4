package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.application.ApplicationRules;
import cn.gov.officecleanup.procedure.application.Applications;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * C17: the office has parted from its hotels and guest houses, or a date is promised by which it will have; and none that the register
 * knows is left out.
 */
@Component
class HotelsPartedFrom extends Check {

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final ApplicationRules rules;
  private final Clock clock;

  HotelsPartedFrom(CaseFindings findings, CaseFiles cases, Applications applications, OfficeRegister register, ApplicationRules rules,
      Clock clock) {
    super(findings);
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    List<BusinessEntity> entities = applications.entitiesOf(caseNumber);
    LocalDate today = LocalDate.now(clock);
    List<Finding> findings = new ArrayList<>();
    entities.forEach(entity -> findings.addAll(check(entity, today)));
    register.businessEntitiesOf(cases.get(caseNumber).officeId())
        .stream()
        .filter(known -> entities.stream().noneMatch(stated -> stated.name().equals(known.name())))
        .forEach(
            known -> findings.add(new Finding("ENTITY_NOT_STATED", "登记册载有所属经营性实体“%s”，申请中没有说明，请填写其脱钩情况。".formatted(known.name()), "C17")));
    return findings;
  }

  private List<Finding> check(BusinessEntity entity, LocalDate today) {
    if (entity.partedOn() != null) {
      return List.of();
    }
    if (entity.partBy() == null) {
      return List.of(new Finding("NOT_PARTED", "“%s”既未脱钩也没有承诺脱钩日期，请填写其中一项。".formatted(entity.name()), "C17"));
    }
    LocalDate limit = today.plusMonths(rules.partWithinMonths());
    if (entity.partBy().isBefore(today) || entity.partBy().isAfter(limit)) {
      return List.of(new Finding("PROMISE_OUT_OF_RANGE",
          "“%s”的承诺脱钩日期应在%s至%s之间。".formatted(entity.name(), InWords.day(today), InWords.day(limit)), "C17"));
    }
    return List.of();
  }
}
