package cn.gov.henan.officecleanup.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.henan.officecleanup.casefile.CaseOnTask;
import cn.gov.henan.officecleanup.testkit.EngineTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The filters of an installation that is older than their columns. */
@EngineTest
class TaskFiltersTest {

  private static final List<Map<String, String>> FORMER = List.of(Map.of("name", CaseOnTask.CASE_TITLE, "label", "案件"), Map.of("name", CaseOnTask.CASE_NUMBER, "label", "案号"));
  private static final List<Map<String, String>> CHOSEN = List.of(Map.of("name", CaseOnTask.CASE_NUMBER, "label", "案号"));

  @Autowired
  private TaskFilters filters;
  @Autowired
  private FilterService filterService;

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
