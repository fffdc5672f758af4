package cn.gov.officecleanup.procedure.abolition;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.COUNTY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.procedure.disposal.ProofKind;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerBalance;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.SignedInOfficial;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * C6, C7: sixteen officials work on the 200 assets of one office at once, through the application's own HTTP interface and on its own
 * database file; each of their requests succeeds, and the abolition goes on when the last asset has its outcome.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {"server.address=127.0.0.1",
    "cleanup.admin.password=parallel", "cleanup.official-documents.code-words=classpath:demo/code-words.csv"})
class ParallelOfficialsIT {

  private static final int OFFICIALS = 16;
  private static final int ASSETS = 200;
  private static final String PASSWORD = "parallel-officials";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private static Path folder;

  @LocalServerPort
  private int port;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private AssetLedger ledger;
  @Autowired
  private IdentityService identity;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private ManagementService management;

  @DynamicPropertySource
  static void databaseFile(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + folder.resolve("parallel"));
  }

  @Test
  void allSucceed() throws Exception {
    ProcessInstance abolition = beginDisposals();
    List<SignedInOfficial> officials = clients("gov" + COUNTY);
    List<SignedInOfficial> leaders = clients("gov" + COUNTY + "Leader");

    String today = LocalDate.now(EngineClock.ZONE).toString();
    everyoneCompletes("propose", officials, Map.of("method", "SCRAP", "titleState", "CLEAR", "reasons", "机构撤销，依规报废。"));
    everyoneCompletes("endorse", leaders, Map.of("decision", "agree"));
    everyoneCompletes("carryOut", officials, Map.of("method", "SCRAP", "partner", "郑州回收公司", "price", "0.00", "carriedOutOn", today));

    Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> tasks.createTaskQuery().taskDefinitionKey("closing").count() == 1);
    assertThat(management.createJobQuery().withException().list()).as("jobs that failed").isEmpty();
    LedgerBalance balance = ledger.balanceOf(abolition.getBusinessKey());
    assertThat(balance.settled()).isTrue();
    assertThat(balance.disposedAssets()).isEqualTo(ASSETS);
    assertThat(ledger.check(abolition.getBusinessKey())).isEmpty();
  }

  private ProcessInstance beginDisposals() {
    Office office = SampleOffice.enter(register, COUNTY);
    IntStream.rangeClosed(1, ASSETS).forEach(i -> SampleOffice.give(register, office, number(i), AssetKind.EQUIPMENT, "10.0" + i % 10));
    ProcessInstance abolition = runtime.startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    complete("confirmInventory", "gov" + COUNTY,
        Map.of("inventory",
            IntStream.rangeClosed(1, ASSETS)
                .mapToObj(n -> SampleOffice.row(number(n), AssetKind.EQUIPMENT, "10.0" + n % 10, "FOUND", ""))
                .collect(Collectors.joining(",", "[", "]"))));
    complete("approveInventory", "gov" + COUNTY + "Finance", Map.of("opinion", "清查结果予以确认。"));
    complete("confirmStaff", "gov" + COUNTY, Map.of("staff", "[]"));
    Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> open("propose").size() == ASSETS);
    runtime.createProcessInstanceQuery()
        .processDefinitionKey("asset-disposal")
        .list()
        .forEach(
            disposal -> documents.store(new NewDocument(disposal.getBusinessKey(), COUNTY, ProofKind.TECHNICAL_OPINION.name(), "鉴定.pdf",
                ("%PDF-1.4 " + disposal.getBusinessKey()).getBytes(StandardCharsets.UTF_8), "gov" + COUNTY, "propose", "gov" + COUNTY)));
    return abolition;
  }

  /** All begin in the same moment and take task after task, so that siblings are completed side by side throughout. */
  private void everyoneCompletes(String step, List<SignedInOfficial> clients, Map<String, Object> form) throws Exception {
    Queue<String> waiting = new ConcurrentLinkedQueue<>(open(step));
    assertThat(waiting).hasSize(ASSETS);
    Map<String, Object> variables = new LinkedHashMap<>();
    form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
    String body = JSON.writeValueAsString(Map.of("variables", variables));
    CyclicBarrier together = new CyclicBarrier(clients.size());
    ExecutorService threads = Executors.newFixedThreadPool(clients.size());
    List<String> failures = new ArrayList<>();
    try {
      List<Callable<List<String>>> work = clients.stream().<Callable<List<String>>>map(client -> () -> {
        List<String> failed = new ArrayList<>();
        together.await();
        for (String task = waiting.poll(); task != null; task = waiting.poll()) {
          HttpResponse<String> answer = client.send("POST", "/camunda/api/engine/engine/default/task/" + task + "/submit-form", body);
          if (answer.statusCode() != 204) {
            failed.add(answer.statusCode() + " " + answer.body());
          }
        }
        return failed;
      }).toList();
      for (Future<List<String>> done : threads.invokeAll(work)) {
        failures.addAll(done.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(failures).as("answers to officials who completed " + step).isEmpty();
    assertThat(open(step)).isEmpty();
  }

  private List<SignedInOfficial> clients(String group) throws Exception {
    List<SignedInOfficial> clients = new ArrayList<>();
    for (int i = 1; i <= OFFICIALS; i++) {
      User user = identity.newUser(group + "n" + i);
      user.setPassword(PASSWORD);
      identity.saveUser(user);
      identity.createMembership(user.getId(), group);
      clients.add(new SignedInOfficial(port, user.getId(), PASSWORD));
    }
    return clients;
  }

  private void complete(String step, String group, Map<String, Object> values) {
    identity.clearAuthentication();
    String id = tasks.createTaskQuery().taskDefinitionKey(step).singleResult().getId();
    identity.setAuthentication(group, List.of(group));
    try {
      tasks.complete(id, values);
    } finally {
      identity.clearAuthentication();
    }
  }

  private List<String> open(String step) {
    return tasks.createTaskQuery().taskDefinitionKey(step).list().stream().map(Task::getId).toList();
  }

  private static String number(int i) {
    return "S-%03d".formatted(i);
  }
}
