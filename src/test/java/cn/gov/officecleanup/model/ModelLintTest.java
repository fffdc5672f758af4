package cn.gov.officecleanup.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.gov.officecleanup.mechanism.wall.ModelBeans;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The models in {@code processes/} and the forms in {@code forms/} keep to the project's conventions. */
class ModelLintTest {

  private final Project project = Project.read();

  @TestFactory
  Stream<DynamicContainer> models() {
    return project.models()
        .values()
        .stream()
        .sorted(Comparator.comparing(BpmnModel::fileName))
        .map(model -> dynamicContainer(model.fileName(),
            Arrays.stream(ModelRule.values())
                .map(rule -> dynamicTest(rule.name(),
                    () -> assertThat(rule.violations(model, project)).as("processes/%s breaks %s", model.fileName(), rule).isEmpty()))));
  }

  @TestFactory
  Stream<DynamicTest> decisionsAndForms() {
    return Arrays.stream(ProjectRule.values())
        .map(rule -> dynamicTest(rule.name(), () -> assertThat(rule.violations(project)).as("%s", rule).isEmpty()));
  }

  @Test
  void thereAreModelsAndFormsToCheck() {
    assertThat(project.models()).isNotEmpty();
    assertThat(project.forms()).isNotEmpty();
    assertThat(project.beans()).contains("terms");
  }

  @Test
  void expressionsSeeTheBeansThatModelsNameAndNoMore() {
    Set<String> named = new TreeSet<>();
    project.models().values().forEach(model -> ModelRule.beansNamedIn(model).forEach(named::add));
    assertThat(new TreeSet<>(ModelBeans.names())).as("processes/beans.txt").isEqualTo(named);
    assertThat(project.beans()).containsAll(named);
  }
}
