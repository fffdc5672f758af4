package cn.gov.henan.officecleanup.platform;

import cn.gov.henan.officecleanup.casefile.CaseOnTask;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The filters officials find in Tasklist, made at start where they are missing. None widens what an official may see: the engine shows each only the
 * tasks of the own groups.
 */
@Component
class TaskFilters implements SmartInitializingSingleton {

  private static final List<Map<String, String>> COLUMNS = List.of(
      Map.of("name", CaseOnTask.CASE_TITLE, "label", "案件"),
      Map.of("name", CaseOnTask.CASE_NUMBER, "label", "案号"),
      Map.of("name", CaseOnTask.OFFICE, "label", "机构"),
      Map.of("name", CaseOnTask.LOCALITY, "label", "地区"));

  /** those that filters were made with before; where an administrator chose others, these stay */
  private static final List<Map<String, String>> FORMER_COLUMNS = COLUMNS.subList(0, 2);

  private final FilterService filters;
  private final TaskService tasks;

  TaskFilters(FilterService filters, TaskService tasks) {
    this.filters = filters;
    this.tasks = tasks;
  }

  @Override
  public void afterSingletonsInstantiated() {
    Map<String, TaskQuery> queries = new LinkedHashMap<>();
    queries.put("全部待办", tasks.createTaskQuery().or().taskAssigneeExpression("${currentUser()}")
        .taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks().endOr());
    queries.put("我的待办", tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
    queries.put("本组待办", tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
    queries.put("即将到期", tasks.createTaskQuery().dueAfterExpression("${now()}").dueBeforeExpression("${dateTime().plusDays(7)}"));
    queries.put("已逾期", tasks.createTaskQuery().dueBeforeExpression("${now()}"));
    queries.put("督办", tasks.createTaskQuery().processDefinitionKey("supervision"));
    int priority = 0;
    for (Map.Entry<String, TaskQuery> query : queries.entrySet()) {
      ensure(query.getKey(), query.getValue(), priority++);
    }
  }

  private void ensure(String name, TaskQuery query, int priority) {
    Filter filter = filters.createTaskFilterQuery().filterName(name).list().stream().findFirst().orElse(null);
    if (filter == null) {
      filter = filters.newTaskFilter(name);
      filter.setQuery(query);
      filter.setProperties(Map.of("priority", priority, "refresh", true, "variables", COLUMNS));
      filters.saveFilter(filter);
    } else if (FORMER_COLUMNS.equals(filter.getProperties().get("variables"))) {
      Map<String, Object> properties = new LinkedHashMap<>(filter.getProperties());
      properties.put("variables", COLUMNS);
      filter.setProperties(properties);
      filters.saveFilter(filter);
    }
  }
}
