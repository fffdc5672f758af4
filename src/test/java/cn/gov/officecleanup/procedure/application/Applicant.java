package cn.gov.officecleanup.procedure.application;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.testkit.EngineTests;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/** Takes an application of one case through its steps, each by the official whose step it is. */
public final class Applicant {

  private static final byte[] PDF = "%PDF-1.4 sample".getBytes(StandardCharsets.US_ASCII);

  private final String caseNumber;
  private final String governmentCode;

  public Applicant(String caseNumber, String governmentCode) {
    this.caseNumber = caseNumber;
    this.governmentCode = governmentCode;
  }

  public String caseNumber() {
    return caseNumber;
  }

  /** @return a draft without fault, to be changed by the test that wants a fault */
  public static Map<String, Object> soundDraft() {
    Map<String, Object> draft = new HashMap<>(
        Map.of("reasons", "在省会务工经商人员较多，需要就近提供服务、协助处置突发事件。", "economicCooperation", "宣传推介本市投资环境，联系在省会的企业和商会，促进资源流动。", "socialManagement",
            "为在省会的外出务工人员提供服务，协助处置突发事件和信访事项。", "publicService", "加强政务联络和信息沟通，收集研究经济社会发展政策和经验。", "receptionShare", "20", "staffEstablishment",
            "6", "managementRules", "由市政府办公室管理，每年进行绩效考核。", "entities", "[]"));
    draft.putAll(basis());
    draft.putAll(Map.of("head", "张主任，主任", "presentStaff", "5", "spendingLastYear", "820000.00", "spendingYearBefore", "790000.00",
        "spendingTwoYearsBefore", "760000.50", "audited", "YES", "lastAuditOn", "2014-06-30", "auditConclusion", "未发现违规问题。"));
    return draft;
  }

  /** @return a draft without fault to set an office up, without its name and place */
  public static Map<String, Object> soundDraftOfNewOffice() {
    Map<String, Object> draft = soundDraft();
    List.of("entities", "head", "presentStaff", "spendingLastYear", "spendingYearBefore", "spendingTwoYearsBefore", "audited",
        "lastAuditOn", "auditConclusion").forEach(draft::remove);
    draft.put("yearlyBudget", "600000.00");
    return draft;
  }

  /** @return an application without fault to change what was approved, but for what the kind of change asks */
  public static Map<String, Object> soundChange(ChangeKind kind) {
    Map<String, Object> draft = new HashMap<>(basis());
    draft.keySet().removeAll(List.of("floorArea", "vehicles"));
    draft.putAll(Map.of("changeKind", kind.name(), "reasons", "因工作需要，经市政府常务会议研究，申请变更保留事项。"));
    return draft;
  }

  /** What both applications rest on, and what the office has or is to have. */
  private static Map<String, Object> basis() {
    return Map.of("requestTitle", "关于保留办事处有关事项的请示", "requestNumber", "洛政文〔2015〕58号", "requestDate", "2015-05-20", "minutesNumber",
        "市政府常务会议纪要〔2015〕8号", "minutesDate", "2015-05-18", "floorArea", "320", "vehicles", "1");
  }

  /** Attaches the documents every application needs. */
  public Applicant attachDocuments(CaseDocuments documents) {
    for (DocumentKind kind : List.of(DocumentKind.REQUEST, DocumentKind.MINUTES, DocumentKind.MANAGEMENT_RULES)) {
      documents.store(new NewDocument(caseNumber, governmentCode, kind.name(), kind.label() + ".pdf", PDF, "gov" + governmentCode, "draft",
          "gov" + governmentCode));
    }
    return this;
  }

  public Applicant hand(String step, Map<String, Object> draft) {
    return does(step, "gov" + governmentCode, draft);
  }

  public Applicant leader(String decision, String opinion) {
    return does("sign", "gov" + governmentCode + "Leader", Map.of("decision", decision, "opinion", opinion));
  }

  public Applicant bureauAccepts() {
    return bureauTakesIn().departmentsAgree();
  }

  /** The departments are asked then. */
  public Applicant bureauTakesIn() {
    return does("accept", "provincialBureau", Map.of("decision", "accept"));
  }

  public Applicant departmentsAgree() {
    List.of(province() + "Establishment", province() + "Finance", "audit").forEach(group -> department(group, "agree"));
    return this;
  }

  /** One of the departments that are asked answers. */
  public Applicant department(String group, String decision) {
    Task answer = taskService().createTaskQuery()
        .processInstanceBusinessKey(caseNumber)
        .taskDefinitionKey("answer")
        .taskCandidateGroup(group)
        .singleResult();
    as(group, group);
    try {
      taskService().complete(answer.getId(), Map.of("decision", decision, "opinion", "本部门没有其他意见。"));
    } finally {
      asApplication();
    }
    return this;
  }

  public Applicant bureauReviews(String conditions) {
    return does("review", "provincialBureau", Map.of("decision", "support", "opinion", "情况属实，建议批准。", "conditions", conditions));
  }

  public Applicant bureauLeader(String decision) {
    return does("bureauSign", "provincialBureauLeader", Map.of("decision", decision, "opinion", "按规定办理。"));
  }

  public Applicant provinceDrafts(String decision, String conditions) {
    return does("approve", province(), Map.of("decision", decision, "opinion", "依规办理。", "conditions", conditions));
  }

  public Applicant provinceSigns(String decision) {
    return does("issue", province() + "Leader", Map.of("decision", decision, "opinion", "按程序办理。"));
  }

  private String province() {
    return "gov" + governmentCode.substring(0, 2) + "0000";
  }

  /** From the leader's signature to the provincial government's decision. */
  public Applicant approvalTo(String decision) {
    return leader("sign", "同意上报。").bureauAccepts()
        .bureauReviews("每年报告职能履行情况。")
        .bureauLeader("sign")
        .provinceDrafts(decision, "每年报告职能履行情况。")
        .provinceSigns("sign");
  }

  /** Completes a step as the user who is alone in the group of the same name. */
  public Applicant does(String step, String user, Map<String, Object> values) {
    complete(caseNumber, step, user, values);
    return this;
  }

  /** @return the open task of this step in this case */
  public Task task(String step) {
    return EngineTests.task(caseNumber, step);
  }
}
