package cn.gov.officecleanup.edge.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration
class WebConfiguration implements WebMvcConfigurer {

  private final SignedIn signedIn;

  WebConfiguration(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(signedIn).addPathPatterns(SignedIn.PATH + "/**");
  }
}
