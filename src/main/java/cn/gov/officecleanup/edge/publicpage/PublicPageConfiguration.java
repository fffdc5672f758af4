package cn.gov.officecleanup.edge.publicpage;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the limit before the page, and tells who has it already that nothing has changed. */
@Configuration
class PublicPageConfiguration implements WebMvcConfigurer {

  private final AskingLimit limit;

  PublicPageConfiguration(AskingLimit limit) {
    this.limit = limit;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(limit).addPathPatterns(PublicPage.PATH, PublicPage.PATH + "/**");
  }

  @Bean
  FilterRegistrationBean<ShallowEtagHeaderFilter> publicPageTags() {
    ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
    filter.setWriteWeakETag(true); // what has a strong one, Tomcat does not compress
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(PublicPage.PATH, PublicPage.PATH + "/*");
    return registration;
  }
}
