package cn.gov.officecleanup.model;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;

/**
 * What models refer to.
 *
 * @param models by file name without ending
 * @param decisions by file name without ending
 * @param forms HTML by file name without ending
 * @param beans names of the Spring beans that this application's own classes define
 */
record Project(Map<String, BpmnModel> models, Map<String, DmnModelInstance> decisions, Map<String, String> forms, Set<String> beans) {

  private static final String BASE_PACKAGE = "cn.gov.officecleanup";

  /** Reads the project in the working directory. */
  static Project read() {
    return read(Path.of(""), beanNames());
  }

  /** Reads what lies in {@code processes} and {@code forms} of a folder. */
  static Project read(Path root, Set<String> beans) {
    Map<String, BpmnModel> models = new HashMap<>();
    files(root.resolve("processes"), ".bpmn")
        .forEach((name, file) -> models.put(name, new BpmnModel(name + ".bpmn", Bpmn.readModelFromFile(file))));
    Map<String, DmnModelInstance> decisions = files(root.resolve("processes"), ".dmn").entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Dmn.readModelFromFile(entry.getValue())));
    Map<String, String> forms = files(root.resolve("forms"), ".html").entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue().toPath())));
    return new Project(models, decisions, forms, beans);
  }

  private static Map<String, File> files(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toFile)
          .filter(file -> file.getName().endsWith(ending))
          .collect(Collectors.toMap(file -> file.getName().substring(0, file.getName().length() - ending.length()), file -> file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  static Set<String> beanNames() {
    Set<String> names = new HashSet<>();
    var registry = new SimpleBeanDefinitionRegistry();
    for (BeanDefinition component : new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents(BASE_PACKAGE)) {
      if (((AnnotatedBeanDefinition) component).getMetadata().isIndependent() && !isTest(component)) {
        names.add(AnnotationBeanNameGenerator.INSTANCE.generateBeanName(component, registry));
        beanMethods(component.getBeanClassName()).forEach(names::add);
      }
    }
    return names;
  }

  private static boolean isTest(BeanDefinition component) {
    return Optional.ofNullable(component.getResourceDescription()).orElse("").contains("test-classes");
  }

  private static Stream<String> beanMethods(String className) {
    try {
      return Arrays.stream(Class.forName(className).getDeclaredMethods())
          .filter(method -> method.isAnnotationPresent(Bean.class))
          .flatMap(Project::names);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> names(Method method) {
    String[] given = method.getAnnotation(Bean.class).value();
    return given.length == 0 ? Stream.of(method.getName()) : Arrays.stream(given);
  }
}
