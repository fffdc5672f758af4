package cn.gov.officecleanup.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.appraisal.Grade;
import cn.gov.officecleanup.procedure.decoupling.PartingWay;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The three floors of the house: edges stand on procedures, procedures on mechanisms, and a mechanism knows no procedure. */
@AnalyzeClasses(packagesOf = OfficeCleanupApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class FloorsTest {

  private static final String BASE = "cn.gov.officecleanup.";

  @ArchTest
  static final ArchRule edgesStandOnProceduresAndTheseOnMechanisms = layeredArchitecture().consideringOnlyDependenciesInLayers()
      .layer("mechanism")
      .definedBy(BASE + "mechanism..")
      .layer("procedure")
      .definedBy(BASE + "procedure..")
      .layer("edge")
      .definedBy(BASE + "edge..")
      .whereLayer("edge")
      .mayNotBeAccessedByAnyLayer()
      .whereLayer("procedure")
      .mayOnlyBeAccessedByLayers("edge");

  @ArchTest
  static final ArchRule packagesFormNoCycles = slices().matching(BASE + "(*).(*)..").should().beFreeOfCycles();

  /** What everybody reads without signing in comes from the views of what is published, and so from nowhere else. */
  @ArchTest
  static final ArchRule thePublicPageStandsOnItsViewsAlone = classes().that()
      .resideInAPackage(BASE + "edge.publicpage..")
      .should()
      .onlyDependOnClassesThat(
          resideInAnyPackage(BASE + "edge.publicpage..", BASE + "mechanism.sheet", BASE + "mechanism.text", "java..", "jakarta.servlet..",
              "org.springframework..", "com.fasterxml.jackson..", "freemarker..", "io.github.bucket4j..", "org.apache.commons.csv..")
              .or(belongToAnyOf(RecordRows.class, WorkKind.class, PublishedDisclosure.class, Grade.class, PartingWay.class)));

  @ArchTest
  static void thePublicPageReadsNoTable(JavaClasses all) throws IOException {
    List<String> read = new ArrayList<>();
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/cn/gov/officecleanup/edge/publicpage"))) {
      for (Path source : sources.toList()) {
        Matcher relation = Pattern.compile("(?i)\\b(?:from|join|update|into)\\s+(\\w+_\\w+)").matcher(Files.readString(source));
        relation.results().map(found -> found.group(1)).forEach(read::add);
      }
    }
    assertThat(read).hasSizeGreaterThan(4).allMatch(relation -> relation.startsWith("public_"));
  }

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses all) {
    assertThat(all.stream()
        .map(JavaClass::getPackageName)
        .distinct()
        .filter(name -> !Files.exists(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")))).isEmpty();
  }
}
