package cn.gov.officecleanup.mechanism.wall;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * Expressions are the models' alone: they are evaluated for an execution or a task of a model, and see the beans that models use. What a
 * query brings along, however deep in it, belongs to neither, and is refused wherever the engine would evaluate it.
 */
@Component
public class ModelExpressions extends AbstractProcessEnginePlugin {

  private final ApplicationContext context;

  ModelExpressions(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    var beans = new ModelBeans(context);
    // scripts, of which there are none, would see no other beans either
    configuration.setBeans(beans);
    configuration.setExpressionManager(new Manager(context, beans));
    // what the engine itself asks: the outermost query, or the stored one
    configuration.setEnableExpressionsInAdhocQueries(false);
    configuration.setEnableExpressionsInStoredQueries(false);
  }

  /** @return the refusal of a query that brings an expression along */
  public static RefusedException inQuery() {
    return new RefusedException("EXPRESSION_IN_QUERY", "查询条件里不能使用表达式，请填写具体的值。", "系统");
  }

  private static class Manager extends SpringExpressionManager {

    Manager(ApplicationContext context, ModelBeans beans) {
      super(context, beans);
    }

    @Override
    public Expression createExpression(String expression) {
      return new OfModel(createValueExpression(expression), this, expression);
    }
  }

  private static class OfModel extends JuelExpression {

    OfModel(ValueExpression value, Manager manager, String text) {
      super(value, manager, text);
    }

    /** @param scope null where no model's execution or task asks, as in queries */
    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
      if (scope == null) {
        throw inQuery();
      }
      return super.getValue(scope, execution);
    }
  }
}
