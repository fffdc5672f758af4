package cn.gov.officecleanup.procedure.inspection;

import java.util.Random;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the plan of a year (C14): whom it inspects is drawn at once, so that nobody draws until the lot pleases. */
@Component
class OpeningInspectionPlan implements ExecutionListener {

  private static final int LARGEST_SEED = 1_000_000_000;

  private final InspectionPlans plans;
  private final Random chance;

  OpeningInspectionPlan(InspectionPlans plans, Random chance) {
    this.plans = plans;
    this.chance = chance;
  }

  @Override
  public void notify(DelegateExecution execution) {
    plans.open(execution.getProcessBusinessKey(), number(execution, "planYear"), number(execution, "byRisk"), number(execution, "byChance"),
        chance.nextInt(LARGEST_SEED));
  }

  private static int number(DelegateExecution execution, String variable) {
    return Integer.parseInt(execution.getVariable(variable).toString());
  }
}
