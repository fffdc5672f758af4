package cn.gov.officecleanup.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.mechanism.seal.ElectronicSeal;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.StringUtils;

/**
 * A type is public only where another package, its tests included, an expression of a model, or a library that finds its services by name
 * uses it, or where a bureau plugs in its own.
 */
@AnalyzeClasses(packagesOf = OfficeCleanupApplication.class)
class PublicTypesTest {

  @ArchTest
  static final ArchRule publicIsWhatOthersUse = classes().that()
      .areTopLevelClasses()
      .and()
      .haveModifier(JavaModifier.PUBLIC)
      .and()
      .doNotBelongToAnyOf(OfficeCleanupApplication.class, ElectronicSeal.class)
      .should(beUsedByAnotherPackageOrAModel());

  /** Expressions of models call public classes only. */
  private static ArchCondition<JavaClass> beUsedByAnotherPackageOrAModel() {
    String models = contentOf(Path.of("processes"), ".bpmn");
    String services = contentOf(Path.of("src/main/resources/META-INF/services"), "");
    return new ArchCondition<>("be used by another package or a model") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used = isOfTests(type) || services.contains(type.getName())
            || models.contains("${" + StringUtils.uncapitalize(type.getSimpleName()) + ".")
            || type.getDirectDependenciesToSelf()
                .stream()
                .anyMatch(dependency -> !dependency.getOriginClass().getPackageName().equals(type.getPackageName()));
        events
            .add(new SimpleConditionEvent(type, used, "%s is public, but nobody outside of its package uses it".formatted(type.getName())));
      }
    };
  }

  private static String contentOf(Path folder, String ending) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).map(PublicTypesTest::text).collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfTests(JavaClass type) {
    return type.getSource().filter(source -> source.getUri().getPath().contains("/test-classes/")).isPresent();
  }
}
