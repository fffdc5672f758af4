package cn.gov.officecleanup.edge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Keeps the pages of the web applications from staying blank. Camunda 7.24 hands the nonce of a page's Content-Security-Policy from the
 * filter that writes the header to the one that writes the page by an attribute of the whole application: a second request in between,
 * anybody's, leaves the page with another nonce than its header has, and the browser runs none of its scripts. Here the page gets the nonce
 * of its own header.
 */
class ScriptNonceFilter extends OncePerRequestFilter {

  private static final String POLICY = "Content-Security-Policy";
  private static final Pattern IN_HEADER = Pattern.compile("'nonce-([\\w-]+)'");
  private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[\\w-]+\"");

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, page);
    Matcher nonce = IN_HEADER.matcher(Objects.toString(page.getHeader(POLICY), ""));
    if (nonce.find() && Objects.toString(page.getContentType(), "").startsWith("text/html")) {
      byte[] content = IN_PAGE.matcher(new String(page.getContentAsByteArray(), StandardCharsets.UTF_8))
          .replaceAll("nonce=\"" + nonce.group(1) + "\"")
          .getBytes(StandardCharsets.UTF_8);
      page.resetBuffer();
      page.setContentLength(content.length);
      page.getOutputStream().write(content);
    }
    page.copyBodyToResponse();
  }

  @Configuration
  static class Registration {

    @Bean
    FilterRegistrationBean<ScriptNonceFilter> scriptNonceFilter() {
      FilterRegistrationBean<ScriptNonceFilter> registration = new FilterRegistrationBean<>(new ScriptNonceFilter());
      registration.addUrlPatterns("/camunda/app/*");
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return registration;
    }
  }
}
