package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** C6, C13: the placement is lawful for the person's status and for the age on the day on which it takes effect. */
@Component
class PlacementLawful extends Check {

  private final Placements placements;
  private final StaffList staff;
  private final RetirementAge retirementAge;
  private final PlacementRules rules;

  PlacementLawful(CaseFindings findings, Placements placements, StaffList staff, RetirementAge retirementAge, PlacementRules rules) {
    super(findings);
    this.placements = placements;
    this.staff = staff;
    this.retirementAge = retirementAge;
    this.rules = rules;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Placement placement = placements.get(caseNumber);
    StaffMember member = staff.get(placement.personId());
    List<Finding> findings = new ArrayList<>();
    rules.against(member.status(), placement.outcome(), !placement.takesEffectOn().isBefore(retirementAge.reachedOn(member)))
        .ifPresent(findings::add);
    if (placement.takesEffectOn().isBefore(member.hiredOn())) {
      findings.add(new Finding("EFFECT_BEFORE_HIRING", "生效日期不能早于入职日期，请核对。", "C6"));
    }
    return findings;
  }
}
