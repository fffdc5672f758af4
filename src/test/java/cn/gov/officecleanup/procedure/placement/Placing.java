package cn.gov.officecleanup.procedure.placement;

import static cn.gov.officecleanup.procedure.abolition.WindingUp.today;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.IdentityLink;

/** Takes one placement through its steps, each by the official whose step it is. */
public final class Placing {

  private final String caseNumber;
  private final String government;
  private final CaseDocuments documents;

  public Placing(String caseNumber, String government, CaseDocuments documents) {
    this.caseNumber = caseNumber;
    this.government = government;
    this.documents = documents;
  }

  public String caseNumber() {
    return caseNumber;
  }

  /** @return a plan without fault for the outcome, to be changed by the test that wants a fault */
  public static Map<String, Object> plan(String outcome) {
    Map<String, Object> plan = new HashMap<>(Map.of("outcome", outcome, "takesEffectOn", today().toString()));
    if (outcome.startsWith("CONTRACT_")) {
      plan.putAll(Map.of("monthlyWage", "3000.00", "localMonthlyWage", "3500.00", "minimumWage", "1600.00"));
    } else if (!outcome.equals("RETIRE")) {
      plan.put("receivingUnit", "县政府办公室");
    }
    return plan;
  }

  /** The way that the person's status provides, without objection; a civil servant returns, the one locally hired is compensated. */
  public void placeLawfully() {
    boolean hired = !isTaken(plan("RETURN"));
    if (hired) {
      official("plan", plan("CONTRACT_ENDED"));
    }
    confirm("confirm").tell("agree", Map.of()).carryOut(hired ? Map.of("voucher", "凭证1", "paidOn", today().toString()) : Map.of());
    if (hired) {
      handOver("CONTRACT_ENDED");
    } else {
      handOver("RETURN").takeBack();
    }
  }

  private boolean isTaken(Map<String, Object> plan) {
    try {
      official("plan", plan);
      return true;
    } catch (RefusedException notLawful) {
      return false;
    }
  }

  public Placing confirm(String decision) {
    complete(caseNumber, "confirm", confirming(), Map.of("decision", decision, "opinion", "按规定办理。"));
    return this;
  }

  /** @return the group that has the confirmation, whose user has its name */
  public String confirming() {
    return taskService().getIdentityLinksForTask(task(caseNumber, "confirm").getId())
        .stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** The leader decides whether the contract of somebody who is protected may end. */
  public Placing decide(String decision) {
    complete(caseNumber, "decideEnding", "gov" + government + "Leader", Map.of("decision", decision, "opinion", "经研究决定如下。"));
    return this;
  }

  /** Tells the person, whose statement is attached. */
  public Placing tell(String decision, Map<String, Object> objection) {
    attach("STATEMENT");
    Map<String, Object> values = new HashMap<>(Map.of("toldOn", today().toString(), "decision", decision));
    values.putAll(objection);
    return official("tell", values);
  }

  public Placing answer(String decision) {
    complete(caseNumber, "answer", "gov" + government + "Leader", Map.of("decision", decision, "opinion", "经研究答复如下。"));
    return this;
  }

  /** Carries it out today, with every document attached. */
  public Placing carryOut(Map<String, Object> payment) {
    attach("EXECUTION_PROOF", "PAYMENT_PROOF");
    Map<String, Object> values = new HashMap<>(Map.of("carriedOutOn", today().toString()));
    values.putAll(payment);
    return official("carryOut", values);
  }

  /** Insurance and files are transferred today, the certificate is issued, no leave is left. */
  public Placing handOver(String outcome) {
    Map<String, Object> values = new HashMap<>(Map.of("outcome", outcome, "leaveSettlement", "NONE", "insuranceTransferredOn",
        today().toString(), "filesTransferredOn", today().toString()));
    if (outcome.startsWith("CONTRACT_")) {
      attachAt("handOver", "CONTRACT_CERTIFICATE");
      values.put("certificateIssuedOn", today().toString());
    }
    return official("handOver", values);
  }

  /** The post of the establishment is taken back. */
  public Placing takeBack() {
    complete(caseNumber, "takeBack", "gov" + government + "Establishment",
        Map.of("postTakenBackOn", today().toString(), "postDocument", "编〔2015〕8号"));
    return this;
  }

  /** Attaches a document of each kind where it is owed. */
  public Placing attach(String... kinds) {
    for (String kind : kinds) {
      attachAt(kind.equals("STATEMENT") ? "tell" : "carryOut", kind);
    }
    return this;
  }

  public Placing attachAt(String step, String kind) {
    documents.store(new NewDocument(caseNumber, government, kind, kind + ".pdf",
        ("%PDF-1.4 " + caseNumber + kind).getBytes(StandardCharsets.UTF_8), "gov" + government, step, "gov" + government));
    return this;
  }

  public Placing official(String step, Map<String, Object> values) {
    complete(caseNumber, step, "gov" + government, values);
    return this;
  }
}
