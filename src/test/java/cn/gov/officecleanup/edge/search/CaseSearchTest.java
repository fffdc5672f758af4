package cn.gov.officecleanup.edge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.officecleanup.edge.search.SearchQuery.State;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.handling.LinkingCases;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is found, by what, and by whom. */
class CaseSearchTest extends CampaignSetting {

  private static final String XINXIANG = "410700";

  @Autowired
  private CaseSearch search;
  @Autowired
  private CasePages pages;
  @Autowired
  private LinkingCases linking;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private LocalityReports reports;
  @Autowired
  private Officials officials;

  @Test
  void aPartOfANumberOrNameFindsTheOfficeAndItsCases() {
    Office office = office(LUOYANG, "410100");
    Office other = office(XINXIANG, "410100");
    start();
    String caseNumber = caseOf(office, "retention-application");
    for (String words : new String[]{office.registerNumber(), caseNumber, caseNumber.toLowerCase(), office.name()}) {
      assertThat(found("supervisors", words).cases()).as(words)
          .extracting(SearchResult.Case::caseNumber)
          .contains(caseNumber)
          .doesNotContain(caseOf(other, "retention-application"));
    }
    assertThat(found("supervisors", office.registerNumber()).offices()).extracting(SearchResult.Office::name)
        .containsExactly(office.name());
    assertThat(found("supervisors", office.registerNumber()).offices().get(0).status()).isEqualTo("已登记");
    assertThat(found("supervisors", "%").cases()).as("a wildcard is a letter like any other").isEmpty();
    assertThat(found("supervisors", "没有这样的").cases()).isEmpty();
    assertThat(found("supervisors", " ")).as("nothing asked for, nothing found")
        .isEqualTo(new SearchResult(List.of(), List.of(), List.of(), List.of(), false));
  }

  @Test
  void placeYearAndStateNarrowIt() {
    office(LUOYANG, "410100");
    office("410324", "410100");
    office(XINXIANG, "410100");
    start();
    assertThat(found("supervisors", new SearchQuery("", LUOYANG, null, null)).cases()).extracting(SearchResult.Case::government)
        .containsOnly("洛阳市人民政府", "栾川县人民政府");
    assertThat(found("supervisors", new SearchQuery("", LUOYANG, 2015, State.OPEN)).cases()).isNotEmpty();
    assertThat(found("supervisors", new SearchQuery("", LUOYANG, 2014, null)).cases()).isEmpty();
    assertThat(found("supervisors", new SearchQuery("", LUOYANG, null, State.CLOSED)).cases()).isEmpty();
    assertThat(found("supervisors", new SearchQuery("", LUOYANG, null, State.OPEN)).offices()).as("offices have no such state").isEmpty();
  }

  @Test
  void nobodyFindsWhatIsNotTheirsToRead() {
    Office office = office(LUOYANG, "410100");
    office("410000", "110000", "粮食局", WorkKind.GENERAL, null);
    start();
    String own = caseOf(office, "retention-application");
    assertThat(found("gov410300", own).cases()).hasSize(1);
    assertThat(found("gov410700", own).cases()).isEmpty();
    assertThat(found("gov410700", office.name()).offices()).isEmpty();
    assertThat(found("nationalBureau", own).cases()).isEmpty();
    assertThat(does("gov410700", () -> pages.of(own, officials.required()))).isEmpty();
    assertThat(does("gov410300", () -> pages.of(own, officials.required()))).isPresent();
    assertThat(found("supervisors", "粮食局").cases()).isNotEmpty();
    String department = reports.of(campaign)
        .stream()
        .map(reports::unitOf)
        .filter(unit -> unit.name().equals("河南省粮食局"))
        .findFirst()
        .orElseThrow()
        .department();
    assertThat(found("gov410000Dept" + department, "粮食局").cases()).isNotEmpty();
    assertThat(found("gov410000Dept01", "粮食局").cases()).isEmpty();
  }

  @Test
  void whatIsSentToTheNationalBureauAndWhatOneHandledIsFound() {
    Office office = office(LUOYANG, "410100");
    start();
    assertThat(found("nationalBureau", "全省报告").cases()).extracting(SearchResult.Case::procedure).containsExactly("全省清理情况报告");
    String own = caseOf(office, "retention-application");
    assertThat(found("nationalBureau", own).cases()).isEmpty();
    jdbc.sql("""
      insert into opinion (case_number, step, step_name, level_name, user_id, user_name, given_at)
      values (?, 'review', '审核', 'nationalBureau', 'nationalBureau', '某', ?)""").params(own, OffsetDateTime.now()).update();
    assertThat(found("nationalBureau", own).cases()).extracting(SearchResult.Case::caseNumber).containsExactly(own);
  }

  @Test
  void peopleAreFoundByThoseWhoHandleThemAlone() {
    Office county = office("410324", "410100");
    start();
    jdbc.sql("""
      insert into staff_member (abolition_case, position, name, identity_number, birth_date, gender, status, post, hired_on)
      values (?, 1, '李当地', '410324198505121213', ?, 'MALE', 'LOCALLY_HIRED', '司机', ?)""")
        .params(caseOf(county, "office-abolition"), LocalDate.of(1985, 5, 12), LocalDate.of(2010, 3, 1))
        .update();
    assertThat(found("gov410324Personnel", "李当地").people()).extracting(SearchResult.Person::post).containsExactly("司机");
    for (String other : new String[]{"supervisors", "audit", "provincialBureau", "gov410324Finance", "gov410700"}) {
      assertThat(found(other, "李当地").people()).as(other).isEmpty();
    }
    assertThat(found("gov410324Personnel", "410324198505121213").people()).as("nobody is found by the identity number").isEmpty();
  }

  @Test
  void whatOneHadAHandInIsListedLatestFirst() {
    office(LUOYANG, "310000");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG).fill().signs("sign");
    assertThat(does("gov410300", () -> search.handledBy(officials.required()))).extracting(SearchResult.Case::caseNumber)
        .containsExactly(luoyang.caseNumber());
    assertThat(does("gov410700", () -> search.handledBy(officials.required()))).isEmpty();
  }

  @Test
  void thePageOfACaseHasItsWayAndWhatIsToBeDone() {
    office(LUOYANG, "310000");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG).fill();
    CasePage page = does("supervisors", () -> pages.of(luoyang.caseNumber(), officials.required())).orElseThrow();
    assertThat(page.waiting()).extracting(CasePage.Waiting::stepName, CasePage.Waiting::group)
        .containsExactly(tuple("负责同志签发", "洛阳市人民政府负责同志"));
    assertThat(page.opinions()).hasSize(1);
    CasePage.Diagram diagram = page.diagrams().get(0);
    assertThat(diagram.steps()).filteredOn(step -> step.endedAt() == null).extracting(CasePage.Step::elementId).contains("sign");
    assertThat(does("supervisors", () -> pages.model(luoyang.caseNumber(), diagram.processInstanceId(), officials.required())))
        .hasValueSatisfying(model -> assertThat(model).contains("locality-report"));
    assertThat(does("gov410700", () -> pages.model(luoyang.caseNumber(), diagram.processInstanceId(), officials.required()))).isEmpty();
    assertThat(does("supervisors", () -> pages.model(campaign, diagram.processInstanceId(), officials.required()))).as("another case's")
        .isEmpty();
  }

  @Test
  void casesAreLinkedByWhoHandlesThemAndShowEachOther() {
    Office office = office(LUOYANG, "410100");
    Office county = office("410324", "410100");
    start();
    String own = caseOf(office, "retention-application");
    String report = Reporting.of(campaign, reports).get(LUOYANG).caseNumber();
    String countys = caseOf(county, "office-abolition");
    links("gov410300", own, " " + report + " ");
    assertThat(pageOf("gov410300", own).linked()).extracting(CasePage.Linked::caseNumber, CasePage.Linked::words, CasePage.Linked::own)
        .containsExactly(tuple(report, "结果写入报告。", true));
    assertThat(pageOf("supervisors", report).linked()).extracting(CasePage.Linked::caseNumber, CasePage.Linked::own)
        .containsExactly(tuple(own, false));
    assertThat(pageOf("gov410300", own).opinions()).as("without naming the other case to all who read this one")
        .extracting(Opinion::decisionLabel, Opinion::words)
        .last()
        .isEqualTo(tuple("关联其他案件", null));
    assertThat(pageOf("supervisors", own).linkable()).as("who merely reads").isFalse();
    assertRefused("gov410300", () -> linking.link(own, report, "再次"), "已经关联");
    assertRefused("gov410300", () -> linking.link(report, own, "反过来"), "已经关联");
    assertRefused("gov410300", () -> linking.link(own, own, "自己"), "已经关联");
    assertRefused("gov410300", () -> linking.link(own, countys, "不能查看"), "没有案号为");
    assertRefused("gov410700", () -> linking.link(own, report, "越权"), "没有办理过");
    assertRefused("supervisors", () -> linking.link(own, report, "越权"), "没有办理过");
    jdbc.sql("update case_link set linked_by = 'gov410300Second'").update();
    assertRefused("gov410300", () -> linking.unlink(own, report), "只能取消自己");
    jdbc.sql("update case_link set linked_by = 'gov410300'").update();
    does("gov410300", () -> {
      linking.unlink(own, report);
      return null;
    });
    assertThat(pageOf("gov410300", own).linked()).isEmpty();
  }

  @Test
  void whoMayNotReadTheOtherCaseDoesNotSeeTheLink() {
    Office office = office(LUOYANG, "410100");
    Office county = office("410324", "410100");
    start();
    String own = caseOf(office, "retention-application");
    String countys = caseOf(county, "office-abolition");
    jdbc.sql("insert into case_link (case_number, other_case_number, words, linked_by, linked_at) values (?, ?, '同一地区。', 'admin', "
        + "current_timestamp)").params(own, countys).update();
    assertThat(pageOf("supervisors", countys).linked()).extracting(CasePage.Linked::caseNumber).containsExactly(own);
    assertThat(pageOf("gov410324", countys).linked()).isEmpty();
  }

  private void links(String user, String caseNumber, String other) {
    does(user, () -> {
      linking.link(caseNumber, other, "结果写入报告。");
      return null;
    });
  }

  private CasePage pageOf(String user, String caseNumber) {
    return does(user, () -> pages.of(caseNumber, officials.required())).orElseThrow();
  }

  private void assertRefused(String user, Runnable work, String words) {
    assertThatThrownBy(() -> does(user, () -> {
      work.run();
      return null;
    })).isInstanceOf(RefusedException.class).hasMessageContaining(words);
  }

  private SearchResult found(String user, String words) {
    return found(user, new SearchQuery(words, null, null, null));
  }

  private SearchResult found(String user, SearchQuery query) {
    return does(user, () -> search.find(query, officials.required()));
  }

  private String caseOf(Office office, String procedure) {
    return cases.openCaseOf(office.id(), procedure).orElseThrow().caseNumber();
  }
}
