package cn.gov.officecleanup.mechanism.platform;

import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * How long the history of cases is kept (保管期限), by procedure. What a case has called is kept as long as the case itself, as the engine
 * counts from its end.
 */
@Component
class ArchivePeriods {

  /** 永久: the engine counts in days, and these are a thousand years */
  static final int FOR_EVER = 365_250;

  private final RepositoryService repository;
  private final Settings settings;

  /**
   * What is configured.
   *
   * @param permanent keys of the procedures whose cases are kept for ever
   * @param others how long all others are kept
   */
  @ConfigurationProperties("cleanup.archive-periods")
  record Settings(@DefaultValue List<String> permanent, @DefaultValue("P30Y") Period others) {
  }

  ArchivePeriods(RepositoryService repository, Settings settings) {
    this.repository = repository;
    this.settings = settings;
  }

  /**
   * Has every version of every model follow the configuration.
   *
   * @throws IllegalArgumentException when a procedure is named that there is not
   */
  void apply() {
    List<ProcessDefinition> definitions = repository.createProcessDefinitionQuery().list();
    requireKnown(definitions.stream().map(ProcessDefinition::getKey).collect(Collectors.toSet()));
    for (ProcessDefinition definition : definitions) {
      int days = settings.permanent().contains(definition.getKey()) ? FOR_EVER : days(settings.others());
      if (!Integer.valueOf(days).equals(definition.getHistoryTimeToLive())) {
        repository.updateProcessDefinitionHistoryTimeToLive(definition.getId(), days);
      }
    }
  }

  private void requireKnown(Collection<String> procedures) {
    Set<String> unknown = new TreeSet<>(settings.permanent());
    unknown.removeAll(procedures);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("cleanup.archive-periods.permanent: there are no procedures %s".formatted(unknown));
    }
  }

  /** @return the days of a period, with a leap day in every fourth year */
  private static int days(Period period) {
    return (int) Math.ceil(period.toTotalMonths() * ChronoUnit.MONTHS.getDuration().toSeconds() / 86_400.0) + period.getDays();
  }
}
