package cn.gov.officecleanup.procedure.abolition;

import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** Takes an abolition, its disposals and its placements through their steps, each by the official whose step it is. */
public final class WindingUp {

  private static final ZoneId ZONE = EngineClock.ZONE;

  private final String caseNumber;
  private final String government;
  private final CaseDocuments documents;

  private WindingUp(String caseNumber, String government, CaseDocuments documents) {
    this.caseNumber = caseNumber;
    this.government = government;
    this.documents = documents;
  }

  /** @return the one abolition of a government that waits for its inventory */
  public static WindingUp of(String government, CaseDocuments documents) {
    Task task = taskService().createTaskQuery().taskDefinitionKey("confirmInventory").taskCandidateGroup("gov" + government).singleResult();
    return new WindingUp(
        runtimeService().createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey(),
        government, documents);
  }

  /** @return the abolition of a case number */
  public static WindingUp of(String caseNumber, String government, CaseDocuments documents) {
    return new WindingUp(caseNumber, government, documents);
  }

  public String caseNumber() {
    return caseNumber;
  }

  /** From the inventory to the signature, for an office that has neither assets nor staff. */
  public void withoutAssetsAndStaff() {
    inventory("[]").staff("[]").close().signs("sign").archive();
  }

  public WindingUp inventory(String rows) {
    official("confirmInventory", Map.of("inventory", rows));
    complete(caseNumber, "approveInventory", "gov" + government + "Finance", Map.of("opinion", "清查结果予以确认。"));
    return this;
  }

  /** Confirms the staff list and lets the engine begin all disposals and placements. */
  public WindingUp staff(String rows) {
    official("confirmStaff", Map.of("staff", rows));
    runDueJobs();
    return this;
  }

  public WindingUp close() {
    for (String matter : List.of("ACCOUNTS", "SEAL", "REGISTRATION", "ARCHIVES", "AUDIT")) {
      attach(caseNumber, matter);
    }
    return official("closing", closing());
  }

  /** @return a closing without fault, to be changed by the test that wants a fault */
  public static Map<String, Object> closing() {
    String today = today().toString();
    Map<String, Object> closing = new HashMap<>(
        Map.of("accountsClosedOn", today, "sealHandedInOn", today, "signTakenDownOn", today, "registrationCancelledOn", today,
            "archivesHandedOverOn", today, "archivesReceiver", "县档案馆", "auditedOn", today, "auditReport", "审字〔2015〕1号"));
    List.of("lease", "tax", "plates", "claims").forEach(kind -> closing.put(kind, "NONE"));
    return closing;
  }

  public WindingUp signs(String decision) {
    complete(caseNumber, "signClosure", "gov" + government + "Leader", Map.of("decision", decision, "opinion", "按规定办理。"));
    return this;
  }

  /** The report is sent to the bureau, which ends the abolition. */
  public WindingUp archive() {
    return official("archive", Map.of("archived", true));
  }

  public WindingUp official(String step, Map<String, Object> values) {
    complete(caseNumber, step, "gov" + government, values);
    return this;
  }

  /** @return numbers of the open cases of a called procedure, in the order they were opened */
  public List<String> casesOf(String procedure) {
    return runtimeService().createProcessInstanceQuery()
        .processDefinitionKey(procedure)
        .orderByBusinessKey()
        .asc()
        .list()
        .stream()
        .filter(instance -> root(instance).getBusinessKey().equals(caseNumber))
        .map(ProcessInstance::getBusinessKey)
        .toList();
  }

  private static ProcessInstance root(ProcessInstance instance) {
    ProcessInstance caller = runtimeService().createProcessInstanceQuery().subProcessInstanceId(instance.getId()).singleResult();
    return caller == null ? instance : caller;
  }

  /** Attaches a document of each kind that proves the closing. */
  public WindingUp attach(String toCase, String... kinds) {
    for (String kind : kinds) {
      documents.store(new NewDocument(toCase, government, kind, kind + ".pdf",
          ("%PDF-1.4 " + toCase + kind).getBytes(StandardCharsets.UTF_8), "gov" + government, "closing", "gov" + government));
    }
    return this;
  }

  /** @return the day by the engine's clock */
  public static LocalDate today() {
    return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZONE);
  }
}
