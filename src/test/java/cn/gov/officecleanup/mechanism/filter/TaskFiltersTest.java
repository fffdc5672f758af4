package cn.gov.officecleanup.mechanism.filter;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.casefile.CaseOnTask;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The filters of an installation that is older than their columns. */
@EngineTest
class TaskFiltersTest {

  private static final List<Map<String, String>> FORMER = List.of(Map.of("name", CaseOnTask.CASE_TITLE, "label", "案件"),
      Map.of("name", CaseOnTask.CASE_NUMBER, "label", "案号"));
  private static final List<Map<String, String>> CHOSEN = List.of(Map.of("name", CaseOnTask.CASE_NUMBER, "label", "案号"));

  @Autowired
  private TaskFilters filters;
  @Autowired
  private FilterService filterService;
  @Autowired
  private TaskService tasks;
  @Autowired
  private ProcessEngine engine;
  @Autowired
  private AuditLog auditLog;

  @Test
  void formerColumnsGiveWayToThoseOfNowAndChosenOnesStay() {
    Object now = columns("督办");
    assertThat((List<?>) now).hasSize(4);
    setColumns("督办", FORMER);
    setColumns("已逾期", CHOSEN);
    filters.afterSingletonsInstantiated();
    assertThat(columns("督办")).isEqualTo(now);
    assertThat(columns("已逾期")).isEqualTo(CHOSEN);
    setColumns("已逾期", FORMER);
    filters.afterSingletonsInstantiated();
    assertThat(columns("已逾期")).isEqualTo(now);
  }

  @Test
  void filtersOfAnOlderInstallationGoOnWithoutExpressionsAndThoseOfStrangersAreRemoved() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    configuration.setEnableExpressionsInStoredQueries(true);
    try {
      filterService.saveFilter(filter("我的待办").setQuery(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"))
          .setProperties(Map.of("variables", CHOSEN)));
      filterService.saveFilter(filter("全部待办").setQuery(tasks.createTaskQuery()
          .or()
          .taskAssigneeExpression("${currentUser()}")
          .taskCandidateGroupInExpression("${currentUserGroups()}")
          .includeAssignedTasks()
          .endOr()).setProperties(Map.of()));
      filterService.saveFilter(
          filterService.newTaskFilter("别人存的").setQuery(tasks.createTaskQuery().or().taskAssigneeExpression("${terms}").endOr()));
      filterService.saveFilter(filterService.newTaskFilter("督办").setQuery(tasks.createTaskQuery().taskOwnerExpression("${terms}")));
      filterService.saveFilter(filterService.newTaskFilter("没有表达式").setQuery(tasks.createTaskQuery().taskName("复核")));
    } finally {
      configuration.setEnableExpressionsInStoredQueries(false);
    }
    filters.afterSingletonsInstantiated();
    assertThat(filterService.createFilterQuery().list()).extracting(Filter::getName)
        .containsExactlyInAnyOrder("全部待办", "我的待办", "本组待办", "即将到期", "已逾期", "督办", "没有表达式");
    assertThat(filterService.createFilterQuery().list())
        .noneMatch(filter -> ((FilterEntity) filter).getQueryInternal().contains("Expression"));
    assertThat(columns("我的待办")).as("what was chosen stays").isEqualTo(CHOSEN);
    assertThat(auditLog.find(new AuditQuery(null, AuditEvent.Kind.FILTER_REMOVED, null, null, null), null)).extracting(AuditEvent::subject)
        .contains("别人存的");
    filterService.deleteFilter(filter("没有表达式").getId());
    eachShowsWhatIsTheirs();
  }

  @Test
  void eachShowsWhatIsTheirs() {
    as("wang", "gov410500");
    String instance = runtimeService()
        .startProcessInstanceByKey("office-establishment",
            Map.of("governmentCode", "410500", "officeName", "驻武汉市办事处", "hostCityCode", "420100", "hostCityName", "武汉市"))
        .getId();
    assertThat(shown("全部待办")).isOne();
    assertThat(shown("本组待办")).isOne();
    assertThat(shown("我的待办")).isZero();
    assertThat(shown("即将到期")).isZero();
    assertThat(shown("已逾期")).isZero();
    asApplication();
    Task task = tasks.createTaskQuery().processInstanceId(instance).singleResult();
    as("wang", "gov410500");
    tasks.claim(task.getId(), "wang");
    assertThat(shown("我的待办")).isOne();
    assertThat(shown("全部待办")).isOne();
    assertThat(shown("本组待办")).isZero();
    // nothing that a request adds widens what the filter shows
    assertThat(filterService.count(filter("我的待办").getId(), tasks.createTaskQuery().taskAssignee("li"))).isZero();
    assertThat(
        filterService.list(filter("我的待办").getId(), tasks.createTaskQuery().or().taskName(task.getName()).endOr().orderByTaskName().asc()))
        .hasSize(1);
    assertThat(filterService.listPage(filter("我的待办").getId(), tasks.createTaskQuery().taskName("另一件"), 0, 10)).isEmpty();
    ClockUtil.setCurrentTime(Date.from(task.getDueDate().toInstant().minus(Duration.ofDays(2))));
    assertThat(shown("即将到期")).isOne();
    assertThat(shown("已逾期")).isZero();
    ClockUtil.setCurrentTime(Date.from(task.getDueDate().toInstant().plusSeconds(1)));
    assertThat(shown("即将到期")).isZero();
    assertThat(shown("已逾期")).isOne();
    as("li", "gov410500");
    assertThat(shown("我的待办")).isZero();
    assertThat(shown("全部待办")).isOne();
    as("supervisors", "supervisors");
    assertThat(shown("全部待办")).as("supervisors see all tasks, but have none to do").isZero();
    assertThat(shown("已逾期")).isOne();
    as("nobody", "gov410700");
    assertThat(shown("全部待办")).isZero();
    assertThat(shown("已逾期")).isZero();
  }

  private long shown(String name) {
    long count = filterService.count(filter(name).getId());
    assertThat(filterService.list(filter(name).getId())).hasSize((int) count);
    return count;
  }

  private Filter filter(String name) {
    return filterService.createTaskFilterQuery().filterName(name).singleResult();
  }

  private Object columns(String name) {
    return filter(name).getProperties().get("variables");
  }

  private void setColumns(String name, List<Map<String, String>> columns) {
    Filter filter = filter(name);
    Map<String, Object> properties = new LinkedHashMap<>(filter.getProperties());
    properties.put("variables", columns);
    filter.setProperties(properties);
    filterService.saveFilter(filter);
  }
}
