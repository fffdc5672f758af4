package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * C16: the office's functions move from receiving guests and seeking projects to economic cooperation, social management and public
 * service: each of the three is planned for, and reception is no longer the main part. Special work is named (C4).
 */
@Component
class FunctionPlanComplete extends Check {

  private final Applications applications;
  private final ApplicationRules rules;

  FunctionPlanComplete(CaseFindings findings, Applications applications, ApplicationRules rules) {
    super(findings);
    this.applications = applications;
    this.rules = rules;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Application application = applications.get(caseNumber);
    Application.FunctionPlan plan = application.plan();
    List<Finding> findings = new ArrayList<>();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("促进经济合作", plan.economicCooperation());
    parts.put("参与社会管理", plan.socialManagement());
    parts.put("提供公共服务", plan.publicService());
    parts.forEach((name, text) -> {
      int length = text == null ? 0 : text.length();
      if (length < rules.functionPlanMinLength()) {
        findings.add(new Finding("FUNCTION_PLAN_INCOMPLETE",
            "职能方案中“%s”部分过于简略（现有%d个字），请写明具体工作，不少于%d个字。".formatted(name, length, rules.functionPlanMinLength()), "C16"));
      }
    });
    if (plan.receptionShare() == null || plan.receptionShare() >= rules.receptionShareLimit()) {
      findings.add(new Finding("RECEPTION_STILL_MAIN", "接待服务和争取项目资金仍占工作量的%s，职能未实现转变，应低于%d%%，请调整职能方案。"
          .formatted(plan.receptionShare() == null ? "（未填）" : plan.receptionShare() + "%", rules.receptionShareLimit()), "C16"));
    }
    if (application.workKind() == WorkKind.SPECIAL_WORK && !StringUtils.hasText(application.specialWorkName())) {
      findings.add(new Finding("SPECIAL_WORK_NOT_NAMED", "因专项工作设置的办事机构，应填写专项工作名称，批复要写明。", "C4"));
    }
    return findings;
  }
}
