package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent.Kind;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What comes over the wire and is refused stands in the audit log, once for a request, with the address it came from; auditors alone find
 * and export it.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"spring.datasource.url=jdbc:h2:mem:audit-http",
    "server.address=127.0.0.1", "cleanup.admin.password=audit-http", "camunda.bpm.job-execution.enabled=false"})
class AuditIT {

  private static final String JSON_TYPE = "application/json";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final ObjectMapper JSON = new ObjectMapper();

  @LocalServerPort
  private int port;
  @Autowired
  private AuditLog log;
  @Autowired
  private IdentityService identity;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private OfficeRegister register;

  @Test
  void whatIsRefusedOverTheWireIsNotedOnceWithItsSourceAndItsCase() throws Exception {
    long office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true)).id();
    String caseNumber = runtime.startProcessInstanceByKey("office-abolition", Map.of("officeId", office)).getBusinessKey();
    String task = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list().get(0).getId();
    official("xinxiang", "gov410700");
    Client stranger = new Client("xinxiang");
    long noted = refusalsOf("xinxiang");
    assertThat(noted).as("the pages themselves ask for nothing that is refused").isZero();

    assertThat(stranger.get("/camunda/api/cleanup/cases/" + caseNumber).statusCode()).isEqualTo(404);
    assertRefusal("xinxiang", 1, "GET /cleanup/cases/" + caseNumber, caseNumber);
    assertThat(stranger.get("/camunda/api/cleanup/tasks/" + task + "/form").statusCode()).isEqualTo(404);
    assertRefusal("xinxiang", 2, "GET /cleanup/tasks/" + task + "/form", caseNumber);
    assertThat(stranger.get(ENGINE + "/task/" + task).statusCode()).isEqualTo(404);
    assertRefusal("xinxiang", 3, "GET /engine/engine/default/task/" + task, caseNumber);
    assertThat(stranger.post(ENGINE + "/task/" + task + "/assignee", JSON_TYPE, "{\"userId\":\"xinxiang\"}").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertRefusal("xinxiang", 4, "POST /engine/engine/default/task/" + task + "/assignee", caseNumber);
    assertThat(stranger.post("/camunda/api/cleanup/tasks/" + task + "/transfer", JSON_TYPE, "{\"to\":\"xinxiang\"}").statusCode())
        .isEqualTo(400);
    assertRefusal("xinxiang", 5, "POST /cleanup/tasks/" + task + "/transfer", caseNumber);
    assertThat(stranger.get("/camunda/api/cleanup/audit").statusCode()).isEqualTo(403);
    assertRefusal("xinxiang", 6, "GET /cleanup/audit", null);
    assertThat(stranger.get("/camunda/api/cleanup/cases/BL-2015-9999").statusCode()).isEqualTo(404);
    assertThat(refusalsOf("xinxiang")).as("what is not there is withheld from nobody").isEqualTo(6);
  }

  @Test
  void strangersDoNotFillTheLog() throws Exception {
    Client nobody = new Client();
    for (int i = 0; i < 20; i++) {
      assertThat(nobody.signIn("nosuchuser", "wrong").statusCode()).as("wrong, then locked").isIn(400, 401);
    }
    assertThat(log.find(AuditQuery.of("nosuchuser", Kind.SIGN_IN_FAILED), null)).singleElement()
        .extracting(AuditEvent::source)
        .isEqualTo("127.0.0.1");
    for (String path : List.of("/camunda/api/cleanup/audit", "/camunda/api/cleanup/counts", ENGINE + "/task")) {
      nobody.get(path);
    }
    assertThat(log.count(new AuditQuery(null, Kind.REFUSED, null, null, null))).isEqualTo(refusalsOf("xinxiang") + refusalsOf("admin"));
  }

  @Test
  void auditorsAloneFindAndExport() throws Exception {
    official("findable", "gov410700");
    for (int i = 0; i < 150; i++) {
      log.note(Kind.PERSONAL_DATA, "findable", "RY-2015-0001", "提出安置方案", "RY-2015-0001");
    }
    Client auditor = new Client("auditor", "auditor");
    JsonNode page = auditor.json("/audit?caseNumber=ry-2015-0001&person=%E6%96%B0%E4%B9%A1&kind=PERSONAL_DATA");
    assertThat(page.get("lines")).hasSize(100);
    assertThat(page.get("lines").get(0).get("userName").asText()).as("found by the name").isEqualTo("新乡经办");
    JsonNode second = auditor.json("/audit?caseNumber=RY-2015-0001&kind=PERSONAL_DATA&before=" + page.get("next").asLong());
    assertThat(second.get("lines")).hasSize(50);
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(auditor.json("/audit?caseNumber=RY-2015-0001&until=2015-01-01").get("lines")).isEmpty();
    assertThat(auditor.json("/audit/kinds")).hasSize(Kind.values().length);
    JsonNode check = auditor.json("/audit/check");
    assertThat(check.get("done").asBoolean()).isTrue();
    assertThat(check.get("fault").isNull()).isTrue();
    HttpResponse<byte[]> workbook = auditor.bytes("/camunda/api/cleanup/audit/workbook?caseNumber=RY-2015-0001");
    try (XSSFWorkbook exported = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
      assertThat(exported.getSheetAt(0).getLastRowNum()).isEqualTo(150);
    }
    assertThat(log.find(AuditQuery.of("auditor", Kind.EXPORTED), null)).first()
        .extracting(AuditEvent::details)
        .isEqualTo("150条，案号RY-2015-0001");
    Client admin = new Client("admin", "audit-http");
    for (String path : List.of("", "/kinds", "/check", "/workbook")) {
      assertThat(admin.get("/camunda/api/cleanup/audit" + path).statusCode()).isEqualTo(403);
    }
  }

  private void official(String user, String group) {
    User official = identity.newUser(user);
    official.setPassword(user);
    official.setLastName("新乡");
    official.setFirstName("经办");
    identity.saveUser(official);
    identity.createMembership(user, group);
  }

  private long refusalsOf(String user) {
    return log.count(AuditQuery.of(user, Kind.REFUSED));
  }

  private void assertRefusal(String user, int which, String asked, String caseNumber) {
    assertThat(refusalsOf(user)).as(asked).isEqualTo(which);
    AuditEvent event = log.find(AuditQuery.of(user, Kind.REFUSED), null).get(0);
    assertThat(event.subject()).isEqualTo(asked);
    assertThat(event.caseNumber()).as(asked).isEqualTo(caseNumber);
    assertThat(event.source()).isEqualTo("127.0.0.1");
    assertThat(event.details()).isNotBlank();
  }

  /** A browser: with cookies and the token against forged requests. */
  private final class Client {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    Client() throws Exception {
      get("/camunda/app/tasklist/default/");
    }

    Client(String user) throws Exception {
      this(user, user);
    }

    Client(String user, String password) throws Exception {
      this();
      HttpResponse<String> login = signIn(user, password);
      assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
      get("/camunda/app/tasklist/default/");
    }

    HttpResponse<String> signIn(String user, String password) throws Exception {
      return post("/camunda/api/admin/auth/user/default/login/tasklist", "application/x-www-form-urlencoded",
          "username=" + user + "&password=" + password);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
      return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
      return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
      HttpResponse<String> answer = get("/camunda/api/cleanup" + path);
      assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }

    HttpResponse<String> post(String path, String contentType, String body) throws IOException, InterruptedException {
      String token = cookies.getCookieStore()
          .getCookies()
          .stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .orElse("");
      return http.send(request(path).header("Content-Type", contentType)
          .header("X-XSRF-TOKEN", token)
          .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
          .build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }
  }
}
