package cn.gov.officecleanup.mechanism.filter;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.casefile.CaseOnTask;
import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The filters officials find in Tasklist, made at start where they are missing. None widens what an official may see: the engine shows each
 * only the tasks of the own groups. What depends on who looks is a {@link FilterCondition}; none holds an expression.
 */
@Component
class TaskFilters implements SmartInitializingSingleton {

  private static final List<Map<String, String>> COLUMNS = List.of(Map.of("name", CaseOnTask.CASE_TITLE, "label", "案件"),
      Map.of("name", CaseOnTask.CASE_NUMBER, "label", "案号"), Map.of("name", CaseOnTask.OFFICE, "label", "机构"),
      Map.of("name", CaseOnTask.LOCALITY, "label", "地区"));

  /** those that filters were made with before; where an administrator chose others, these stay */
  private static final List<Map<String, String>> FORMER_COLUMNS = COLUMNS.subList(0, 2);

  /** an expression in a stored query: the engine keeps it under the condition's name with this ending */
  private static final Pattern EXPRESSION = Pattern.compile("Expression\"\\s*:");
  private static final Logger LOG = LoggerFactory.getLogger(TaskFilters.class);

  private final Procedures procedures;
  private final FilterService filters;
  private final TaskService tasks;
  private final AuditLog auditLog;

  TaskFilters(Procedures procedures, FilterService filters, TaskService tasks, AuditLog auditLog) {
    this.procedures = procedures;
    this.filters = filters;
    this.tasks = tasks;
    this.auditLog = auditLog;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, FilterCondition> conditions = new LinkedHashMap<>();
    conditions.put("全部待办", FilterCondition.OWN_AND_OF_GROUPS);
    conditions.put("我的待办", FilterCondition.OWN);
    conditions.put("本组待办", FilterCondition.OF_GROUPS);
    conditions.put("即将到期", FilterCondition.DUE_SOON);
    conditions.put("已逾期", FilterCondition.OVERDUE);
    int priority = 0;
    for (Map.Entry<String, FilterCondition> condition : conditions.entrySet()) {
      ensure(condition.getKey(), tasks.createTaskQuery(), condition.getValue(), priority++);
    }
    String[] supervising = procedures.keys(Procedure::supervises).toArray(String[]::new);
    ensure("督办", tasks.createTaskQuery().processDefinitionKeyIn(supervising), null, priority);
    removeThoseWithExpressions();
  }

  private void ensure(String name, TaskQuery query, FilterCondition condition, int priority) {
    // a stranger's of the same name is not taken for ours as long as ours is there
    Filter filter = filters.createTaskFilterQuery()
        .filterName(name)
        .list()
        .stream()
        .min(Comparator.comparing(TaskFilters::hasExpressions))
        .orElse(null);
    if (filter == null) {
      filter = filters.newTaskFilter(name);
      filter.setQuery(query);
      filter.setProperties(Map.of("priority", priority, "refresh", true, "variables", COLUMNS));
    }
    Map<String, Object> properties = new LinkedHashMap<>(filter.getProperties());
    if (FORMER_COLUMNS.equals(properties.get("variables"))) {
      properties.put("variables", COLUMNS);
    }
    if (condition != null) {
      properties.put(FilterCondition.PROPERTY, condition.name());
    }
    boolean hasExpressions = hasExpressions(filter);
    if (filter.getId() == null || hasExpressions || !properties.equals(filter.getProperties())) {
      if (hasExpressions) {
        filter.setQuery(query);
      }
      filter.setProperties(properties);
      filters.saveFilter(filter);
    }
  }

  /** Before, filters held expressions; others than these may have been saved by whoever had the right to, and are evaluated no more. */
  private void removeThoseWithExpressions() {
    filters.createFilterQuery().list().stream().filter(TaskFilters::hasExpressions).forEach(filter -> {
      LOG.warn("filter {} ({}) holds expressions and is removed", filter.getName(), filter.getId());
      auditLog.note(AuditEvent.Kind.FILTER_REMOVED, AuditLog.SYSTEM, filter.getName(), "含有表达式，不再执行");
      filters.deleteFilter(filter.getId());
    });
  }

  private static boolean hasExpressions(Filter filter) {
    return EXPRESSION.matcher(((FilterEntity) filter).getQueryInternal()).find();
  }
}
