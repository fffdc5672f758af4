package cn.gov.officecleanup.edge.demo;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a visitor of the demo who can log in as whom and what to try first. Exists in the demo of Henan only, of which it tells. */
@RestController
@SampleOfHenan
class StartPage {

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  Resource page() {
    return new ClassPathResource("demo/start.html");
  }
}
