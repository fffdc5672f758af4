package cn.gov.officecleanup.procedure.disposal;

import static cn.gov.officecleanup.procedure.abolition.WindingUp.today;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Takes one disposal through its steps, each by the official whose step it is. */
public final class Disposing {

  private final String caseNumber;
  private final String government;
  private final CaseDocuments documents;

  public Disposing(String caseNumber, String government, CaseDocuments documents) {
    this.caseNumber = caseNumber;
    this.government = government;
    this.documents = documents;
  }

  public String caseNumber() {
    return caseNumber;
  }

  /** @return a proposal without fault, to be changed by the test that wants a fault */
  public static Map<String, Object> proposal(String method) {
    Map<String, Object> proposal = new HashMap<>(Map.of("method", method, "titleState", "CLEAR", "reasons", "机构撤销，依规处置。"));
    if (method.equals("SALE")) {
      proposal.put("saleMode", "LISTING");
    }
    if (method.equals("TRANSFER") || method.equals("EXCHANGE") || method.equals("DONATION") || method.equals("ASSUMPTION")
        || method.equals("RETURN")) {
      proposal.put("receiver", "县机关事务服务中心");
    }
    return proposal;
  }

  /** @return how a proposal of the same method is carried out without fault */
  public static Map<String, Object> execution(String method, String price) {
    Map<String, Object> execution = new HashMap<>(Map.of("method", method, "carriedOutOn", today().toString()));
    if (!Set.of("WRITE_OFF", "REMITTANCE", "DEMOLITION", "LIQUIDATION").contains(method)) {
      execution.put("partner", method.equals("SALE") || method.equals("SCRAP") ? "省会甲公司" : "县机关事务服务中心");
    }
    if (method.equals("SALE")) {
      execution.putAll(Map.of("saleMode", "LISTING", "representative", "赵外人", "venue", "中原产权交易所", "announcement", "公告2015-1"));
    }
    if (method.equals("EXCHANGE")) {
      execution.put("representative", "钱主任");
      execution.put("receivedValue", "0.00");
    }
    if (price != null) {
      execution.put("price", price);
    }
    return execution;
  }

  /** Everything a disposal of whatever kind must be proved by. */
  public Disposing attachAll() {
    for (ProofKind kind : ProofKind.values()) {
      attach(kind);
    }
    return this;
  }

  /** Attaches a document of each kind where it is owed. */
  public Disposing attach(ProofKind... kinds) {
    for (ProofKind kind : kinds) {
      attachAt(switch (kind) {
        case APPRAISAL_REPORT -> "appraise";
        case DEAL_CONFIRMATION, HANDOVER, DEREGISTRATION, DISMANTLER_CERTIFICATE, FEE_VOUCHER, PAYMENT_PROOF, LIQUIDATION_REPORT,
            DEMOLITION_RECORD ->
          "carryOut";
        case NOTICE -> "publish";
        case BIDDING_RECORD -> "bid";
        case RECEIPT -> "receive";
        default -> "propose";
      }, kind);
    }
    return this;
  }

  public Disposing attachAt(String step, ProofKind kind) {
    String group = "gov" + government + (step.equals("receive") ? "Finance" : "");
    documents.store(new NewDocument(caseNumber, government, kind.name(), kind.label() + ".pdf",
        ("%PDF-1.4 " + caseNumber + kind).getBytes(StandardCharsets.UTF_8), group, step, group));
    return this;
  }

  public Disposing propose(Map<String, Object> proposal) {
    return official("propose", proposal);
  }

  /** Appraised today by a qualified agency. */
  public Disposing appraise(String value) {
    return official("appraise", Map.of("agency", "某资产评估公司", "licence", "10020001", "report", "评报字〔2015〕8号", "referenceDate",
        today().toString(), "appraisedValue", value));
  }

  /** The leader endorses; the department of government offices lets land, houses and vehicles go that way. */
  public Disposing endorse(String decision) {
    complete(caseNumber, "endorse", "gov" + government + "Leader", Map.of("decision", decision, "opinion", "按规定办理。"));
    if (waitsAt("confirmAffairs")) {
      complete(caseNumber, "confirmAffairs", "gov" + government + "Affairs", Map.of("opinion", "同意按方案办理。"));
    }
    return this;
  }

  /** Finance decides; what it approves its head signs. */
  public Disposing finance(String step, String decision) {
    complete(caseNumber, step, "gov" + government + "Finance", Map.of("decision", decision, "opinion", "按规定办理。"));
    if (waitsAt("signReply")) {
      complete(caseNumber, "signReply", "gov" + government + "FinanceLeader", Map.of("opinion", "同意。"));
    }
    return this;
  }

  /** Announced and sold, where it is sold in the open and not announced yet; then carried out. */
  public Disposing carryOut(Map<String, Object> execution) {
    if (waitsAt("publish")) {
      announce((String) execution.get("price")).bid("sold");
    }
    return official("carryOut", execution);
  }

  /** @param reserve opening price, yuan */
  public Disposing announce(String reserve) {
    attach(ProofKind.NOTICE);
    return official("publish", Map.of("venue", "中原产权交易所", "announcement", "公告2015-1", "announcedOn", today().toString(), "biddingEndsOn",
        today().toString(), "reservePrice", reserve, "deposit", "0.00"));
  }

  public Disposing bid(String decision) {
    attach(ProofKind.BIDDING_RECORD);
    return official("bid", Map.of("decision", decision, "biddingHeldOn", today().toString(), "opinion", "竞价情况见记录。"));
  }

  public boolean waitsAt(String step) {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(step).count() > 0;
  }

  public Disposing receive(String receiptNumber, String amount) {
    complete(caseNumber, "receive", "gov" + government + "Finance",
        Map.of("receipts", "[{\"receiptNumber\": \"%1$s\", \"paymentSlip\": \"缴款%1$s\", \"amount\": \"%2$s\", \"receivedOn\": \"%3$s\"}]"
            .formatted(receiptNumber, amount, today())));
    return this;
  }

  public Disposing official(String step, Map<String, Object> values) {
    complete(caseNumber, step, "gov" + government, values);
    return this;
  }
}
