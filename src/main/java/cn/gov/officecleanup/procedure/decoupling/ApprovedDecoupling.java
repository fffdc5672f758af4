package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way in which an entity is parted from is the one that was approved (C17): its proofs are demanded. */
@Component
class ApprovedDecoupling implements LawfulOptions {

  private final Decouplings decouplings;

  ApprovedDecoupling(Decouplings decouplings) {
    this.decouplings = decouplings;
  }

  @Override
  public String name() {
    return "approved-decoupling";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    Decoupling plan = decouplings.get(caseNumber);
    return option.equals(plan.partingWay().name()) || option.equals(plan.insolvent().name()) ? Optional.empty()
        : Optional.of(new Finding("NOT_APPROVED", "与审定的脱钩方案不一致；需要改变的，请由省机关事务管理局退回后重新提出方案。", "C17"));
  }
}
