package cn.gov.officecleanup.procedure.summary;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C14, C20, C21: the way of the province's report to the national bureau's receipt. */
class ProvincialReportTest extends CampaignSetting {

  private static final LocalDateTime AFTER_THE_DEADLINE = LocalDateTime.of(2015, 11, 16, 9, 0);

  @Autowired
  private LocalityReports reports;
  @Autowired
  private ProvincialReports provincial;
  @Autowired
  private Inspections inspections;
  @Autowired
  private Summaries summaries;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private List<CaseFacts> facts;

  private Map<String, Reporting> units;
  private String caseNumber;

  @Test
  void allReportsInAnyOrderLeadToTheNationalBureausReceipt() throws IOException {
    office(LUOYANG, "310000");
    office("410324", "410100");
    office("410600", "310000");
    begin();
    List<Reporting> order = new ArrayList<>(units.values());
    order.sort((one, other) -> other.unit().code().compareTo(one.unit().code()));
    order.forEach(Reporting::report);
    assertThat(task(caseNumber, "inspect")).as("as soon as all are in, before the deadline").isNotNull();
    inspect("SOUND");
    compile();
    assertThat(documents.list(caseNumber)).extracting(StoredDocument::kind)
        .containsExactlyInAnyOrder("SUMMARY_REQUEST_DRAFT", "SUMMARY_DRAFT", "SUMMARY_ANNEX");
    bureauSigns("sign");
    assertThat(text("SUMMARY_REQUEST")).contains(provincial.get(caseNumber).requestNumber(), "工作情况的请示", "河南省人民政府：", "应报单位28个，已报送并接收28个",
        "清理前共有3个", "妥否，请批示。");
    assertThat(text("SUMMARY_DRAFT")).as("no number before it is approved").contains("豫机管〔2015〕　号");
    assertThat(taskService().createTaskQuery().taskDefinitionKey("governmentReview").taskCandidateGroup("gov410000").count()).isEqualTo(1);
    annexAddsUp(3);
    itIs(LocalDateTime.of(2015, 9, 8, 9, 0));
    government("approve");
    assertThat(provincial.get(caseNumber).documentNumber()).startsWith("豫机管〔2015〕")
        .isNotEqualTo(provincial.get(caseNumber).requestNumber());
    as("nationalBureau", "nationalBureau");
    FormAssembly.OpenForm form = opening.ofTask(task(caseNumber, "receive").getId()).orElseThrow();
    asApplication();
    assertThat(form.documents()).extracting(StoredDocument::kind).containsExactlyInAnyOrder("SUMMARY_REQUEST", "SUMMARY", "SUMMARY_ANNEX");
    assertThat(form.values()).containsEntry("before", "3个").containsEntry("noMeasure", "2个").containsEntry("unapproved", "0个");
    assertThat(form.facts()).extracting(CaseFacts.Fact::label, CaseFacts.Fact::value).contains(tuple("清理前机构", "3个"));
    assertThat(text("SUMMARY"))
        .contains("河南省机关事务管理局", provincial.get(caseNumber).documentNumber(), "2015年9月8日", "国家机关事务管理局：", "清理前共有3个，保留0个，无须撤并2个",
            "应报单位28个，已报送并接收28个", "洛阳市人民政府", "逐个清理，进展顺利", "合计")
        .doesNotContain("缺报单位", "逾期报送");
    assertThatThrownBy(() -> receipt("2015-12-31")).isInstanceOf(RefusedException.class).hasMessageContaining("不能晚于今天");
    receipt("2015-09-01");
    assertThat(provincial.get(caseNumber).receiptNumber()).isEqualTo("国管函〔2015〕88号");
    runDueJobs();
    assertThat(instance).isEnded().hasPassed("close");
    assertThat(campaigns.running()).isEmpty();
    assertThat(cases.find(units.get(LUOYANG).caseNumber()).map(CaseFile::outcome)).hasValue("CONCLUDED");
    assertThat(cases.find(campaign).map(CaseFile::outcome)).hasValue("CONCLUDED");
    start();
  }

  @Test
  void nothingIsSentOnWhileALocalityIsMissingUnlessTheLeaderWaivesItByName() throws IOException {
    office(LUOYANG, "310000");
    begin();
    units.values().stream().filter(unit -> !List.of(LUOYANG, "410600").contains(unit.unit().code())).forEach(Reporting::report);
    itIs(AFTER_THE_DEADLINE);
    runDueJobs();
    inspect("SOUND");
    compile();
    assertThat(rows("waive", "provincialBureauLeader", "missing")).extracting(row -> row.get("label"))
        .containsExactly("洛阳市人民政府", "鹤壁市人民政府");
    assertThatThrownBy(() -> waive(Map.of(LUOYANG, "机构正在迁址，材料未齐"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("鹤壁市人民政府", "请写明");
    assertThat(provincial.waiversOf(provincial.get(caseNumber).campaign())).as("half a waiver is none").isEmpty();
    waive(Map.of(LUOYANG, "机构正在迁址，材料未齐", "410600", "电子数据待核对"));
    bureauSigns("sign");
    assertThat(text("SUMMARY_DRAFT")).contains("缺报单位", "洛阳市人民政府（未报送，数字按登记册统计（经省局负责同志同意先行上报：机构正在迁址，材料未齐））");
    annexAddsUp(1);
    government("approve");
    receipt("2015-11-16");
    runDueJobs();
    assertThat(instance).as("those that are missing still have to report").isWaitingAt("localityReports");
    units.get(LUOYANG).report();
    assertThat(reports.lastVersion(units.get(LUOYANG).caseNumber()).orElseThrow().daysLate()).isEqualTo(1);
    units.get("410600").report();
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @Test
  void anExplanationGoesOnInPlainSight() throws IOException {
    office("410324", "410100");
    begin();
    units.values().stream().filter(unit -> !unit.unit().code().equals(LUOYANG)).forEach(Reporting::report);
    Map<String, Object> report = units.get(LUOYANG).sound();
    report.putAll(Map.of("offices", "[]", "decision", "explain", "explanation", "该机构正与省局核对，暂不能确定期限。"));
    units.get(LUOYANG).official("fill", report).signs("sign").bureauAccepts();
    inspect("SOUND");
    compile();
    bureauSigns("sign");
    as("gov410000", "gov410000");
    assertThat(opening.ofTask(task(caseNumber, "governmentReview").getId()).orElseThrow().facts()).extracting(CaseFacts.Fact::value)
        .anyMatch(value -> value.endsWith("附说明：该机构正与省局核对，暂不能确定期限。"));
    asApplication();
    assertThat(text("SUMMARY_DRAFT")).contains("该机构正与省局核对，暂不能确定期限。");
  }

  @Test
  void whatComesInWhileTheLeaderWaitsNeedsNoWaiver() {
    begin();
    units.values().stream().filter(unit -> !unit.unit().code().equals(LUOYANG)).forEach(Reporting::report);
    itIs(AFTER_THE_DEADLINE);
    runDueJobs();
    inspect("SOUND");
    compile();
    assertThat(task(caseNumber, "waive")).isNotNull();
    units.get(LUOYANG).report();
    assertThat(task(caseNumber, "bureauSign")).isNotNull();
    assertThat(summaries.drafted(caseNumber).rows()).filteredOn(row -> row.sending().contains("逾期1天"))
        .extracting(row -> row.unit().code())
        .containsExactly(LUOYANG);
  }

  @Test
  void whoIsInspectedIsPickedByRiskWithTheReasonShownAndByChance() {
    office("410324", "410100");
    begin();
    units.values().stream().filter(unit -> !List.of(LUOYANG, "410600", "410700").contains(unit.unit().code())).forEach(Reporting::report);
    units.get("410700")
        .fill()
        .signs("sign")
        .bureauReturns("请核对机构名称")
        .official("correct", units.get("410700").sound())
        .signs("sign")
        .bureauAccepts();
    itIs(AFTER_THE_DEADLINE);
    units.get("410600").report();
    runDueJobs();
    List<Inspection> picked = inspections.of(campaign);
    assertThat(picked).extracting(Inspection::pickedBy)
        .containsExactly(Inspection.PickedBy.RISK, Inspection.PickedBy.RISK, Inspection.PickedBy.RISK, Inspection.PickedBy.CHANCE,
            Inspection.PickedBy.CHANCE);
    assertThat(picked.subList(0, 3)).extracting(Inspection::unitCode, Inspection::reason)
        .containsExactly(tuple(LUOYANG, "没有报送；有2件事项逾期未办结；有1个机构应予撤销尚未办结"), tuple("410600", "逾期1天报送"), tuple("410700", "被退回1次"));
    assertThat(picked.get(3).reason()).isEqualTo("从其余25个单位中随机抽取");
    assertThat(rows("inspect", "provincialBureau", "inspections")).extracting(row -> row.get("reason")).contains("被退回1次");
    assertThatThrownBy(() -> record(Map.of(LUOYANG, "SOUND"), null)).isInstanceOf(RefusedException.class).hasMessageContaining("抽取的单位都要检查");
    assertThatThrownBy(() -> inspect("NOTED", null)).isInstanceOf(RefusedException.class).hasMessageContaining("“发现的问题”不能为空");
  }

  @Test
  void whatAnInspectionFoundIsToldToTheInspected() {
    begin();
    units.values().forEach(Reporting::report);
    inspect("NOTED", "一辆公务用车未入账");
    String inspected = units.get(inspections.of(campaign).get(0).unitCode()).caseNumber();
    assertThat(facts.stream().flatMap(told -> told.of(cases.get(inspected)).stream()))
        .extracting(CaseFacts.Fact::label, CaseFacts.Fact::value)
        .contains(tuple("检查结果", "发现问题，已记录：一辆公务用车未入账"));
  }

  @Test
  void anInspectionMayDemandACorrection() {
    begin();
    units.values().stream().filter(unit -> !unit.unit().code().equals(LUOYANG)).forEach(Reporting::report);
    units.get(LUOYANG).fill();
    itIs(AFTER_THE_DEADLINE);
    runDueJobs();
    String corrected = inspections.of(campaign)
        .stream()
        .map(Inspection::unitCode)
        .filter(unit -> !unit.equals(LUOYANG))
        .findFirst()
        .orElseThrow();
    inspect("CORRECT", "漏报一辆公务用车");
    assertThat(reports.get(units.get(corrected).caseNumber()).acceptedVersion()).isNull();
    assertThat(units.get(corrected).step()).isEqualTo("correct");
    assertThat(units.get(LUOYANG).step()).as("a report that is not sent yet stays where it is").isEqualTo("sign");
    as(units.get(corrected).unit().officials(), units.get(corrected).unit().officials());
    assertThat(opening.ofTask(task(units.get(corrected).caseNumber(), "correct").getId()).orElseThrow().findings())
        .extracting(Finding::message, Finding::clause)
        .containsExactly(tuple("监督检查发现：漏报一辆公务用车", "C14"));
    asApplication();
    compile();
    assertThat(task(caseNumber, "waive")).isNotNull();
    units.get(LUOYANG).signs("sign").bureauAccepts();
    inspections.of(campaign)
        .stream()
        .map(Inspection::unitCode)
        .filter(unit -> !unit.equals(LUOYANG))
        .forEach(unit -> units.get(unit).official("correct", units.get(unit).sound()).signs("sign").bureauAccepts());
    assertThat(task(caseNumber, "bureauSign")).isNotNull();
  }

  @Test
  void leaderAndGovernmentReturnItAndTheNumberStays() throws IOException {
    begin();
    units.values().forEach(Reporting::report);
    inspect("SOUND");
    compile();
    as("provincialBureau", "provincialBureauLeader");
    assertThatThrownBy(() -> taskService().complete(task(caseNumber, "bureauSign").getId(), Map.of("decision", "sign", "opinion", "同意。")))
        .as("nobody signs what they compiled")
        .isInstanceOf(RefusedException.class);
    asApplication();
    bureauSigns("return");
    compile();
    bureauSigns("sign");
    String request = provincial.get(caseNumber).requestNumber();
    government("return");
    assertThat(provincial.get(caseNumber).submittedAt()).isNull();
    assertThat(provincial.get(caseNumber).documentNumber()).as("given to what is approved").isNull();
    assertThat(task(caseNumber, "compile")).isNotNull();
    compile();
    bureauSigns("sign");
    assertThat(provincial.get(caseNumber).requestNumber()).isEqualTo(request);
    assertThat(text("SUMMARY_REQUEST")).contains(request);
    complete(caseNumber, "governmentReview", "gov410000", Map.of("decision", "return", "opinion", "附件不全。"));
    assertThat(task(caseNumber, "compile")).as("who proposes may send back what is not fit to be laid before the leader").isNotNull();
  }

  @Test
  void whoProposesInTheGovernmentDoesNotDecide() {
    begin();
    units.values().forEach(Reporting::report);
    inspect("SOUND");
    compile();
    bureauSigns("sign");
    complete(caseNumber, "governmentReview", "gov410000", Map.of("decision", "approve", "opinion", "拟同意。"));
    assertThat(provincial.get(caseNumber).documentNumber()).isNull();
    as("gov410000", "gov410000Leader");
    assertThatThrownBy(
        () -> taskService().complete(task(caseNumber, "governmentSign").getId(), Map.of("decision", "approve", "opinion", "同意。")))
        .isInstanceOf(RefusedException.class);
    asApplication();
  }

  @Test
  void whatAnEarlierVersionNumberedBeforeItsApprovalKeepsItsNumber() throws IOException {
    begin();
    units.values().forEach(Reporting::report);
    inspect("SOUND");
    compile();
    bureauSigns("sign");
    provincial.number(caseNumber, "豫机管〔2015〕77号");
    government("approve");
    assertThat(text("SUMMARY")).contains("豫机管〔2015〕77号");
    receipt("2015-09-01");
    assertThat(provincial.get(caseNumber).documentNumber()).isEqualTo("豫机管〔2015〕77号");
  }

  @Test
  void aReportTakenBackWhileTheLeaderSignsKeepsTheSummaryHere() {
    begin();
    units.values().forEach(Reporting::report);
    inspect("SOUND");
    compile();
    reopen(LUOYANG);
    assertThatThrownBy(() -> bureauSigns("sign")).isInstanceOf(RefusedException.class).hasMessageContaining("洛阳市人民政府", "不能上报");
    units.get(LUOYANG).official("correct", units.get(LUOYANG).sound()).signs("sign").bureauAccepts();
    bureauSigns("sign");
    assertThatThrownBy(() -> reopen(LUOYANG)).as("with the provincial government").isInstanceOf(RefusedException.class);
  }

  private void begin() {
    start();
    units = Reporting.of(campaign, reports);
    caseNumber = runtimeService().createProcessInstanceQuery().processDefinitionKey("provincial-report").singleResult().getBusinessKey();
  }

  private void inspect(String result) {
    inspect(result, null);
  }

  private void inspect(String result, String finding) {
    Map<String, String> results = new HashMap<>();
    inspections.of(campaign).forEach(inspection -> results.put(inspection.unitCode(), result));
    record(results, finding);
  }

  private void record(Map<String, String> results, String finding) {
    List<Map<String, String>> rows = results.entrySet()
        .stream()
        .map(result -> Map.of("unit", result.getKey(), "result", result.getValue(), "finding", finding == null ? "" : finding))
        .toList();
    complete(caseNumber, "inspect", "provincialBureau", Map.of("inspections", Reporting.json(rows)));
  }

  private void compile() {
    complete(caseNumber, "compile", "provincialBureau", Map.of("overview", "逐个清理，进展顺利。", "problems", "个别资产权属不清。", "proposals", "加强督促检查。"));
  }

  private void waive(Map<String, String> reasons) {
    complete(caseNumber, "waive", "provincialBureauLeader", Map.of("missing",
        Reporting.json(reasons.entrySet().stream().map(reason -> Map.of("unit", reason.getKey(), "reason", reason.getValue())).toList())));
  }

  private void bureauSigns(String decision) {
    complete(caseNumber, "bureauSign", "provincialBureauLeader", Map.of("decision", decision, "opinion", "同意。"));
  }

  /** The provincial government proposes to agree, and its leader decides. */
  private void government(String decision) {
    complete(caseNumber, "governmentReview", "gov410000", Map.of("decision", "approve", "opinion", "拟同意。"));
    complete(caseNumber, "governmentSign", "gov410000Leader", Map.of("decision", decision, "opinion", "已阅。"));
  }

  private void receipt(String day) {
    complete(caseNumber, "receive", "nationalBureau", Map.of("receiptNumber", "国管函〔2015〕88号", "receivedOn", day));
  }

  private void reopen(String unit) {
    as("gov" + unit, "gov" + unit);
    try {
      runtimeService().startProcessInstanceByKey("report-correction", Map.of("reportCase", units.get(unit).caseNumber(), "reason", "漏报一项"));
    } finally {
      asApplication();
    }
  }

  /** Every column of the annex: the rows give the sum, and the sum of offices is the register's. */
  private void annexAddsUp(int offices) throws IOException {
    StoredDocument annex = documents.list(caseNumber)
        .stream()
        .filter(document -> document.kind().equals("SUMMARY_ANNEX"))
        .findFirst()
        .orElseThrow();
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(documents.content(annex.id()).orElseThrow()))) {
      Sheet sheet = workbook.getSheet("汇总表");
      Row sum = sheet.getRow(2 + units.size());
      assertThat(sum.getCell(0).getStringCellValue()).isEqualTo("合计");
      for (int column = 2; column < 2 + Figure.values().length; column++) {
        double rows = 0;
        for (int row = 2; row < 2 + units.size(); row++) {
          rows += sheet.getRow(row).getCell(column).getNumericCellValue();
        }
        assertThat(sum.getCell(column).getNumericCellValue()).as(sheet.getRow(1).getCell(column).getStringCellValue()).isEqualTo(rows);
      }
      assertThat(sum.getCell(2).getNumericCellValue()).isEqualTo(offices);
    }
  }

  private String text(String kind) throws IOException {
    StoredDocument document = documents.list(caseNumber)
        .stream()
        .filter(found -> found.kind().equals(kind))
        .reduce((first, last) -> last)
        .orElseThrow();
    try (var docx = new XWPFDocument(new ByteArrayInputStream(documents.content(document.id()).orElseThrow()));
        var text = new XWPFWordExtractor(docx)) {
      return text.getText();
    }
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> rows(String step, String user, String table) {
    as(user, user);
    try {
      return (List<Map<String, Object>>) opening.ofTask(task(caseNumber, step).getId()).orElseThrow().values().get(table);
    } finally {
      asApplication();
    }
  }
}
