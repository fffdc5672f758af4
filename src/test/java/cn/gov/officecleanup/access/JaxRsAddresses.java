package cn.gov.officecleanup.access;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * The addresses of the JAX-RS applications that are mounted, read from the annotations of their resources and, through their locators, of
 * the sub-resources, of whichever class these may be at run time.
 */
final class JaxRsAddresses {

  /** by what a servlet of Jersey is told its application */
  static final String APPLICATION = "jakarta.ws.rs.Application";
  private static final String PACKAGE = "org.camunda.bpm";
  private static final Pattern OF_RESOURCES = Pattern.compile(".*\\b(rest|resources?|web|security|hal)\\..*");

  private final List<Class<?>> known = new ArrayList<>();
  private final Map<String, Address> found = new TreeMap<>();

  private JaxRsAddresses() {
    ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter((metadata, factory) -> OF_RESOURCES.matcher(metadata.getClassMetadata().getClassName()).matches());
    scanner.findCandidateComponents(PACKAGE).forEach(candidate -> {
      try {
        known.add(ClassUtils.forName(candidate.getBeanClassName(), null));
      } catch (ClassNotFoundException | LinkageError e) {
        // of another container than the one it runs in
      }
    });
  }

  /** @return every address below the servlets that name a JAX-RS application */
  static List<Address> of(ServletContext context) throws ReflectiveOperationException {
    JaxRsAddresses addresses = new JaxRsAddresses();
    for (ServletRegistration servlet : context.getServletRegistrations().values()) {
      String name = servlet.getInitParameter(APPLICATION);
      if (name != null) {
        Set<Class<?>> resources = ((Application) BeanUtils.instantiateClass(Class.forName(name))).getClasses();
        for (String mapping : servlet.getMappings()) {
          String mounted = mapping.replaceAll("/\\*$", "");
          resources.stream()
              .filter(resource -> pathOf(resource) != null)
              .forEach(resource -> addresses.walk(mounted + "/" + pathOf(resource), resource, new ArrayDeque<>()));
        }
      }
    }
    return List.copyOf(addresses.found.values());
  }

  private void walk(String path, Class<?> resource, Deque<Class<?>> above) {
    if (resource == Object.class) {
      throw new IllegalStateException("what answers at " + path + " is not told by the type of its locator");
    }
    if (above.contains(resource)) {
      return;
    }
    above.push(resource);
    Stream.concat(Stream.of(resource), known.stream().filter(type -> type != resource && resource.isAssignableFrom(type)))
        .flatMap(type -> Arrays.stream(type.getMethods()))
        .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
        .forEach(method -> method(path, method, above));
    above.pop();
  }

  private void method(String path, Method method, Deque<Class<?>> above) {
    Path own = AnnotatedElementUtils.findMergedAnnotation(method, Path.class);
    HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(method, HttpMethod.class);
    String full = own == null ? path : path + "/" + own.value();
    if (verb != null) {
      Produces produces = AnnotatedElementUtils.findMergedAnnotation(method, Produces.class);
      List<Parameter> parameters = annotated(method);
      Type body = parameters.stream()
          .filter(parameter -> Arrays.stream(parameter.getAnnotations()).noneMatch(JaxRsAddresses::isOfJaxRs))
          .map(Parameter::getParameterizedType)
          .findFirst()
          .orElse(null);
      Address address = new Address(verb.value(), full, produces == null ? List.of() : List.of(produces.value()), body);
      found.merge(address.name(), address, Address::with);
    } else if (own != null) {
      walk(full, method.getReturnType(), above);
    }
  }

  /** A class inherits the annotations of its interface's parameters. */
  private static List<Parameter> annotated(Method method) {
    Map<Class<?>, Method> declared = new LinkedHashMap<>();
    declared.put(method.getDeclaringClass(), method);
    ClassUtils.getAllInterfacesForClassAsSet(method.getDeclaringClass()).forEach(type -> {
      Method same = ClassUtils.getMethodIfAvailable(type, method.getName(), method.getParameterTypes());
      if (same != null) {
        declared.put(type, same);
      }
    });
    return declared.values()
        .stream()
        .filter(one -> Arrays.stream(one.getParameterAnnotations()).anyMatch(annotations -> annotations.length > 0))
        .findFirst()
        .map(one -> List.of(one.getParameters()))
        .orElse(List.of(method.getParameters()));
  }

  private static boolean isOfJaxRs(Annotation annotation) {
    return annotation.annotationType().getName().startsWith("jakarta.ws.rs.");
  }

  private static String pathOf(Class<?> resource) {
    Path path = AnnotatedElementUtils.findMergedAnnotation(resource, Path.class);
    return path == null ? null : path.value();
  }
}
