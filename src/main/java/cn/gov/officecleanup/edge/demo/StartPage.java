package cn.gov.officecleanup.edge.demo;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a visitor of the demo who can log in as whom and what to try first. Exists in the demo profile only. */
@RestController
@Profile("demo")
class StartPage {

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  Resource page() {
    return new ClassPathResource("demo/start.html");
  }
}
