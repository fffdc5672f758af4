package cn.gov.officecleanup.procedure.placement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.platform.Decisions;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C6, C13: which placements the rule table allows for whom, and who is concerned with whom. */
@EngineTest
class StaffPlacementRulesTest {

  @Autowired
  private Decisions decisions;

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @CsvSource({"CIVIL_SERVANT, NOT_DUE, RETURN TRANSFER", "CIVIL_SERVANT, EARLY, RETIRE", "CIVIL_SERVANT, DUE, RETIRE",
      "CIVIL_SERVANT, DEFERRED, RETURN TRANSFER", "CIVIL_SERVICE_MANAGED, NOT_DUE, RETURN TRANSFER", "CIVIL_SERVICE_MANAGED, EARLY, RETIRE",
      "CIVIL_SERVICE_MANAGED, DUE, RETIRE", "CIVIL_SERVICE_MANAGED, DEFERRED, RETURN TRANSFER",
      "PUBLIC_INSTITUTION, NOT_DUE, RETURN TRANSFER REAPPOINT", "PUBLIC_INSTITUTION, EARLY, RETIRE", "PUBLIC_INSTITUTION, DUE, RETIRE",
      "PUBLIC_INSTITUTION, DEFERRED, RETURN TRANSFER REAPPOINT", "WORKER, NOT_DUE, RETURN TRANSFER", "WORKER, EARLY, RETIRE",
      "WORKER, DUE, RETIRE", "WORKER, DEFERRED, RETURN TRANSFER", "LOCALLY_HIRED, NOT_DUE, CONTRACT_ENDED CONTRACT_TERMINATED NEW_EMPLOYER",
      "LOCALLY_HIRED, EARLY, RETIRE", "LOCALLY_HIRED, DUE, RETIRE",
      "LOCALLY_HIRED, DEFERRED, CONTRACT_ENDED CONTRACT_TERMINATED NEW_EMPLOYER", "DISPATCHED, NOT_DUE, TO_DISPATCHER",
      "DISPATCHED, EARLY, TO_DISPATCHER", "DISPATCHED, DUE, TO_DISPATCHER", "DISPATCHED, DEFERRED, TO_DISPATCHER",
      "SECONDED, NOT_DUE, RETURN", "SECONDED, EARLY, RETURN", "SECONDED, DUE, RETURN", "SECONDED, DEFERRED, RETURN",
      "RETIRED, NOT_DUE, PENSIONER_CARE", "RETIRED, EARLY, PENSIONER_CARE", "RETIRED, DUE, PENSIONER_CARE",
      "RETIRED, DEFERRED, PENSIONER_CARE"})
  void eachStatusHasItsLawfulPlacements(StaffStatus status, RetirementStage stage, String lawful) {
    assertThat(Arrays.stream(PlacementOutcome.values())
        .filter(outcome -> decisions
            .single(PlacementRules.DECISION, Map.of("status", status.name(), "outcome", outcome.name(), "retirement", stage.name()))
            .<Boolean>getEntry("allowed"))
        .map(Enum::name)
        .collect(Collectors.joining(" "))).isEqualTo(lawful);
  }

  @ParameterizedTest(name = "{0}: confirmed by {1}, holds a post {2}, {3}")
  @CsvSource({"CIVIL_SERVANT, Organization, true, CIVIL_SERVICE", "CIVIL_SERVICE_MANAGED, Organization, true, CIVIL_SERVICE",
      "PUBLIC_INSTITUTION, Personnel, true, PERSONNEL", "WORKER, Personnel, true, PERSONNEL", "LOCALLY_HIRED, Personnel, false, LABOUR",
      "DISPATCHED, Personnel, false, LABOUR", "SECONDED, Personnel, false, OWN_UNIT", "RETIRED, Personnel, false, OWN_UNIT"})
  void eachStatusHasItsBodiesAndRemedies(StaffStatus status, String confirmedBy, boolean holdsPost, Remedy remedy) {
    DmnDecisionRuleResult rule = decisions.single(PlacementCompetence.DECISION, Map.of("status", status.name()));
    assertThat(rule.<String>getEntry("confirmedBy")).isEqualTo(confirmedBy);
    assertThat(rule.<Boolean>getEntry("holdsPost")).isEqualTo(holdsPost);
    assertThat(rule.<String>getEntry("remedy")).isEqualTo(remedy.name());
  }

  @Test
  void remediesAreToldWithTheirTerms() {
    PlacementProperties properties = Configured.PLACEMENT;
    assertThat(Remedy.CIVIL_SERVICE.inWords(properties)).contains("30日内可以向原处理机关申请复核", "15日内可以提出申诉", "公务员法第九十五条");
    assertThat(Remedy.LABOUR.inWords(properties)).contains("1年内可以申请劳动人事争议仲裁");
    assertThat(Remedy.PERSONNEL.inWords(properties)).contains("申请复核", "1年内");
    assertThat(Remedy.OWN_UNIT.inWords(properties)).contains("人事关系所在单位");
  }
}
