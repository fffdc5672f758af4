package cn.gov.officecleanup.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.gov.officecleanup.mechanism.wall.ModelBeans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return project.models().values().stream().sorted(Comparator.comparing(BpmnModel::fileName))
        .map(model -> dynamicContainer(model.fileName(), Arrays.stream(ModelRule.values()).map(rule -> dynamicTest(rule.name(),
            () -> assertThat(rule.violations(model, project)).as("processes/%s breaks %s", model.fileName(), rule).isEmpty()))));
  }

  @TestFactory
  Stream<DynamicTest> decisionsAndForms() {
    return Arrays.stream(ProjectRule.values()).map(rule -> dynamicTest(rule.name(),
        () -> assertThat(rule.violations(project)).as("%s", rule).isEmpty()));
  }

  @Test
  void thereAreModelsAndFormsToCheck() {
    assertThat(project.models()).isNotEmpty();
    assertThat(project.forms()).isNotEmpty();
    assertThat(project.beans()).contains("terms");
  }

  /**
   * Listeners to the start of procedures that no older model calls in its own version (binding by deployment): officials, the campaign and
   * the newer version start them by today's model, and a case that has been opened is not opened again.
   */
  private static final Set<String> NEVER_CALLED_AGAIN = Set.of("openingAuditCase", "openingCalendarCase", "openingIntegrationCase");

  /** Cases of the released version run on by its models, whose beans must stay in reach. */
  @Test
  void expressionsSeeTheBeansThatModelsNameAndNoMore() throws IOException {
    Set<String> named = new TreeSet<>(Files.readAllLines(Path.of("src/test/resources/released/model-beans.txt")));
    named.removeAll(NEVER_CALLED_AGAIN);
    project.models().values().forEach(model -> ModelRule.beansNamedIn(model).forEach(named::add));
    assertThat(new TreeSet<>(ModelBeans.NAMES)).as("platform.ModelBeans").isEqualTo(named);
    assertThat(project.beans()).containsAll(named);
  }
}
