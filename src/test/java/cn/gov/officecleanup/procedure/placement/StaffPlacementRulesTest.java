package cn.gov.officecleanup.procedure.placement;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.platform.Decisions;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C6, C13: which placements the rule table allows for whom. */
@EngineTest
class StaffPlacementRulesTest {

  @Autowired
  private Decisions decisions;

  @ParameterizedTest(name = "{0}, of age {1}: {2}")
  @CsvSource({"CIVIL_SERVANT, false, RETURN TRANSFER", "PUBLIC_INSTITUTION, false, RETURN TRANSFER REAPPOINT",
      "WORKER, false, RETURN TRANSFER", "LOCALLY_HIRED, false, CONTRACT_ENDED", "CIVIL_SERVANT, true, RETIRE",
      "PUBLIC_INSTITUTION, true, RETIRE", "WORKER, true, RETIRE", "LOCALLY_HIRED, true, RETIRE"})
  void eachStatusHasItsLawfulPlacements(StaffStatus status, boolean ofAge, String lawful) {
    assertThat(
        Arrays.stream(PlacementOutcome.values())
            .filter(outcome -> decisions
                .single(PlacementRules.DECISION, Map.of("status", status.name(), "outcome", outcome.name(), "ofAge", ofAge))
                .<Boolean>getEntry("allowed"))
            .map(Enum::name)
            .collect(Collectors.joining(" ")))
        .isEqualTo(lawful);
  }
}
