package cn.gov.officecleanup.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rules for models, tables and forms, for those that do not lie in the project's own folders. */
public final class Lint {

  private Lint() {
  }

  /**
   * @param folder with the folders {@code processes} and {@code forms}
   * @param beans that its models name, beside those of the application
   * @return one sentence for each violation
   */
  public static List<String> violations(Path folder, Set<String> beans) {
    Set<String> all = new HashSet<>(Project.beanNames());
    all.addAll(beans);
    Project project = Project.read(folder, all);
    return Stream
        .concat(
            project.models()
                .values()
                .stream()
                .flatMap(model -> Arrays.stream(ModelRule.values()).flatMap(rule -> rule.violations(model, project))),
            Arrays.stream(ProjectRule.values()).flatMap(rule -> rule.violations(project)))
        .toList();
  }
}
