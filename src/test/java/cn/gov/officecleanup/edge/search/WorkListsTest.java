package cn.gov.officecleanup.edge.search;

import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.edge.search.WorkList.Kind;
import cn.gov.officecleanup.edge.search.WorkList.Light;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.form.OwnTasks;
import cn.gov.officecleanup.mechanism.handling.Circulating;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import cn.gov.officecleanup.procedure.urging.Urging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 待办、已办、我发起的、待阅: what is in each, for whom, in which order and with which words. */
class WorkListsTest extends CampaignSetting {

  private static final String OFFICIAL = "gov410300";
  private static final String LEADER = "gov410300Leader";
  private static final WorkList.Filter ALL = new WorkList.Filter(null, null, null);

  @Autowired
  private WorkLists lists;
  @Autowired
  private OwnTasks toDo;
  @Autowired
  private Officials officials;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private LocalityReports reports;
  @Autowired
  private Urging urging;
  @Autowired
  private Circulating circulating;

  @Test
  void whatIsToBeDoneIsWhatTheHeaderCountsLateFirst() {
    long leading = office("310000");
    office("310000");
    start();
    String report = Reporting.of(campaign, reports).get(LUOYANG).caseNumber();
    itIs(LocalDateTime.of(2015, 10, 12, 9, 0)); // the plan how to merge them is late, the report is not
    runDueJobs();
    WorkList own = list(OFFICIAL, Kind.TO_DO);
    OwnTasks.Counts counts = does(OFFICIAL, toDo::counts);
    assertThat(own.all()).isEqualTo((int) counts.open()).isEqualTo(own.rows().size()).isGreaterThan(1);
    assertThat(own.late()).isEqualTo((int) counts.late()).isPositive();
    ListedRow first = own.rows().get(0);
    assertThat(first.caseNumber()).isEqualTo(cases.openCaseOf(leading, "office-integration").orElseThrow().caseNumber());
    assertThat(first.light()).isEqualTo(Light.LATE);
    assertThat(first.days()).isNegative().isEqualTo((int) ChronoUnit.DAYS.between(LocalDate.of(2015, 10, 12), first.lastDay()));
    assertThat(first.marks()).containsExactly("逾期", "已督办");
    assertThat(first.office()).startsWith("办事处");
    assertThat(first.holder()).isEqualTo("洛阳市人民政府");
    assertThat(own.rows()).extracting(ListedRow::caseNumber).contains(report);
    assertThat(own.rows()).extracting(ListedRow::lastDay).isSorted();
    assertThat(list(OFFICIAL, Kind.TO_DO, new WorkList.Filter(null, null, Light.LATE)).rows()).hasSize(own.late());
    assertThat(list(OFFICIAL, Kind.TO_DO, new WorkList.Filter("bscq 不在其中", null, null)).rows()).isEmpty();
    assertThat(list(OFFICIAL, Kind.TO_DO, new WorkList.Filter(first.caseNumber(), null, null)).rows()).containsExactly(first);
    assertThat(list(OFFICIAL, Kind.TO_DO, new WorkList.Filter(null, first.step(), null)).rows()).extracting(ListedRow::step)
        .containsOnly(first.step());
  }

  @Test
  void nobodySeesAnothers() {
    office("410100");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG).fill();
    for (String other : List.of("gov410700", "gov410700Leader", "nationalBureau", "admin")) {
      for (Kind kind : Kind.values()) {
        assertThat(list(other, kind).rows()).as("%s of %s", kind, other)
            .extracting(ListedRow::caseNumber)
            .doesNotContain(luoyang.caseNumber());
      }
    }
    assertThat(list("supervisors", Kind.TO_DO).rows()).as("what one merely sees is nothing to do").isEmpty();
  }

  @Test
  void whatOneDidAndBeganTellsWhoHasItNow() {
    office("310000");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG).fill();
    ListedRow begun = row(list(OFFICIAL, Kind.BEGUN), luoyang.caseNumber());
    assertThat(begun.holder()).as("where its first step was one's own").isEqualTo("洛阳市人民政府负责同志");
    assertThat(begun.step()).isEqualTo("负责同志签发");
    luoyang.signs("sign");
    assertThat(row(list(LEADER, Kind.DONE), luoyang.caseNumber()).handled()).contains("2015年9月1日", "负责同志签发");
    assertThat(row(list(OFFICIAL, Kind.DONE), luoyang.caseNumber()).holder()).isEqualTo("省机关事务管理局");
    assertThat(list(LEADER, Kind.BEGUN).rows()).isEmpty();
    assertThat(list(LEADER, Kind.DONE).rows()).hasSize(1);
  }

  @Test
  void wordsTellWhatWasUrgedOrReturned() {
    office("310000");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG).fill();
    does(OFFICIAL, () -> {
      urging.urge(luoyang.caseNumber(), "请尽快签发。");
      return null;
    });
    assertThat(row(list(LEADER, Kind.TO_DO), luoyang.caseNumber()).marks()).containsExactly("已催办");
    assertThat(row(list(OFFICIAL, Kind.BEGUN), luoyang.caseNumber()).marks()).containsExactly("已催办");
    itIs(LocalDateTime.of(2015, 9, 2, 9, 0));
    does(LEADER, () -> {
      taskService().complete(task(luoyang.caseNumber(), "sign").getId(), Map.of("decision", "return", "opinion", "数字请再核对。"));
      return null;
    });
    assertThat(row(list(OFFICIAL, Kind.TO_DO), luoyang.caseNumber()).marks()).containsExactly("退回");
  }

  @Test
  void whatIsToBeReadIsAListOfItsOwn() {
    office("310000");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG);
    String fill = task(luoyang.caseNumber(), "fill").getId();
    does(OFFICIAL, () -> {
      circulating.circulate(fill, List.of("gov410300Finance"), "请阅");
      return null;
    });
    assertThat(list("gov410300Finance", Kind.TO_READ).rows()).extracting(ListedRow::caseNumber).containsExactly(luoyang.caseNumber());
    assertThat(does("gov410300Finance", toDo::counts).toRead()).isEqualTo(1);
    assertThat(list(OFFICIAL, Kind.TO_READ).rows()).isEmpty();
  }

  @Test
  void itsStatementsDoNotGrowWithItsRows() {
    office("410100");
    start();
    for (Kind kind : Kind.values()) {
      list(OFFICIAL, kind);
    }
    Map<Kind, Long> few = statementsByKind();
    int rows = list(OFFICIAL, Kind.TO_DO).rows().size();
    for (int i = 0; i < 20; i++) {
      runtimeService().startProcessInstanceByKey("retention-application", Map.of("officeId", office("410100")));
    }
    assertThat(list(OFFICIAL, Kind.TO_DO).rows()).hasSize(rows + 20);
    assertThat(statementsByKind()).isEqualTo(few);
  }

  @Test
  void theWorkbookHasWhatIsShown() throws IOException {
    office("410100");
    start();
    WorkList own = list(OFFICIAL, Kind.TO_DO);
    try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(ListWorkbook.of(Kind.TO_DO, own)))) {
      var sheet = workbook.getSheet("待办");
      assertThat(sheet.getLastRowNum()).isEqualTo(own.rows().size() + 1);
      assertThat(sheet.getRow(2).getCell(0).getStringCellValue()).isEqualTo(own.rows().get(0).caseNumber());
      assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).isEqualTo("现在办理");
    }
  }

  /** @return id of an office of Luoyang's in this city */
  private long office(String city) {
    return office(LUOYANG, city).id();
  }

  private Map<Kind, Long> statementsByKind() {
    return Map.of(Kind.TO_DO, statements(Kind.TO_DO), Kind.BEGUN, statements(Kind.BEGUN), Kind.DONE, statements(Kind.DONE));
  }

  private long statements(Kind kind) {
    jdbc.sql("set query_statistics false").update();
    jdbc.sql("set query_statistics true").update();
    list("provincialBureau", kind);
    list(OFFICIAL, kind);
    long count = jdbc.sql("select sum(execution_count) from information_schema.query_statistics").query(Long.class).single();
    jdbc.sql("set query_statistics false").update();
    assertThat(count).isPositive();
    return count;
  }

  private WorkList list(String user, Kind kind) {
    return list(user, kind, ALL);
  }

  private WorkList list(String user, Kind kind, WorkList.Filter filter) {
    return does(user, () -> lists.of(kind, filter, officials.required()));
  }

  private static ListedRow row(WorkList list, String caseNumber) {
    return list.rows().stream().filter(row -> row.caseNumber().equals(caseNumber)).findFirst().orElseThrow();
  }
}
