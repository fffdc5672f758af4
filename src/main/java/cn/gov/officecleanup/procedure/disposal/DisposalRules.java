package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.platform.Decisions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.springframework.stereotype.Component;

/** Asks the decision {@code disposal-rules} what applies to an asset and a method (A1–A4). */
@Component
class DisposalRules {

  /** key of the decision */
  public static final String DECISION = "disposal-rules";

  private final Decisions decisions;
  private final DisposalProperties properties;

  DisposalRules(Decisions decisions, DisposalProperties properties) {
    this.decisions = decisions;
    this.properties = properties;
  }

  /** @return what the rules provide for disposing of the asset by the method */
  public DisposalRule of(FrozenAsset asset, DisposalMethod method) {
    DmnDecisionRuleResult rule = decisions.single(DECISION, Map.of("assetKind", asset.kind().name(), "method", method.name(), "aboveLine",
        asset.bookValue().compareTo(properties.financeAbove()) > 0));
    String proofs = rule.getEntry("proofs");
    return new DisposalRule(rule.getEntry("allowed"), rule.getEntry("appraisal"), rule.getEntry("finance"), rule.getEntry("affairs"),
        proofs == null || proofs.isBlank() ? List.of()
            : Arrays.stream(proofs.split(",")).map(String::strip).map(ProofKind::valueOf).toList(),
        rule.getEntry("reason"), rule.getEntry("clause"));
  }
}
