package cn.gov.officecleanup.edge.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Closes addresses of Camunda's that this server has no use for: the way to a first administrator, which stands open to everybody without
 * signing in whenever no system administrator is left (the application makes its administrators at start); metrics, which are off, and the
 * long poll for external tasks, of which there are none: both would fail.
 */
@Configuration(proxyBeanMethods = false)
class ClosedAddresses {

  private static final String ENGINE = "/camunda/api/engine/engine/default/";

  @Bean
  FilterRegistrationBean<Filter> closingAddresses() {
    var registration = new FilterRegistrationBean<Filter>(
        (request, response, chain) -> ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
    registration.addUrlPatterns("/camunda/api/admin/setup/*", ENGINE + "metrics/*", ENGINE + "external-task/fetchAndLock");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
