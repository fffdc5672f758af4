package cn.gov.officecleanup.mechanism.filter;

import cn.gov.officecleanup.mechanism.wall.ModelExpressions;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** The engine's filters, to which the application adds the {@link FilterCondition} that they name. */
@Component
class FiltersByWhoLooks extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setFilterService(new Service());
  }

  private static class Service extends FilterServiceImpl {

    @Override
    public <T> List<T> list(String filterId) {
      return list(filterId, (Query<?, T>) null);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q extending) {
      return commandExecutor.execute(context -> super.<T, Query<?, T>>list(filterId, asked(filterId, extending)));
    }

    @Override
    public <T> List<T> listPage(String filterId, int first, int most) {
      return listPage(filterId, (Query<?, T>) null, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q extending, int first, int most) {
      return commandExecutor.execute(context -> super.<T, Query<?, T>>listPage(filterId, asked(filterId, extending), first, most));
    }

    @Override
    public <T> T singleResult(String filterId) {
      return singleResult(filterId, (Query<?, T>) null);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q extending) {
      return commandExecutor.execute(context -> super.<T, Query<?, T>>singleResult(filterId, asked(filterId, extending)));
    }

    @Override
    public Long count(String filterId) {
      return count(filterId, null);
    }

    @Override
    public Long count(String filterId, Query<?, ?> extending) {
      return commandExecutor.execute(context -> super.count(filterId, asked(filterId, extending)));
    }

    /** @return what a request adds to a filter, with the filter's own condition; null where there is neither */
    @SuppressWarnings("unchecked")
    private <T> Query<?, T> asked(String filterId, Query<?, ?> extending) {
      Filter filter = getFilter(filterId);
      Authentication who = Context.getCommandContext().getAuthentication();
      Optional<FilterCondition> condition = who == null ? Optional.empty() : FilterCondition.of(filter);
      if (extending instanceof AbstractQuery<?, ?> query && !query.getExpressions().isEmpty()) {
        throw ModelExpressions.inQuery();
      }
      if (condition.isEmpty() || !(filter.getQuery() instanceof TaskQuery)) {
        return (Query<?, T>) extending;
      }
      TaskQuery conditions = condition.get().on(new TaskQueryImpl(), who);
      return (Query<?, T>) (extending instanceof TaskQuery query ? ((TaskQueryImpl) conditions).extend(query) : conditions);
    }
  }
}
