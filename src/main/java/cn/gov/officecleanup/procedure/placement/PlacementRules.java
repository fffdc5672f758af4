package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.platform.Decisions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/**
 * Asks the decision {@code staff-placement-rules} which placements are lawful (C6, C13): for the person's status, and for how the person
 * stands to retirement on the chosen day. Before a day is chosen, what is lawful on some day is offered.
 */
@Component
class PlacementRules implements LawfulOptions {

  static final String DECISION = "staff-placement-rules";

  private final Placements placements;
  private final StaffList staff;
  private final RetirementAge retirementAge;
  private final Decisions decisions;

  PlacementRules(Placements placements, StaffList staff, RetirementAge retirementAge, Decisions decisions) {
    this.placements = placements;
    this.staff = staff;
    this.retirementAge = retirementAge;
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "placement-outcomes";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    return against(caseNumber, option, Map.of());
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option, Map<String, ?> answers) {
    StaffMember member = staff.get(placements.get(caseNumber).personId());
    PlacementOutcome outcome = PlacementOutcome.valueOf(option);
    PlanAnswers plan = PlanAnswers.of(answers);
    List<RetirementStage> stages = plan.takesEffectOn() == null ? List.of(RetirementStage.values())
        : List.of(RetirementStage.of(retirementAge.reachedOn(member), plan.takesEffectOn(), plan.retirementBasis()));
    List<Optional<Finding>> findings = stages.stream().map(stage -> against(member.status(), outcome, stage)).toList();
    return findings.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : findings.get(0);
  }

  /**
   * @param stage how the person stands to retirement when it takes effect
   * @return why the placement is not lawful; empty where it is
   */
  Optional<Finding> against(StaffStatus status, PlacementOutcome outcome, RetirementStage stage) {
    DmnDecisionRuleResult rule = decisions.single(DECISION,
        Map.of("status", status.name(), "outcome", outcome.name(), "retirement", stage.name()));
    return rule.<Boolean>getEntry("allowed") ? Optional.empty()
        : Optional.of(new Finding("PLACEMENT_NOT_LAWFUL", rule.getEntry("reason"), rule.getEntry("clause")));
  }
}
