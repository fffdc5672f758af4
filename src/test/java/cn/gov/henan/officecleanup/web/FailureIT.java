package cn.gov.henan.officecleanup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands in front of an official when a page is not there or the application fails. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.url=jdbc:h2:mem:failure", "server.address=127.0.0.1",
    "cleanup.admin.password=a-password-for-this-test", "camunda.bpm.job-execution.enabled=false"})
@ExtendWith(OutputCaptureExtension.class)
class FailureIT {

  private static final Pattern NUMBER = Pattern.compile("编号([0-9A-F]{8})");

  @LocalServerPort
  private int port;

  @Test
  void aPageThatIsNotThereIsExplainedInChinese() throws Exception {
    HttpResponse<String> page = get("/nothing/here", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("text/html");
    assertThat(page.body()).contains("没有您要找的页面", "/camunda/app/tasklist/default/").doesNotContain("Whitelabel", "Not Found", "timestamp");
    assertThat(get("/nothing/here", "application/json").body()).contains("\"status\":404", "没有您要找的页面").doesNotContain("path");
  }

  @Test
  void aFaultHasANumberThatIsInTheLog(CapturedOutput log) throws Exception {
    for (String wanted : new String[] {"text/html", "application/json"}) {
      HttpResponse<String> page = get("/fails", wanted);
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("系统出错").doesNotContain("IllegalState", "secret detail", "<script>");
      Matcher number = NUMBER.matcher(page.body());
      assertThat(number.find()).isTrue();
      assertThat(log).contains("failure " + number.group(1)).contains("secret detail <script>");
    }
  }

  private HttpResponse<String> get(String path, String wanted) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", wanted).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @TestConfiguration
  static class Failing {

    @RestController
    static class Fails {

      @GetMapping("/fails")
      String fails() {
        throw new IllegalStateException("secret detail <script>");
      }
    }
  }
}
