package cn.gov.officecleanup.mechanism.platform;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What the procedures are called in front of officials, whoever asks. */
@Component
public class ProcedureNames {

  private final ProcessEngineConfigurationImpl engine;

  ProcedureNames(@Lazy ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /** @return the Chinese names of the procedures by their keys, each as in its latest version; the key where one has no name */
  public Map<String, String> all() {
    return engine.getCommandExecutorTxRequired()
        .execute(context -> context
            .runWithoutAuthorization(() -> engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list()))
        .stream()
        .collect(Collectors.toMap(ProcessDefinition::getKey,
            definition -> Objects.requireNonNullElse(definition.getName(), definition.getKey())));
  }
}
