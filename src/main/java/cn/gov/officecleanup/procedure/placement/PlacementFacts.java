package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who handle a placement read about the person, the plan and the compensation; in forms of that case only. */
@Component
@Order(2)
class PlacementFacts implements CaseFacts {

  private static final String PERSON = "人员";
  private static final String PLAN = "安置方案";

  private final StaffList staff;
  private final Placements placements;
  private final EconomicCompensation compensation;

  PlacementFacts(StaffList staff, Placements placements, EconomicCompensation compensation) {
    this.staff = staff;
    this.placements = placements;
    this.compensation = compensation;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (!OpeningPlacementCase.PROCEDURE.equals(file.procedureKey())) {
      return List.of();
    }
    Placement placement = placements.get(file.caseNumber());
    StaffMember member = staff.get(placement.personId());
    List<Fact> facts = new ArrayList<>();
    CaseFacts.add(facts, PERSON, "姓名", member.name());
    CaseFacts.add(facts, PERSON, "身份证号码", member.identityNumber());
    CaseFacts.add(facts, PERSON, "出生日期和性别", CaseFacts.day(member.birthDate()) + "，" + member.gender().label());
    CaseFacts.add(facts, PERSON, "人员身份", member.status().label());
    CaseFacts.add(facts, PERSON, "职务岗位", member.post());
    CaseFacts.add(facts, PERSON, "入职日期", CaseFacts.day(member.hiredOn()));
    if (placement.plan() != null) {
      addPlan(facts, placement, member);
    }
    return facts;
  }

  private void addPlan(List<Fact> facts, Placement placement, StaffMember member) {
    Placement.Plan plan = placement.plan();
    CaseFacts.add(facts, PLAN, "安置方式", plan.outcome().label());
    CaseFacts.add(facts, PLAN, "接收单位", plan.receivingUnit());
    CaseFacts.add(facts, PLAN, "生效日期", CaseFacts.day(plan.takesEffectOn()));
    CaseFacts.add(facts, PLAN, "方案说明", plan.reasons());
    if (placement.compensation() != null) {
      EconomicCompensation.Computed computed = compensation.of(member.hiredOn(), plan.takesEffectOn(), plan.monthlyWage(), plan.localMonthlyWage());
      CaseFacts.add(facts, PLAN, "经济补偿", "%s（%s个月 × 月工资%s%s）".formatted(CaseFacts.yuan(placement.compensation()), computed.months().toPlainString(),
          CaseFacts.yuan(computed.wage()), computed.capped() ? "，按当地职工月平均工资三倍封顶" : ""));
    }
    if (placement.told() != null) {
      CaseFacts.add(facts, PLAN, "告知日期", CaseFacts.day(placement.told().on()));
      CaseFacts.add(facts, PLAN, "本人异议", placement.told().objection() == null ? null
          : "%s（%s提出）".formatted(placement.told().objection(), CaseFacts.day(placement.told().objectedOn())));
    }
    CaseFacts.add(facts, PLAN, "异议答复", placement.answer());
  }
}
