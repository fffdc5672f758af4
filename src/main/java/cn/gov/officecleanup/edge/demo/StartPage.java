package cn.gov.officecleanup.edge.demo;

import cn.gov.officecleanup.edge.demo.FastForwarding.Aim;
import cn.gov.officecleanup.edge.demo.FastForwarding.State;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a visitor of the demo who can log in as whom and what to try first, and lets the visitor move the demo's clock. Exists in the demo
 * of Henan only, of which it tells.
 */
@RestController
@SampleOfHenan
class StartPage {

  private static final String CLOCK = "/sample-clock";
  /** Nobody is signed in here: that our own page asks shows a header that no page of another server may send. */
  private static final String ASKED_BY_THE_PAGE = "X-Sample-Clock";

  private final FastForwarding forwarding;

  StartPage(FastForwarding forwarding) {
    this.forwarding = forwarding;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
  Resource page() {
    return new ClassPathResource("demo/start.html");
  }

  @GetMapping(CLOCK)
  State clock() {
    return forwarding.state();
  }

  @PostMapping(path = CLOCK + "/{aim}", headers = ASKED_BY_THE_PAGE)
  State move(@PathVariable Aim aim) {
    forwarding.move(aim);
    return forwarding.state();
  }
}
