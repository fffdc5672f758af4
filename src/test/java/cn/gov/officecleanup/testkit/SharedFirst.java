package cn.gov.officecleanup.testkit;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestPropertySource;

/**
 * Runs the test classes that share an application before those with properties of their own. The web applications look their engine up by
 * its name in a register of the whole JVM, in which the engine of whichever application was started last stands: an application that others
 * were started after would show what is theirs.
 */
public class SharedFirst implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors()
        .sort(Comparator.<ClassDescriptor, Boolean>comparing(SharedFirst::isOnItsOwn)
            .thenComparing(descriptor -> descriptor.getTestClass().getName()));
  }

  private static boolean isOnItsOwn(ClassDescriptor descriptor) {
    // whoever shares an application inherits its description and adds nothing
    return descriptor.getTestClass().isAnnotationPresent(TestPropertySource.class)
        || descriptor.getTestClass().getDeclaredAnnotation(SpringBootTest.class) != null
        || !descriptor.getTestClass().isAnnotationPresent(SpringBootTest.class);
  }
}
