package cn.gov.officecleanup.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.util.DigestUtils;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Mends the pages of the web applications.
 *
 * <p>
 * They do not stay blank: Camunda 7.24 hands the nonce of a page's Content-Security-Policy from the filter that writes the header to the
 * one that writes the page by an attribute of the whole application. A second request in between, anybody's, leaves the page with another
 * nonce than its header has, and the browser runs none of its scripts. Here the page gets the nonce of its own header.
 *
 * <p>
 * They say in Chinese what they are before their scripts do, save to who has an English browser ({@code lib/cleanup/language.js}).
 *
 * <p>
 * They know what time it is on the server ({@code app/tasklist/scripts/server-time.js}): the clocks of offices are not all right.
 *
 * <p>
 * They say when they could not be loaded whole ({@code lib/cleanup/loading.js}), and Tasklist's asks for libraries that are less than the
 * half ({@code src/build/TasklistLibraries.java}), by an address that changes with them: browsers keep them for good.
 */
class WebAppPages extends OncePerRequestFilter {

  private static final String POLICY = "Content-Security-Policy";
  private static final Pattern IN_HEADER = Pattern.compile("'nonce-([\\w-]+)'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[\\w-]+\"");
  /** as their {@code scripts/config.js} call them */
  private static final Map<String, String> NAMES = Map.of("Tasklist", "待办事项", "Cockpit", "监督台", "Admin", "系统管理", "Welcome", "首页");
  private static final Pattern NAME = Pattern.compile("Camunda (" + String.join("|", NAMES.keySet()) + ")\\b");

  private static final String FILES = "META-INF/resources/webjars/camunda/lib/";
  private static final Pattern LIBRARIES = Pattern.compile("/lib/deps\\.js\\?bust=[\\w.-]+(?=.*/app/tasklist/)");

  private final Clock clock;
  private final String loading;
  private final String smallerLibraries;

  WebAppPages(Clock clock) {
    this.clock = clock;
    try {
      loading = new ClassPathResource(FILES + "cleanup/loading.js").getContentAsString(StandardCharsets.UTF_8);
      smallerLibraries = "/lib/tasklist-deps.js?bust="
          + DigestUtils.md5DigestAsHex(new ClassPathResource(FILES + "tasklist-deps.js").getContentAsByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("Maven makes it from the web applications' own: mvn process-resources", e);
    }
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    Matcher nonce = IN_HEADER.matcher(Objects.toString(page.getHeader(POLICY), ""));
    if (nonce.find() && Objects.toString(page.getContentType(), "").startsWith("text/html")) {
      String written = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8).replaceFirst("</title>",
          Matcher.quoteReplacement("</title>\n<script nonce=\"X\">\n" + loading + "</script>"));
      written = written.replaceFirst("(<html [^>]*)>", "$1 data-now=\"%s\">".formatted(clock.instant()));
      written = LIBRARIES.matcher(written).replaceFirst(smallerLibraries);
      written = IN_PAGE.matcher(written).replaceAll("nonce=\"" + nonce.group(1) + "\"");
      byte[] content = (isEnglish(request) ? written : inChinese(written)).getBytes(StandardCharsets.UTF_8);
      page.resetBuffer();
      page.setContentLength(content.length);
      page.getOutputStream().write(content);
    }
    page.copyBodyToResponse();
  }

  private static boolean isEnglish(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  private static String inChinese(String page) {
    return NAME.matcher(page.replaceFirst("<html lang=\"en\"", "<html lang=\"zh-CN\"")).replaceAll(name -> NAMES.get(name.group(1)));
  }

  @Configuration
  static class Registration {

    @Bean
    FilterRegistrationBean<WebAppPages> webAppPages(Clock clock) {
      FilterRegistrationBean<WebAppPages> registration = new FilterRegistrationBean<>(new WebAppPages(clock));
      registration.addUrlPatterns("/camunda/app/*");
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return registration;
    }
  }
}
