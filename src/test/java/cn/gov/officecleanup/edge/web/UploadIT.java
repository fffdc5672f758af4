package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What becomes of names that uploads bring, on a real server. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.url=jdbc:h2:mem:upload",
    "server.address=127.0.0.1", "cleanup.admin.password=a-password-for-this-test", "camunda.bpm.job-execution.enabled=false"})
class UploadIT {

  private static final String OFFICIAL = "zhang";
  private static final String GROUP = "gov410300";
  private static final String PASSWORD = "An-official-5-uploads";
  private static final String API = "/camunda/api/cleanup";

  @LocalServerPort
  private int port;
  @Autowired
  private IdentityService identity;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final ObjectMapper json = new ObjectMapper();
  private String task;

  @BeforeEach
  void anOfficialHasAnApplicationToDraft() throws Exception {
    if (identity.createUserQuery().userId(OFFICIAL).count() == 0) {
      User user = identity.newUser(OFFICIAL);
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      identity.createMembership(OFFICIAL, GROUP);
    }
    if (tasks.createTaskQuery().taskCandidateGroup(GROUP).count() == 0) {
      runtime.startProcessInstanceByKey("office-establishment",
          Map.of("governmentCode", "410300", "officeName", "驻武汉市办事处", "hostCityCode", "420100", "hostCityName", "武汉市"));
    }
    task = tasks.createTaskQuery().taskCandidateGroup(GROUP).singleResult().getId();
    get("/camunda/app/tasklist/default/");
    HttpResponse<String> login = post("/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
        "username=" + OFFICIAL + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8));
    assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
    get("/camunda/app/tasklist/default/");
  }

  @Test
  void aFileIsHandedOutUnderANameThatShowsWhatItIs() throws Exception {
    for (String name : new String[]{"poly.html", "poly\u202Elmth.html", "..\\\\poly.svg", "poly.pdf"}) {
      HttpResponse<String> stored = upload(name);
      assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
      JsonNode document = json.readTree(stored.body());
      HttpResponse<String> file = get(API + "/documents/" + document.get("id").asText());
      assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
      assertThat(file.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(file.headers().firstValue("Content-Disposition").orElse("")).as(name)
          .startsWith("attachment;")
          .contains(".pdf")
          .doesNotContain("html", "svg", "%E2%80%AE");
      assertThat(delete(API + "/documents/" + document.get("id").asText())).isEqualTo(204);
    }
  }

  @Test
  void aChineseNameOfTheAllowedLengthIsTaken() throws Exception {
    assertThat(json.readTree(upload("长".repeat(196) + ".pdf").body()).get("fileName").asText()).hasSize(200);
  }

  @Test
  void aNameThatIsTooLongIsNotCalledATooLargeFile() throws Exception {
    assertThat(refusal("长".repeat(296) + ".pdf")).contains("文件名有300个字，超过上限200个字");
    assertThat(refusal("a".repeat(1996) + ".pdf")).contains("文件名有2000个字，超过上限200个字");
    assertThat(refusal("长".repeat(9996) + ".pdf")).contains("文件名太长，超过上限200个字").doesNotContain("文件太大");
  }

  @Test
  void aNameThatIsNoneIsTheOfficialsToMend() throws Exception {
    assertThat(refusal("poly\u0000.pdf")).contains("请改用普通的文件名后重新上传");
  }

  private String refusal(String name) throws Exception {
    HttpResponse<String> refused = upload(name);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    return refused.body();
  }

  private HttpResponse<String> upload(String name) throws Exception {
    String boundary = "part-of-an-upload";
    return post(API + "/tasks/" + task + "/documents?kind=REQUEST", "multipart/form-data; boundary=" + boundary,
        ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n"
            + "%%PDF-1.4 %s\r\n--%s--\r\n").formatted(boundary, name, name.hashCode(), boundary));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private int delete(String path) throws Exception {
    return http.send(request(path).header("X-XSRF-TOKEN", token()).DELETE().build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private HttpResponse<String> post(String path, String contentType, String body) throws Exception {
    return http.send(request(path).header("Content-Type", contentType)
        .header("X-XSRF-TOKEN", token())
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private String token() {
    return cookies.getCookieStore()
        .getCookies()
        .stream()
        .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
        .findFirst()
        .orElseThrow()
        .getValue();
  }
}
