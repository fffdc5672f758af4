package cn.gov.officecleanup.edge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The engine's own interface, as whoever is signed in to the running demo reaches it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:engine-interface", "server.address=127.0.0.1",
        "camunda.bpm.job-execution.enabled=false"})
@ActiveProfiles("demo")
class EngineInterfaceIT {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String JSON = "application/json";

  @LocalServerPort
  private int port;
  @Autowired
  private TaskService tasks;
  @Autowired
  private FilterService filters;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private IdentityService identity;
  @Autowired
  private ManagementService management;

  private Task task;

  @BeforeEach
  void aTaskOfALeader() {
    task = tasks.createTaskQuery()
        .taskDefinitionKey("draft")
        .taskCandidateGroup("gov410300")
        .list()
        .stream()
        .findFirst()
        .orElseGet(() -> tasks.createTaskQuery().processInstanceBusinessKeyLike("%").list().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gov410300", "gov410300Leader", "supervisors", "audit", "admin", "security", "auditor"})
  void noTextOfARequestIsEvaluated(String user) throws Exception {
    Client client = new Client(user);
    for (String expression : List.of("${1 + 1}", "${currentUser()}", "${execution.id}", "${terms}", "${'")) {
      for (String condition : List.of("assigneeExpression", "candidateGroupExpression", "dueBeforeExpression",
          "processInstanceBusinessKeyExpression")) {
        String plain = "{\"%s\": \"%s\"}".formatted(condition, expression);
        String nested = "{\"orQueries\": [%s]}".formatted(plain);
        for (String body : List.of(plain, nested)) {
          refused(client.send("POST", ENGINE + "/task", JSON, body));
          refused(client.send("POST", ENGINE + "/task/count", JSON, body));
          for (Filter filter : filters.createFilterQuery().list().subList(0, 2)) {
            for (String way : List.of("list", "count", "singleResult")) {
              HttpResponse<String> answer = client.send("POST", ENGINE + "/filter/" + filter.getId() + "/" + way, JSON, body);
              // who may see no filter is not told either
              assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404);
            }
          }
        }
      }
    }
    // what a filter of the application shows goes on
    if (user.startsWith("gov")) {
      Filter own = filters.createFilterQuery().filterName("全部待办").singleResult();
      HttpResponse<String> list = client.send("POST", ENGINE + "/filter/" + own.getId() + "/list", JSON,
          "{\"sorting\": [{\"sortBy\": \"created\", \"sortOrder\": \"desc\"}]}");
      assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
      assertThat(new ObjectMapper().readTree(list.body()).size())
          .isEqualTo((int) tasks.createTaskQuery().taskCandidateGroup(user).includeAssignedTasks().count());
    }
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("不能使用表达式");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gov410300", "supervisors", "admin", "security", "auditor"})
  void whatIsTheApplicationsAloneNobodyDoes(String user) throws Exception {
    Client client = new Client(user);
    String instance = task.getProcessInstanceId();
    String definition = task.getProcessDefinitionId();
    String job = management.createJobQuery().processInstanceId(instance).list().get(0).getId();
    String deployment = repository.createDeploymentQuery().list().get(0).getId();
    long deployments = repository.createDeploymentQuery().count();
    String variable = "{\"value\": \"approve\", \"type\": \"String\"}";
    for (String[] request : new String[][]{{"DELETE", "/deployment/" + deployment + "?cascade=true", ""},
        {"POST", "/deployment/" + deployment + "/redeploy", "{}"}, {"DELETE", "/process-instance/" + instance, ""},
        {"POST", "/process-instance/delete", "{\"processInstanceIds\": [\"" + instance + "\"]}"},
        {"PUT", "/process-instance/" + instance + "/suspended", "{\"suspended\": true}"},
        {"POST", "/process-instance/" + instance + "/modification",
            "{\"instructions\": [{\"type\": \"startBeforeActivity\", \"activityId\": \"draft\"}]}"},
        {"PUT", "/process-instance/" + instance + "/variables/approveDecision", variable},
        {"DELETE", "/process-instance/" + instance + "/variables/governmentCode", ""},
        {"PUT", "/execution/" + instance + "/localVariables/approveDecision", variable},
        {"POST", "/execution/" + instance + "/signal", "{}"},
        {"POST", "/execution/" + instance + "/messages/application-withdrawn/trigger", "{}"},
        {"POST", "/message", "{\"messageName\": \"application-withdrawn\", \"processInstanceId\": \"" + instance + "\"}"},
        {"POST", "/signal", "{\"name\": \"x\"}"}, {"POST", "/condition", "{\"variables\": {\"x\": {\"value\": 1}}}"},
        {"POST", "/migration/generate",
            "{\"sourceProcessDefinitionId\": \"" + definition + "\", \"targetProcessDefinitionId\": \"" + definition + "\"}"},
        {"PUT", "/process-definition/" + definition + "/suspended", "{\"suspended\": true}"},
        {"PUT", "/process-definition/" + definition + "/history-time-to-live", "{\"historyTimeToLive\": 0}"},
        {"DELETE", "/process-definition/" + definition + "?cascade=true", ""}, {"POST", "/task/create", "{\"name\": \"x\"}"},
        {"PUT", "/task/" + task.getId() + "/variables/approveDecision", variable},
        {"POST", "/task/" + task.getId() + "/assignee", "{\"userId\": \"" + user + "\"}"},
        {"POST", "/task/" + task.getId() + "/delegate", "{\"userId\": \"" + user + "\"}"},
        {"POST", "/task/" + task.getId() + "/claim", "{\"userId\": \"somebody\"}"},
        {"POST", "/task/" + task.getId() + "/comment/create", "{\"message\": \"x\"}"},
        {"POST", "/task/" + task.getId() + "/identity-links", "{\"groupId\": \"supervisors\", \"type\": \"candidate\"}"},
        {"DELETE", "/task/" + task.getId(), ""}, {"POST", "/job/" + job + "/execute", ""},
        {"PUT", "/job/" + job + "/retries", "{\"retries\": 0}"},
        {"PUT", "/job/" + job + "/duedate", "{\"duedate\": \"2030-01-01T00:00:00.000+0800\"}"},
        {"PUT", "/job/" + job + "/suspended", "{\"suspended\": true}"},
        {"POST", "/group/create", "{\"id\": \"x\", \"name\": \"x\", \"type\": \"x\"}"},
        {"PUT", "/group/discipline", "{\"id\": \"discipline\", \"name\": \"x\", \"type\": \"x\"}"}, {"DELETE", "/group/discipline", ""},
        {"POST", "/filter/create",
            "{\"resourceType\": \"Task\", \"name\": \"x\", \"query\": {\"assigneeExpression\": \"${1}\"}, \"properties\": {}}"},
        {"POST", "/authorization/create",
            "{\"type\": 1, \"permissions\": [\"ALL\"], \"groupId\": \"supervisors\", \"resourceType\": 7, \"resourceId\": \"*\"}"},
        {"POST", "/decision-definition/key/office-disposition/evaluate", "{\"variables\": {}}"},
        {"POST", "/external-task/x/complete", "{\"workerId\": \"x\"}"}, {"POST", "/history/cleanup", ""},
        {"DELETE", "/history/process-instance/" + instance, ""}}) {
      HttpResponse<String> answer = client.send(request[0], ENGINE + request[1], JSON, request[2]);
      // who may not even know of it is told that it is not there
      assertThat(answer.statusCode()).as("%s %s as %s: %s", request[0], request[1], user, answer.body()).isIn(400, 403, 404);
    }
    HttpResponse<String> deployed = client.send("POST", ENGINE + "/deployment/create", "multipart/form-data; boundary=part",
        "--part\r\nContent-Disposition: form-data; name=\"x\"; filename=\"x.bpmn\"\r\n\r\n<x/>\r\n--part--\r\n");
    assertThat(deployed.statusCode()).as(deployed.body()).isEqualTo(403);
    assertThat(deployed.body()).matches("(?s).*\\p{IsHan}{4}.*");
    HttpResponse<String> attached = client.send("POST", ENGINE + "/task/" + task.getId() + "/attachment/create",
        "multipart/form-data; boundary=part",
        "--part\r\nContent-Disposition: form-data; name=\"content\"; filename=\"x.txt\"\r\n\r\nx\r\n--part--\r\n");
    assertThat(attached.statusCode()).as(attached.body()).isIn(400, 403, 404);
    assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance).active().count()).isOne();
    assertThat(tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isEqualTo(task.getAssignee());
    assertThat(tasks.getTaskAttachments(task.getId())).isEmpty();
    assertThat(identity.createGroupQuery().groupId("discipline").singleResult().getName()).isEqualTo("纪检监察机关");
  }

  @Test
  void anAdministratorSeesWhereCasesStandAndNotWhatIsInThem() throws Exception {
    Client admin = new Client("admin");
    String instance = task.getProcessInstanceId();
    String cockpit = "/camunda/api/cockpit/plugin/base/default/process-instance";
    assertThat(json(admin.send("POST", cockpit, JSON, "{}"))).isNotEmpty();
    String byVariable = "{\"variables\": [{\"name\": \"governmentCode\", \"operator\": \"eq\", \"value\": \"410300\"}]}";
    assertThat(admin.send("POST", cockpit, JSON, byVariable).statusCode()).isEqualTo(403);
    assertThat(admin.send("POST", cockpit + "/count", JSON, byVariable).statusCode()).isEqualTo(403);
    assertThat(admin.send("POST", ENGINE + "/process-instance", JSON, byVariable).statusCode()).isEqualTo(403);
    assertThat(json(admin.send("GET", ENGINE + "/process-instance/" + instance + "/activity-instances", JSON, ""))).isNotEmpty();
    assertThat(json(admin.send("POST", ENGINE + "/variable-instance?deserializeValues=false", JSON,
        "{\"processInstanceIdIn\": [\"" + instance + "\"]}"))).isEmpty();
    assertThat(admin.send("GET", ENGINE + "/process-instance/" + instance + "/variables", JSON, "").statusCode()).isEqualTo(403);
    assertThat(json(admin.send("GET", ENGINE + "/task", JSON, ""))).isEmpty();
    assertThat(json(admin.send("GET", ENGINE + "/history/variable-instance", JSON, ""))).isEmpty();
    assertThat(json(admin.send("GET", ENGINE + "/history/detail", JSON, ""))).isEmpty();
    assertThat(json(new Client("supervisors").send("POST", cockpit, JSON, byVariable))).as("whoever reads cases goes on finding them")
        .isNotEmpty();
  }

  @Test
  void nobodyMakesAnAdministratorWithoutSigningIn() throws Exception {
    Client nobody = new Client(null);
    for (String way : List.of("/camunda/api/admin/setup/default/user/create", "/camunda/api/admin/setup/default/user/create/",
        "/camunda/api/admin//setup/default/user/create")) {
      assertThat(nobody.send("POST", way, JSON, "{\"profile\": {\"id\": \"x\"}, \"credentials\": {\"password\": \"x\"}}").statusCode())
          .as(way)
          .isIn(400, 401, 403, 404);
    }
    assertThat(nobody.send("POST", "/camunda/api/admin/setup/default/user/create", JSON, "{}").statusCode()).isIn(401, 404);
    assertThat(nobody.send("GET", ENGINE + "/task", JSON, "").statusCode()).isEqualTo(401);
    assertThat(nobody.send("GET", "/engine-rest/task", JSON, "").statusCode()).isEqualTo(404);
  }

  @Test
  void whatMayBeStartedIsListedWhole() throws Exception {
    String asked = ENGINE + "/process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";
    JsonNode whole = json(new Client("gov410300").send("GET", asked, JSON, ""));
    assertThat(whole.size()).isGreaterThan(5);
    assertThat(json(new Client("gov410300").send("GET", asked + "&firstResult=3&maxResults=2", JSON, ""))).isEqualTo(whole);
  }

  @Test
  void serializedObjectsAreNotRead() throws Exception {
    for (String format : List.of("application/x-java-serialized-object", "application/json")) {
      HttpResponse<String> answer = new Client("gov410300").send("POST",
          ENGINE + "/process-definition/key/office-establishment/submit-form", JSON,
          "{\"variables\": {\"governmentCode\": {\"value\": \"rO0ABXA=\", \"type\": \"Object\", \"valueInfo\": "
              + "{\"objectTypeName\": \"java.util.ArrayList\"," + "\"serializationDataFormat\": \"" + format + "\"}}}}");
      assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 500);
    }
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  /** Sends as a browser does, with cookies and the token against forged requests. */
  private final class Client {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    /** @param user signs in with the password of the demo; null: nobody */
    Client(String user) throws Exception {
      String application = List.of("admin", "security").contains(Objects.toString(user)) ? "admin" : "tasklist";
      send("GET", "/camunda/app/" + application + "/default/", JSON, "");
      if (user != null) {
        HttpResponse<String> login = send("POST", "/camunda/api/admin/auth/user/default/login/" + application,
            "application/x-www-form-urlencoded", "username=" + user + "&password=" + user);
        assertThat(login.statusCode()).as(login.body()).isEqualTo(200);
        send("GET", "/camunda/app/" + application + "/default/", JSON, "");
      }
    }

    HttpResponse<String> send(String method, String path, String type, String body) throws Exception {
      HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
          .header("Content-Type", type)
          .header("Accept", JSON)
          .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
      cookies.getCookieStore()
          .getCookies()
          .stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .findFirst()
          .ifPresent(token -> request.header("X-XSRF-TOKEN", token.getValue()));
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
