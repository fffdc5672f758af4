package cn.gov.officecleanup.mechanism.wall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The beans that expressions see: those of {@code processes/beans.txt}, which the models name, and no more. A bean is looked up when it is
 * asked for, so that the engine can be built before them. One that no model names any more goes, since the cases that run are moved to the
 * latest models.
 */
public final class ModelBeans extends AbstractMap<Object, Object> {

  private static final String LISTS = "classpath*:processes/beans.txt";

  private final transient BeanFactory beans;
  private final Set<String> names = names();

  ModelBeans(BeanFactory beans) {
    this.beans = beans;
  }

  /** @return the names of these beans, one a line in the lists; lines that begin with # are comments */
  public static Set<String> names() {
    try {
      return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(LISTS))
          .flatMap(ModelBeans::lines)
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find " + LISTS, e);
    }
  }

  private static Stream<String> lines(Resource list) {
    try {
      return list.getContentAsString(StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + list.getDescription(), e);
    }
  }

  @Override
  public boolean containsKey(Object name) {
    return names.contains(name);
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? beans.getBean((String) name) : null;
  }

  @Override
  public Set<Map.Entry<Object, Object>> entrySet() {
    return names.stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toUnmodifiableSet());
  }
}
