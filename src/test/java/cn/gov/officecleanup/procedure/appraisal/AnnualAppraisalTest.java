package cn.gov.officecleanup.procedure.appraisal;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.processEngine;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.decoupling.BeginningDecouplings;
import cn.gov.officecleanup.testkit.EngineTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C12, C16: a government appraises its office for each year; of a government of its own, since a quota counts all of its offices. */
@EngineTest
class AnnualAppraisalTest {

  private static final String CODE = "411100";
  private static final String GOVERNMENT = "gov" + CODE;
  private static final String PERSONNEL = GOVERNMENT + "Personnel";
  private static final String LEADER = GOVERNMENT + "Leader";
  private static final String BUREAU = "provincialBureau";
  private static final int YEAR = 2026;
  /** the worked example: 86.40 */
  private static final List<String> WORKED = List.of("92", "85", "78", "95", "88", "70", "100");
  private static final List<String> POOR = List.of("59.99", "59.99", "59.99", "59.99", "59.99", "59.99", "59.99");
  private static final List<String> EXCELLENT = List.of("95", "95", "95", "95", "95", "95", "100");

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private Appraisals appraisals;
  @Autowired
  private AppraisalCorrections corrections;
  @Autowired
  private Opinions opinions;
  @Autowired
  private AppraisalOverview overview;
  @Autowired
  private BeginningDecouplings decouplings;
  @Autowired
  private EscalationLedger escalations;
  @Autowired
  private JdbcClient jdbc;

  private Office office;
  private String staff;
  private ProcessInstance instance;
  private String caseNumber;

  @BeforeEach
  void anOfficeStands() {
    itIs(LocalDateTime.of(2025, 1, 2, 9, 0));
    office = office("漯河市人民政府驻武汉办事处");
    staff = Groups.staffOf(office.id());
    itIs(LocalDateTime.of(2027, 1, 1, 1, 0));
  }

  /** A quota counts the year's cases of a government: those of one test are none of another's. */
  @AfterEach
  void theYearIsForgotten() {
    asApplication();
    String mine = " where case_number in (select case_number from appraisal)"
        + " and case_number in (select case_number from case_file where government_code = ?)";
    List.of("appraisal_correction_veto", "appraisal_correction_added", "appraisal_correction_point", "appraisal_correction_score")
        .forEach(table -> jdbc.sql("delete from " + table).update());
    jdbc.sql("delete from appraisal_correction").update();
    List.of("appraisal_fact", "appraisal_indicator", "appraisal")
        .forEach(table -> jdbc.sql("delete from " + table + mine).param(CODE).update());
    jdbc.sql("delete from yearly_case where office_id in (select id from office where government_code = ?)").param(CODE).update();
  }

  @Test
  void theWorkedExampleIsGoodAndTheOfficeIsToldByANotice() throws IOException {
    begin(YEAR);
    assertThat(cases.get(caseNumber).title()).isEqualTo("漯河市人民政府驻武汉办事处2026年度考核");
    assertThat(lastDay()).isEqualTo("2027-03-31");
    // 31 January is a Sunday
    assertThat(Terms.lastDayOf(task(caseNumber, "selfAssess").getDueDate())).isEqualTo("2027-02-01");
    assessSelf();
    score(WORKED);
    assertThat(instance).isWaitingAt("hear");
    assertThat(told("得分", "拟定等次")).containsExactly("86.40", "良好");
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(instance).isEnded().hasPassed("notify", "closed").hasNotPassed("consequences", "rectificationOver");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("GRADED");
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.GOOD);
    assertThat(notice()).contains("漯河市人民政府文件", "2026年度的工作进行了考核", "考核得分为86.40分，等次为良好。").doesNotContain("整改", "申诉", "限制等次", "抄送");
    assertThat(letter()).as("the bureau is told by a letter of its own")
        .contains("河南省机关事务管理局：", "驻武汉办事处2026年度的工作进行了考核", "考核得分为86.40分，等次为良好。", "特此函告。")
        .doesNotContain("文件", "更正", "整改");
    assertThat(documents.list(caseNumber)).extracting(StoredDocument::fileName)
        .as("each has a number of its own")
        .satisfiesExactlyInAnyOrder(notice -> assertThat(notice).matches(".*〔2027〕\\d+号 年度考核结果的通知.docx"),
            letter -> assertThat(letter).matches(".*〔2027〕\\d+号 报送年度考核结果的函.docx"));
  }

  @Test
  void aVetoLimitsTheGradeAndTheScoreIsShownAsItIs() throws IOException {
    begin(YEAR);
    assessSelf();
    Map<String, Object> values = scoring(WORKED);
    values.put("vetoes", json(List.of(Map.of("veto", "RECEPTION", "establishedBy", "漯财监〔2026〕8号认定超标准接待"))));
    complete(caseNumber, "score", GOVERNMENT, values);
    assertThat(told("得分", "拟定等次")).containsExactly("86.40", "合格");
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(notice()).contains("考核得分为86.40分，等次为合格。", "经查实超预算、超标准或者无公函接待，最高为合格");
  }

  /** Nobody types what the application knows: the day of parting passed, so the ledger has it. */
  @Test
  void anEntityNotPartedFromInTimeIsCounted() {
    itIs(LocalDateTime.of(2026, 4, 1, 9, 0));
    register.putBusinessEntity(office.id(), new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, LocalDate.of(2026, 6, 30)));
    decouplings.begin(office.id());
    itIs(LocalDateTime.of(2026, 7, 1, 0, 5));
    runDueJobs();
    itIs(LocalDateTime.of(2027, 1, 1, 1, 0));
    begin(YEAR);
    assessSelf();
    assertThat(told("脱钩")).containsExactly("“牡丹宾馆”应于2026年6月30日前脱钩，尚未脱钩（等次最高为合格）");
    score(WORKED);
    assertThat(told("拟定等次")).containsExactly("合格");
  }

  @ParameterizedTest
  @CsvSource({"2026-03-31,于2026年3月31日公开,良好", "2026-04-01,于2026年4月1日公开，逾期,良好", ",没有公开（等次最高为合格）,合格"})
  void aDisclosureThatWasNotMadeLimitsTheGradeAndALateOneIsTold(LocalDate published, String told, String grade) {
    String disclosed = cases.open("GK", "reception-disclosure", "公开", CODE, office.id(), null);
    jdbc.sql("insert into disclosure (case_number, office_id, disclosed_year, publish_by, served_from, served_to)"
        + " values (?, ?, 2025, date '2026-03-31', date '2025-01-01', date '2025-12-31')").params(disclosed, office.id()).update();
    if (published != null) {
      jdbc.sql(
          "insert into disclosure_version (office_id, disclosed_year, version, case_number, state, published_on, content, content_hash)"
              + " values (?, 2025, 1, ?, 'PUBLISHED', ?, '{}', '')")
          .params(office.id(), disclosed, published)
          .update();
    }
    begin(YEAR);
    assessSelf();
    assertThat(told("公务接待公开")).containsExactly("2025年度的应于2026年3月31日前公开，" + told);
    score(WORKED);
    assertThat(told("拟定等次")).containsExactly(grade);
  }

  /** The grade is that of who served longest, and both are named. */
  @Test
  void whoHeadedTheOfficeIsToldFromThePostings() {
    head("张先任", "2024-03-01", "2026-05-31");
    head("李后任", "2026-06-01", null);
    begin(YEAR);
    assessSelf();
    assertThat(told("主要负责人")).containsExactly("李后任（2026年6月1日至2026年12月31日，214日）；张先任（2026年1月1日至2026年5月31日，151日）；等次记入任职时间最长的李后任");
  }

  @ParameterizedTest
  @CsvSource({"2026-05-31,false", "2026-07-31,true"})
  void ofAnOfficeThatEndedInTheYearItsGovernmentAnswersAndFiveMonthsAreNotGraded(LocalDate ended, boolean graded) {
    itIs(ended.atTime(10, 0));
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    register.abolish(office.id(), "豫政函〔2026〕9号", "C6", "已经撤销。");
    itIs(LocalDateTime.of(2027, 1, 1, 1, 0));
    begin(YEAR);
    if (graded) {
      staff = GOVERNMENT;
      assessSelf();
      assertThat(told("机构存续")).containsExactly("2026年，7个月");
      score(WORKED);
      assertThat(told("得分")).as("weights unchanged").containsExactly("86.40");
    } else {
      assertThat(instance).isEnded().hasPassed("notGraded");
      assertThat(cases.get(caseNumber).outcome()).isEqualTo("NOT_GRADED");
      assertThat(told("机构存续")).containsExactly("2026年，5个月，不满6个月，不定等次");
    }
  }

  @Test
  void whoeverSaysNothingInFiveWorkingDaysHasNoObjectionAndNobodyIsLate() {
    begin(YEAR);
    assessSelf();
    itIs(LocalDateTime.of(2027, 3, 1, 9, 0));
    score(WORKED);
    assertThat(told("可以提出异议的最后一日")).containsExactly("2027年3月8日");
    itIs(LocalDateTime.of(2027, 3, 8, 23, 50));
    runDueJobs();
    assertThat(instance).isWaitingAt("hear");
    itIs(LocalDateTime.of(2027, 3, 9, 0, 5));
    runDueJobs();
    assertThat(instance).isWaitingAt("decide").hasPassed("termOver");
    assertThat(escalations.of(caseNumber)).extracting(Escalation::step).doesNotContain("hear");
  }

  @Test
  void anObjectionIsReviewedByOthersThanTheScorers() {
    begin(YEAR);
    assessSelf();
    score(WORKED);
    assertThatThrownBy(() -> complete(caseNumber, "hear", staff, Map.of("decision", "object"))).isInstanceOf(RefusedException.class);
    complete(caseNumber, "hear", staff, Map.of("decision", "object", "objectionReason", "公务接待一项漏计了整改。"));
    assertThat(taskService().createTaskQuery().taskId(task(caseNumber, "reviewObjection").getId()).taskCandidateGroup(PERSONNEL).count())
        .isOne();
    complete(caseNumber, "reviewObjection", PERSONNEL, Map.of("decision", "rescore", "opinion", "整改属实。"));
    assertThat(instance).isWaitingAt("score");
    score(EXCELLENT);
    assertThat(appraisals.get(caseNumber).objectionReason()).as("a new score, a new term").isNull();
    complete(caseNumber, "hear", staff, Map.of("decision", "object", "objectionReason", "仍然偏低。"));
    complete(caseNumber, "reviewObjection", PERSONNEL, Map.of("decision", "uphold", "opinion", "评分有据。"));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "return", "opinion", "请再核对。"));
    assertThat(instance).isWaitingAt("score");
    score(WORKED);
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.GOOD);
  }

  @Test
  void whoeverScoredDoesNotDecide() {
    begin(YEAR);
    assessSelf();
    String both = "zhao";
    as(both, GOVERNMENT);
    taskService().complete(task(caseNumber, "score").getId(), scoring(WORKED));
    asApplication();
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
    as(both, LEADER);
    assertThatThrownBy(() -> taskService().complete(task(caseNumber, "decide").getId(), deciding("AS_PROPOSED")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void whatIsLeftOutAddedOrLowerWithoutAReasonIsRefused() {
    begin(YEAR);
    List<Map<String, Object>> rows = rows(WORKED, "selfPoints", "accomplished", "完成。");
    rows.add(rows.get(6));
    assertThatThrownBy(() -> complete(caseNumber, "selfAssess", staff, self(rows))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("每项都要填写，不能增减");
    rows.removeAll(rows.subList(6, 7));
    assertThatThrownBy(() -> complete(caseNumber, "selfAssess", staff, self(rows))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("每项都要填写，不能增减");
    assessSelf();
    List<String> lower = new ArrayList<>(WORKED);
    lower.set(5, "69.99");
    assertThatThrownBy(() -> score(lower)).isInstanceOf(RefusedException.class).hasMessageContaining("“公务接待守规”的评分低于自评分，请写明评分理由");
    assertThatThrownBy(() -> score(List.of("100.01", "85", "78", "95", "88", "70", "100"))).isInstanceOf(RefusedException.class);
  }

  /** 20 percent of 7 are 1, of 15 are 3, of 4 none; with an approval 25 percent. */
  @ParameterizedTest
  @CsvSource({"7,1,,true", "7,2,,false", "15,3,,true", "15,4,,false", "4,0,,true", "4,1,,false", "4,1,漯组〔2027〕3号,true",
      "8,3,漯组〔2027〕3号,false"})
  void aFifthOfTheOfficialsMayBeExcellent(String appraised, String excellent, String approval, boolean taken) {
    begin(YEAR);
    assessSelf();
    Map<String, Object> values = scoring(WORKED);
    values.putAll(Map.of("officialsAppraised", appraised, "officialsExcellent", excellent));
    if (approval != null) {
      values.put("excellentApproval", approval);
    }
    if (taken) {
      complete(caseNumber, "score", GOVERNMENT, values);
      assertThat(instance).isWaitingAt("hear");
    } else {
      assertThatThrownBy(() -> complete(caseNumber, "score", GOVERNMENT, values)).isInstanceOf(RefusedException.class)
          .hasMessageContaining("优秀不超过");
    }
  }

  /** Of two offices none may be excellent, of four one. */
  @Test
  void moreOfficesThanTheQuotaAreNotExcellent() {
    Map<Office, String> begun = fourBegun();
    List<Office> four = new ArrayList<>(begun.keySet());
    of(four.get(0), begun);
    heard(EXCELLENT);
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.EXCELLENT);
    of(four.get(1), begun);
    heard(EXCELLENT);
    assertThatThrownBy(() -> complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("办事机构4个，优秀不超过1个，已评定1个");
    complete(caseNumber, "decide", LEADER, deciding("GOOD_FOR_QUOTA"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.GOOD);
    of(four.get(2), begun);
    heard(WORKED);
    assertThatThrownBy(() -> complete(caseNumber, "decide", LEADER, deciding("GOOD_FOR_QUOTA"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("拟定等次是良好");
  }

  /** Two leaders decide in the same moment on two offices, and one may be excellent. */
  @Test
  void theLastPlaceOfTheQuotaIsGivenOnce() throws Exception {
    Map<Office, String> begun = fourBegun();
    List<String> two = new ArrayList<>();
    begun.keySet().stream().limit(2).forEach(one -> {
      of(one, begun);
      heard(EXCELLENT);
      two.add(task(caseNumber, "decide").getId());
    });
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService leaders = Executors.newFixedThreadPool(2);
    List<String> refused = new ArrayList<>();
    ProcessEngine engine = processEngine();
    try {
      for (Future<String> decided : leaders.invokeAll(two.stream().map(task -> (Callable<String>) () -> {
        // another thread would find the engine of whichever application was started last
        AbstractAssertions.init(engine);
        as(LEADER, LEADER);
        together.await();
        try {
          taskService().complete(task, deciding("AS_PROPOSED"));
          return "";
        } catch (RefusedException used) {
          return used.getMessage();
        } finally {
          asApplication();
        }
      }).toList())) {
        refused.add(decided.get());
      }
    } finally {
      leaders.shutdown();
    }
    assertThat(refused).filteredOn(String::isEmpty).as("of two who decide: %s", refused).hasSize(1);
    assertThat(refused).filteredOn(message -> !message.isEmpty()).singleElement().asString().contains("优秀不超过1个，已评定1个");
  }

  @Test
  void theOnlyOfficeMayBeExcellent() {
    begin(YEAR);
    heard(EXCELLENT);
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.EXCELLENT);
  }

  @Test
  void theLowestGradeIsRectifiedInSixtyDaysAndTwiceInSuccessionTheBureauIsAsked() throws IOException {
    unqualified(2025);
    assertThat(openSteps()).containsExactly("rectify");
    assertThat(cases.get(caseNumber).outcome()).as("the year is graded").isEqualTo("GRADED");
    assertThat(notice()).contains("等次为不合格", "在2026年3月2日以前完成整改", "可以自知道该结果之日起三十日内向原处理机关申请复核", "不停止结果的执行");
    assertThat(Terms.lastDayOf(task(caseNumber, "rectify").getDueDate())).isEqualTo("2026-03-02");
    assertThatThrownBy(() -> rectify()).as("without proof").isInstanceOf(RefusedException.class);
    attach("rectify", "RECTIFICATION_EVIDENCE", staff);
    rectify();
    complete(caseNumber, "checkRectification", GOVERNMENT, Map.of("decision", "return", "opinion", "财务一项没有到位。"));
    rectify();
    complete(caseNumber, "checkRectification", GOVERNMENT, Map.of("decision", "accept", "opinion", "整改到位。"));
    assertThat(instance).isEnded();

    unqualified(YEAR);
    assertThat(told("上一年度等次")).containsExactly("不合格");
    assertThat(openSteps()).containsExactlyInAnyOrder("rectify", "proposeRevocation");
    complete(caseNumber, "proposeRevocation", BUREAU, Map.of("decision", "wait", "opinion", "整改已见成效。"));
    attach("rectify", "RECTIFICATION_EVIDENCE", staff);
    rectify();
    complete(caseNumber, "checkRectification", GOVERNMENT, Map.of("decision", "accept", "opinion", "整改到位。"));
    assertThat(instance).isEnded();
    assertThat(register.get(office.id()).status().stays()).as("nothing is revoked by itself").isTrue();
  }

  /** The complaint was found false on review: a further version, the old one is kept, both parties are told. */
  @Test
  void aVetoThatIsLiftedAfterTheDecisionMakesAFurtherVersion() throws IOException {
    begin(YEAR);
    assertThatThrownBy(this::correct).isInstanceOf(RefusedException.class).hasMessageContaining("只能从列出的选项中选择");
    assessSelf();
    Map<String, Object> values = scoring(WORKED);
    values.put("vetoes", json(List.of(Map.of("veto", "MISUSE", "establishedBy", "漯纪〔2027〕1号举报认定"),
        Map.of("veto", "RECEPTION", "establishedBy", "漯财监〔2026〕8号认定超标准接待"))));
    complete(caseNumber, "score", GOVERNMENT, values);
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(openSteps()).containsExactly("rectify");
    String appraised = caseNumber;

    correct();
    assertThat(cases.get(caseNumber).title()).isEqualTo("更正漯河市人民政府驻武汉办事处2026年度考核结果");
    assertThatThrownBy(this::correct).as("one at a time").isInstanceOf(RefusedException.class);
    assertThatThrownBy(() -> reconsider("YES", "YES")).isInstanceOf(RefusedException.class).hasMessageContaining("原结果不变，不必更正");
    assertThatThrownBy(() -> reconsider("NO")).isInstanceOf(RefusedException.class).hasMessageContaining("不能增减");
    reconsider("NO", "YES");
    complete(caseNumber, "decide", LEADER, Map.of("decision", "return", "opinion", "请核对。"));
    reconsider("NO", "YES");
    itIs(LocalDateTime.of(2027, 6, 1, 9, 0));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("CORRECTED");
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.QUALIFIED);
    assertThat(notice()).contains("关于更正", "考核得分为86.40分，等次为合格。", "2027年1月1日决定的等次为不合格，现予更正：经复核，原认定的侵占不成立").doesNotContain("完成整改");
    assertThat(letter()).contains("关于更正", "等次为合格。", "2027年1月1日决定的等次为不合格，现予更正");
    assertThat(instance).as("nothing to rectify any more").isEnded().hasPassed("recordEnd", "nothingToUse");
    assertThat(opinions.of(appraised)).filteredOn(opinion -> opinion.step().equals("recordEnd"))
        .singleElement()
        .satisfies(noted -> assertThat(noted.words()).isEqualTo("2026年度考核等次已由不合格更正为合格（案件%s），尚未办结的整改和研究不再办理。".formatted(caseNumber)));
    String correction = caseNumber;
    caseNumber = appraised;
    assertThat(told("已经更正")).containsExactly("原等次不合格（2027年1月1日），案件%s依据漯纪函〔2027〕9号更正：经复核，原认定的侵占不成立。".formatted(correction));
    assertThat(documents.list(appraised)).filteredOn(document -> document.kind().equals("APPRAISAL_NOTICE")).as("the old one").hasSize(1);

    correct();
    reconsider("NO");
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.GOOD);
    caseNumber = appraised;
    assertThat(told("已经更正")).hasSize(2);
  }

  /** A veto that is found after the decision, and points that were wrong: to the lowest grade, which is rectified as an original one. */
  @Test
  void whatIsCorrectedToTheLowestGradeIsRectifiedInSixtyDaysUntilItIsCorrectedUpwards() throws IOException {
    begin(YEAR);
    heard(WORKED);
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    String appraised = caseNumber;

    correct();
    assertThatThrownBy(() -> correcting(List.of(), Map.of(), Map.of())).isInstanceOf(RefusedException.class)
        .hasMessageContaining("没有撤销、增加任何否决事项，也没有更正任何评分");
    assertThatThrownBy(() -> correcting(List.of(), Map.of(), Map.of(0, "92"))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("与原评分相同，都是92.00");
    assertThatThrownBy(
        () -> complete(caseNumber, "reconsider", GOVERNMENT, correction("[]", "[]", json(points(Map.of(0, "90"), null, "漯审〔2027〕4号")))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("请写明更正理由和依据");
    assertThatThrownBy(
        () -> complete(caseNumber, "reconsider", GOVERNMENT, correction("[]", "[]", json(points(Map.of(), "账目不实", "漯审〔2027〕4号")))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("没有填写更正后的评分");
    correcting(List.of(), Map.of("OTHER_NAME", "漯政督〔2027〕2号查实保留原联络处"), Map.of(4, "60"));
    assertThat(told("原得分", "财务管理", "更正后的得分", "拟定等次")).as("15 percent of 28 points less").contains("86.40", "82.20", "不合格");
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("CORRECTED");
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.UNQUALIFIED);
    assertThat(notice()).contains("考核得分为82.20分，等次为不合格。", "以其他名义保留已撤销的机构，最高为不合格", "决定的等次为良好（考核得分86.40分），现予更正", "在2027年3月2日以前完成整改");
    assertThat(letter()).contains("已要求该办事机构在2027年3月2日以前完成整改");
    assertThat(openSteps()).containsExactly("rectify");
    assertThat(Terms.lastDayOf(task(caseNumber, "rectify").getDueDate())).isEqualTo("2027-03-02");
    attach("rectify", "RECTIFICATION_EVIDENCE", staff);
    rectify();
    assertThat(openSteps()).containsExactly("checkRectification");
    String lowered = caseNumber;
    caseNumber = appraised;
    assertThat(openSteps()).as("the appraisal itself has nothing to rectify").isEmpty();
    assertThat(documents.list(appraised)).filteredOn(document -> document.kind().equals("APPRAISAL_NOTICE")).as("the old one").hasSize(1);
    assertThat(told("已经更正").get(0)).startsWith("原等次良好（2027年1月1日），原得分86.40，案件" + lowered);

    correct();
    correcting(List.of("NO"), Map.of(), Map.of());
    assertThat(told("原得分")).as("what the last correction left").containsExactly("82.20");
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.GOOD);
    assertThat(appraisals.get(appraised).score()).isEqualTo("82.20");
    String lifted = caseNumber;
    caseNumber = lowered;
    assertThat(openSteps()).isEmpty();
    assertThat(opinions.of(lowered)).filteredOn(opinion -> opinion.step().equals("recordEnd"))
        .singleElement()
        .satisfies(noted -> assertThat(noted.words()).contains("更正为良好（案件%s）".formatted(lifted)));
  }

  /** Whichever of two years in succession is corrected to the lowest, they are two; and they are none once one is lifted. */
  @Test
  void whatIsCorrectedCountsForTwoYearsInSuccession() {
    begin(2025);
    heard(WORKED);
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    unqualified(YEAR);
    assertThat(openSteps()).containsExactly("rectify");
    String second = caseNumber;
    correct(2025);
    correcting(List.of(), Map.of("OTHER_NAME", "漯政督〔2027〕2号查实保留原联络处"), Map.of());
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(openSteps()).containsExactlyInAnyOrder("rectify", "proposeRevocation");
    String first = caseNumber;

    correct(YEAR);
    correcting(List.of(), Map.of(), Map.of(0, "100", 1, "100"));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    assertThat(appraisals.decided(office.id(), YEAR)).contains(Grade.QUALIFIED);
    caseNumber = second;
    assertThat(openSteps()).as("nothing to rectify any more").isEmpty();
    caseNumber = first;
    assertThat(openSteps()).as("the year before stays the lowest, but alone").containsExactly("rectify");
    assertThat(opinions.of(first)).filteredOn(opinion -> opinion.step().equals("recordEnd"))
        .singleElement()
        .satisfies(noted -> assertThat(noted.words()).contains("2026年度考核等次已由不合格更正为合格", "提请撤销保留批复的研究不再办理"));
    attach("rectify", "RECTIFICATION_EVIDENCE", staff);
    rectify();
    complete(caseNumber, "checkRectification", GOVERNMENT, Map.of("decision", "accept", "opinion", "整改到位。"));
    assertThat(openSteps()).isEmpty();
    assertThat(runtimeService().createProcessInstanceQuery().processInstanceBusinessKey(first).count()).isZero();
  }

  /** The province's list for the bureau: the grades of all offices of a year. */
  @Test
  void theBureauDrawsUpTheGradesOfAYear() throws IOException {
    begin(YEAR);
    heard(WORKED);
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
    as(BUREAU, BUREAU);
    ProcessInstance overview = runtimeService().startProcessInstanceByKey("year-overview",
        Map.of("year", String.valueOf(YEAR), "initiator", BUREAU));
    asApplication();
    caseNumber = overview.getBusinessKey();
    assertThat(cases.get(caseNumber).title()).isEqualTo("2026年度考核和轮换汇总");
    try (XSSFWorkbook workbook = new XSSFWorkbook(
        new ByteArrayInputStream(documents.content(documents.list(caseNumber).get(0).id()).orElseThrow()))) {
      assertThat(workbook.getSheetName(1)).isEqualTo("轮换人数");
      DataFormatter cells = new DataFormatter();
      assertThat(workbook.getSheetAt(0)).anySatisfy(row -> {
        assertThat(cells.formatCellValue(row.getCell(1))).isEqualTo(office.name());
        assertThat(cells.formatCellValue(row.getCell(3))).isEqualTo("86.40");
        assertThat(cells.formatCellValue(row.getCell(4))).isEqualTo("良好");
      });
    }
    complete(caseNumber, "download", BUREAU, Map.of("downloaded", true));
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("LISTED");
  }

  /** Only where the government chooses so, and never more than the grade. */
  @ParameterizedTest
  @CsvSource({"YES,GOOD", "NO,"})
  void aGradeIsShownToEverybodyIfTheGovernmentChooses(String shown, String grade) {
    begin(YEAR);
    heard(WORKED);
    Map<String, Object> decision = new HashMap<>(deciding("AS_PROPOSED"));
    decision.put("gradeShown", shown);
    complete(caseNumber, "decide", LEADER, decision);
    assertThat(jdbc.sql("select * from public_grade where office = ?").param(office.id()).query().listOfRows())
        .isEqualTo(grade == null ? List.of() : List.of(Map.of("OFFICE", office.id(), "APPRAISED_YEAR", YEAR, "DECIDED_GRADE", grade)));
  }

  private void correct() {
    correct(YEAR);
  }

  private void correct(int year) {
    String definition = repositoryService().createProcessDefinitionQuery()
        .processDefinitionKey("appraisal-correction")
        .latestVersion()
        .singleResult()
        .getId();
    as(GOVERNMENT, GOVERNMENT);
    try {
      caseNumber = formService().submitStartForm(definition, Map.of("officeId", String.valueOf(office.id()), "year", String.valueOf(year)))
          .getBusinessKey();
    } finally {
      asApplication();
    }
  }

  private void reconsider(String... stands) {
    correcting(List.of(stands), Map.of(), Map.of());
  }

  /** @param corrected points by the place of the indicator */
  private void correcting(List<String> stands, Map<String, String> added, Map<Integer, String> corrected) {
    complete(caseNumber, "reconsider", GOVERNMENT,
        correction(json(
            IntStream.range(0, stands.size()).mapToObj(i -> Map.of("ordinal", String.valueOf(i + 1), "stands", stands.get(i))).toList()),
            json(added.entrySet().stream().map(veto -> Map.of("veto", veto.getKey(), "establishedBy", veto.getValue())).toList()),
            json(points(corrected, "经复核，账目不实", "漯审〔2027〕4号"))));
  }

  private static Map<String, Object> correction(String questioned, String added, String points) {
    return Map.of("questioned", questioned, "addedVetoes", added, "correctedPoints", points, "correctionBasis", "漯纪函〔2027〕9号",
        "liftingReason", "经复核，原认定的侵占不成立。");
  }

  private List<Map<String, Object>> points(Map<Integer, String> corrected, String reason, String source) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<CorrectedPoints> all = corrections.points(caseNumber);
    IntStream.range(0, all.size()).forEach(i -> {
      Map<String, Object> row = new HashMap<>(Map.of("indicator", all.get(i).indicator()));
      boolean said = corrected.containsKey(i) || corrected.isEmpty() && i == 0 && "账目不实".equals(reason);
      row.put("correctPoints", corrected.getOrDefault(i, ""));
      row.put("pointsReason", said && reason != null ? reason : "");
      row.put("pointsSource", said ? source : "");
      rows.add(row);
    });
    return rows;
  }

  private List<String> openSteps() {
    return taskService().createTaskQuery().processInstanceBusinessKey(caseNumber).list().stream().map(Task::getTaskDefinitionKey).toList();
  }

  @Test
  void anOfficeThatNobodyKeptHasNoRetentionToRevoke() {
    office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "漯河市人民政府驻长沙办事处", CODE, SenderKind.GOVERNMENT, null, "430100",
        "长沙市", WorkKind.GENERAL, null, null, 3, null, true));
    register.retain(office.id(), null, null, null, "C12", "不在清理范围。");
    staff = Groups.staffOf(office.id());
    unqualified(2025);
    unqualified(YEAR);
    assertThat(openSteps()).containsExactly("rectify");
  }

  @Test
  void aYearThatBeginsAfterItsDayIsDueInNinetyDays() {
    itIs(LocalDateTime.of(2027, 4, 1, 8, 0));
    begin(YEAR);
    assertThat(lastDay()).isEqualTo("2027-06-30");
  }

  private Map<Office, String> fourBegun() {
    itIs(LocalDateTime.of(2025, 1, 2, 9, 0));
    List<Office> four = new ArrayList<>(List.of(office));
    IntStream.range(1, 4).forEach(i -> four.add(office("漯河市人民政府驻第%d地办事处".formatted(i))));
    itIs(LocalDateTime.of(2027, 1, 1, 1, 0));
    Map<Office, String> begun = new LinkedHashMap<>();
    four.forEach(one -> {
      of(one);
      begin(YEAR);
      begun.put(one, caseNumber);
    });
    return begun;
  }

  private void unqualified(int year) {
    itIs(LocalDateTime.of(year + 1, 1, 1, 1, 0));
    begin(year);
    assessSelf(POOR);
    Map<String, Object> values = scoring(POOR);
    values.put("headGrade", "INCOMPETENT");
    complete(caseNumber, "score", GOVERNMENT, values);
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
    complete(caseNumber, "decide", LEADER, deciding("AS_PROPOSED"));
  }

  private static Map<String, Object> deciding(String as) {
    return Map.of("decision", "agree", "decidedAs", as, "gradeShown", "NO", "opinion", "同意。");
  }

  private void rectify() {
    complete(caseNumber, "rectify", staff, Map.of("rectification", "已经建立财务审批制度并补齐手续。"));
  }

  private Office office(String name) {
    return register.establish(new OfficeEntry(register.nextRegisterNumber(), name, CODE, SenderKind.GOVERNMENT, null, "420100", "武汉市",
        WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
  }

  private void of(Office one) {
    office = one;
    staff = Groups.staffOf(one.id());
  }

  private void of(Office one, Map<Office, String> begun) {
    of(one);
    caseNumber = begun.get(one);
  }

  private void head(String name, String from, String to) {
    String posted = cases.open("RZ", "staff-posting", "任职", CODE, office.id(), null);
    jdbc.sql(
        "insert into posting (case_number, name, person_number, status, post, duty, posted_on, basis_number, entered, extended, ended_on)"
            + " values (?, ?, ?, 'CIVIL_SERVANT', '主任', 'HEAD', ?, '漯任〔2024〕1号', true, false, ?)")
        .params(posted, name, name, LocalDate.parse(from), to == null ? null : LocalDate.parse(to))
        .update();
  }

  private void begin(int year) {
    asApplication();
    instance = runtimeService().startProcessInstanceByKey("annual-appraisal", Map.of("officeId", office.id(), "year", year));
    caseNumber = instance.getBusinessKey();
  }

  private LocalDate lastDay() {
    return jdbc.sql("select due_at from case_deadline where process_instance_id = ?")
        .param(instance.getId())
        .query((row, number) -> Terms.lastDayOf(row.getTimestamp("due_at")))
        .single();
  }

  private void heard(List<String> points) {
    assessSelf(points);
    score(points);
    complete(caseNumber, "hear", staff, Map.of("decision", "agree"));
  }

  private void assessSelf() {
    assessSelf(WORKED);
  }

  private void assessSelf(List<String> points) {
    complete(caseNumber, "selfAssess", staff, self(rows(points, "selfPoints", "accomplished", "完成。")));
  }

  private static Map<String, Object> self(List<Map<String, Object>> rows) {
    return Map.of("selfSummary", "全年促成合作项目，服务外出务工人员。", "selfAssessment", json(rows));
  }

  private void score(List<String> points) {
    complete(caseNumber, "score", GOVERNMENT, scoring(points));
  }

  private Map<String, Object> scoring(List<String> points) {
    return new HashMap<>(Map.of("scores", json(rows(points, "points", "reason", "")), "vetoes", "[]", "officialsAppraised", "4",
        "officialsExcellent", "0", "headGrade", "COMPETENT"));
  }

  private List<Map<String, Object>> rows(List<String> points, String column, String said, String words) {
    List<ScoredIndicator> indicators = appraisals.indicators(caseNumber);
    List<Map<String, Object>> rows = new ArrayList<>();
    IntStream.range(0, indicators.size())
        .forEach(i -> rows.add(Map.of("indicator", indicators.get(i).indicator(), column, points.get(i), said, words)));
    return rows;
  }

  private static String json(List<? extends Map<String, ?>> rows) {
    try {
      return new ObjectMapper().writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void attach(String step, String kind, String group) {
    documents.store(new NewDocument(caseNumber, CODE, kind, kind + ".pdf",
        ("%PDF-1.4 " + caseNumber + kind).getBytes(StandardCharsets.UTF_8), group, step, group));
  }

  private List<String> told(String... labels) {
    List<Fact> facts = overview.of(cases.get(caseNumber));
    return List.of(labels).stream().flatMap(label -> facts.stream().filter(fact -> fact.label().equals(label)).map(Fact::value)).toList();
  }

  private String notice() throws IOException {
    return issued("APPRAISAL_NOTICE");
  }

  private String letter() throws IOException {
    return issued("APPRAISAL_LETTER");
  }

  private String issued(String kind) throws IOException {
    StoredDocument filed = documents.list(caseNumber).stream().filter(document -> document.kind().equals(kind)).findFirst().orElseThrow();
    try (var text = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(documents.content(filed.id()).orElseThrow())))) {
      return text.getText();
    }
  }
}
