package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.platform.Decisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/** C6, C13: the decision {@code staff-placement-rules} allows the placement for the person's status and age. */
@Component
class PlacementLawful extends Check {

  static final String DECISION = "staff-placement-rules";

  private final Placements placements;
  private final StaffList staff;
  private final RetirementAge retirementAge;
  private final Decisions decisions;

  PlacementLawful(CaseFindings findings, Placements placements, StaffList staff, RetirementAge retirementAge, Decisions decisions) {
    super(findings);
    this.placements = placements;
    this.staff = staff;
    this.retirementAge = retirementAge;
    this.decisions = decisions;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Placement placement = placements.get(caseNumber);
    StaffMember member = staff.get(placement.personId());
    List<Finding> findings = new ArrayList<>();
    DmnDecisionRuleResult rule = decisions.single(DECISION, Map.of("status", member.status().name(), "outcome", placement.outcome().name(),
        "ofAge", !placement.takesEffectOn().isBefore(retirementAge.reachedOn(member))));
    if (!rule.<Boolean>getEntry("allowed")) {
      findings.add(new Finding("PLACEMENT_NOT_LAWFUL", rule.getEntry("reason"), rule.getEntry("clause")));
    }
    if (placement.takesEffectOn().isBefore(member.hiredOn())) {
      findings.add(new Finding("EFFECT_BEFORE_HIRING", "生效日期不能早于入职日期，请核对。", "C6"));
    }
    return findings;
  }
}
