package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.platform.Decisions;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/**
 * Asks the decision {@code staff-placement-rules} which placements are lawful (C6, C13). The form offers what is lawful for the person's
 * status at some age: which age counts is told by the day on which the placement takes effect, see {@link PlacementLawful}.
 */
@Component
class PlacementRules implements LawfulOptions {

  static final String DECISION = "staff-placement-rules";

  private final Placements placements;
  private final StaffList staff;
  private final Decisions decisions;

  PlacementRules(Placements placements, StaffList staff, Decisions decisions) {
    this.placements = placements;
    this.staff = staff;
    this.decisions = decisions;
  }

  @Override
  public String name() {
    return "placement-outcomes";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    StaffStatus status = staff.get(placements.get(caseNumber).personId()).status();
    PlacementOutcome outcome = PlacementOutcome.valueOf(option);
    return against(status, outcome, true).flatMap(finding -> against(status, outcome, false));
  }

  /**
   * @param ofAge whether the person has reached the statutory age of retirement when it takes effect
   * @return why the placement is not lawful; empty where it is
   */
  Optional<Finding> against(StaffStatus status, PlacementOutcome outcome, boolean ofAge) {
    DmnDecisionRuleResult rule = decisions.single(DECISION, Map.of("status", status.name(), "outcome", outcome.name(), "ofAge", ofAge));
    return rule.<Boolean>getEntry("allowed") ? Optional.empty()
        : Optional.of(new Finding("PLACEMENT_NOT_LAWFUL", rule.getEntry("reason"), rule.getEntry("clause")));
  }
}
