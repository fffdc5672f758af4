package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What those who handle a placement read about the person and the compensation; in forms of that case only. */
@Configuration
class PlacementFacts {

  @Bean
  @Order(2)
  CaseFacts personFacts(Placements placements, StaffList staff) {
    return file -> placementIn(file, placements).map(placement -> staff.get(placement.personId()))
        .map(member -> List.of(person("姓名", member.name()), person("身份证号码", member.identityNumber()),
            person("出生日期和性别", CaseFacts.day(member.birthDate()) + "，" + member.gender().label()), person("人员身份", member.status().label()),
            person("职务岗位", member.post()), person("入职日期", CaseFacts.day(member.hiredOn()))))
        .orElse(List.of());
  }

  @Bean
  @Order(4)
  CaseFacts compensationFacts(Placements placements, StaffList staff, EconomicCompensation compensation) {
    return file -> placementIn(file, placements).filter(placement -> placement.compensation() != null).map(placement -> {
      EconomicCompensation.Computed computed = compensation.of(staff.get(placement.personId()).hiredOn(), placement.takesEffectOn(),
          placement.monthlyWage(), placement.localMonthlyWage());
      return List.of(new CaseFacts.Fact("安置方案", "经济补偿", "%s（%s个月 × 月工资%s%s）".formatted(CaseFacts.yuan(placement.compensation()),
          computed.months().toPlainString(), CaseFacts.yuan(computed.wage()), computed.capped() ? "，按当地职工月平均工资三倍封顶" : "")));
    }).orElse(List.of());
  }

  private static Optional<Placement> placementIn(CaseFile file, Placements placements) {
    return OpeningPlacementCase.PROCEDURE.equals(file.procedureKey()) ? placements.find(file.caseNumber()) : Optional.empty();
  }

  private static CaseFacts.Fact person(String label, String value) {
    return new CaseFacts.Fact("人员", label, value);
  }
}
