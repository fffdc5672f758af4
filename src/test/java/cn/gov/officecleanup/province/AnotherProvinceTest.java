package cn.gov.officecleanup.province;

import static cn.gov.officecleanup.procedure.abolition.SampleOffice.CIVIL_SERVANT;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.HIRED;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.give;
import static cn.gov.officecleanup.procedure.abolition.SampleOffice.row;
import static cn.gov.officecleanup.procedure.application.Applicant.soundDraft;
import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.edge.board.Boards;
import cn.gov.officecleanup.edge.search.CasePages;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.finding.ClausesTest;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.procedure.abolition.WindingUp;
import cn.gov.officecleanup.procedure.application.Applicant;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.disposal.Disposing;
import cn.gov.officecleanup.procedure.placement.Placing;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * The three main walks (an application to its reply, an abolition with its disposals and placements, reports to the national receipt) in an
 * installation that serves Hunan. Nothing in it names Henan, and nothing that an official reads has a number of this project's own.
 */
@TestPropertySource(properties = {"spring.datasource.url=jdbc:h2:mem:another-province", "cleanup.province.code=430000",
    "cleanup.province.name=湖南省", "cleanup.province.short-form=湘", "cleanup.province.capital.code=430100",
    "cleanup.province.capital.name=长沙市", "cleanup.province.government=湖南省人民政府", "cleanup.province.government-office=湖南省人民政府办公厅",
    "cleanup.province.bureau=湖南省机关事务管理局", "cleanup.official-documents.code-words=file:src/test/resources/province/hunan-code-words.csv",
    "cleanup.province.governments=file:src/test/resources/province/hunan-governments.csv"})
class AnotherProvinceTest extends CampaignSetting {

  private static final String CITY = "430200";
  private static final String COUNTY = "430281";

  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private LocalityReports reports;
  @Autowired
  private FormAssembly opening;
  @Autowired
  private RegisterImport registerImport;
  @Autowired
  private CasePages pages;
  @Autowired
  private Boards boards;
  @Autowired
  private ObjectMapper json;

  private Rendered rendered;
  private Office ofCity;
  private Office ofCounty;

  @BeforeEach
  void officesOfHunan() {
    rendered = new Rendered(opening, pages, boards, cases, documents, jdbc, json);
    ofCity = enter(CITY, "株洲市人民政府驻长沙办事处", null, "430100", "长沙市");
    ofCounty = enter(COUNTY, "醴陵市人民政府驻长沙办事处", null, "430100", "长沙市");
    enter("430000", "粮食局驻武汉办事处", "粮食局", "420100", "武汉市");
    give(register, ofCounty, "C-01", AssetKind.VEHICLE, "191600.00");
    give(register, ofCounty, "S-01", AssetKind.EQUIPMENT, "9600.50");
  }

  @Test
  void theWalksNameTheirOwnProvinceAndNoOther() {
    assertThat(ofCity.registerNumber()).isEqualTo("湘驻0001");
    start();
    rendered.lookAtTasks();
    applicationToReply();
    abolition();
    reportsToReceipt();
    wrongImport();
    rendered.lookAtCases();

    assertThat(rendered.names()).anyMatch(name -> name.startsWith("湘政函〔2015〕1号")).anyMatch(name -> name.startsWith("湘机管〔2015〕1号"));
    assertThat(List.of("湖南省人民政府关于", "湖南省机关事务管理局", "湖南省清理规范驻省会城市办事机构实施方案", "驻长沙办事机构一律撤销", "湖南省粮食局"))
        .allSatisfy(words -> assertThat(rendered.meeting(Pattern.compile(words))).as(words).isNotEmpty());
    assertThat(rendered.meeting(ProvinceWordsTest.OF_HENAN)).isEmpty();
    assertThat(rendered.meeting(ClausesTest.OWN_NUMBER)).isEmpty();
    assertThat(kept()).isEmpty();
    assertThat(identityService().createGroupQuery().list()).extracting(Group::getId)
        .contains("gov430000", "gov430000Dept02", "gov430200Leader");
  }

  private Office enter(String government, String name, String department, String cityCode, String city) {
    SenderKind sender = department == null ? SenderKind.GOVERNMENT : SenderKind.DEPARTMENT;
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), name, government, sender, department, cityCode, city,
        WorkKind.GENERAL, null, "批文", 6, null, true));
  }

  private void applicationToReply() {
    Applicant city = new Applicant(cases.openCaseOf(ofCity.id(), "retention-application").orElseThrow().caseNumber(), CITY);
    Map<String, Object> faulty = soundDraft();
    faulty.put("receptionShare", "60");
    city.hand("draft", faulty);
    rendered.lookAtTasks();
    city.attachDocuments(documents).hand("correct", soundDraft());
    rendered.lookAtTasks();
    city.leader("sign", "同意上报。");
    rendered.lookAtTasks();
    city.bureauTakesIn();
    rendered.lookAtTasks();
    city.departmentsAgree();
    rendered.lookAtTasks();
    city.bureauReviews("每年报告职能履行情况。");
    rendered.lookAtTasks();
    city.bureauLeader("sign");
    rendered.lookAtTasks();
    city.provinceDrafts("approve", "每年报告职能履行情况。");
    rendered.lookAtTasks();
    city.provinceSigns("sign");
    rendered.lookAtTasks();
    city.does("receive", "gov" + CITY, Map.of("received", true));
    assertThat(register.findById(ofCity.id()).orElseThrow().status()).isEqualTo(OfficeStatus.RETAINED);
  }

  private void abolition() {
    WindingUp winding = WindingUp.of(COUNTY, documents);
    winding.inventory("[" + row("C-01", AssetKind.VEHICLE, "191600.00", "FOUND", "") + ","
        + row("S-01", AssetKind.EQUIPMENT, "9600.00", "FOUND", "入账差错") + "]");
    rendered.lookAtTasks();
    winding.staff("[" + HIRED + "," + CIVIL_SERVANT + "]");
    rendered.lookAtTasks();
    complete(winding.caseNumber(), "reviewDifferences", "audit", Map.of("decision", "accept", "opinion", "说明成立。"));
    List<String> disposals = winding.casesOf("asset-disposal");
    sell(new Disposing(disposals.get(0), COUNTY, documents));
    Disposing scrap = new Disposing(disposals.get(1), COUNTY, documents).attachAll().propose(Disposing.proposal("SCRAP")).endorse("agree");
    rendered.lookAtTasks();
    scrap.carryOut(Disposing.execution("SCRAP", "0"));
    runDueJobs();
    for (String placement : winding.casesOf("staff-placement")) {
      new Placing(placement, COUNTY, documents).placeLawfully();
    }
    runDueJobs();
    rendered.lookAtTasks();
    winding.close();
    rendered.lookAtTasks();
    winding.signs("sign");
    rendered.lookAtTasks();
    winding.archive();
    assertThat(register.findById(ofCounty.id()).orElseThrow().status()).isEqualTo(OfficeStatus.ABOLISHED);
  }

  private void sell(Disposing sale) {
    sale.attachAll().propose(Disposing.proposal("SALE"));
    rendered.lookAtTasks();
    sale.appraise("100000.00");
    rendered.lookAtTasks();
    sale.endorse("agree");
    rendered.lookAtTasks();
    sale.finance("approve", "approve");
    rendered.lookAtTasks();
    sale.carryOut(Disposing.execution("SALE", "95000.00"));
    rendered.lookAtTasks();
    sale.receive("票1", "95000.00");
  }

  private void reportsToReceipt() {
    String summary = runtimeService().createProcessInstanceQuery()
        .processDefinitionKey("provincial-report")
        .singleResult()
        .getBusinessKey();
    Map<String, Reporting> units = Reporting.of(campaign, reports);
    assertThat(units.keySet()).containsExactlyInAnyOrder("430100", "430200", "430300", "43000002");
    for (Reporting unit : units.values()) {
      unit.fill();
      rendered.lookAtTasks();
      unit.signs("sign");
      rendered.lookAtTasks();
    }
    units.get("430200").bureauReturns("数字请再核对");
    rendered.lookAtTasks();
    units.get("430200").official("correct", units.get("430200").sound()).signs("sign");
    units.values().forEach(Reporting::bureauAccepts);
    rendered.lookAtTasks();
    complete(summary, "inspect", "provincialBureau", Map.of("inspections", Reporting
        .json(toInspect(summary).stream().map(row -> Map.of("unit", row.get("unit"), "result", "SOUND", "finding", "")).toList())));
    rendered.lookAtTasks();
    complete(summary, "compile", "provincialBureau", Map.of("overview", "逐个清理，进展顺利。", "problems", "个别资产权属不清。", "proposals", "加强督促检查。"));
    rendered.lookAtTasks();
    complete(summary, "bureauSign", "provincialBureauLeader", Map.of("decision", "sign", "opinion", "同意。"));
    rendered.lookAtTasks();
    complete(summary, "governmentReview", "gov430000", Map.of("decision", "approve", "opinion", "拟同意。"));
    rendered.lookAtTasks();
    complete(summary, "governmentSign", "gov430000Leader", Map.of("decision", "approve", "opinion", "已阅。"));
    rendered.lookAtTasks();
    complete(summary, "receive", "nationalBureau", Map.of("receiptNumber", "国管函〔2015〕88号", "receivedOn", "2015-09-01"));
    runDueJobs();
    assertThat(instance).isEnded();
  }

  @SuppressWarnings("unchecked")
  private List<Map<String, Object>> toInspect(String summary) {
    as("provincialBureau", "provincialBureau");
    try {
      return (List<Map<String, Object>>) opening.ofTask(task(summary, "inspect").getId()).orElseThrow().values().get("inspections");
    } finally {
      asApplication();
    }
  }

  private void wrongImport() {
    String csv = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\n登 记,某办事处,43,政府,44,某市,一般工作,1\n";
    var report = registerImport.run(List.of(new ImportFile("机构.csv", csv.getBytes(StandardCharsets.UTF_8))), ImportMode.ALL_OR_NOTHING,
        code -> true);
    rendered.note("import", report.problems().toString());
  }

  /** @return where the database names Henan; models and forms as they are deployed are in it */
  private List<String> kept() {
    List<String> tables = jdbc.sql("""
      select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
        and table_name not like 'DATABASECHANGELOG%'""").query(String.class).list();
    return tables.stream()
        .flatMap(table -> jdbc.sql("select * from " + table)
            .query((row, number) -> texts(row))
            .list()
            .stream()
            .flatMap(text -> ProvinceWordsTest.OF_HENAN.matcher(text)
                .results()
                .map(met -> table + ": " + text.substring(Math.max(0, met.start() - 30), Math.min(text.length(), met.end() + 30)))))
        .distinct()
        .toList();
  }

  private static String texts(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    StringBuilder texts = new StringBuilder();
    for (int column = 1; column <= columns.getColumnCount(); column++) {
      boolean binary = columns.getColumnType(column) == Types.BLOB;
      byte[] bytes = binary ? row.getBytes(column) : null;
      texts.append(binary ? bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8) : row.getString(column)).append('\n');
    }
    return texts.toString();
  }
}
