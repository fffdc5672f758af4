package cn.gov.officecleanup.mechanism.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.testkit.EngineTest;
import java.time.Period;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The history of cases is kept as long as archives keep it, by kind. */
@EngineTest
class ArchivePeriodsTest {

  @Autowired
  private RepositoryService repository;

  @Test
  void whatSetsUpOrAbolishesAnOfficeIsKeptForEverAndTheRestForThirtyYears() {
    List<ProcessDefinition> definitions = repository.createProcessDefinitionQuery().list();
    assertThat(definitions).extracting(ProcessDefinition::getKey)
        .contains("office-abolition", "office-establishment", "office-integration", "locality-report");
    assertThat(definitions).allSatisfy(definition -> assertThat(definition.getHistoryTimeToLive()).as(definition.getKey())
        .isEqualTo(definition.getKey().matches("office-.*|abolition-by-disposition|retention-.*") ? ArchivePeriods.FOR_EVER : 10958));
  }

  @Test
  void aProcedureThatThereIsNotIsRefused() {
    var periods = new ArchivePeriods(repository, new ArchivePeriods.Settings(List.of("office-abolishing"), Period.ofYears(30)));
    assertThatThrownBy(periods::apply).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[office-abolishing]");
  }
}
