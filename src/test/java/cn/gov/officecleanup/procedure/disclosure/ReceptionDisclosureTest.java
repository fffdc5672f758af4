package cn.gov.officecleanup.procedure.disclosure;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.formService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure.Line;
import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYear.Sum;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.StatedReceptionYears;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C19: what an office's receptions of a year came to is disclosed, agreed with the accounts and reviewed for release. */
@EngineTest
class ReceptionDisclosureTest {

  private static final String GOVERNMENT = "gov410300";
  private static final String FINANCE = "gov410300Finance";
  private static final String LEADER = "gov410300Leader";
  private static final int YEAR = 2025;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private StatedReceptionYears receptions;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private Disclosures disclosures;
  @Autowired
  private DisclosureList list;
  @Autowired
  private Terms terms;
  @Autowired
  private ObjectMapper mapper;
  @Autowired
  private JdbcClient jdbc;

  private Office office;
  private String staff;

  /** A version as it lies in the database. */
  private record Version(int version, String state, LocalDate publishedOn, LocalDate endedOn, String endedReason, String content,
      String contentHash) {
  }

  @BeforeEach
  void anOfficeStands() {
    itIs(LocalDateTime.of(2025, 1, 2, 9, 0));
    office = office("洛阳市人民政府驻武汉办事处");
    staff = Groups.staffOf(office.id());
    itIs(LocalDateTime.of(2026, 1, 1, 1, 0));
  }

  @AfterEach
  void theApplicationGoesOn() {
    asApplication();
  }

  /** Rules, section 8: of 41,300.00 paid in the year 2,800.00 were for events of the December before; 900.00 unpaid are no part of it. */
  @Test
  void whatWasPaidInTheYearIsPublished() throws Exception {
    receptions.state(office.id(), YEAR, year("50000.00", "41300.00", "2800.00", 16));
    ProcessInstance instance = begin();
    String caseNumber = instance.getBusinessKey();
    assertThat(cases.get(caseNumber).title()).isEqualTo("洛阳市人民政府驻武汉办事处2025年度公务接待情况公开");
    assertThat(jdbc.sql("select due_at from case_deadline where process_instance_id = ?")
        .param(instance.getId())
        .query((row, number) -> Terms.lastDayOf(row.getTimestamp("due_at")))
        .single()).as("the day of the case, not 90 days").isEqualTo("2026-03-31");
    assertThat(instance).isWaitingAt("explain");
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm"));
    itIs(LocalDateTime.of(2026, 3, 31, 9, 0));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts("41300.00"));
    release(caseNumber, "NO", "NO", List.of());
    assertThat(Terms.lastDayOf(task(caseNumber, "decide").getDueDate())).as("20 days after the accounts' approval").isEqualTo("2026-04-20");
    complete(caseNumber, "decide", LEADER, Map.of("decision", "publish"));

    assertThat(instance).isEnded().hasPassed("count", "check", "publish", "published");
    assertThat(cases.get(caseNumber).outcome()).isEqualTo("PUBLISHED");
    Version version = versions().get(0);
    assertThat(version.contentHash()).isEqualTo(DigestUtils.sha256Hex(version.content()));
    PublishedDisclosure published = published(version);
    assertThat(published.finalFigure()).isEqualTo("41300.00");
    assertThat(published.ofEarlierEvents()).isEqualTo("2800.00");
    assertThat(published.unpaidAtYearEnd()).isEqualTo("900.00");
    assertThat(published.publishedOn()).isEqualTo("2026-03-31");
    assertThat(published.receptions()).isEqualTo(7);
    assertThat(published.guests()).isEqualTo("16");
    assertThat(published.venues()).containsExactly(new Line("样例宾馆", new BigDecimal("41300.00")));
    assertThat(published.standards()).containsExactly("工作餐每人每次不超过60.00元");
  }

  @ParameterizedTest
  @CsvSource({"50000.00,41300.00,41300.00,41300.01,BOOKS_DIFFER", "50000.00,41300.00,41299.99,41300.00,VENUE_SUM_DIFFERS",
      "41299.99,41300.00,41300.00,41300.00,OVER_BUDGET", ",41300.00,41300.00,41300.00,NO_BUDGET"})
  void whatDoesNotComeToOneFigureGoesBack(BigDecimal budget, BigDecimal paid, BigDecimal atVenues, String booked, String code) {
    BigDecimal nothing = new BigDecimal("0.00");
    receptions.state(office.id(), YEAR, new ReceptionYear(budget, nothing, paid, nothing, nothing, nothing, 3, 12,
        List.of(new Sum("样例宾馆", atVenues)), List.of(new Sum("工作餐", paid)), List.of()));
    ProcessInstance instance = begin();
    String caseNumber = instance.getBusinessKey();
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm"));
    itIs(LocalDateTime.of(2026, 3, 31, 9, 0));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts(booked));
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly(code);
    assertThat(instance).isWaitingAt("explain");

    receptions.state(office.id(), YEAR, year("50000.00", "41300.00", "0.00", 16));
    complete(caseNumber, "explain", staff, Map.of("decision", "recount"));
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm", "explanation", "清单更正。"));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts("41300.00"));
    assertThat(instance).as("counted anew").isWaitingAt("reviewRelease");
  }

  @Test
  void moreThanTheBudgetIsExplainedToEverybodyAndWithoutANumberOfAPerson() throws Exception {
    receptions.state(office.id(), YEAR, year("40000.00", "41300.00", "0.00", 16));
    String caseNumber = begin().getBusinessKey();
    itIs(LocalDateTime.of(2026, 3, 31, 9, 0));
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm", "explanation", "请致电13800000000了解。"));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts("41300.00"));
    assertThat(findings.open(caseNumber)).extracting(Finding::code).containsExactly("PERSONAL_DATA");
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm", "explanation", "增加两批考察接待。"));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts("41300.00"));
    release(caseNumber, "NO", "NO", List.of());
    complete(caseNumber, "decide", LEADER, Map.of("decision", "publish"));
    assertThat(published(versions().get(0)).explanation()).isEqualTo("增加两批考察接待。");
  }

  @Test
  void nobodyReceivedIsPublishedAsNil() throws Exception {
    publish(begin(), "0.00");
    PublishedDisclosure published = published(versions().get(0));
    assertThat(published.nil()).isTrue();
    assertThat(published.finalFigure()).isEqualByComparingTo("0");
    assertThat(published.venues()).isEmpty();
  }

  @Test
  void fewGuestsAreToldAsFew() throws Exception {
    receptions.state(office.id(), YEAR, year("50000.00", "100.00", "0.00", 2));
    publish(begin(), "100.00");
    assertThat(published(versions().get(0)).guests()).isEqualTo("不足3");
  }

  @Test
  void whatTheReviewKeepsBackNamesTheArticleAndTheRestIsPublished() throws Exception {
    receptions.state(office.id(), YEAR, year("50000.00", "41300.00", "0.00", 16));
    ProcessInstance instance = begin();
    String caseNumber = instance.getBusinessKey();
    itIs(LocalDateTime.of(2026, 3, 31, 9, 0));
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm", "explanation", "涉及内部安排。"));
    complete(caseNumber, "agreeAccounts", FINANCE, Map.of("decision", "return", "opinion", "请核对清单。"));
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm", "explanation", "涉及内部安排。"));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts("41300.00"));
    complete(caseNumber, "reviewRelease", GOVERNMENT, review(caseNumber, "return", "NO", "NO", List.of()));
    assertThat(instance).isWaitingAt("explain");
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm", "explanation", "涉及内部安排。"));
    complete(caseNumber, "agreeAccounts", FINANCE, accounts("41300.00"));

    Map<String, Object> venue = row("场所1", "THIRD_PARTY", "场所以个人姓名命名");
    refused(caseNumber, review(caseNumber, "release", "NO", "YES", List.of()), "请在表中把有关内容改为");
    refused(caseNumber, review(caseNumber, "release", "NO", "NO", List.of(venue)), "请改为一致");
    refused(caseNumber, review(caseNumber, "release", "YES", "YES", List.of(venue)), "国家秘密");
    refused(caseNumber, review(caseNumber, "release", "NO", "YES", List.of(row("场所1", "THIRD_PARTY", ""))), "请写明理由");
    refused(caseNumber, review(caseNumber, "release", "NO", "YES", List.of(row("场所2", "THIRD_PARTY", "不存在的场所"))), "没有“场所2”");
    Map<String, Object> unseen = new HashMap<>(review(caseNumber, "release", "NO", "NO", List.of()));
    unseen.put("parts", json(List.of(row("场所1", "OPEN", ""))));
    refused(caseNumber, unseen, "每一项都要审查");
    Map<String, Object> explanation = row("差异说明", "INTERNAL", "内部工作安排");
    complete(caseNumber, "reviewRelease", GOVERNMENT,
        review(caseNumber, "release", "NO", "YES", List.of(venue, explanation, row("项目1", "OPEN", ""))));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "return", "opinion", "请再审查。"));
    assertThat(instance).isWaitingAt("reviewRelease");
    complete(caseNumber, "reviewRelease", GOVERNMENT, review(caseNumber, "release", "NO", "YES", List.of(venue, explanation)));
    complete(caseNumber, "decide", LEADER, Map.of("decision", "publish"));

    PublishedDisclosure published = published(versions().get(0));
    assertThat(published.venues()).containsExactly(new Line("依照《政府信息公开条例》第十五条不予公开", new BigDecimal("41300.00")));
    assertThat(published.items()).extracting(Line::name).containsExactly("工作餐");
    assertThat(published.explanation()).isNull();
    assertThat(published.keptBack()).extracting(PublishedDisclosure.KeptBack::reason).containsExactlyInAnyOrder("场所以个人姓名命名", "内部工作安排");
    assertThat(versions().get(0).content()).doesNotContain("样例宾馆", "涉及内部安排");
  }

  @Test
  void aCorrectionStandsBesideTheOldVersionWithinTwentyWorkingDays() throws Exception {
    receptions.state(office.id(), YEAR, year("50000.00", "41300.00", "2800.00", 16));
    publish(begin(), "41300.00");
    receptions.state(office.id(), YEAR, year("50000.00", "41200.00", "2800.00", 16));
    itIs(LocalDateTime.of(2026, 1, 30, 10, 0));
    ProcessInstance correction = correct("CORRECT", "2026-01-30", "一笔付款重复记账");
    assertThat(terms.lastDay("disclosure-correction", LocalDate.of(2026, 1, 30))).isEqualTo("2026-03-05");
    assertThat(runtimeService().getVariable(correction.getId(), "publishBy")).isEqualTo("2026-03-05");
    assertThat(versions()).as("until the new one is published").extracting(Version::state).containsExactly("PUBLISHED");
    assertThatThrownBy(() -> correct("CORRECT", "2026-01-30", "再次更正")).isInstanceOf(RefusedException.class);
    asApplication();
    publish(correction, "41200.00");

    assertThat(versions()).extracting(Version::state).containsExactly("CORRECTED", "PUBLISHED");
    assertThat(versions().get(0).endedReason()).isEqualTo("一笔付款重复记账");
    assertThat(published(versions().get(0)).finalFigure()).as("nothing is overwritten").isEqualTo("41300.00");
    assertThat(published(versions().get(1)).correction()).isEqualTo("一笔付款重复记账");
    assertThat(published(versions().get(1)).finalFigure()).isEqualTo("41200.00");
  }

  @Test
  void aPersonalDatumIsTakenOffAtOnce() {
    publish(begin(), "0.00");
    itIs(LocalDateTime.of(2026, 4, 10, 10, 0));
    ProcessInstance correction = correct("WITHDRAW", "2026-04-10", "误公布个人信息");
    assertThat(versions()).extracting(Version::state, Version::endedOn)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("WITHDRAWN", LocalDate.of(2026, 4, 10)));
    assertThat(jdbc.sql("select count(*) from public_disclosure where office = ?").param(office.id()).query(Long.class).single()).isZero();
    publish(correction, "0.00");
    assertThat(versions()).extracting(Version::state).containsExactly("WITHDRAWN", "PUBLISHED");
  }

  @Test
  void theReasonOfACorrectionTellsNoNumberOfAPerson() {
    publish(begin(), "0.00");
    assertThatThrownBy(() -> correct("WITHDRAW", "2026-01-01", "误公布了13800000000的机主")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("请删去");
    asApplication();
    assertThat(versions()).extracting(Version::state).containsExactly("PUBLISHED");
  }

  /** Rules, section 7: what came back in January of a payment of December is told apart from what was spent. */
  @Test
  void whatCameBackOfEarlierPaymentsIsDisclosedApart() throws Exception {
    BigDecimal paid = new BigDecimal("200.00");
    BigDecimal nothing = new BigDecimal("0.00");
    receptions.state(office.id(), YEAR, new ReceptionYear(new BigDecimal("500.00"), nothing, paid, nothing, new BigDecimal("60.00"),
        nothing, 3, 12, List.of(new Sum("样例宾馆", paid)), List.of(new Sum("工作餐", paid)), List.of()));
    publish(begin(), "200.00");
    PublishedDisclosure published = published(versions().get(0));
    assertThat(published.refundsOfEarlierPayments()).isEqualTo("60.00");
    assertThat(published.finalFigure()).isEqualTo("200.00");
  }

  /** Rules, section 8 (7): who published, when, late or not; what was taken off is told. */
  @Test
  void theBureauHasAListOfWhoPublished() throws Exception {
    ProcessInstance first = begin();
    assertThat(listed(LocalDate.of(2026, 3, 31))).isEqualTo("未到期");
    assertThat(listed(LocalDate.of(2026, 4, 1))).isEqualTo("逾期未公开");
    publish(first, "0.00");
    assertThat(listed(LocalDate.of(2026, 4, 1))).isEqualTo("按期公开");
    correct("WITHDRAW", "2026-01-01", "误公布个人信息");
    assertThat(listed(LocalDate.of(2026, 4, 1))).isEqualTo("按期公开，已撤下");
    office = office("洛阳市人民政府驻长沙办事处");
    staff = Groups.staffOf(office.id());
    ProcessInstance late = begin();
    itIs(LocalDateTime.of(2026, 4, 1, 9, 0));
    publish(late, "0.00");
    assertThat(listed(LocalDate.of(2026, 4, 1))).isEqualTo("逾期公开");
    try (var book = WorkbookFactory.create(new ByteArrayInputStream(list.workbook()))) {
      assertThat(StreamSupport.stream(book.getSheetAt(0).spliterator(), false)
          .filter(row -> row.getCell(2) != null && row.getCell(2).getStringCellValue().equals(office.name()))
          .map(row -> row.getCell(6).getStringCellValue())).contains("逾期公开");
    }
  }

  private String listed(LocalDate today) {
    List<String> told = list.rows()
        .stream()
        .filter(row -> row.office().equals(office.name()) && row.disclosedYear() == YEAR && row.government().contains("洛阳"))
        .map(row -> row.state(today))
        .toList();
    return told.get(told.size() - 1);
  }

  /** Not published by the day: supervision. */
  @Test
  void whatIsNotPublishedByTheDayIsSupervised() {
    ProcessInstance instance = begin();
    itIs(LocalDateTime.of(2026, 4, 1, 9, 0));
    managementService().createJobQuery()
        .processInstanceId(instance.getId())
        .timers()
        .executable()
        .list()
        .forEach(timer -> managementService().executeJob(timer.getId()));
    assertThat(jdbc.sql("select count(*) from escalation where case_number = ? and task_id is null and kind = 'MISS'")
        .param(instance.getBusinessKey())
        .query(Long.class)
        .single()).as("of the case itself").isEqualTo(1);
  }

  /** Rules, section 1.7: what the office had to do on the day on which it ends its government does, also of what is done each year. */
  @Test
  void whatAnEndedOfficeHadToDoItsGovernmentDoes() {
    String disclosure = begin().getBusinessKey();
    String appraisal = runtimeService().startProcessInstanceByKey("annual-appraisal", Map.of("officeId", office.id(), "year", YEAR))
        .getBusinessKey();
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    register.abolish(office.id(), "豫政函〔2026〕9号", "C6", "已经撤销。");
    for (Task open : List.of(task(disclosure, "explain"), task(appraisal, "selfAssess"))) {
      assertThat(taskService().getIdentityLinksForTask(open.getId())).extracting(IdentityLink::getGroupId).containsExactly(GOVERNMENT);
    }
    complete(disclosure, "explain", GOVERNMENT, Map.of("decision", "confirm"));
  }

  @Test
  void ofAnOfficeThatWasAbolishedItsGovernmentPublishesThePartOfTheYear() throws Exception {
    itIs(LocalDateTime.of(2025, 5, 31, 10, 0));
    register.markToBeAbolished(office.id(), "C1", "应予撤销。");
    register.abolish(office.id(), "豫政函〔2025〕9号", "C6", "已经撤销。");
    itIs(LocalDateTime.of(2026, 1, 1, 1, 0));
    staff = GOVERNMENT;
    publish(begin(), "0.00");
    PublishedDisclosure published = published(versions().get(0));
    assertThat(published.from()).isEqualTo("2025-01-01");
    assertThat(published.to()).isEqualTo("2025-05-31");
    assertThat(published.note()).contains("2025年5月31日撤销", "由派出地政府公开");
  }

  @Test
  void ofAnOfficeThatWasMergedTheReceivingOneTellsThatItIsApart() throws Exception {
    itIs(LocalDateTime.of(2025, 5, 31, 10, 0));
    Office receiving = office("洛阳市人民政府驻长沙办事处");
    register.merge(office.id(), receiving.id(), "C8", "整合。");
    itIs(LocalDateTime.of(2026, 1, 1, 1, 0));
    staff = GOVERNMENT;
    publish(begin(), "0.00");
    assertThat(published(versions().get(0)).note()).contains("2025年5月31日并入洛阳市人民政府驻长沙办事处");
    String merged = office.name();
    office = receiving;
    staff = Groups.staffOf(receiving.id());
    publish(begin(), "0.00");
    assertThat(published(versions().get(0)).apart()).containsExactly(merged);
    assertThat(published(versions().get(0)).from()).as("newly established").isEqualTo("2025-05-31");
  }

  /** In years in which no other test has offices. */
  @Test
  void itBeginsByItselfWhenTheYearIsOver() {
    jdbc.sql("delete from yearly_procedure where procedure_key = 'reception-disclosure'").update();
    itIs(LocalDateTime.of(1996, 6, 3, 9, 0));
    office = office("洛阳市人民政府驻成都办事处");
    runtimeService().startProcessInstanceByKey("year-beginning");
    itIs(LocalDateTime.of(1997, 1, 1, 1, 0));
    runtimeService().startProcessInstanceByKey("year-beginning");
    assertThat(runtimeService().createProcessInstanceQuery()
        .processDefinitionKey("reception-disclosure")
        .variableValueEquals("officeId", office.id())
        .list()).singleElement().satisfies(begun -> {
          assertThat(begun).isWaitingAt("explain").variables().containsEntry("year", 1996);
          assertThat(jdbc.sql("select served_from from disclosure where case_number = ?")
              .param(begun.getBusinessKey())
              .query(LocalDate.class)
              .single()).isEqualTo("1996-06-03");
        });
    jdbc.sql("delete from yearly_procedure where procedure_key = 'reception-disclosure'").update();
  }

  @Test
  void whatBeginsAfterTheDayIsDueInTwentyWorkingDays() {
    itIs(LocalDateTime.of(2026, 4, 1, 8, 0));
    assertThat(runtimeService().getVariable(begin().getId(), "publishBy")).isEqualTo("2026-04-30");
  }

  @Test
  void aYearIsDisclosedInOneCaseAndNobodyCorrectsThatOfAnotherGovernment() {
    ProcessInstance instance = begin();
    assertThatThrownBy(this::begin).isInstanceOf(RefusedException.class);
    publish(instance, "0.00");
    assertThatThrownBy(this::begin).isInstanceOf(RefusedException.class).hasMessageContaining("每个年度只办理一次");
    as("gov410700", "gov410700");
    assertThatThrownBy(() -> start("CORRECT", "2026-03-31", "别人的")).isInstanceOf(RefusedException.class)
        .hasMessageContaining("只能从列出的选项中选择");
  }

  private Office office(String name) {
    return register.establish(new OfficeEntry(register.nextRegisterNumber(), name, "410300", SenderKind.GOVERNMENT, null, "420100", "武汉市",
        WorkKind.GENERAL, null, "样政函〔2015〕1号", 3, null, true), "样政函〔2015〕1号", null);
  }

  private static ReceptionYear year(String budget, String paid, String earlier, int guests) {
    BigDecimal amount = new BigDecimal(paid);
    BigDecimal nothing = new BigDecimal("0.00");
    return new ReceptionYear(new BigDecimal(budget), nothing, amount, new BigDecimal(earlier), nothing, new BigDecimal("900.00"), 7, guests,
        List.of(new Sum("样例宾馆", amount)), List.of(new Sum("工作餐", amount)), List.of("工作餐每人每次不超过60.00元"));
  }

  private ProcessInstance begin() {
    return runtimeService().startProcessInstanceByKey("reception-disclosure", Map.of("officeId", office.id(), "year", YEAR));
  }

  private ProcessInstance correct(String kind, String day, String reason) {
    as(GOVERNMENT, GOVERNMENT);
    try {
      start(kind, day, reason);
    } finally {
      asApplication();
    }
    return runtimeService().createProcessInstanceQuery()
        .processDefinitionKey("reception-disclosure")
        .variableValueEquals("officeId", office.id())
        .singleResult();
  }

  private void start(String kind, String day, String reason) {
    String definition = repositoryService().createProcessDefinitionQuery()
        .processDefinitionKey("disclosure-correction")
        .latestVersion()
        .singleResult()
        .getId();
    formService().submitStartForm(definition,
        Map.of("disclosure", office.id() + "/" + YEAR, "correctionKind", kind, "knownOn", day, "correctionReason", reason));
  }

  private void publish(ProcessInstance instance, String booked) {
    String caseNumber = instance.getBusinessKey();
    complete(caseNumber, "explain", staff, Map.of("decision", "confirm"));
    Map<String, Object> agreed = new HashMap<>(accounts(booked));
    agreed.put("accountsApprovedOn", "2026-01-01");
    complete(caseNumber, "agreeAccounts", FINANCE, agreed);
    release(caseNumber, "NO", "NO", List.of());
    complete(caseNumber, "decide", LEADER, Map.of("decision", "publish"));
  }

  private static Map<String, Object> accounts(String booked) {
    return Map.of("decision", "agree", "booked", booked, "accountsApprovedOn", "2026-03-31", "accountsNumber", "洛财预〔2026〕3号");
  }

  private void release(String caseNumber, String secret, String personal, List<Map<String, Object>> parts) {
    complete(caseNumber, "reviewRelease", GOVERNMENT, review(caseNumber, "release", secret, personal, parts));
  }

  private Map<String, Object> review(String caseNumber, String decision, String secret, String personal, List<Map<String, Object>> parts) {
    return Map.of("decision", decision, "secret", secret, "personal", personal, "thirdParty", "NO", "parts", json(all(caseNumber, parts)),
        "opinion", "已经审查。");
  }

  /** All that is to be reviewed, as it is shown: open but for what is stated. */
  private List<Map<String, Object>> all(String caseNumber, List<Map<String, Object>> stated) {
    List<Object> keys = stated.stream().map(row -> row.get("part")).toList();
    return Stream
        .concat(stated.stream(),
            disclosures.parts(caseNumber).stream().filter(part -> !keys.contains(part.key())).map(part -> row(part.key(), "OPEN", "")))
        .toList();
  }

  private static String json(List<Map<String, Object>> rows) {
    try {
      return new ObjectMapper().writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> row(String part, String basis, String reason) {
    return Map.of("part", part, "name", "", "basis", basis, "reason", reason);
  }

  private void refused(String caseNumber, Map<String, Object> values, String words) {
    assertThatThrownBy(() -> complete(caseNumber, "reviewRelease", GOVERNMENT, values)).isInstanceOf(RefusedException.class)
        .hasMessageContaining(words);
  }

  private List<Version> versions() {
    return jdbc.sql("select * from disclosure_version where office_id = ? order by version")
        .param(office.id())
        .query((row, number) -> new Version(row.getInt("version"), row.getString("state"), row.getObject("published_on", LocalDate.class),
            row.getObject("ended_on", LocalDate.class), row.getString("ended_reason"), row.getString("content"),
            row.getString("content_hash")))
        .list();
  }

  private PublishedDisclosure published(Version version) throws Exception {
    return mapper.readValue(version.content(), PublishedDisclosure.class);
  }
}
