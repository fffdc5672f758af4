package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What those who handle a placement read about the person, the compensation and the remedies; in forms of that case only. */
@Configuration
class PlacementFacts {

  private static final String PLAN = "安置方案";

  @Bean
  @Order(2)
  CaseFacts personFacts(Placements placements, StaffList staff, RetirementAge retirementAge) {
    return file -> placementIn(file, placements).map(placement -> staff.get(placement.personId()))
        .map(member -> person(member, retirementAge))
        .orElse(List.of());
  }

  @Bean
  @Order(4)
  CaseFacts compensationFacts(Placements placements, StaffList staff, EconomicCompensation compensation) {
    return file -> placementIn(file, placements).filter(placement -> placement.compensation() != null).map(placement -> {
      EconomicCompensation.Computed computed = compensation.of(staff.get(placement.personId()).hiredOn(), placement.takesEffectOn(),
          placement.wages());
      String amount = InWords.yuan(placement.compensation());
      // what was computed before by other rules stays as it was told
      return List.of(new CaseFacts.Fact(PLAN, "经济补偿",
          computed.amount().compareTo(placement.compensation()) == 0 ? "%s（%s）".formatted(amount, inWords(computed)) : amount));
    }).orElse(List.of());
  }

  @Bean
  @Order(5)
  CaseFacts remedyFacts(Placements placements, StaffList staff, PlacementCompetence competence, PlacementProperties properties) {
    return file -> placementIn(file, placements).filter(placement -> placement.outcome() != null)
        .map(placement -> List
            .of(new CaseFacts.Fact(PLAN, "本人不服的救济途径", competence.remedyOf(staff.get(placement.personId()).status()).inWords(properties))))
        .orElse(List.of());
  }

  private static String inWords(EconomicCompensation.Computed computed) {
    String floored = computed.floored() ? "，不低于当地最低工资" : "";
    String before = computed.monthsBefore() == 0 ? ""
        : "2008年以前%d个月 × 月工资%s；".formatted(computed.monthsBefore(), InWords.yuan(computed.wageBefore()));
    String from = computed.months().compareTo(BigDecimal.ZERO) == 0 && !before.isEmpty() ? ""
        : "%s%s个月 × 月工资%s%s".formatted(before.isEmpty() ? "" : "2008年起", computed.months().toPlainString(), InWords.yuan(computed.wage()),
            computed.capped() ? "，按当地职工月平均工资三倍封顶" : "");
    return before + from + floored;
  }

  private static Optional<Placement> placementIn(CaseFile file, Placements placements) {
    return OpeningPlacementCase.PROCEDURE.equals(file.procedureKey()) ? placements.find(file.caseNumber()) : Optional.empty();
  }

  private static List<CaseFacts.Fact> person(StaffMember member, RetirementAge retirementAge) {
    List<CaseFacts.Fact> facts = new ArrayList<>();
    add(facts, "姓名", member.name());
    add(facts, "身份证号码", member.identityNumber());
    add(facts, "出生日期和性别", InWords.day(member.birthDate()) + "，" + member.gender().label());
    add(facts, "人员身份", member.status().label());
    add(facts, "职务岗位", member.post());
    add(facts, "职级和岗位类别", member.postLevel() == null ? null : member.postLevel().label());
    add(facts, "入职日期", InWords.day(member.hiredOn()));
    if (!member.status().belongsElsewhere()) {
      add(facts, "法定退休年龄", "自%s起达到".formatted(InWords.day(retirementAge.reachedOn(member))));
    }
    if (member.protection() != null) {
      add(facts, "特殊保护情形", "%s%s（证明：%s）".formatted(member.protection().label(),
          member.protectedUntil() == null ? "" : "，至" + InWords.day(member.protectedUntil()), member.protectionProof()));
    }
    return facts;
  }

  private static void add(List<CaseFacts.Fact> facts, String label, String value) {
    CaseFacts.add(facts, "人员", label, value);
  }
}
