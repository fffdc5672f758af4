package cn.gov.henan.officecleanup.platform;

import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the rule tables as the application, whoever is at work: a rule is no secret, but nobody needs the right to start decisions of their own.
 */
@Component
public class Decisions {

  private final DecisionService decisions;
  private final IdentityService identity;

  public Decisions(@Lazy DecisionService decisions, @Lazy IdentityService identity) {
    this.decisions = decisions;
    this.identity = identity;
  }

  /**
   * @param key    key of the decision table, of which one rule must match
   * @param inputs by the names the table gives them
   * @return what the rule that matches provides
   */
  public DmnDecisionRuleResult single(String key, Map<String, Object> inputs) {
    Authentication authentication = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return decisions.evaluateDecisionTableByKey(key, inputs).getSingleResult();
    } finally {
      if (authentication != null) {
        identity.setAuthentication(authentication.getUserId(), authentication.getGroupIds(), authentication.getTenantIds());
      }
    }
  }
}
