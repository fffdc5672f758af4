package cn.gov.officecleanup.mechanism.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Asks the rule tables as the application, whoever is at work: a rule is no secret, but nobody needs the right to start decisions of their
 * own. A table says the same to the same inputs, so each combination is evaluated once; there are a few hundred.
 */
@Component
public class Decisions {

  private final DecisionService decisions;
  private final ProcessEngineConfigurationImpl engine;
  private final IdentityService identity;
  private final Map<Question, DmnDecisionRuleResult> answers = new ConcurrentHashMap<>();

  public Decisions(@Lazy DecisionService decisions, @Lazy ProcessEngineConfigurationImpl engine, @Lazy IdentityService identity) {
    this.decisions = decisions;
    this.engine = engine;
    this.identity = identity;
  }

  /** @param table id of the table in the version that holds */
  private record Question(String table, Map<String, Object> inputs) {
  }

  /**
   * @param key key of the decision table, of which one rule must match
   * @param inputs by the names the table gives them
   * @return what the rule that matches provides
   */
  public DmnDecisionRuleResult single(String key, Map<String, Object> inputs) {
    Authentication authentication = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      String table = engine.getCommandExecutorTxRequired()
          .execute(context -> engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKeyAndTenantId(key, null).getId());
      return answers.computeIfAbsent(new Question(table, Map.copyOf(inputs)),
          question -> decisions.evaluateDecisionTableById(table, inputs).getSingleResult());
    } finally {
      if (authentication != null) {
        identity.setAuthentication(authentication.getUserId(), authentication.getGroupIds(), authentication.getTenantIds());
      }
    }
  }
}
