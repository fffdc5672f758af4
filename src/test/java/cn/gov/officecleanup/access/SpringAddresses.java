package cn.gov.officecleanup.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** The addresses that Spring MVC answers: handler methods of whatever kind (those of an actuator as well), and the pages that are files. */
final class SpringAddresses {

  private static final String PAGES = "META-INF/resources/";

  private SpringAddresses() {
  }

  /** @return the addresses of all handler methods; one that takes every method of HTTP is named once as GET and once as POST */
  static List<Address> ofHandlers(ApplicationContext context) {
    List<Address> addresses = new ArrayList<>();
    context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
        .values()
        .forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> addresses.addAll(of(info, handler))));
    return addresses;
  }

  private static List<Address> of(RequestMappingInfo info, HandlerMethod handler) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods().isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST)
        : info.getMethodsCondition().getMethods();
    Type body = null;
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestBody.class) || MultipartFile.class.isAssignableFrom(parameter.getParameterType())) {
        body = parameter.getGenericParameterType();
      }
    }
    Type read = body;
    return methods.stream()
        .flatMap(method -> info.getPatternValues()
            .stream()
            .map(path -> new Address(method.name(), path,
                info.getProducesCondition().getProducibleMediaTypes().stream().map(Object::toString).toList(), read)))
        .toList();
  }

  /** @return the files of the application's own pages and scripts, and the pages of the web applications */
  static List<Address> ofPages() throws IOException {
    var resolver = new PathMatchingResourcePatternResolver();
    return Stream
        .of("classpath*:" + PAGES + "webjars/camunda/lib/cleanup/*", "classpath*:" + PAGES + "webjars/camunda/app/*/index.html",
            "classpath*:" + PAGES + "public/*")
        .flatMap(pattern -> Arrays.stream(resources(resolver, pattern)))
        .map(SpringAddresses::pathOf)
        .distinct()
        .map(path -> new Address("GET", path, List.of(), null))
        .toList();
  }

  private static Resource[] resources(PathMatchingResourcePatternResolver resolver, String pattern) {
    try {
      return resolver.getResources(pattern);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pathOf(Resource resource) {
    try {
      String url = resource.getURL().toString();
      String path = "/" + url.substring(url.indexOf(PAGES) + PAGES.length()).replaceFirst("^webjars/", "");
      return path.replaceFirst("/index\\.html$", "/{engine}/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
