package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whom a plan inspects and why, and how that was drawn (C14). */
@Component
@Order(2)
class InspectionPlanFacts implements CaseFacts {

  private static final String SECTION = "巡查计划";

  private final InspectionPlans plans;
  private final OfficeRegister register;

  InspectionPlanFacts(InspectionPlans plans, OfficeRegister register) {
    this.plans = plans;
    this.register = register;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return plans.find(file.caseNumber()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(InspectionPlan plan) {
    List<Fact> facts = new ArrayList<>();
    CaseFacts.add(facts, SECTION, "抽取办法", "按风险抽取%d个，随机抽取%d个，参加抽取的机构%d个；随机种子%d，用同一种子可以重现抽取结果。".formatted(plan.byRisk(), plan.byChance(),
        plans.drawnOf(plan.caseNumber()).size(), plan.seed()));
    List<InspectionPlans.Drawn> inspected = plans.inspectedBy(plan.caseNumber());
    if (inspected.size() < plan.byRisk() + plan.byChance()) {
      long risky = inspected.stream().filter(drawn -> drawn.occasion() == Occasion.RISK).count();
      CaseFacts.add(facts, SECTION, "实际抽取",
          "按风险抽取%d个，随机抽取%d个：%s".formatted(risky, inspected.size() - risky, risky < plan.byRisk() ? "没有更多存在风险事实的机构。" : "没有更多可以抽取的机构。"));
    }
    inspected.forEach(drawn -> CaseFacts.add(facts, "抽取结果", register.get(drawn.officeId()).name(),
        drawn.occasion() == Occasion.RISK ? "风险%d分：%s".formatted(drawn.score(), drawn.reasons()) : "随机抽取（风险%d分）".formatted(drawn.score())));
    return facts;
  }
}
