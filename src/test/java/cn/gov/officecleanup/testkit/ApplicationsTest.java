package cn.gov.officecleanup.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.springframework.test.context.TestPropertySource;

class ApplicationsTest {

  @Test
  void aWalkWithPropertiesOfItsOwnRunsApartFromThoseThatShareAnApplication() {
    List<? extends Class<?>> walks = new ClassFileImporter().importPackages("cn.gov.officecleanup.browser")
        .stream()
        .filter(type -> type.getSimpleName().endsWith("IT"))
        .map(JavaClass::reflect)
        .filter(type -> tags(type).contains(Applications.WALK))
        .toList();
    assertThat(walks).isNotEmpty()
        .allSatisfy(walk -> assertThat(tags(walk).contains(Applications.ITS_OWN)).as("%s is tagged", walk)
            .isEqualTo(walk.isAnnotationPresent(TestPropertySource.class)));
  }

  private static List<String> tags(Class<?> type) {
    return AnnotationSupport.findRepeatableAnnotations(type, Tag.class).stream().map(Tag::value).toList();
  }
}
