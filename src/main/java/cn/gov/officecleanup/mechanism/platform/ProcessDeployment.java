package cn.gov.officecleanup.mechanism.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models of {@code processes/} and the forms of {@code forms/} at start, as one deployment and under these names, whichever way
 * the application is started. (The starter's own pattern names resources by their file path, which differs between an exploded and a
 * packaged start, so that {@code embedded:deployment:forms/x.html} would not be found.) A new deployment is made only when a file has
 * changed, and then of all files, so that a model always finds the forms of its own version. The cases that run are moved to it.
 */
@Component
class ProcessDeployment implements SmartInitializingSingleton {

  private static final String[] PATTERNS = {"classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn",
      "classpath*:forms/**/*.html"};

  private final RepositoryService repository;
  private final InstanceMigration running;
  private final ArchivePeriods periods;

  ProcessDeployment(RepositoryService repository, InstanceMigration running, ArchivePeriods periods) {
    this.repository = repository;
    this.running = running;
    this.periods = periods;
  }

  /** Runs before the web server and the job executor start: nobody meets an engine without models, or a case that is being moved. */
  @Override
  public void afterSingletonsInstantiated() {
    DeploymentBuilder deployment = repository.createDeployment()
        .name("office-cleanup")
        .source("process application")
        .enableDuplicateFiltering(false);
    var resolver = new PathMatchingResourcePatternResolver();
    for (String pattern : PATTERNS) {
      String folder = pattern.substring("classpath*:".length(), pattern.indexOf('/') + 1);
      Arrays.stream(resources(resolver, pattern))
          .sorted(Comparator.comparing(Resource::getFilename))
          .forEach(resource -> add(deployment, folder + resource.getFilename(), resource));
    }
    deployment.deploy();
    periods.apply();
    running.moveToLatestModels();
  }

  private static Resource[] resources(PathMatchingResourcePatternResolver resolver, String pattern) {
    try {
      return resolver.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + pattern, e);
    }
  }

  private static void add(DeploymentBuilder deployment, String name, Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
