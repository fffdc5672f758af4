package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.OfficialsClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands in front of an official when a page is not there or the application fails. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:failure", "server.address=127.0.0.1", "cleanup.demo.cases=false",
        "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("demo")
@ExtendWith(OutputCaptureExtension.class)
class FailureIT {

  private static final Pattern NUMBER = Pattern.compile("编号([0-9A-F]{8})");

  @LocalServerPort
  private int port;
  @Autowired
  private Fault fault;

  @Test
  void aPageThatIsNotThereIsExplainedInChinese() throws Exception {
    HttpResponse<String> page = get("/nothing/here", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).contains("text/html");
    assertThat(page.body()).contains("没有您要找的页面", "/camunda/app/tasklist/default/").doesNotContain("Whitelabel", "Not Found", "timestamp");
    HttpResponse<String> problem = get("/nothing/here", "application/json");
    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.body()).contains("\"status\":404", "没有您要找的页面", "\"code\":\"NOT_FOUND\"").doesNotContain("path");
  }

  @Test
  void aFaultHasANumberThatIsInTheLog(CapturedOutput log) throws Exception {
    for (String wanted : new String[]{"text/html", "application/json"}) {
      HttpResponse<String> page = get("/fails", wanted);
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(page.body()).contains("系统出错").doesNotContain("IllegalState", "secret detail", "<script>");
      Matcher number = NUMBER.matcher(page.body());
      assertThat(number.find()).isTrue();
      assertThat(log).contains("failure " + number.group(1)).contains("secret detail <script>");
    }
  }

  /** Of our own interface and of the engine's. */
  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"POST | /camunda/api/cleanup/refuses | {} | 400 | NOT_COMPLETE | 请补充",
          "POST | /camunda/api/cleanup/conflicts | {} | 409 | CONFLICT | 由他人办理",
          "GET | /camunda/api/cleanup/documents/no-uuid | | 400 | BAD_REQUEST | 请求不正确",
          "PUT | /camunda/api/cleanup/tasks/x/draft?version=0 | { | 400 | BAD_REQUEST | 请求不正确",
          "GET | /camunda/api/cleanup/tasks/x/form | | 404 | NOT_FOUND | 可能已经办结",
          "GET | /camunda/api/engine/engine/default/task/no-such-task | | 404 | NOT_FOUND | 已经办结",
          "POST | /camunda/api/engine/engine/default/task/no-such-task/claim | {} | 404 | NOT_FOUND | 已经办结",
          "POST | /camunda/api/engine/engine/default/task | { | 400 | BAD_REQUEST | 请求不正确",
          "GET | /camunda/api/engine/engine/default/task?sortBy=nothing | | 400 | BAD_REQUEST | 请求不正确",
          "POST | /camunda/api/engine/engine/default/message | {\"messageName\":\"report-sent\"} | 403 | FORBIDDEN | 只能由系统自动进行",
          "GET | /camunda/api/engine/engine/default/nothing | | 404 | NOT_FOUND | 没有您要找的"})
  void whatTheCallerCanMendHasOneShapeAndOneLineOfLog(String method, String path, String body, int status, String code, String words,
      CapturedOutput log) throws Exception {
    int before = log.getAll().length();
    HttpResponse<String> answer = official().send(method, path, body == null ? null : "application/json", body);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).contains(words).isEqualTo(problem.get("message").asText());
    assertThat(answer.body()).doesNotContain("ENGINE-", "Exception", "java.");
    assertThat(log.getAll().substring(before)).contains("refused with " + status).doesNotContain("ERROR", "\tat ");
  }

  @Test
  void aFailureOfTheSystemIsToldAsSuchByTheEnginesInterface(CapturedOutput log) throws Exception {
    OfficialsClient official = official();
    fault.planned = new NullPointerException("secret detail");
    HttpResponse<String> answer = official.get("/camunda/api/engine/engine/default/task/count");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("secret", "NullPointer");
    Matcher number = NUMBER.matcher(answer.body());
    assertThat(number.find()).isTrue();
    assertThat(log).contains("failure " + number.group(1));
    fault.planned = new RefusedException("NOT_COMPLETE", "请补充。", "C3");
    assertThat(official.get("/camunda/api/engine/engine/default/task/count").body()).contains("\"code\":\"NOT_COMPLETE\"",
        "\"findings\":[{");
  }

  /** Without a message in it the web applications make up an English one. */
  @Test
  void whatIsTakenForForgedIsToldInChineseAsWell() throws Exception {
    HttpResponse<String> answer = HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/camunda/api/engine/engine/default/task"))
            .header("Cookie", official().cookies())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}"))
            .build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(new ObjectMapper().readTree(answer.body()).path("message").asText()).contains("您无权进行这项操作");
  }

  /** The web applications put first and last name together as they come. */
  @Test
  void nobodyIsCalledNull(@Autowired IdentityService identity) throws Exception {
    User user = identity.newUser("withoutFirstName");
    user.setLastName("王五");
    user.setEmail("wangwu@example.cn");
    user.setPassword("A-Password-1");
    identity.saveUser(user);
    identity.createMembership(user.getId(), "gov410300");
    OfficialsClient official = new OfficialsClient(port);
    assertThat(official.signIn("tasklist", user.getId(), "A-Password-1")).isEqualTo(200);
    assertThat(official.get("/camunda/api/engine/engine/default/user/withoutFirstName/profile").body()).contains("王五")
        .doesNotContain("null");
  }

  private OfficialsClient official() throws IOException, InterruptedException {
    OfficialsClient official = new OfficialsClient(port);
    assertThat(official.signIn("tasklist", "gov410300", "gov410300")).isEqualTo(200);
    return official;
  }

  private HttpResponse<String> get(String path, String wanted) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Accept", wanted).build(),
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

      @PostMapping("/camunda/api/cleanup/refuses")
      void refuses() {
        throw new IllegalStateException("wrapped", new RefusedException("NOT_COMPLETE", "请补充。", "C3"));
      }

      @PostMapping("/camunda/api/cleanup/conflicts")
      void conflicts() {
        throw new OptimisticLockingException("ENGINE-03005");
      }
    }

    @Bean
    Fault fault() {
      return new Fault();
    }
  }

  /** Fails the next query for tasks. */
  static class Fault extends AbstractProcessEnginePlugin {

    private volatile RuntimeException planned;

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
      List<CommandInterceptor> interceptors = new ArrayList<>(List.of(new CommandInterceptor() {
        @Override
        public <T> T execute(Command<T> command) {
          RuntimeException failure = planned;
          if (failure != null && command instanceof TaskQueryImpl) {
            planned = null;
            throw failure;
          }
          return next.execute(command);
        }
      }));
      if (configuration.getCustomPreCommandInterceptorsTxRequired() != null) {
        interceptors.addAll(configuration.getCustomPreCommandInterceptorsTxRequired());
      }
      configuration.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }
  }
}
