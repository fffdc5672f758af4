package cn.gov.officecleanup.edge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.util.DigestUtils;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * How long browsers keep the files of the web applications. What has its version or its hash in its address, they keep for good. Everything
 * else, all of ours among it, though the web applications put their own version to some of these addresses, is asked for anew by the hash
 * of its content: nobody works with the scripts of yesterday, and what has not changed is not sent again.
 */
@Configuration
class CachedFiles implements WebMvcConfigurer {

  private static final String ADDRESS = "/camunda/";
  private static final String FOLDER = "classpath:/META-INF/resources/webjars/camunda/";
  private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry.addResourceHandler(ADDRESS + "lib/*.js").addResourceLocations(FOLDER + "lib/").setCacheControl(FOR_GOOD);
    registry.addResourceHandler(ADDRESS + "assets/*").addResourceLocations(FOLDER + "assets/").setCacheControl(FOR_GOOD);
    registry.addResourceHandler(ADDRESS + "app/*/camunda-*-bootstrap.*").addResourceLocations(FOLDER + "app/").setCacheControl(FOR_GOOD);
    asked(registry, "lib/cleanup/**", "lib/cleanup/");
    asked(registry, "app/*/scripts/**", "app/");
    asked(registry, "app/*/styles/**", "app/");
    asked(registry, "app/*/locales/**", "app/");
  }

  private static void asked(ResourceHandlerRegistry registry, String address, String folder) {
    registry.addResourceHandler(ADDRESS + address)
        .addResourceLocations(FOLDER + folder)
        .setCacheControl(CacheControl.noCache())
        .setEtagGenerator(CachedFiles::hash);
  }

  /** A weak one: what has a strong one, Tomcat does not compress. */
  private static String hash(Resource file) {
    try {
      return "W/\"" + DigestUtils.md5DigestAsHex(file.getContentAsByteArray()) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
