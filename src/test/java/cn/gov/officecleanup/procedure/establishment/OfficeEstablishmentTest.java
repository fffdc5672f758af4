package cn.gov.officecleanup.procedure.establishment;

import static cn.gov.officecleanup.procedure.application.Applicant.soundDraftOfNewOffice;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.passedIn;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C5: every way an application to set up an office can go. */
@EngineTest
class OfficeEstablishmentTest {

  private static final String SANMENXIA = "411200";
  private static final String COUNTY = "410225";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseFindings findings;

  private ProcessInstance instance;
  private Applicant applicant;

  @BeforeEach
  void inOrdinaryTimes() {
    itIs(LocalDateTime.of(2025, 3, 3, 9, 0));
  }

  @Test
  void anApprovedOfficeEntersTheRegister() {
    apply(SANMENXIA, "350100", "福州市");
    applicant.attachDocuments(documents).hand("draft", draft("350100", "福州市", Map.of())).approvalTo("approve");
    assertThat(instance).isWaitingAt("receive");
    Office office = established("350100");
    assertThat(office.status()).isEqualTo(OfficeStatus.ESTABLISHED);
    assertThat(office.outcome().retentionDocument()).matches("豫政函〔2025〕\\d+号");
    assertThat(documents.list(applicant.caseNumber())).extracting(StoredDocument::kind).contains("REPLY");
    applicant.does("receive", "gov" + SANMENXIA, Map.of("received", true));
    assertThat(instance).isEnded().hasPassed("established");
  }

  @Test
  void anOfficeForSpecialWorkIsAbolishedOnceTheWorkEnds() {
    apply(SANMENXIA, "360100", "南昌市");
    applicant.attachDocuments(documents)
        .hand("draft",
            draft("360100", "南昌市", Map.of("workKind", "SPECIAL_WORK", "specialWorkName", "移民安置", "specialWorkEnd", "2025-12-31")))
        .approvalTo("approve")
        .does("receive", "gov" + SANMENXIA, Map.of("received", true));
    assertThat(instance).isWaitingAt("specialWorkEnds");
    itIs(LocalDateTime.of(2026, 1, 1, 0, 1));
    runDueJobs();
    assertThat(instance).isWaitingAt("abolition");
    assertThat(established("360100").status()).isEqualTo(OfficeStatus.TO_BE_ABOLISHED);
    WindingUp.of(SANMENXIA, documents).withoutAssetsAndStaff();
    assertThat(instance).isEnded().hasPassed("workOver");
    assertThat(passedIn(instance, "special-work-end")).contains("toBeAbolished", "abolished");
  }

  @Test
  void anOfficeForSpecialWorkMayBeAbolishedBeforeTheWorkEnds() {
    apply(SANMENXIA, "420100", "武汉市");
    applicant.attachDocuments(documents)
        .hand("draft",
            draft("420100", "武汉市", Map.of("workKind", "SPECIAL_WORK", "specialWorkName", "移民安置", "specialWorkEnd", "2025-12-31")))
        .approvalTo("approve")
        .does("receive", "gov" + SANMENXIA, Map.of("received", true));
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", established("420100").id()));
    itIs(LocalDateTime.of(2026, 1, 1, 0, 1));
    runDueJobs();
    assertThat(instance).isEnded().hasPassed("workOver");
    assertThat(passedIn(instance, "special-work-end")).contains("endedBefore").doesNotContain("abolition");
  }

  @Test
  void aRefusalIsTheEndOfIt() {
    apply(SANMENXIA, "430100", "长沙市");
    applicant.attachDocuments(documents).hand("draft", draft("430100", "长沙市", Map.of())).approvalTo("refuse");
    assertThat(documents.list(applicant.caseNumber())).extracting(StoredDocument::kind).contains("REPLY");
    applicant.does("receiveRefusal", "gov" + SANMENXIA, Map.of("received", true));
    assertThat(instance).isEnded().hasPassed("refused");
    assertThat(register.officesOf(SANMENXIA)).noneMatch(office -> office.entry().hostCityCode().equals("430100"));
  }

  @Test
  void aWithdrawnApplicationIsClosed() {
    apply(SANMENXIA, "340100", "合肥市");
    as("gov" + SANMENXIA, "gov" + SANMENXIA);
    runtimeService().startProcessInstanceByKey("application-withdrawal", Map.of("caseNumber", applicant.caseNumber(), "reason", "不再需要"));
    asApplication();
    assertThat(instance).isEnded().hasPassed("withdrawn", "notEstablished");
  }

  @Test
  void theNumberOfOfficesIsKeptTight() {
    apply(SANMENXIA, "210100", "沈阳市");
    applicant.attachDocuments(documents).hand("draft", draft("210100", "沈阳市", Map.of())).approvalTo("approve");
    apply(SANMENXIA, "210100", "沈阳市");
    applicant.attachDocuments(documents)
        .hand("draft",
            draft("210100", "沈阳市", Map.of("workKind", "SPECIAL_WORK", "specialWorkName", "移民安置", "specialWorkEnd", "2025-03-03")));
    assertThat(instance).isWaitingAt("correct");
    assertThat(findings.open(applicant.caseNumber())).extracting(Finding::code)
        .containsExactly("SECOND_IN_CITY", "SPECIAL_WORK_WITHOUT_END");

    apply(COUNTY, "410100", "郑州市");
    applicant.attachDocuments(documents).hand("draft", draft("410100", "郑州市", Map.of()));
    assertThat(findings.open(applicant.caseNumber())).extracting(Finding::clause).contains("C1");
  }

  @Test
  void whatIsReturnedIsCorrectedAndCheckedAnew() {
    apply(SANMENXIA, "220100", "长春市");
    applicant.attachDocuments(documents).hand("draft", draft("220100", "长春市", Map.of())).leader("return", "理由不充分，请补充。");
    assertThat(instance).isWaitingAt("correct");
    applicant.hand("correct", draft("220100", "长春市", Map.of()));
    assertThat(instance).isWaitingAt("approval");
    assertThat(applicant.task("sign").getDueDate()).isNotNull();

    applicant.leader("sign", "同意上报。")
        .does("accept", "provincialBureau", Map.of("decision", "return", "findings", "[{\"message\":\"请说明与现有机构的分工\",\"clause\":\"C5\"}]"));
    assertThat(instance).isWaitingAt("correct");
    assertThat(findings.open(applicant.caseNumber())).containsExactly(new Finding("RETURNED", "请说明与现有机构的分工", "C5"));
  }

  private void apply(String governmentCode, String hostCityCode, String hostCityName) {
    as("gov" + governmentCode, "gov" + governmentCode);
    instance = runtimeService().startProcessInstanceByKey("office-establishment", Map.of("governmentCode", governmentCode, "officeName",
        "驻" + hostCityName + "办事处", "hostCityCode", hostCityCode, "hostCityName", hostCityName));
    asApplication();
    applicant = new Applicant(instance.getBusinessKey(), governmentCode);
  }

  private static Map<String, Object> draft(String hostCityCode, String hostCityName, Map<String, String> changes) {
    Map<String, Object> draft = soundDraftOfNewOffice();
    draft.putAll(Map.of("officeName", "驻" + hostCityName + "办事处", "hostCityCode", hostCityCode, "hostCityName", hostCityName, "workKind",
        "GENERAL"));
    draft.putAll(changes);
    return draft;
  }

  private Office established(String hostCityCode) {
    return register.officesOf(SANMENXIA)
        .stream()
        .filter(office -> office.entry().hostCityCode().equals(hostCityCode))
        .findFirst()
        .orElseThrow();
  }
}
