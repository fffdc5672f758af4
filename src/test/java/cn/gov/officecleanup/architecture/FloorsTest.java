package cn.gov.officecleanup.architecture;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.OfficeCleanupApplication;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;

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

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses all) {
    assertThat(all.stream()
        .map(JavaClass::getPackageName)
        .distinct()
        .filter(name -> !Files.exists(Path.of("src/main/java", name.replace('.', '/'), "package-info.java")))).isEmpty();
  }
}
