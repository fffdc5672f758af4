package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.PersonName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** C17: the plan names an entity that can be, a way that fits it, and nobody as receiver who would keep it in the office's hands. */
@Component
class DecouplingSound extends Check {

  private static final String CLAUSE = "C17";

  private final Decouplings decouplings;
  private final OfficeRegister register;

  DecouplingSound(CaseFindings findings, Decouplings decouplings, OfficeRegister register) {
    super(findings);
    this.decouplings = decouplings;
    this.register = register;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Decoupling plan = decouplings.get(caseNumber);
    List<Finding> findings = new ArrayList<>();
    if (plan.creditCode() != null && !CreditCode.isSound(plan.creditCode())) {
      findings.add(new Finding("CREDIT_CODE_WRONG", "统一社会信用代码“%s”的校验码不对，请对照营业执照或者登记证书改正。".formatted(plan.creditCode()),
          "《法人和其他组织统一社会信用代码编码规则》（GB 32100—2015）"));
    }
    boolean owned = new BigDecimal(plan.share()).signum() > 0;
    if (plan.partingWay() == PartingWay.LEASE_ENDED && owned) {
      findings.add(
          new Finding("LEASE_OF_OWN", "办事机构在“%s”有%s%%的出资，只收回房屋不能脱钩，请改选注销、划转或者公开转让。".formatted(plan.entityName(), plan.share()), CLAUSE));
    }
    if (plan.partingWay() == PartingWay.TRANSFER_TO_REGULATOR) {
      checkTransferee(plan, findings);
    }
    if (plan.coOwner() != null) {
      decouplings.openElsewhere(caseNumber, plan.coOwner(), plan.entityName())
          .ifPresent(other -> findings.add(new Finding("CO_OWNER_HAS_CASE",
              "“%s”与“%s”的脱钩已在案件%s中办理，一个实体只办一案，请与该案合并办理。".formatted(register.get(plan.coOwner()).name(), plan.entityName(), other),
              CLAUSE)));
    }
    if (Objects.equals(plan.coOwner(), plan.officeId())) {
      findings.add(new Finding("CO_OWNER_ITSELF", "共有的办事机构就是本机构，请改选另一个机构；没有的不选。", CLAUSE));
    }
    return findings;
  }

  private void checkTransferee(Decoupling plan, List<Finding> findings) {
    if (register.all().stream().map(Office::name).anyMatch(plan.transferee()::contains)) {
      findings.add(new Finding("TRANSFEREE_OFFICE", "接收单位“%s”是办事机构，划转给另一个办事机构不是脱钩，请改为国有资产监督管理机构或者其确定的企业。".formatted(plan.transferee()),
          "行政事业性国有资产管理条例第十二条"));
    }
    String transferee = PersonName.canonical(plan.transferee());
    if (plan.connectedNames().stream().anyMatch(transferee::contains)) {
      findings.add(new Finding("TRANSFEREE_RELATED", "接收单位“%s”与本机构工作人员或者其近亲属有关，不得接收，请改为国有资产监督管理机构或者其确定的企业。".formatted(plan.transferee()),
          "行政事业性国有资产管理条例第十二条"));
    }
  }
}
