package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.platform.Decisions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/**
 * Asks the decision {@code placement-competence} who is concerned with a person beside the sending government, by status: who confirms the
 * placement, whether the establishment's organ takes a post back, to whom the person can turn.
 */
@Component
public class PlacementCompetence {

  static final String DECISION = "placement-competence";

  private final Placements placements;
  private final StaffList staff;
  private final Decisions decisions;
  private final ZoneId zone;

  PlacementCompetence(Placements placements, StaffList staff, Decisions decisions, Clock clock) {
    this.placements = placements;
    this.staff = staff;
    this.decisions = decisions;
    this.zone = clock.getZone();
  }

  /** @return what follows the government's code in the id of the group that confirms the placement */
  public String confirmingBody(String caseNumber) {
    return of(memberOf(caseNumber).status()).getEntry("confirmedBy");
  }

  /** @return whether the person held a post of the establishment, which is taken back */
  public boolean holdsPost(String caseNumber) {
    return of(memberOf(caseNumber).status()).getEntry("holdsPost");
  }

  /** @return whether the placement ends the contract of somebody who is protected that day, which needs a decision of its own */
  public boolean endsProtected(String caseNumber) {
    Placement placement = placements.get(caseNumber);
    return placement.outcome().endsContract() && memberOf(caseNumber).isProtectedOn(placement.takesEffectOn());
  }

  /** @return the beginning of the day on which the person's employment with the office has ended, from which the terms run */
  public Instant employmentEnded(String caseNumber) {
    return placements.get(caseNumber).endedOn().atStartOfDay(zone).toInstant();
  }

  /** @return which remedies a person of the status has */
  Remedy remedyOf(StaffStatus status) {
    return Remedy.valueOf(of(status).getEntry("remedy"));
  }

  private StaffMember memberOf(String caseNumber) {
    return staff.get(placements.get(caseNumber).personId());
  }

  private DmnDecisionRuleResult of(StaffStatus status) {
    return decisions.single(DECISION, Map.of("status", status.name()));
  }
}
