package cn.gov.officecleanup.mechanism.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every due date of a user task is one that can be computed, and every term that a model names is configured. */
class ModelDeadlinesTest {

  private static final Pattern DUE = Pattern
      .compile("\\$\\{terms\\.due\\('([^']+)'(?:, \\w+\\.\\w+\\(execution\\.processBusinessKey\\))?\\)}");
  /** a day that is given to the case, such as another one to apply by or the last of a rest; whoever gives none has it by a term */
  private static final Pattern DUE_OF_THE_CASE = Pattern.compile("\\$\\{\\w+\\.due\\((execution\\.processBusinessKey|moreTimeRequest)\\)}");

  private final Map<String, String> terms = configuredTerms();

  @Test
  void everyDueDateOfAUserTaskIsOfAConfiguredTerm() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (UserTask task : elements(UserTask.class)) {
      Matcher due = DUE.matcher(String.valueOf(task.getCamundaDueDate()));
      boolean ofTheCase = DUE_OF_THE_CASE.matcher(String.valueOf(task.getCamundaDueDate())).matches();
      if (task.getCamundaDueDate() != null && !ofTheCase && (!due.matches() || !terms.containsKey(due.group(1)))) {
        wrong.add(task.getId() + ": " + task.getCamundaDueDate());
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyTermOfAWholeCaseIsConfigured() throws IOException {
    List<String> named = elements(CamundaProperty.class).stream()
        .filter(property -> "term".equals(property.getCamundaName()))
        .filter(property -> property.getParentElement().getParentElement().getParentElement() instanceof Process)
        .map(CamundaProperty::getCamundaValue)
        .toList();
    assertThat(named).isNotEmpty().isSubsetOf(terms.keySet());
  }

  private static <T extends ModelElementInstance> List<T> elements(Class<T> type) throws IOException {
    List<T> elements = new ArrayList<>();
    for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/*.bpmn")) {
      try (InputStream content = model.getInputStream()) {
        BpmnModelInstance parsed = Bpmn.readModelFromStream(content);
        Collection<T> found = parsed.getModelElementsByType(type);
        elements.addAll(found);
      }
    }
    assertThat(elements).isNotEmpty();
    return elements;
  }

  private static Map<String, String> configuredTerms() {
    var yaml = new YamlPropertiesFactoryBean();
    yaml.setResources(new ClassPathResource("application.yml"));
    return new Binder(new MapConfigurationPropertySource(yaml.getObject())).bind("cleanup", TermProperties.class).get().terms();
  }
}
