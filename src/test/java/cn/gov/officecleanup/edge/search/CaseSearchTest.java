package cn.gov.officecleanup.edge.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.gov.officecleanup.edge.search.SearchQuery.State;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.handling.LinkingCases;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.mechanism.text.SearchText;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
  @Autowired
  private CaseReading reading;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private FillingSearchKeys filling;

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

  @ParameterizedTest
  @ValueSource(strings = {"lyszzbsc", "LYSRMZF", "洛阳 驻郑州", "洛阳市驻郑办事处", "洛陽市人民政府駐鄭州辦事處", "洛阳、豫驻", "410300", "４１０３００", "洛阳市人民政府 410300",
      "lys 清理办", "某函[2009]7号", "某函 2009 7", "某函（２００９）７号", "〔2009〕 洛阳"})
  void howeverItIsTypedTheOfficeAndItsCasesAreFound(String words) {
    Office luoyang = luoyangInZhengzhou();
    Office other = office(XINXIANG, "410100");
    start();
    SearchResult found = found("supervisors", words.replace("清理办", luoyang.registerNumber()));
    assertThat(found.offices()).extracting(SearchResult.Office::registerNumber).containsExactly(luoyang.registerNumber());
    assertThat(found.cases()).extracting(SearchResult.Case::caseNumber)
        .contains(caseOf(luoyang, "retention-application"))
        .doesNotContain(caseOf(other, "retention-application"));
  }

  @Test
  void allWordsMustBeThere() {
    luoyangInZhengzhou();
    start();
    assertThat(found("supervisors", "洛阳 武汉")).isEqualTo(new SearchResult(List.of(), List.of(), List.of(), List.of(), false));
    assertThat(found("supervisors", "% 〔〕")).isEqualTo(new SearchResult(List.of(), List.of(), List.of(), List.of(), false));
  }

  @Test
  void aPlaceIsFoundByItsRetiredAndByItsPresentCodeAndName() {
    Office xiangfu = office("410212", "410100");
    Office mengjin = office("410322", "410100");
    start();
    for (String words : new String[]{"410212", "祥符区", "410224", "开封县", "kfx"}) {
      assertThat(found("supervisors", words).offices()).as(words)
          .extracting(SearchResult.Office::registerNumber)
          .containsExactly(xiangfu.registerNumber());
    }
    for (String words : new String[]{"410322", "孟津县", "410308", "孟津区"}) {
      assertThat(found("supervisors", words).offices()).as(words)
          .extracting(SearchResult.Office::registerNumber)
          .containsExactly(mengjin.registerNumber());
      assertThat(found("supervisors", words).cases()).as(words)
          .extracting(SearchResult.Case::caseNumber)
          .contains(caseOf(mengjin, "office-abolition"));
    }
  }

  @Test
  void documentsAreFoundByTheirNamesAndByWhatTheCaseIsAbout() {
    Office luoyang = luoyangInZhengzhou();
    start();
    String own = caseOf(luoyang, "retention-application");
    documents.store(new NewDocument(own, LUOYANG, "OTHER", "豫机管〔2015〕1号通知.pdf", "%PDF-1.7 1".getBytes(StandardCharsets.US_ASCII),
        "gov410300", "prepare", "gov410300"));
    for (String words : new String[]{"豫机管[2015]1号", "豫机管 2015 1", "洛阳 通知", "yjg2015", "通知 " + own}) {
      assertThat(found("gov410300", words).documents()).as(words).extracting(SearchResult.Document::caseNumber).containsExactly(own);
      assertThat(found("gov410700", words).documents()).as(words).isEmpty();
    }
    assertThat(found("supervisors", "豫机管〔2015〕1号").cases()).extracting(SearchResult.Case::caseNumber).containsExactly(own);
    assertThat(found("supervisors", own).documents()).as("of the words one must be the document's").isEmpty();
  }

  @Test
  void numbersThatAreWrittenLaterAreFound() {
    Office luoyang = luoyangInZhengzhou();
    register.retain(luoyang.id(), "豫政函〔2015〕12号", null, null, "C3", "准予保留。");
    assertThat(found("supervisors", "豫政函[2015]12号").offices()).hasSize(1);
    OfficeEntry entry = luoyang.entry();
    register.amend(luoyang.id(), new OfficeEntry(entry.registerNumber(), "洛阳市驻郑州联络处", LUOYANG, entry.senderKind(), null, "410100", "郑州市",
        entry.workKind(), null, "某函〔2009〕7号", 6, null, true));
    assertThat(found("supervisors", "lyszzllc").offices()).hasSize(1);
    assertThat(found("supervisors", "lyszzbsc").offices()).isEmpty();
  }

  @Test
  void whatOlderVersionsWroteIsFoundAfterTheStart() {
    Office luoyang = luoyangInZhengzhou();
    start();
    String own = caseOf(luoyang, "retention-application");
    documents.store(new NewDocument(own, LUOYANG, "OTHER", "通知.pdf", "%PDF-1.7 1".getBytes(StandardCharsets.US_ASCII), "gov410300",
        "prepare", "gov410300"));
    List.of("office", "case_file", "document").forEach(table -> jdbc.sql("update " + table + " set search_key = null").update());
    assertThat(found("supervisors", "lyszzbsc").offices()).isEmpty();
    filling.fill();
    assertThat(found("supervisors", "lyszzbsc").offices()).hasSize(1);
    assertThat(found("supervisors", own).cases()).hasSize(1);
    assertThat(found("supervisors", "tongzhi").documents()).hasSize(1);
  }

  @Test
  void itsStatementsDoNotGrowWithWhatIsFound() {
    office(LUOYANG, "410100");
    start();
    long few = statements("办事处");
    for (int i = 0; i < 20; i++) {
      office(XINXIANG, "310000");
    }
    assertThat(found("supervisors", "办事处").offices()).hasSizeGreaterThan(20);
    assertThat(statements("办事处")).isEqualTo(few);
    assertThat(statements("办事处 豫驻")).as("nor with the words").isEqualTo(few);
  }

  /** @return how many statements a search takes, as the database counts them */
  private long statements(String words) {
    jdbc.sql("set query_statistics false").update();
    jdbc.sql("set query_statistics true").update();
    found("supervisors", words);
    long count = jdbc.sql("select sum(execution_count) from information_schema.query_statistics").query(Long.class).single();
    jdbc.sql("set query_statistics false").update();
    assertThat(count).isPositive();
    return count;
  }

  @Test
  void whoIsAskedForAnOpinionFindsTheCaseItsOfficeAndItsDocuments() {
    Office luoyang = luoyangInZhengzhou();
    start();
    String own = caseOf(luoyang, "retention-application");
    documents.store(new NewDocument(own, LUOYANG, "OTHER", "管理制度.pdf", "%PDF-1.7 1".getBytes(StandardCharsets.US_ASCII), "gov410300",
        "prepare", "gov410300"));
    assertThat(found("nationalBureau", "洛阳")).isEqualTo(new SearchResult(List.of(), List.of(), List.of(), List.of(), false));
    reading.open(own, List.of("nationalBureau"));
    SearchResult found = found("nationalBureau", "洛阳");
    assertThat(found.cases()).extracting(SearchResult.Case::caseNumber).containsExactly(own);
    assertThat(found.offices()).extracting(SearchResult.Office::registerNumber).containsExactly(luoyang.registerNumber());
    assertThat(found("nationalBureau", "管理制度").documents()).hasSize(1);
    assertThat(found("gov410700", "洛阳").cases()).isEmpty();
  }

  private Office luoyangInZhengzhou() {
    return register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", LUOYANG, SenderKind.GOVERNMENT, null, "410100",
        "郑州市", WorkKind.GENERAL, null, "某函〔2009〕7号", 6, null, true));
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
      insert into staff_member (abolition_case, position, name, identity_number, birth_date, gender, status, post, hired_on, search_key)
      values (?, 1, '李　当地', '410324198505121213', ?, 'MALE', 'LOCALLY_HIRED', '司机', ?, ?)""")
        .params(caseOf(county, "office-abolition"), LocalDate.of(1985, 5, 12), LocalDate.of(2010, 3, 1), SearchText.key("李　当地"))
        .update();
    assertThat(found("gov410324Personnel", "栾川 ldd").people()).extracting(SearchResult.Person::name).containsExactly("李　当地");
    assertThat(found("gov410324Personnel", "李当地").people()).extracting(SearchResult.Person::post).containsExactly("司机");
    for (String other : new String[]{"supervisors", "audit", "provincialBureau", "gov410324Finance", "gov410700"}) {
      assertThat(found(other, "李当地").people()).as(other).isEmpty();
    }
    assertThat(found("gov410324Personnel", "410324198505121213").people()).as("nobody is found by the identity number").isEmpty();
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
