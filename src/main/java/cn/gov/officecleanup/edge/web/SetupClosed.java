package cn.gov.officecleanup.edge.web;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Closes the web application's way to a first administrator, which stands open to everybody without signing in whenever no system administrator is left.
 * The application makes its administrators at start.
 */
@Configuration(proxyBeanMethods = false)
class SetupClosed {

  @Bean
  FilterRegistrationBean<Filter> closingSetup() {
    var registration = new FilterRegistrationBean<Filter>((request, response, chain) ->
        ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
    registration.addUrlPatterns("/camunda/api/admin/setup/*");
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }
}
