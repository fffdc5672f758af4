package cn.gov.officecleanup.procedure.complaint;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.edge.search.CasePages;
import cn.gov.officecleanup.mechanism.auditlog.AuditEvent;
import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.auditlog.AuditQuery;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.DraftedForm;
import cn.gov.officecleanup.mechanism.form.FormDrafts;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.reporter.Reporter;
import cn.gov.officecleanup.mechanism.reporter.Reporters;
import cn.gov.officecleanup.testkit.EngineTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * C14, C15: a complaint is received, sorted, handled within the law's terms and answered; who made it is known to who received it alone.
 */
@EngineTest
class ComplaintTest {

  private static final String LUOYANG = "410300";
  private static final String CLERK = "gov410300Petition";
  private static final String HANDLER = "gov410300";
  private static final String LEADER = "gov410300Leader";
  private static final String NAME = "慕容采薇";
  private static final String PHONE = "13987654321";
  private static final String ADDRESS = "洛阳市西工区无名路十七号";
  private static final String CONTENT = "该办事处自二〇二五年十月起没有发放聘用人员工资。";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReading reading;
  @Autowired
  private CasePages pages;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private Complaints complaints;
  @Autowired
  private ComplaintFacts complaintFacts;
  @Autowired
  private ReceivingComplaints receiving;
  @Autowired
  private Reporters reporters;
  @Autowired
  private AuditLog auditLog;
  @Autowired
  private EscalationLedger escalations;
  @Autowired
  private FormDrafts drafts;
  @Autowired
  private Terms terms;

  private Office office;
  private ProcessInstance instance;
  private String caseNumber;

  @BeforeEach
  void anOffice() {
    office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    register.retain(office.id(), "豫政函〔2014〕%d号".formatted(office.id()), null, null, "C3", "经省政府批准予以保留。");
  }

  @AfterEach
  void nobody() {
    asApplication();
  }

  private void receive(LocalDate day, String channel) {
    itIs(day.atTime(9, 0));
    as(CLERK, CLERK);
    instance = runtimeService().startProcessInstanceByKey("complaint-handling", Map.of("channel", channel, "receivedOn", day.toString()));
    asApplication();
    caseNumber = instance.getBusinessKey();
  }

  private Map<String, Object> registered() {
    return new HashMap<>(Map.of("kind", "REQUEST", "aboutOffice", String.valueOf(office.id()), "complaintText", CONTENT, "reporterName",
        NAME, "reporterPhone", PHONE, "reporterAddress", ADDRESS));
  }

  private void register(LocalDate day) {
    receive(day, "LETTER");
    complete(caseNumber, "registerComplaint", CLERK, registered());
  }

  private static Map<String, Object> sorted(String decision) {
    return new HashMap<>(Map.of("decision", decision, "sortedAs", "REQUEST", "passedOn", "反映该办事处欠发聘用人员工资。", "lookedThrough", true,
        "notAcceptedReason", "反映的事项已经由人民法院审理。", "otherWay", "可以依法向人民法院提出。", "opinion", "见来信。"));
  }

  private void accept(LocalDate received, LocalDate accepted) {
    register(received);
    itIs(accepted.atTime(9, 0));
    complete(caseNumber, "sort", CLERK, sorted("accept"));
  }

  private static Map<String, Object> reply() {
    return new HashMap<>(Map.of("decision", "reply", "facts", "欠发工资属实。", "handlingOpinion", "责成补发。", "legalBasis", "《中华人民共和国劳动合同法》第三十条。"));
  }

  private static Map<String, Object> extension(int days) {
    return new HashMap<>(Map.of("decision", "extend", "extendedDays", String.valueOf(days), "moreTimeReason", "账目尚在核对。"));
  }

  private void served(LocalDate day) {
    complete(caseNumber, "handle", HANDLER, reply());
    complete(caseNumber, "sign", LEADER, Map.of("decision", "sign"));
    itIs(day.atTime(9, 0));
    complete(caseNumber, "serve", CLERK, Map.of("servedOn", day.toString(), "serviceWay", "MAIL"));
  }

  private LocalDate due(String step) {
    return Terms.lastDayOf(task(caseNumber, step).getDueDate());
  }

  private Official official(String user) {
    return new Official(user, user, Set.of(user));
  }

  // --- terms

  @Test
  void theNoticeIsDueInFifteenDaysAndNotWorkingDays() {
    register(LocalDate.of(2026, 3, 2));
    assertThat(due("sort")).isEqualTo("2026-03-17");
  }

  @Test
  void aNoticeThatIsDueInTheSpringFestivalIsDueAfterIt() {
    register(LocalDate.of(2026, 2, 6));
    assertThat(due("sort")).isEqualTo("2026-02-24");
  }

  @Test
  void whatWasPassedOnToUsAndIsNotOursGoesBackInFiveWorkingDays() {
    receive(LocalDate.of(2026, 9, 24), "TRANSFER");
    assertThatThrownBy(() -> complete(caseNumber, "registerComplaint", CLERK, registered())).isInstanceOf(RefusedException.class)
        .hasMessageContaining("请填写转送机关");
    Map<String, Object> form = registered();
    form.put("transferredFrom", "郑州市信访局");
    complete(caseNumber, "registerComplaint", CLERK, form);
    assertThat(due("sort")).isEqualTo("2026-10-09");
    complete(caseNumber, "sort", CLERK, sorted("notOurs"));
    assertThat(instance).isEnded().hasPassed("passedBack");
  }

  @Test
  void itIsRegisteredOnTheNextWorkingDayAtTheLatest() {
    receive(LocalDate.of(2026, 3, 6), "HOTLINE");
    assertThat(due("registerComplaint")).isEqualTo("2026-03-09");
  }

  /** The sixtieth day is a Saturday on which is worked. */
  @Test
  void itIsDecidedInSixtyDaysAndThirtyMore() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    assertThat(due("handle")).isEqualTo("2026-05-09");
    complete(caseNumber, "handle", HANDLER, extension(30));
    complete(caseNumber, "decideExtension", LEADER, Map.of("decision", "approve"));
    assertThat(due("handle")).isEqualTo("2026-06-08");
    assertThatThrownBy(() -> complete(caseNumber, "handle", HANDLER, extension(5))).hasMessageContaining("只能延长一次");
  }

  @Test
  void moreTimeThatIsRefusedIsNotGiven() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    complete(caseNumber, "handle", HANDLER, extension(20));
    complete(caseNumber, "decideExtension", LEADER, Map.of("decision", "refuse", "opinion", "事实已经清楚。"));
    assertThat(due("handle")).isEqualTo("2026-05-09");
  }

  @Test
  void onTheLastDayMoreTimeCanBeAskedForAndAfterItNot() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    itIs(LocalDateTime.of(2026, 5, 10, 9, 0));
    runDueJobs();
    assertThatThrownBy(() -> complete(caseNumber, "handle", HANDLER, extension(10))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("办理期限已于2026年5月9日届满");
    assertThat(escalations.of(caseNumber)).as("what is late is recorded").isNotEmpty();
    itIs(LocalDateTime.of(2026, 5, 9, 17, 0));
    complete(caseNumber, "handle", HANDLER, extension(10));
    assertThat(instance).isWaitingAt("decideExtension");
  }

  @Test
  void thirtyOneDaysMoreAreTooMany() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    assertThatThrownBy(() -> complete(caseNumber, "handle", HANDLER, extension(31))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("30");
  }

  @Test
  void aReviewIsAskedForInThirtyDaysFromTheService() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    served(LocalDate.of(2026, 5, 8));
    assertThat(complaints.reviewableUntil(complaints.get(caseNumber))).contains(LocalDate.of(2026, 6, 8));
    assertThat(instance).isEnded().hasPassed("issueAcceptance", "issueReply", "replied");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("REPLIED");
  }

  // --- who made it

  @Test
  void nothingInTheDatabaseTellsWhoMadeIt() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    as(CLERK, CLERK);
    assertThat(reporters.look(caseNumber, "制发告知书需要。")).contains(new Reporter(NAME, PHONE, ADDRESS));
    asApplication();
    served(LocalDate.of(2026, 5, 8));
    assertThat(tablesThatTell(CONTENT)).as("the search finds what is there").contains("COMPLAINT");
    for (String told : List.of(NAME, PHONE, ADDRESS)) {
      assertThat(tablesThatTell(told)).as(told).isEmpty();
    }
    documents.list(caseNumber)
        .forEach(document -> assertThat(text(documents.content(document.id()).orElseThrow())).doesNotContain(NAME, PHONE, ADDRESS));
  }

  /** All columns of all tables, as text and as bytes in the encodings in use. */
  private List<String> tablesThatTell(String told) {
    List<String> telling = new ArrayList<>();
    jdbc.sql("select table_name, column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'")
        .query((row, number) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .forEach(column -> jdbc.sql("select \"%s\" from \"%s\"".formatted(column.get(1), column.get(0))).query((row, number) -> {
          byte[] bytes = column.get(2).contains("BINARY") ? row.getBytes(1) : null;
          String text = bytes == null ? row.getString(1) : null;
          return text != null && text.contains(told) || bytes != null && (contains(bytes, told.getBytes(StandardCharsets.UTF_8))
              || contains(bytes, told.getBytes(StandardCharsets.UTF_16BE)) || contains(bytes, told.getBytes(StandardCharsets.UTF_16LE)));
        }).list().stream().filter(Boolean::booleanValue).findFirst().ifPresent(found -> telling.add(column.get(0))));
    return telling;
  }

  private static boolean contains(byte[] all, byte[] part) {
    return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  @Test
  void whoReceivedItLooksWithAReasonAndEachLookIsNoted() {
    register(LocalDate.of(2026, 3, 2));
    as(CLERK, CLERK);
    assertThatThrownBy(() -> reporters.look(caseNumber, " ")).isInstanceOf(RefusedException.class).hasMessageContaining("写明理由");
    assertThat(reporters.look(caseNumber, "核对诉求需要。")).isPresent();
    for (String other : List.of(HANDLER, LEADER, "gov410400Petition", "provincialBureauPetition", "supervisors", "audit")) {
      as(other, other);
      assertThat(reporters.look(caseNumber, "想看一看是谁。")).as(other).isEmpty();
    }
    asApplication();
    assertThat(auditLog.find(new AuditQuery(null, AuditEvent.Kind.PERSONAL_DATA, null, null, null), null))
        .filteredOn(event -> event.subject().equals(caseNumber))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.userId()).isEqualTo(CLERK);
          assertThat(event.details()).contains("核对诉求需要").doesNotContain(NAME);
        });
  }

  @Test
  void noDraftHoldsIt() throws Exception {
    receive(LocalDate.of(2026, 3, 2), "VISIT");
    as(CLERK, CLERK);
    DraftedForm form = DraftedForm.ofTask(task(caseNumber, "registerComplaint").getId());
    drafts.keep(form,
        new ObjectMapper().readTree("{\"fields\":{\"reporterName\":\"%s\",\"content\":\"没有发工资\"},\"tables\":{}}".formatted(NAME)), 0);
    assertThat(drafts.own(form).orElseThrow().content().toString()).contains("没有发工资").doesNotContain(NAME);
  }

  @Test
  void whoHandlesItReadsWhatWasPassedOnAlone() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    as(HANDLER, HANDLER);
    assertThat(String.valueOf(pages.of(caseNumber, official(HANDLER)))).contains("反映该办事处欠发聘用人员工资").doesNotContain(CONTENT);
    as(CLERK, CLERK);
    assertThat(String.valueOf(pages.of(caseNumber, official(CLERK)))).contains(CONTENT);
    for (String outsider : List.of("supervisors", "provincialBureau", "gov410300Finance", "gov410400", "audit")) {
      assertThat(reading.mayRead(official(outsider), cases.get(caseNumber))).as(outsider).isFalse();
    }
  }

  @Test
  void itIsNotPassedOnBeforeItIsLookedThrough() {
    register(LocalDate.of(2026, 3, 2));
    Map<String, Object> form = sorted("accept");
    form.put("lookedThrough", false);
    assertThatThrownBy(() -> complete(caseNumber, "sort", CLERK, form)).isInstanceOf(RefusedException.class).hasMessageContaining("逐字核对");
  }

  // --- who handles it

  @Test
  void whoIsComplainedOfNeitherReadsNorHandlesIt() {
    register(LocalDate.of(2026, 3, 2));
    Map<String, Object> form = sorted("accept");
    form.put("namedPeople", HANDLER);
    complete(caseNumber, "sort", CLERK, form);
    assertThat(reading.mayRead(official(HANDLER), cases.get(caseNumber))).isFalse();
    String step = task(caseNumber, "handle").getId();
    as(HANDLER, HANDLER);
    for (ThrowingCallable attempt : List.<ThrowingCallable>of(() -> taskService().claim(step, HANDLER),
        () -> taskService().complete(step, reply()))) {
      assertThatThrownBy(attempt).as("what whoever has nothing to do with it is told")
          .hasMessageContaining("不在办理该任务的组里")
          .hasMessageNotContaining("回避");
    }
    asApplication();
    assertThat(instance).isWaitingAt("handle");
  }

  @Test
  void aNameThatComesToLightLaterKeepsItsOwnerAwayFromThenOn() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    Map<String, Object> form = reply();
    form.put("foundPeople", LEADER);
    complete(caseNumber, "handle", HANDLER, form);
    assertThatThrownBy(() -> complete(caseNumber, "sign", LEADER, Map.of("decision", "sign"))).hasMessageContaining("不在办理该任务的组里");
  }

  @Test
  void aGovernmentThatIsNamedDoesNotHandleIt() {
    register(LocalDate.of(2026, 3, 2));
    Map<String, Object> form = sorted("accept");
    form.put("namesGovernment", true);
    assertThat(complaints.handlers(caseNumber)).isNull();
    complete(caseNumber, "sort", CLERK, form);
    assertThat(complaints.handlers(caseNumber)).isEqualTo("provincialBureau");
    assertThat(reading.mayRead(official("provincialBureau"), cases.get(caseNumber))).isTrue();
    assertThat(reading.mayRead(official(HANDLER), cases.get(caseNumber))).isFalse();
  }

  @Test
  void aBodyThatFindsItselfNamedDoesNotDecide() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    Map<String, Object> form = reply();
    form.put("foundGovernment", true);
    assertThatThrownBy(() -> complete(caseNumber, "handle", HANDLER, form)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("重新分办");
    assertThat(instance).isWaitingAt("handle");
  }

  // --- the other ways

  @Test
  void whatIsNotAcceptedIsToldWithTheReasonAndTheWay() {
    register(LocalDate.of(2026, 3, 2));
    complete(caseNumber, "sort", CLERK, sorted("refuse"));
    assertThat(instance).isEnded().hasPassed("issueRefusal", "refused");
    assertThat(issued("COMPLAINT_REFUSAL")).singleElement().asString().contains("不予受理", "人民法院审理", caseNumber).doesNotContain(NAME, "C14");
  }

  @Test
  void theNoticeAndTheReplySayWhatTheLawAsksFor() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    served(LocalDate.of(2026, 5, 8));
    assertThat(issued("COMPLAINT_ACCEPTANCE")).singleElement().asString().contains("予以受理", "洛阳市人民政府办理", "2026年5月9日前");
    assertThat(issued("COMPLAINT_REPLY")).singleElement().asString().contains("反映该办事处欠发", "欠发工资属实", "责成补发", "30日内向河南省人民政府书面申请复查");
    assertThat(documents.list(caseNumber)).allSatisfy(document -> assertThat(document.fileName()).doesNotContain(NAME));
  }

  /** 信访工作条例第三十四条、第三十五条 are about what somebody asks for. */
  @Test
  void nothingButARequestIsPromisedADayAndAReview() {
    register(LocalDate.of(2026, 3, 2));
    Map<String, Object> form = sorted("accept");
    form.put("sortedAs", "ACCUSATION");
    complete(caseNumber, "sort", CLERK, form);
    served(LocalDate.of(2026, 5, 8));
    assertThat(issued("COMPLAINT_ACCEPTANCE")).singleElement().asString().contains("予以受理", "另行告知").doesNotContain("60日");
    assertThat(issued("COMPLAINT_REPLY")).singleElement().asString().contains("责成补发").doesNotContain("复查");
    assertThat(complaints.reviewableUntil(complaints.get(caseNumber))).isEmpty();
  }

  @Test
  void theDaysThatCountAreShown() {
    register(LocalDate.of(2026, 3, 2));
    assertThat(shown()).contains("书面告知至迟=2026年3月17日");
    itIs(LocalDateTime.of(2026, 3, 10, 9, 0));
    complete(caseNumber, "sort", CLERK, sorted("accept"));
    assertThat(shown()).contains("办结至迟=2026年5月9日").noneMatch(fact -> fact.startsWith("书面告知至迟"));
    served(LocalDate.of(2026, 5, 8));
    assertThat(shown()).contains("申请复查至迟=2026年6月8日");
  }

  private List<String> shown() {
    return complaintFacts.of(cases.get(caseNumber)).stream().map(fact -> fact.label() + "=" + fact.value()).toList();
  }

  @Test
  void aLetterThatTheLeaderReturnsIsHandledAnew() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    complete(caseNumber, "handle", HANDLER, reply());
    complete(caseNumber, "sign", LEADER, Map.of("decision", "return", "opinion", "依据不全。"));
    assertThat(instance).isWaitingAt("handle");
    assertThat(due("handle")).isEqualTo("2026-05-09");
  }

  @Test
  void whoTakesARequestBackEndsItAndAnAccusationGoesOn() {
    register(LocalDate.of(2026, 3, 2));
    Map<String, Object> form = sorted("withdraw");
    form.put("sortedAs", "ACCUSATION");
    assertThatThrownBy(() -> complete(caseNumber, "sort", CLERK, form)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("不因撤回而终止");
    complete(caseNumber, "sort", CLERK, sorted("withdraw"));
    assertThat(instance).isEnded().hasPassed("withdrawnEarly");
  }

  @Test
  void aRequestIsTakenBackWhileItIsHandled() {
    accept(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 10));
    complete(caseNumber, "handle", HANDLER, Map.of("decision", "withdraw", "opinion", "本人三月二十日书面撤回。"));
    assertThat(instance).isEnded().hasPassed("withdrawnLate");
  }

  @Test
  void whatIsForTheDisciplineGoesThere() {
    register(LocalDate.of(2026, 3, 2));
    complete(caseNumber, "sort", CLERK, sorted("refer"));
    assertThat(instance).isEnded().hasPassed("referred");
  }

  @Test
  void twoOnOneMatterAreLinkedAndNoneOfAnotherBody() {
    register(LocalDate.of(2026, 3, 2));
    String first = caseNumber;
    register(LocalDate.of(2026, 3, 3));
    Map<String, Object> form = sorted("accept");
    form.put("linkedCase", "XF-1999-0001");
    assertThatThrownBy(() -> complete(caseNumber, "sort", CLERK, form)).isInstanceOf(RefusedException.class).hasMessageContaining("没有收到案号");
    form.put("linkedCase", first);
    complete(caseNumber, "sort", CLERK, form);
    assertThat(complaints.get(caseNumber).linkedCase()).isEqualTo(first);
  }

  @Test
  void whoIsNotKnownGetsNoNoticeAndNoReply() {
    receive(LocalDate.of(2026, 3, 2), "HOTLINE");
    Map<String, Object> form = registered();
    List.of("reporterName", "reporterPhone", "reporterAddress").forEach(form::remove);
    complete(caseNumber, "registerComplaint", CLERK, form);
    itIs(LocalDateTime.of(2026, 3, 10, 9, 0));
    complete(caseNumber, "sort", CLERK, sorted("accept"));
    complete(caseNumber, "handle", HANDLER, reply());
    complete(caseNumber, "sign", LEADER, Map.of("decision", "sign"));
    assertThat(instance).isEnded().hasPassed("concluded").hasNotPassed("serve");
    assertThat(issued("COMPLAINT_ACCEPTANCE")).isEmpty();
    assertThat(reporters.isKnown(caseNumber)).isFalse();
  }

  // --- without a sign-in

  @Test
  void whatComesByThePageIsSortedAndAskedForByItsCode() {
    itIs(LocalDateTime.of(2026, 3, 2, 22, 0));
    ReceivingComplaints.Receipt receipt = receiving.receive(CLERK, ComplaintKind.ACCUSATION, CONTENT, "某办事处",
        new Reporter(NAME, null, null));
    caseNumber = receipt.caseNumber();
    assertThat(receipt.queryCode()).matches("([0-9A-Z]{5}-){3}[0-9A-Z]{5}");
    assertThat(receiving.stateOf(receipt.queryCode().toLowerCase().replace("-", " "))).contains("已登记");
    assertThat(receiving.stateOf("00000-00000-00000-00000")).isEmpty();
    assertThat(tablesThatTell(receipt.queryCode())).isEmpty();
    assertThat(due("sort")).isEqualTo("2026-03-17");
    complete(caseNumber, "sort", CLERK, sorted("accept"));
    assertThat(receiving.stateOf(receipt.queryCode())).contains("办理中");
    as(HANDLER, HANDLER);
    assertThatThrownBy(() -> receiving.codeFor(caseNumber)).isInstanceOf(RefusedException.class);
    as(CLERK, CLERK);
    String renewed = receiving.codeFor(caseNumber);
    asApplication();
    assertThat(receiving.stateOf(receipt.queryCode())).as("the former one holds no more").isEmpty();
    complete(caseNumber, "handle", HANDLER, reply());
    complete(caseNumber, "sign", LEADER, Map.of("decision", "sign"));
    assertThat(receiving.stateOf(renewed)).contains("已办结");
  }

  @Test
  void whatIsTooShortIsRefusedInWordsForWhoWroteIt() {
    assertThatThrownBy(() -> receiving.receive(CLERK, ComplaintKind.REQUEST, "太短", null, new Reporter(null, null, null)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("10至5000个字");
    assertThatThrownBy(() -> receiving.receive(HANDLER, ComplaintKind.REQUEST, CONTENT, null, new Reporter(null, null, null)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("没有这个收件机关");
  }

  private List<String> issued(String kind) {
    return documents.list(caseNumber)
        .stream()
        .filter(document -> document.kind().equals(kind))
        .map(document -> text(documents.content(document.id()).orElseThrow()))
        .toList();
  }

  private static String text(byte[] docx) {
    try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
      return extractor.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
