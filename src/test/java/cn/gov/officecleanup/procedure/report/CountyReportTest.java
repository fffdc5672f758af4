package cn.gov.officecleanup.procedure.report;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C20: a county reports to its city, which gathers it into its own report and waits for none. */
class CountyReportTest extends CampaignSetting {

  private static final String LUANCHUAN = "410324";
  private static final String SONG = "410325";

  @Autowired
  private LocalityReports reports;
  @Autowired
  private CountyReports counties;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseReading reading;
  @Autowired
  private FormAssembly opening;

  private Reporting luoyang;
  private String luanchuan;

  @BeforeEach
  void twoCountiesHaveOffices() {
    office(LUANCHUAN, "410100");
    office(LUANCHUAN, "310000");
    office(SONG, "410100");
    office(LUOYANG, "310000");
    office("410181", "310000"); // reports to the province itself
    start();
    luoyang = Reporting.of(campaign, reports).get(LUOYANG);
    luanchuan = caseOf(LUANCHUAN);
  }

  @Test
  void everyCountyWithAnOfficeReportsToItsCityAndNobodyElseDoes() {
    assertThat(cases.openCasesOf("county-report")).extracting(CaseFile::governmentCode, CaseFile::parentCaseNumber)
        .containsExactlyInAnyOrder(tuple(LUANCHUAN, luoyang.caseNumber()), tuple(SONG, luoyang.caseNumber()));
    assertThat(cases.get(luanchuan).title()).isEqualTo("栾川县人民政府清理情况报告");
    assertThat(facts(luanchuan, "write", "gov410324")).filteredOn(fact -> fact.section().equals("本县办事机构")).hasSize(2);
  }

  @Test
  void theCityReadsInItsOwnFormWhatItsCountiesReportedAndWhoHasNotYet() {
    write(luanchuan);
    assertThat(inTheCity("栾川县")).isEqualTo("尚未报送。");
    assertThat(reads("gov410300")).as("a draft").isFalse();
    sign(luanchuan, "栾政文〔2015〕3号");
    assertThat(inTheCity("栾川县")).isEqualTo("已报送（栾政文〔2015〕3号），尚未汇总。");
    assertThat(List.of(reads("gov410300"), reads("gov410300Leader"), reads("gov410325"), reads("gov410700"))).containsExactly(true, true,
        false, false);
    gather(luanchuan, Map.of("decision", "accept"));
    assertThat(cases.get(luanchuan).outcome()).isEqualTo("CONCLUDED");
    assertThat(inTheCity("栾川县")).contains("2015年9月1日汇总（栾政文〔2015〕3号）", "工作情况：两个办事处已", "存在的问题：房屋", "下一步打算：加快");
    assertThat(inTheCity("嵩县")).isEqualTo("尚未报送。");
  }

  @Test
  void whatIsReturnedIsMendedAndSignedAgain() {
    write(luanchuan);
    complete(luanchuan, "sign", "gov410324Leader", Map.of("decision", "return", "opinion", "问题写得太笼统。"));
    assertThat(told(luanchuan)).containsExactly("问题写得太笼统。");
    write(luanchuan);
    sign(luanchuan, "栾政文〔2015〕3号");
    assertThatThrownBy(() -> gather(luanchuan, Map.of("decision", "return"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("退回的问题");
    gather(luanchuan, Map.of("decision", "return", "opinion", "请写明人员安置的进展。"));
    assertThat(told(luanchuan)).containsExactly("请写明人员安置的进展。");
    write(luanchuan);
    assertThat(opened(luanchuan, "sign", "gov410324Leader").findings()).as("what was mended is told no more").isEmpty();
  }

  @Test
  void theNumberIsTheCountysOwnAndWhoWroteDoesNotSign() {
    write(luanchuan);
    String song = caseOf(SONG);
    write(song);
    sign(luanchuan, "栾政文〔2015〕3号");
    assertThatThrownBy(() -> sign(song, "栾政文〔2015〕3号")).isInstanceOf(RefusedException.class).hasMessageContaining("已用于另一个县");
    assertThatThrownBy(() -> sign(song, "嵩政文2015-3")).isInstanceOf(RefusedException.class).hasMessageContaining("格式不对");
    as("gov410325", "gov410325", "gov410325Leader");
    assertThatThrownBy(() -> taskService().complete(task(song, "sign").getId(),
        Map.of("decision", "sign", "opinion", "同意。", "documentNumber", "嵩政文〔2015〕4号"))).isInstanceOf(RefusedException.class);
    asApplication();
  }

  @Test
  void theCitysReportDoesNotWait() {
    luoyang.report();
    assertThat(task(luanchuan, "write")).isNotNull();
  }

  private boolean reads(String group) {
    return reading.mayRead(new Official(group, group, Set.of(group)), cases.get(luanchuan));
  }

  private String caseOf(String county) {
    return counties.of(luoyang.caseNumber())
        .stream()
        .filter(report -> report.governmentCode().equals(county))
        .findFirst()
        .orElseThrow()
        .caseNumber();
  }

  private void write(String caseNumber) {
    complete(caseNumber, "write", "gov" + cases.get(caseNumber).governmentCode(),
        Map.of("done", "两个办事处已送入撤销程序。", "problems", "房屋权属不清。", "nextSteps", "加快处置资产。"));
  }

  private void sign(String caseNumber, String number) {
    complete(caseNumber, "sign", "gov" + cases.get(caseNumber).governmentCode() + "Leader",
        Map.of("decision", "sign", "opinion", "同意。", "documentNumber", number));
  }

  private void gather(String caseNumber, Map<String, Object> values) {
    complete(caseNumber, "gather", "gov410300", values);
  }

  private String inTheCity(String county) {
    return facts(luoyang.caseNumber(), "fill", "gov410300").stream()
        .filter(fact -> fact.section().equals("县级报送情况") && fact.label().startsWith(county))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private List<String> told(String caseNumber) {
    return opened(caseNumber, "write", "gov" + cases.get(caseNumber).governmentCode()).findings().stream().map(Finding::message).toList();
  }

  private List<Fact> facts(String caseNumber, String step, String user) {
    return opened(caseNumber, step, user).facts();
  }

  private FormAssembly.OpenForm opened(String caseNumber, String step, String user) {
    return does(user, () -> opening.ofTask(task(caseNumber, step).getId()).orElseThrow());
  }
}
