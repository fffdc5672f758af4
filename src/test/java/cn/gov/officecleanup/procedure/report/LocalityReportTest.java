package cn.gov.officecleanup.procedure.report;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.ReportVersion.State;
import java.util.HashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.AuthorizationException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C20, C21: every way a locality's report can go between the locality and the provincial bureau. */
class LocalityReportTest extends CampaignSetting {

  @Autowired
  private LocalityReports reports;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private CaseReading reading;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private EscalationLedger escalations;

  private Reporting luoyang;

  @Test
  void figuresAreCountedShownBesideLastMonthsAndCommentedButNotTypedOver() {
    Office county = office("410324", "410100");
    register.putAsset(county.id(), new OfficeAsset("S-01", AssetKind.EQUIPMENT, "电脑", new BigDecimal("1000.00")));
    office(LUOYANG, "310000");
    startAndTake(LUOYANG);
    itIs(LocalDateTime.of(2015, 9, 20, 9, 0));
    assertThat(rows("figures")).extracting(row -> row.get("label"), row -> row.get("now"), row -> row.get("before"))
        .contains(tuple("清理前机构", "2个", "0个"), tuple("保留", "0个", "0个"), tuple("无须撤并", "1个", "0个"), tuple("应予撤销尚未办结", "1个", "0个"),
            tuple("撤销在办", "1件", "0件"), tuple("冻结资产账面值", "1,000.00元", "0.00元"));
    itIs(LocalDateTime.of(2015, 10, 20, 9, 0));
    assertThat(rows("figures")).extracting(row -> row.get("label"), row -> row.get("before")).contains(tuple("清理前机构", "2个"));

    Map<String, Object> report = luoyang.sound();
    report.put("figures", "[{\"figure\": \"BEFORE\", \"now\": \"1\", \"words\": \"少报\"}]");
    assertThatThrownBy(() -> luoyang.official("fill", report)).isInstanceOf(RefusedException.class).hasMessageContaining("表单以外的内容");
    report.put("figures", "[{\"figure\": \"BEFORE\", \"words\": \"含栾川县\"}]");
    luoyang.official("fill", report).signs("sign");
    assertThat(reports.figuresOf(sent())).extracting(CountedFigure::figure, figure -> figure.amount().toString(), CountedFigure::words)
        .contains(tuple(Figure.BEFORE, "2.00", "含栾川县"), tuple(Figure.VALUE_FROZEN, "1000.00", null));
  }

  @Test
  void theStandardTableIsFilledFromTheRegister() throws IOException {
    office("410324", "410100");
    Office kept = office(LUOYANG, "310000");
    startAndTake(LUOYANG);
    luoyang.fill();
    assertThat(tables()).extracting(StoredDocument::fileName).containsExactly("驻省会城市办事机构清理情况表（未报送）.xlsx");
    luoyang.signs("sign");
    assertThat(tables()).extracting(StoredDocument::fileName).containsExactly("驻省会城市办事机构清理情况表（第1稿）.xlsx");
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(documents.content(tables().get(0).id()).orElseThrow()))) {
      Sheet table = workbook.getSheet("清理情况表");
      assertThat(table.getRow(0).getCell(0).getStringCellValue()).isEqualTo("洛阳市人民政府驻省会城市办事机构清理情况表");
      assertThat(table.getLastRowNum()).as("title, headings, two offices, sum").isEqualTo(4);
      Row second = table.getRow(3);
      assertThat(second.getCell(2).getStringCellValue()).isEqualTo(kept.name());
      assertThat(second.getCell(8).getStringCellValue()).isEqualTo("保留");
      assertThat(table.getRow(2).getCell(17).getStringCellValue()).isEqualTo("正在办理撤销");
      assertThat(table.getRow(4).getCell(8).getStringCellValue()).isEqualTo("保留0、无须撤并1、整合0、已撤销0、应撤未结1、未定0、新设0");
    }
  }

  @Test
  void theWorkSummaryIsALetterUnderTheUnitsOwnNumberWithTheFigures() throws IOException {
    office("410324", "410100");
    office(LUOYANG, "310000");
    startAndTake(LUOYANG);
    Map<String, Object> report = luoyang.sound();
    report.putAll(Map.of("hiddenOffices", "1", "referrals", "2", "sanctioned", "3"));
    luoyang.official("fill", report);
    assertThat(summaries(WorkSummary.DRAFT)).extracting(StoredDocument::fileName).containsExactly("清理规范驻省会城市办事机构工作总结（送审稿）.docx");
    assertThatThrownBy(() -> sign(luoyang, null)).as("not without number")
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("发文字号");
    assertThatThrownBy(() -> sign(luoyang, "洛政文2015-8")).isInstanceOf(RefusedException.class).hasMessageContaining("格式不对");
    sign(luoyang, "洛政文〔2015〕8号");
    assertThat(summaries(WorkSummary.DRAFT)).isEmpty();
    assertThat(sent().documentNumber()).isEqualTo("洛政文〔2015〕8号");
    assertThat(text(summaries(WorkSummary.SIGNED).get(0))).contains("洛阳市人民政府", "洛政文〔2015〕8号", "工作总结的函", "河南省机关事务管理局：",
        "清理前共有2个，保留0个，无须撤并1个", "发现隐瞒或者变相保留的机构1个，移送纪检监察机关2件，受处分、处理人员3人", "正在办理撤销，预计2016年3月31日办结");
    assertThat(reports.sumsOf(sent()).count(Figure.HIDDEN)).isEqualTo(1);
    as("provincialBureau", "provincialBureau");
    assertThat(opening.ofTask(task(luoyang.caseNumber(), "review").getId()).orElseThrow().documents()).extracting(StoredDocument::kind)
        .contains(WorkSummary.SIGNED, CleanupTable.KIND);
    asApplication();
    Reporting other = Reporting.of(campaign, reports).get("410700").fill();
    assertThatThrownBy(() -> sign(other, "洛政文〔2015〕8号")).isInstanceOf(RefusedException.class).hasMessageContaining("已用于“洛阳市人民政府”");
  }

  private static void sign(Reporting report, String documentNumber) {
    Map<String, Object> values = new HashMap<>(Map.of("decision", "sign", "opinion", "情况属实。"));
    values.put("documentNumber", documentNumber);
    complete(report.caseNumber(), "sign", report.unit().leader(), values);
  }

  private List<StoredDocument> summaries(String kind) {
    return documents.list(luoyang.caseNumber()).stream().filter(document -> document.kind().equals(kind)).toList();
  }

  private String text(StoredDocument document) throws IOException {
    try (var docx = new XWPFDocument(new ByteArrayInputStream(documents.content(document.id()).orElseThrow()));
        var text = new XWPFWordExtractor(docx)) {
      return text.getText();
    }
  }

  @Test
  void anOfficeWithoutApprovalIsAFigureOfTheRegister() {
    Office office = office("410324", "410100");
    jdbc.sql("update office set approval_document = '洛编〔2001〕17号' where id = ?").param(office.id()).update();
    office(LUOYANG, "310000");
    startAndTake(LUOYANG);
    jdbc.sql("update office set approval_document = null where id <> ?").param(office.id()).update();
    assertThat(rows("figures")).extracting(row -> row.get("label"), row -> row.get("now"))
        .contains(tuple("无批准文件的机构", "1个"))
        .as("what only the unit can know is filled in elsewhere")
        .noneMatch(row -> row.toList().get(0).equals(Figure.SANCTIONED.label()));
  }

  @Test
  void itIsNotSentWhileACheckFails() {
    Office county = office("410324", "410100");
    startAndTake(LUOYANG);
    Map<String, Object> report = luoyang.sound();
    report.put("offices", "[]");
    luoyang.official("fill", report);
    assertThat(luoyang.step()).isEqualTo("correct");
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code, Finding::clause)
        .containsExactly(tuple("OUTCOME_MISSING", "C20"));
    report.put("offices", "[{\"office\": \"%d\", \"reason\": \"正在办理\", \"expectedOn\": \"2015-08-31\"}]".formatted(county.id()));
    assertThatThrownBy(() -> luoyang.official("correct", report)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("第1行“预计办结日期”")
        .hasMessageContaining("今天");
    report.put("offices", "[{\"office\": \"%d\", \"reason\": \"正在办理\", \"expectedOn\": \"\"}]".formatted(county.id()));
    assertThatThrownBy(() -> luoyang.official("correct", report)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("第1行“预计办结日期”不能为空");
    report.put("offices", "[{\"office\": \"%d\", \"reason\": \"\", \"expectedOn\": \"2016-03-31\"}]".formatted(county.id()));
    assertThatThrownBy(() -> luoyang.official("correct", report)).isInstanceOf(RefusedException.class).hasMessageContaining("第1行“原因”不能为空");
    luoyang.official("correct", luoyang.sound());
    assertThat(luoyang.step()).isEqualTo("sign");
  }

  @Test
  void anExplanationThatWasNotNeededIsKeptAndReadAllTheSame() {
    office("410324", "410100");
    startAndTake(LUOYANG);
    Map<String, Object> report = luoyang.sound();
    report.putAll(Map.of("decision", "explain", "explanation", "本期数据与财政部门核对一致，特此说明。"));
    luoyang.official("fill", report);
    luoyang.signs("sign");
    assertThat(sent().findings()).isNull();
    assertThat(sent().explanation()).isEqualTo("本期数据与财政部门核对一致，特此说明。");
    assertThat(sent().sending()).endsWith("附说明");
    assertThat(does("provincialBureau", () -> opening.ofTask(task(luoyang.caseNumber(), "review").getId())).orElseThrow().facts())
        .extracting(CaseFacts.Fact::label, CaseFacts.Fact::value)
        .contains(tuple("对问题的说明", "本期数据与财政部门核对一致，特此说明。"));
  }

  @Test
  void exceptWithAnExplanationThatIsPassedOnInPlainSight() {
    office("410324", "410100");
    startAndTake(LUOYANG);
    Map<String, Object> report = luoyang.sound();
    report.putAll(Map.of("offices", "[]", "decision", "explain"));
    assertThatThrownBy(() -> luoyang.official("fill", report)).isInstanceOf(RefusedException.class).hasMessageContaining("对问题的说明");
    report.put("explanation", "该机构正与省局核对，暂不能确定期限。");
    luoyang.official("fill", report);
    assertThat(luoyang.step()).isEqualTo("sign");
    luoyang.signs("sign");
    assertThat(sent().explanation()).isEqualTo("该机构正与省局核对，暂不能确定期限。");
    assertThat(sent().findings()).contains("尚无清理结果");
    as("provincialBureau", "provincialBureau");
    assertThat(opening.ofTask(task(luoyang.caseNumber(), "review").getId()).orElseThrow().facts())
        .extracting(CaseFacts.Fact::label, CaseFacts.Fact::value)
        .contains(tuple("对问题的说明", "该机构正与省局核对，暂不能确定期限。"))
        .anyMatch(fact -> fact.toList().get(0).equals("核查发现的问题"));
    asApplication();
  }

  @Test
  void aLedgerThatDoesNotBalanceAndARegisterThatContradictsItsHistoryAreFound() {
    Office county = office("410324", "410100");
    register.putAsset(county.id(), new OfficeAsset("S-01", AssetKind.EQUIPMENT, "电脑", new BigDecimal("1000.00")));
    Office kept = office(LUOYANG, "310000");
    startAndTake(LUOYANG);
    jdbc.sql("update ledger_entry set amount = 900.00").update();
    jdbc.sql("update office set status = 'ABOLISHED' where id = ?").param(kept.id()).update();
    luoyang.official("fill", luoyang.sound());
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code)
        .contains("LEDGER_ROW_CHANGED", "LEDGER_DIFFERS", "STATUS_DIFFERS");
    jdbc.sql("delete from office_status_change where office_id = ?").param(kept.id()).update();
    luoyang.official("correct", luoyang.sound());
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code).contains("FIGURES_DIFFER");
  }

  @Test
  void aLocalityWithoutOfficesReportsNothing() {
    startAndTake("410600");
    assertThat(luoyang.step()).isEqualTo("nil");
    assertThatThrownBy(() -> luoyang.official("nil", Map.of())).isInstanceOf(RefusedException.class);
    luoyang.fill().signs("sign");
    assertThat(sent().nil()).isTrue();
    assertThat(sent().sending()).isEqualTo("零报告，按期报送");
    luoyang.bureauAccepts();
    assertThat(reports.get(luoyang.caseNumber()).acceptedVersion()).isEqualTo(1);
  }

  @Test
  void anOfficeThatJoinsMeanwhileEndsTheNothing() {
    startAndTake("410600");
    office("410600", "310000");
    luoyang.official("nil", Map.of("nil", true));
    assertThat(luoyang.step()).isEqualTo("correct");
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::code).containsExactly("OUTCOME_MISSING");
  }

  @Test
  void theLeaderSignsAndIsNotWhoWrote() {
    startAndTake("410600");
    luoyang.fill();
    as("gov410600", "gov410600Leader");
    assertThatThrownBy(
        () -> taskService().complete(task(luoyang.caseNumber(), "sign").getId(), Map.of("decision", "sign", "opinion", "同意。")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不得再签批");
    asApplication();
    luoyang.signs("return");
    assertThat(luoyang.step()).isEqualTo("correct");
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::message).containsExactly("情况属实。");
    luoyang.official("correct", luoyang.sound()).signs("sign");
    assertThat(sent().version()).isEqualTo(1);
  }

  @Test
  void theBureauReturnsItWithFindingsAndBothVersionsStayOnRecord() {
    startAndTake("410600");
    luoyang.fill().signs("sign").bureauReturns("请核对有无驻上海机构");
    assertThat(luoyang.step()).isEqualTo("correct");
    as("gov410600", "gov410600");
    assertThat(opening.ofTask(task(luoyang.caseNumber(), "correct").getId()).orElseThrow().findings()).extracting(Finding::message)
        .containsExactly("请核对有无驻上海机构");
    asApplication();
    luoyang.official("correct", luoyang.sound()).signs("sign").bureauAccepts();
    assertThat(reports.versionsOf(luoyang.caseNumber())).extracting(ReportVersion::version, ReportVersion::state)
        .containsExactly(tuple(1, State.RETURNED), tuple(2, State.ACCEPTED));
    assertThat(tables()).as("nothing changed, and yet two drafts")
        .extracting(StoredDocument::fileName)
        .containsExactly("驻省会城市办事机构清理情况表（第1稿）.xlsx", "驻省会城市办事机构清理情况表（第2稿）.xlsx");
    assertThat(reports.acceptedVersion(reports.get(luoyang.caseNumber())).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void aCorrectedOneReplacesTheEarlierBeforeAndAfterItIsAccepted() {
    startAndTake("410600");
    luoyang.fill();
    assertThatThrownBy(() -> reopen("gov410600", luoyang.caseNumber())).as("not sent yet").isInstanceOf(RefusedException.class);
    luoyang.signs("sign");
    assertThatThrownBy(() -> reopen("gov410700", luoyang.caseNumber())).as("another's").isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> reopen("gov410600Leader", luoyang.caseNumber())).isInstanceOf(AuthorizationException.class);
    reopen("gov410600", luoyang.caseNumber());
    assertThat(taskService().createTaskQuery().taskDefinitionKey("review").count()).as("the review of what is replaced ends").isZero();
    assertThat(findings.open(luoyang.caseNumber())).extracting(Finding::message).containsExactly("本单位提出更正：漏报一项");
    luoyang.official("correct", luoyang.sound()).signs("sign").bureauAccepts();
    reopen("gov410600", luoyang.caseNumber());
    assertThat(reports.get(luoyang.caseNumber()).acceptedVersion()).isNull();
    luoyang.official("correct", luoyang.sound()).signs("sign").bureauAccepts();
    assertThat(reports.versionsOf(luoyang.caseNumber())).extracting(ReportVersion::state)
        .containsExactly(State.REPLACED, State.REPLACED, State.ACCEPTED);
  }

  @Test
  void aLateOneIsTakenInAndMarkedLate() {
    startAndTake("410600");
    itIs(LocalDateTime.of(2015, 11, 15, 23, 59));
    luoyang.fill();
    itIs(LocalDateTime.of(2015, 11, 18, 0, 1));
    luoyang.signs("sign");
    assertThat(sent().daysLate()).isEqualTo(3);
    assertThat(sent().sending()).isEqualTo("零报告，逾期3天");
    luoyang.bureauAccepts();
    assertThat(reports.get(luoyang.caseNumber()).acceptedVersion()).isEqualTo(1);
  }

  @Test
  void deadlinesRemindAndCallLeaderAndBureauAtOnceAndAgainWeekly() {
    startAndTake("410600");
    for (LocalDateTime moment : List.of(LocalDateTime.of(2015, 11, 8, 23, 59, 59), LocalDateTime.of(2015, 11, 14, 23, 59, 59),
        LocalDateTime.of(2015, 11, 15, 23, 59, 59))) {
      itIs(moment);
      runDueJobs();
    }
    assertThat(escalations.of(luoyang.caseNumber())).extracting(Escalation::kind)
        .containsExactly(Escalation.Kind.REMINDER, Escalation.Kind.REMINDER);
    itIs(LocalDateTime.of(2015, 11, 16, 0, 0));
    runDueJobs();
    itIs(LocalDateTime.of(2015, 11, 23, 0, 0));
    runDueJobs();
    assertThat(escalations.of(luoyang.caseNumber())).filteredOn(entry -> entry.kind() == Escalation.Kind.MISS && entry.step().equals("nil"))
        .extracting(Escalation::round, Escalation::superiors)
        .containsExactly(tuple(1, List.of("gov410600Leader", "provincialBureau")),
            tuple(2, List.of("gov410600Leader", "provincialBureau")));
    for (String urging : List.of("gov410600Leader", "provincialBureau", "supervisors")) {
      assertThat(taskService().createTaskQuery()
          .processInstanceBusinessKey(luoyang.caseNumber())
          .taskDefinitionKey("supervise")
          .taskCandidateGroup(urging)
          .count()).as(urging).isEqualTo(1);
    }
    luoyang.fill();
    assertThat(taskService().createTaskQuery().processInstanceBusinessKey(luoyang.caseNumber()).taskDefinitionKey("supervise").count())
        .isZero();
  }

  @Test
  void aDepartmentReportsForItselfAndIsReadByNoOther() {
    office("410000", "410300", "粮食局", WorkKind.GENERAL, null);
    office("410000", "420100", "水利厅", WorkKind.GENERAL, null);
    start();
    Map<String, Reporting> all = Reporting.of(campaign, reports);
    Reporting grain = all.values().stream().filter(report -> report.unit().name().equals("河南省粮食局")).findFirst().orElseThrow();
    CaseFile file = cases.find(grain.caseNumber()).orElseThrow();
    String other = all.values()
        .stream()
        .filter(report -> report.unit().name().equals("河南省水利厅"))
        .findFirst()
        .orElseThrow()
        .unit()
        .officials();
    assertThat(reading.mayRead(official(grain.unit().officials()), file)).isTrue();
    assertThat(reading.mayRead(official(grain.unit().leader()), file)).isTrue();
    assertThat(reading.mayRead(official("provincialBureau"), file)).isTrue();
    assertThat(reading.mayRead(official(other), file)).isFalse();
    assertThat(reading.mayRead(official("gov410300"), file)).isFalse();
    assertThat(reading.mayRead(official(grain.unit().officials()), cases.find(campaign).orElseThrow())).as("the government's own cases")
        .isFalse();
    grain.report();
    assertThat(reports.get(grain.caseNumber()).acceptedVersion()).isEqualTo(1);
  }

  private void startAndTake(String unit) {
    start();
    luoyang = Reporting.of(campaign, reports).get(unit);
  }

  private static Official official(String group) {
    return new Official(group, group, Set.of(group));
  }

  private ReportVersion sent() {
    return reports.lastVersion(luoyang.caseNumber()).orElseThrow();
  }

  private List<StoredDocument> tables() {
    return documents.list(luoyang.caseNumber()).stream().filter(document -> document.kind().equals(CleanupTable.KIND)).toList();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(String table) {
    as(luoyang.unit().officials(), luoyang.unit().officials());
    try {
      return (List<Map<String, Object>>) opening.ofTask(task(luoyang.caseNumber(), "fill").getId()).orElseThrow().values().get(table);
    } finally {
      asApplication();
    }
  }

  private static void reopen(String user, String caseNumber) {
    as(user, user);
    try {
      runtimeService().startProcessInstanceByKey("report-correction", Map.of("reportCase", caseNumber, "reason", "漏报一项"));
    } finally {
      asApplication();
    }
  }
}
