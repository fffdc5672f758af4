package cn.gov.officecleanup.procedure.retention;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.passedIn;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.edge.search.ComingSteps;
import cn.gov.officecleanup.mechanism.handling.WhatFollows;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.handling.HandlingOptions;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C3, C4, C16, C17, C20: every way an application to keep an office can go. */
@EngineTest
class RetentionApplicationTest {

  private static final String LUOYANG = "410300";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private WhatFollows follows;
  @Autowired
  private ComingSteps coming;
  @Autowired
  private Officials officials;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private Opinions opinions;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReading reading;
  @Autowired
  private HandlingOptions.Finder options;
  @Autowired
  private EscalationLedger escalations;

  private ProcessInstance instance;
  private Office office;
  private Applicant luoyang;

  @BeforeEach
  void beforeTheCampaignEnds() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
  }

  @Test
  void anApprovedOfficeIsRetainedWithItsReply() throws Exception {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    register.putBusinessEntity(office.id(), new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, null));
    luoyang.attachDocuments(documents);
    documents.store(new NewDocument(luoyang.caseNumber(), LUOYANG, "PARTING_PROOF", "承诺书.pdf", "%PDF-1.4 promise".getBytes(),
        "gov" + LUOYANG, "draft", "gov" + LUOYANG));
    Map<String, Object> draft = soundDraft();
    draft.put("entities", "[{\"name\":\"牡丹宾馆\",\"kind\":\"HOTEL\",\"partedOn\":\"\",\"partBy\":\"2015-12-31\"}," //
        + "{\"name\":\"龙门招待所\",\"kind\":\"GUEST_HOUSE\",\"partedOn\":\"2014-05-01\",\"partBy\":\"\"}]");
    luoyang.hand("draft", draft).approvalTo("approve");

    assertThat(instance).isWaitingAt("receive").hasPassed("retain");
    Office retained = register.findById(office.id()).orElseThrow();
    assertThat(retained.status()).isEqualTo(OfficeStatus.RETAINED);
    assertThat(retained.outcome().retentionDocument()).matches("豫政函〔2015〕\\d+号");
    assertThat(retained.outcome().retentionConditions()).isEqualTo("每年报告职能履行情况。");
    assertThat(register.businessEntitiesOf(office.id())).extracting(BusinessEntity::partBy).contains(LocalDate.of(2015, 12, 31));
    assertThat(replyText()).contains(office.name(), "同意保留", "于2015年12月31日前与所属牡丹宾馆等", retained.outcome().retentionDocument())
        .contains("你市《关于保留办事处有关事项的请示》（洛政文〔2015〕58号）收悉")
        .as("parted from already")
        .doesNotContain("龙门招待所");
    assertThat(runtimeService().createProcessInstanceQuery().processDefinitionKey("entity-decoupling").count())
        .as("what is promised is followed up")
        .isOne();
    assertThat(opinions.of(luoyang.caseNumber())).extracting(Opinion::step)
        .containsExactly("draft", "sign", "accept", "request-opinion", "answer", "answer", "answer", "review", "bureauSign", "approve",
            "issue");
    assertThat(opinions.of(luoyang.caseNumber())).extracting(Opinion::levelName)
        .containsExactly("洛阳市人民政府", "洛阳市人民政府负责同志", "省机关事务管理局", "系统", "省委编办", "河南省财政部门", "审计部门", "省机关事务管理局", "省机关事务管理局负责同志", "河南省人民政府",
            "河南省人民政府负责同志");

    as("gov" + LUOYANG, "gov" + LUOYANG);
    FormAssembly.OpenForm form = opening.ofTask(luoyang.task("receive").getId()).orElseThrow();
    assertThat(form.opinions()).extracting(Opinion::words).contains("同意上报。", "情况属实，建议批准。");
    assertThat(form.documents()).extracting(StoredDocument::kind).contains("REPLY");
    luoyang.does("receive", "gov" + LUOYANG, Map.of("received", true));
    assertThat(instance).isEnded().hasPassed("retained");
  }

  @Test
  void anOfficeForSpecialWorkIsAbolishedOnceTheWorkEnds() {
    apply(office(LUOYANG, WorkKind.SPECIAL_WORK, LocalDate.of(2016, 6, 30)));
    luoyang.attachDocuments(documents)
        .hand("draft", forSpecialWork())
        .approvalTo("approve")
        .does("receive", "gov" + LUOYANG, Map.of("received", true));
    assertThat(instance).isWaitingAt("specialWorkEnds");
    assertThat(register.findById(office.id()).orElseThrow().outcome().retainedUntil()).isEqualTo(LocalDate.of(2016, 6, 30));

    itIs(LocalDateTime.of(2016, 6, 30, 23, 0));
    runDueJobs();
    assertThat(instance).isWaitingAt("specialWorkEnds");
    assertThat(escalations.of(luoyang.caseNumber())).as("nobody is late while the work goes on").noneMatch(entry -> entry.taskId() == null);
    itIs(LocalDateTime.of(2016, 7, 1, 0, 1));
    runDueJobs();
    itIs(LocalDateTime.of(2016, 12, 1, 0, 1));
    runDueJobs();
    assertThat(escalations.of(luoyang.caseNumber())).as("the case has its term anew").anyMatch(entry -> entry.taskId() == null);
    assertThat(instance).isWaitingAt("specialWorkAbolition");
    assertThat(passedIn(instance, "special-work-end")).contains("toBeAbolished");
    assertThat(register.findById(office.id()).orElseThrow().status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    windUp();
    assertThat(instance).isEnded().hasPassed("workOver");
    assertThat(passedIn(instance, "special-work-end")).contains("abolished");
  }

  @Test
  void anOfficeForSpecialWorkMayBeAbolishedBeforeTheWorkEnds() {
    apply(office(LUOYANG, WorkKind.SPECIAL_WORK, LocalDate.of(2016, 6, 30)));
    luoyang.attachDocuments(documents)
        .hand("draft", forSpecialWork())
        .approvalTo("approve")
        .does("receive", "gov" + LUOYANG, Map.of("received", true));
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    itIs(LocalDateTime.of(2016, 7, 1, 0, 1));
    runDueJobs();
    assertThat(instance).isEnded().hasPassed("workOver");
    assertThat(passedIn(instance, "special-work-end")).contains("endedBefore").doesNotContain("abolition");
  }

  @Test
  void everyFaultGoesToCorrectionWithItsClause() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    register.putBusinessEntity(office.id(), new BusinessEntity("龙门招待所", BusinessEntityKind.GUEST_HOUSE, null, null));
    Map<String, Object> draft = soundDraft();
    draft.put("publicService", "太短");
    draft.put("receptionShare", "50");
    draft.put("entities", "[{\"name\":\"牡丹宾馆\",\"kind\":\"HOTEL\"}]");
    luoyang.hand("draft", draft);

    assertThat(instance).isWaitingAt("correct");
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code)
        .containsExactly("FUNCTION_PLAN_INCOMPLETE", "RECEPTION_STILL_MAIN", "REQUEST_MISSING", "MINUTES_MISSING",
            "MANAGEMENT_RULES_MISSING", "PARTING_PROOF_MISSING", "NOT_PARTED", "ENTITY_NOT_STATED");
    as("gov" + LUOYANG, "gov" + LUOYANG);
    assertThat(opening.ofTask(luoyang.task("correct").getId()).orElseThrow().findings()).extracting(Finding::clause)
        .containsExactly("C16", "C16", "C3", "C3", "C12", "C17", "C17", "C17");
    asApplication();
  }

  @Test
  void anApplicationHandedInTooLateAndAnOfficeDecidedMeanwhileAreFound() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    register.markToBeAbolished(office.id(), "C15", "另案处理。");
    itIs(LocalDateTime.of(2015, 10, 1, 0, 0, 1));
    luoyang.attachDocuments(documents).hand("draft", soundDraft());
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code).containsExactly("ALREADY_DECIDED", "TOO_LATE");
  }

  @Test
  void whoeverReturnsSaysWhatToMend() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents).hand("draft", soundDraft()).leader("return", "编制依据不足，请补充。");
    assertThat(instance).isWaitingAt("correct");
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::message).containsExactly("编制依据不足，请补充。");

    luoyang.hand("correct", soundDraft());
    assertThat(findings.open(luoyang.caseNumber())).isEmpty();
    luoyang.leader("sign", "同意上报。")
        .does("accept", "provincialBureau", Map.of("decision", "return", "findings", "[{\"message\":\"请补充考核办法\",\"clause\":\"C12\"}]"));
    assertThat(instance).isWaitingAt("correct");
    assertThat(findings.open(luoyang.caseNumber())).containsExactly(new Finding("RETURNED", "请补充考核办法", "C12"));

    luoyang.hand("correct", soundDraft()).leader("sign", "同意上报。").bureauAccepts().bureauReviews("").bureauLeader("return");
    assertThat(luoyang.task("review").getName()).isEqualTo("省局审核");
  }

  @Test
  void aRefusedOfficeIsToBeAbolished() throws Exception {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents)
        .hand("draft", soundDraft())
        .leader("sign", "同意上报。")
        .bureauAccepts()
        .does("review", "provincialBureau", Map.of("decision", "oppose", "opinion", "工作量不足。"))
        .bureauLeader("sign")
        .provinceDrafts("refuse", "")
        .provinceSigns("sign");
    assertThat(text("BUREAU_OPINION")).contains("建议不同意保留" + office.name(), "工作量不足。");
    assertThat(instance).isWaitingAt("receiveRefusal");
    assertThat(register.findById(office.id()).orElseThrow().status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    assertThat(replyText()).contains("不同意保留", office.name());
    assertThat(documents.list(luoyang.caseNumber())).filteredOn(document -> document.kind().equals("REPLY"))
        .extracting(StoredDocument::fileName)
        .singleElement()
        .asString()
        .endsWith(" 关于不同意保留%s的批复.docx".formatted(office.name()));
    luoyang.does("receiveRefusal", "gov" + LUOYANG, Map.of("received", true));
    windUp();
    assertThat(instance).isEnded().hasPassed("refuse", "abolition");
  }

  @Test
  void anApplicantMayWithdrawUntilTheProvinceHasDecided() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents).hand("draft", soundDraft());
    as("gov410700", "gov410700");
    assertThatThrownBy(this::withdraw).isInstanceOf(RefusedException.class).hasMessageContaining("只能从列出的选项中选择");
    as("gov" + LUOYANG, "gov" + LUOYANG);
    withdraw();
    asApplication();
    assertThat(instance).isWaitingAt("abolition").hasPassed("withdrawn", "lapse");
    assertThat(register.findById(office.id()).orElseThrow().outcome().reason()).contains("撤回");
    as("gov" + LUOYANG, "gov" + LUOYANG);
    assertThatThrownBy(this::withdraw).isInstanceOf(RefusedException.class);
    asApplication();
    windUp();
    assertThat(instance).isEnded();
  }

  @Test
  void whoDoesNotApplyInTimeLosesTheOfficeOnceTheBureauConfirms() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    itIs(LocalDateTime.of(2015, 9, 30, 23, 59, 58));
    runDueJobs();
    assertThat(instance).isWaitingAt("draft");
    itIs(LocalDateTime.of(2015, 10, 1, 0, 0, 1));
    runDueJobs();
    assertThat(instance).isWaitingAt("confirmLapse").hasPassed("notAppliedInTime");
    String confirming = luoyang.task("confirmLapse").getId();
    itIs(LocalDateTime.of(2016, 3, 1, 9, 0));
    runDueJobs();
    assertThat(instance).as("however late, nothing is abolished by itself").isWaitingAt("confirmLapse");
    assertThat(register.findById(office.id()).orElseThrow().status()).isEqualTo(OfficeStatus.REGISTERED);
    assertThat(escalations.of(luoyang.caseNumber())).as("but whoever should confirm is urged")
        .anyMatch(entry -> confirming.equals(entry.taskId()));

    luoyang.does("confirmLapse", "provincialBureau", Map.of("decision", "abolish", "opinion", "经核实，市政府不再申请保留。"));
    assertThat(instance).isWaitingAt("abolition").hasPassed("lapse");
    assertThat(register.findById(office.id()).orElseThrow().outcome().reason()).contains("未申请保留", "确认");
    assertThat(opinions.of(luoyang.caseNumber())).extracting(Opinion::words).contains("经核实，市政府不再申请保留。");
  }

  @Test
  void theBureauMayLetAnApplicationComeLater() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    itIs(LocalDateTime.of(2015, 10, 8, 9, 0));
    runDueJobs();
    extendTo("2015-10-20");
    assertThat(luoyang.task("draft").getDueDate()).isEqualTo("2015-10-20T15:59:59Z");
    itIs(LocalDateTime.of(2015, 10, 21, 0, 0, 1));
    runDueJobs();
    assertThat(instance).as("a day missed again").isWaitingAt("confirmLapse");
    extendTo("2015-10-30");
    itIs(LocalDateTime.of(2015, 10, 30, 23, 0));
    runDueJobs();
    luoyang.attachDocuments(documents).hand("draft", soundDraft());
    assertThat(findings.open(luoyang.caseNumber())).isEmpty();
    assertThat(instance).isWaitingAt("approval");
  }

  @Test
  void theBureauSaysWhyAndUntilWhen() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    itIs(LocalDateTime.of(2015, 10, 8, 9, 0));
    runDueJobs();
    Map<String, Object> extension = new HashMap<>(Map.of("decision", "extend", "opinion", "因机构改革未及时申请。"));
    assertThatThrownBy(() -> luoyang.does("confirmLapse", "provincialBureau", extension)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“补报截止日期”");
    extension.put("applyUntil", "2015-10-07");
    assertThatThrownBy(() -> luoyang.does("confirmLapse", "provincialBureau", extension)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("“补报截止日期”不能早于今天");
    assertThatThrownBy(() -> luoyang.does("confirmLapse", "provincialBureau", Map.of("decision", "abolish")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("“理由”不能为空");
  }

  @Test
  void anApplicantMayWithdrawWhileTheBureauHasToConfirm() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    itIs(LocalDateTime.of(2015, 10, 8, 9, 0));
    runDueJobs();
    as("gov" + LUOYANG, "gov" + LUOYANG);
    withdraw();
    asApplication();
    assertThat(instance).isWaitingAt("abolition").hasPassed("withdrawn", "lapse");
  }

  @Test
  void nobodySignsTheOwnProposalEvenInBothGroups() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents);
    as("wang", "gov" + LUOYANG, "gov" + LUOYANG + "Leader");
    taskService().complete(luoyang.task("draft").getId(), soundDraft());
    Task sign = luoyang.task("sign");
    assertThatThrownBy(() -> taskService().complete(sign.getId(), Map.of("decision", "sign"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不得再签批自己提出");
    asApplication();
    assertThat(taskService().createTaskQuery().taskId(sign.getId()).count()).isOne();
  }

  @Test
  void departmentsSayWhatTheyThinkSideBySideAndSilenceIsNoConsent() throws Exception {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents).hand("draft", soundDraft()).leader("sign", "同意上报。");
    assertThat(reads("gov410000Finance")).as("not asked yet").isFalse();
    String takenIn = luoyang.task("accept").getId();
    luoyang.bureauTakesIn();
    as("provincialBureau", "provincialBureau");
    assertThat(follows.after(takenIn).orElseThrow().words()).as("whom the case waits for").contains("答复意见", "省委编办", "审计部门");
    asApplication();
    luoyang.department("gov410000Establishment", "disagree");
    as("gov410000Finance", "gov410000Finance");
    assertThat(opening.ofTask(answerOf("gov410000Finance")).orElseThrow().documents()).as("who is asked reads the case").isNotEmpty();
    assertThat(coming.wayOf(answerOf("gov410000Finance"), officials.required()).orElseThrow().now()).as("where the case is")
        .containsExactly("答复意见");
    assertThat(options.of(answerOf("gov410000Finance")).orElseThrow().steps()).as("an opinion sends no case back").isEmpty();
    asApplication();
    assertThat(reads("gov410000Establishment")).isTrue();
    assertThat(reads("gov410700Finance")).isFalse();

    itIs(LocalDateTime.of(2015, 9, 9, 23, 0));
    runDueJobs();
    assertThat(taskService().createTaskQuery().processInstanceBusinessKey(luoyang.caseNumber()).taskDefinitionKey("review").count())
        .as("five working days, 3 to 5 September 2015 being days off and the 6th none")
        .isZero();
    itIs(LocalDateTime.of(2015, 9, 10, 1, 0));
    runDueJobs();
    assertThat(luoyang.task("review")).isNotNull();
    assertThat(taskService().createTaskQuery().processInstanceBusinessKey(luoyang.caseNumber()).taskDefinitionKey("answer").count())
        .isZero();
    assertThat(opinions.of(luoyang.caseNumber())).filteredOn(opinion -> opinion.step().equals("answer"))
        .extracting(Opinion::levelName, Opinion::decisionLabel)
        .containsExactlyInAnyOrder(tuple("省委编办", "不同意"), tuple("河南省财政部门", "逾期未回复"), tuple("审计部门", "逾期未回复"));
    luoyang.bureauReviews("").bureauLeader("sign");
    assertThat(text("BUREAU_OPINION")).contains("省委编办不同意", "河南省财政部门逾期未回复");
  }

  private String answerOf(String group) {
    return taskService().createTaskQuery()
        .processInstanceBusinessKey(luoyang.caseNumber())
        .taskDefinitionKey("answer")
        .taskCandidateGroup(group)
        .singleResult()
        .getId();
  }

  private boolean reads(String group) {
    return reading.mayRead(group, cases.get(luoyang.caseNumber()));
  }

  @Test
  void theBureausOpinionIsADocumentOfItsLeader() throws Exception {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents).hand("draft", soundDraft()).leader("sign", "同意上报。").bureauAccepts().bureauReviews("每年报告职能履行情况。");
    assertThat(documents.list(luoyang.caseNumber())).extracting(StoredDocument::kind).doesNotContain("BUREAU_OPINION");
    luoyang.bureauLeader("sign");
    as("gov410000", "gov410000");
    assertThat(opening.ofTask(luoyang.task("approve").getId()).orElseThrow().documents()).extracting(StoredDocument::kind)
        .contains("BUREAU_OPINION");
    asApplication();
    assertThat(text("BUREAU_OPINION")).containsPattern("豫机管〔2015〕\\d+号")
        .contains("河南省机关事务管理局", "保留申请审核意见的请示", "河南省人民政府：", "省委编办同意", "建议同意保留" + office.name(), "情况属实，建议批准。", "每年报告职能履行情况。", "妥否，请批示。",
            "2015年9月1日");
  }

  @Test
  void theBureauMayLookAtTheOfficeBeforeItReviews() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents)
        .hand("draft", soundDraft())
        .leader("sign", "同意上报。")
        .bureauAccepts()
        .does("review", "provincialBureau", Map.of("decision", "inspect", "opinion", "请核查办公用房。"));
    Map<String, Object> seen = Map.of("checkedOn", "2015-09-01", "inspectors", "张三、李四", "siteFindings", "办公用房三间，与申请一致，有人值守。");
    assertThatThrownBy(() -> luoyang.does("siteCheck", "provincialBureau", seen)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("实地核查记录");
    documents.store(new NewDocument(luoyang.caseNumber(), LUOYANG, "SITE_CHECK", "核查记录.pdf", "%PDF-1.4 seen".getBytes(), "provincialBureau",
        "siteCheck", "provincialBureau"));
    luoyang.does("siteCheck", "provincialBureau", seen);
    as("provincialBureau", "provincialBureau");
    assertThat(opening.ofTask(luoyang.task("review").getId()).orElseThrow().facts()).extracting(CaseFacts.Fact::value)
        .contains("张三、李四", "办公用房三间，与申请一致，有人值守。");
    asApplication();
    luoyang.bureauReviews("").bureauLeader("sign");
    assertThat(luoyang.task("approve")).isNotNull();
  }

  @Test
  void theProvincialGovernmentsReplyIsDraftedByOneAndSignedByAnother() throws Exception {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents)
        .hand("draft", soundDraft())
        .leader("sign", "同意上报。")
        .bureauAccepts()
        .bureauReviews("")
        .bureauLeader("sign");
    as("li", "gov410000", "gov410000Leader");
    taskService().complete(luoyang.task("approve").getId(), Map.of("decision", "approve", "conditions", "每年报告职能履行情况。"));
    String issue = luoyang.task("issue").getId();
    assertThatThrownBy(() -> taskService().complete(issue, Map.of("decision", "sign"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不得再签批自己提出");
    asApplication();
    assertThatThrownBy(() -> luoyang.does("issue", "gov410000", Map.of("decision", "sign"))).isInstanceOf(AuthorizationException.class);
    assertThat(documents.list(luoyang.caseNumber())).as("a draft is no document yet")
        .extracting(StoredDocument::kind)
        .doesNotContain("REPLY");
    assertThat(register.findById(office.id()).orElseThrow().status()).isEqualTo(OfficeStatus.REGISTERED);

    assertThatThrownBy(() -> luoyang.does("issue", "gov410000Leader", Map.of("decision", "return"))).as("without a reason")
        .isInstanceOf(RefusedException.class);
    luoyang.provinceSigns("return").provinceDrafts("refuse", "");
    itIs(LocalDateTime.of(2015, 9, 3, 9, 0));
    luoyang.provinceSigns("sign");
    assertThat(instance).isWaitingAt("receiveRefusal");
    assertThat(replyText()).as("number and date are those of the signature").containsPattern("豫政函〔2015〕\\d+号").contains("2015年9月3日");
  }

  @Test
  void whatIsDraftedAndNotSignedMayBeWithdrawnWhatIsSignedMayNot() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    luoyang.attachDocuments(documents)
        .hand("draft", soundDraft())
        .leader("sign", "同意上报。")
        .bureauAccepts()
        .bureauReviews("")
        .bureauLeader("sign")
        .provinceDrafts("approve", "");
    as("gov" + LUOYANG, "gov" + LUOYANG);
    assertThat(withdrawable()).contains(luoyang.caseNumber());
    asApplication();
    luoyang.provinceSigns("sign");
    as("gov" + LUOYANG, "gov" + LUOYANG);
    assertThat(withdrawable()).doesNotContain(luoyang.caseNumber());
    asApplication();
  }

  private List<String> withdrawable() {
    return opening.ofStart("application-withdrawal").choices().get("withdrawable-applications").stream().map(Choice::value).toList();
  }

  @Test
  void anotherGovernmentNeitherSeesNorCompletesATask() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    Task draft = luoyang.task("draft");
    as("gov410700", "gov410700");
    assertThat(taskService().createTaskQuery().count()).isZero();
    assertThat(opening.ofTask(draft.getId())).isEmpty();
    assertThatThrownBy(() -> taskService().complete(draft.getId(), soundDraft())).isInstanceOf(AuthorizationException.class);
    assertThatThrownBy(
        () -> runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", String.valueOf(office.id()))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能从列出的选项中选择");
  }

  @Test
  void whatTheFormDemandsIsCheckedWhicheverWayItComesIn() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    String draft = luoyang.task("draft").getId();
    as("gov" + LUOYANG, "gov" + LUOYANG);
    assertThatThrownBy(() -> taskService().complete(draft)).isInstanceOf(RefusedException.class).hasMessageContaining("“保留理由”不能为空");
    assertThatThrownBy(() -> formService().submitTaskForm(draft, Map.of("reasons", "短"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("至少填写20个字");
    Map<String, Object> unknown = soundDraft();
    unknown.put("approveDecision", "approve");
    assertThatThrownBy(() -> taskService().completeWithVariablesInReturn(draft, unknown, false)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("表单以外的内容");
    assertThatThrownBy(() -> taskService().handleBpmnError(draft, "NOT_APPLIED")).isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> taskService().resolveTask(draft, Map.of("approveDecision", "approve"))).isInstanceOf(RefusedException.class);
    asApplication();
    assertThat(instance).isWaitingAt("draft");
    assertThat(runtimeService().getVariables(instance.getId())).doesNotContainKeys("approveDecision", "reasons");
  }

  @Test
  void anOfficeThatThePlanAbolishesCannotApply() {
    Office county = office("410324", WorkKind.GENERAL, null);
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", county.id())))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("一律撤销");
  }

  @Test
  void noOfficialAppliesOnceTheTimeIsOver() {
    itIs(LocalDateTime.of(2015, 10, 1, 0, 0, 1));
    Office late = office(LUOYANG, WorkKind.GENERAL, null);
    as("gov" + LUOYANG, "gov" + LUOYANG);
    assertThatThrownBy(() -> apply(late)).isInstanceOf(RefusedException.class).hasMessageContaining("2015年9月30日");
    asApplication();
  }

  @Test
  void oneOfficeHasOneApplicationAtATime() {
    apply(office(LUOYANG, WorkKind.GENERAL, null));
    assertThatThrownBy(() -> apply(office)).isInstanceOf(RefusedException.class).hasMessageContaining("正在办理");
  }

  private void apply(Office applied) {
    office = applied;
    instance = runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", applied.id()));
    luoyang = new Applicant(instance.getBusinessKey(), LUOYANG);
  }

  private Office office(String governmentCode, WorkKind kind, LocalDate end) {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", governmentCode, SenderKind.GOVERNMENT, null,
        "410100", "郑州市", kind, end, "洛政文〔1990〕1号", 6, null, true));
  }

  private static Map<String, Object> forSpecialWork() {
    Map<String, Object> draft = soundDraft();
    draft.put("specialWorkName", "移民安置");
    return draft;
  }

  private void extendTo(String day) {
    luoyang.does("confirmLapse", "provincialBureau", Map.of("decision", "extend", "applyUntil", day, "opinion", "因机构改革未及时申请，准予补报。"));
  }

  private void withdraw() {
    runtimeService().startProcessInstanceByKey("application-withdrawal", Map.of("caseNumber", luoyang.caseNumber(), "reason", "工作需要发生变化"));
  }

  private void windUp() {
    WindingUp.of(LUOYANG, documents).withoutAssetsAndStaff();
  }

  private String replyText() throws Exception {
    return text("REPLY");
  }

  private String text(String kind) throws Exception {
    List<StoredDocument> replies = documents.list(luoyang.caseNumber()).stream().filter(document -> document.kind().equals(kind)).toList();
    assertThat(replies).hasSize(1);
    try (var docx = new XWPFDocument(new ByteArrayInputStream(documents.content(replies.get(0).id()).orElseThrow()));
        var text = new XWPFWordExtractor(docx)) {
      return text.getText();
    }
  }
}
