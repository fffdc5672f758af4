package cn.gov.officecleanup.procedure.establishment;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.GovernmentLevel;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.HostPlaces;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.PlanCities;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.application.Application;
import cn.gov.officecleanup.procedure.application.Applications;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * C5: the number of offices is kept tight, and those outside the plan are not for this procedure: a county government sets up none in the
 * capital (C1), no government a second one in the same city (C8), and one for special work has an end that lies ahead (C4).
 */
@Component
class EstablishmentJustified extends Check {

  private final CaseFiles cases;
  private final Applications applications;
  private final OfficeRegister register;
  private final Governments governments;
  private final Province province;
  private final PlanCities planCities;
  private final Clock clock;

  EstablishmentJustified(CaseFindings findings, CaseFiles cases, Applications applications, OfficeRegister register,
      Governments governments, Province province, PlanCities planCities, Clock clock) {
    super(findings);
    this.cases = cases;
    this.applications = applications;
    this.register = register;
    this.governments = governments;
    this.province = province;
    this.planCities = planCities;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Application application = applications.get(caseNumber);
    Government government = governments.get(cases.get(caseNumber).governmentCode());
    List<Finding> findings = new ArrayList<>();
    if (!province.capitalContains(application.hostCityCode()) && planCities.of(application.hostCityCode()) != PlanCities.Place.WITHIN) {
      findings
          .add(new Finding("OUTSIDE_PLAN", "驻%s的办事机构不属于《实施方案》的范围，不在这里办理设立，请撤回申请，按其他有关规定办理。".formatted(application.hostCityName()), "C5"));
    }
    if (government.level() == GovernmentLevel.COUNTY && province.capitalContains(application.hostCityCode())) {
      findings.add(new Finding("COUNTY_IN_CAPITAL", "县级政府（含省直管县、市）驻%s办事机构一律撤销，不得新设，请撤回申请。".formatted(province.capitalInShort()), "C1"));
    }
    register.officesOf(government.code())
        .stream()
        .filter(office -> office.status().standing() && HostPlaces.sameCity(office.entry().hostCityCode(), application.hostCityCode()))
        .map(Office::name)
        .findFirst()
        .ifPresent(name -> findings
            .add(new Finding("SECOND_IN_CITY", "本级政府在该城市已有“%s”，同一政府在同一城市只保留一个办事机构，请利用现有机构或者撤回申请。".formatted(name), "C5、C8")));
    if (application.workKind() == WorkKind.SPECIAL_WORK
        && (application.specialWorkEnd() == null || !application.specialWorkEnd().isAfter(LocalDate.now(clock)))) {
      findings.add(new Finding("SPECIAL_WORK_WITHOUT_END", "因专项工作设立的，应填写今天以后的专项工作结束日期，到期即撤。", "C4"));
    }
    return findings;
  }
}
