package cn.gov.officecleanup.edge.board;

import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.edge.search.CaseSearch;
import cn.gov.officecleanup.edge.search.ListedRow;
import cn.gov.officecleanup.edge.search.SearchQuery;
import cn.gov.officecleanup.edge.search.SearchResult;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** What the board says, to whom, and at what cost. */
class BoardsTest extends CampaignSetting {

  private static final String XINXIANG = "410700";
  private static final Board.Counts NONE = new Board.Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  @Autowired
  private Boards boards;
  @Autowired
  private RegimeBoards regime;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private Officials officials;
  @Autowired
  private CaseSearch search;
  @Autowired
  private LocalityReports reports;

  @Test
  void itCountsWhatTheRegisterHolds() {
    office(LUOYANG, "410100");
    office("410324", "410100");
    office(XINXIANG, "310000");
    assertThat(seenBy("supervisors").campaign()).isNull();
    start();
    Board board = seenBy("supervisors");
    assertThat(board.campaign()).isEqualTo("2015年清理规范工作");
    assertThat(board.daysLeft()).isEqualTo(75);
    assertThat(board.rows()).hasSize(28);
    assertThat(board.total().before()).isEqualTo(register.all().size());
    assertThat(row(board, LUOYANG).counts()).as("with its county").isEqualTo(new Board.Counts(2, 1, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0));
    assertThat(row(board, XINXIANG).counts()).isEqualTo(new Board.Counts(1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(row(board, LUOYANG).report()).isEqualTo("未报送");
  }

  @Test
  void itFollowsTheReportsAndTellsWhoIsLate() {
    office(LUOYANG, "310000");
    start();
    Reporting luoyang = Reporting.of(campaign, reports).get(LUOYANG).fill().signs("sign");
    assertThat(row(seenBy("supervisors"), LUOYANG).report()).isEqualTo("第1稿，按期报送，待审核");
    luoyang.bureauAccepts();
    itIs(LocalDateTime.of(2015, 11, 18, 9, 0));
    runDueJobs();
    Board board = seenBy("supervisors");
    assertThat(board.daysLeft()).isEqualTo(-3);
    assertThat(row(board, LUOYANG).report()).isEqualTo("第1稿，按期报送，已接收");
    assertThat(row(board, LUOYANG).reportLate()).isFalse();
    assertThat(row(board, XINXIANG).reportLate()).isTrue();
    assertThat(row(board, XINXIANG).counts().supervisions()).as("urged").isEqualTo(1);
    assertThat(board.total().supervisions()).isEqualTo(27);
  }

  @Test
  void aLedgerThatDoesNotBalanceIsCounted() {
    Office county = office("410324", "410100");
    SampleOffice.give(register, county, "A-01", AssetKind.EQUIPMENT, "20000.00");
    start();
    assertThat(row(seenBy("audit"), LUOYANG).counts().unbalanced()).isZero();
    jdbc.sql("update ledger_entry set amount = amount + 1").update();
    assertThat(row(seenBy("audit"), LUOYANG).counts().unbalanced()).isEqualTo(1);
  }

  @Test
  void everyOneSeesTheOwnAndTheProvinceAll() {
    office(LUOYANG, "410100");
    office("410000", "110000", "粮食局", WorkKind.GENERAL, null);
    start();
    assertThat(seenBy("gov410300Leader").rows()).extracting(Board.Row::name).containsExactly("洛阳市人民政府");
    assertThat(seenBy("gov410300Leader").total().before()).isEqualTo(1);
    String department = seenBy("supervisors").rows()
        .stream()
        .filter(row -> row.name().equals("河南省粮食局"))
        .findFirst()
        .orElseThrow()
        .code()
        .substring(6);
    assertThat(seenBy("gov410000Dept%sLeader".formatted(department)).rows()).extracting(Board.Row::name).containsExactly("河南省粮食局");
    assertThat(seenBy("provincialBureauLeader").rows()).hasSize(29);
    assertThat(seenBy("nationalBureau").rows()).isEmpty();
    assertThat(does("gov410300Leader", () -> boards.casesOf(XINXIANG, officials.required()))).isEmpty();
  }

  @Test
  void theCasesOfAUnitSayWhereTheyStand() {
    office(LUOYANG, "410100");
    office("410324", "410100");
    office(XINXIANG, "410100");
    start();
    assertThat(does("supervisors", () -> boards.casesOf(LUOYANG, officials.required()))).hasSize(4)
        .allSatisfy(found -> assertThat(List.of(found.step(), found.holder())).doesNotContain(""))
        .allSatisfy(found -> assertThat(found.lastDay()).isNotNull())
        .extracting(ListedRow::step)
        .contains("起草保留申请", "盘点资产");
    assertThat(does("supervisors", () -> boards.casesOf("nothing", officials.required()))).isEmpty();
  }

  @Test
  void aRowIsNotFinishedWhileAStepIsOpen() {
    office("410324", "410100");
    start();
    jdbc.sql("update case_file set closed_at = opened_at").update();
    assertThat(does("supervisors", () -> boards.casesOf(LUOYANG, officials.required()))).extracting(ListedRow::step)
        .isNotEmpty()
        .doesNotContain("已办结");
    assertThat(does("supervisors", () -> search.find(new SearchQuery("办事处", null, null, null), officials.required())).cases()).isNotEmpty()
        .noneMatch(SearchResult.Case::finished);
  }

  /** Whatever happened since, a day is told as it was told on that day; and each figure is as many as it names. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void whatIsToldOfADayIsWhatWasToldOnIt(long seed) {
    Random chance = new Random(seed);
    List<Office> offices = new ArrayList<>();
    Map<LocalDate, Board> taken = new LinkedHashMap<>();
    for (LocalDate day = LocalDate.of(2015, 9, 1); day.isBefore(LocalDate.of(2015, 12, 1)); day = day.plusDays(1 + chance.nextInt(12))) {
      itIs(day.atTime(9, 0));
      runDueJobs();
      for (int event = chance.nextInt(5); event >= 0; event--) {
        happens(chance, offices);
      }
      if (campaign == null && day.getDayOfMonth() > 5) {
        start();
      }
      itIs(day.atTime(23, 59));
      runDueJobs();
      taken.put(day, seenBy("supervisors"));
    }
    itIs(LocalDateTime.of(2015, 12, 2, 9, 0));
    happens(chance, offices);
    assertThat(taken.values()).as("something was late").anyMatch(board -> board.total().late() > 0);
    taken.forEach((day, then) -> {
      Board later = does("supervisors", () -> boards.of(officials.required(), day));
      assertThat(onlyKept(later)).as(day.toString()).isEqualTo(onlyKept(then));
      assertThat(later.course()).as("course until " + day).isEqualTo(then.course());
      assertThat(named(BoardFigure.BEFORE, null, day).stream().collect(Collectors.groupingBy(CountedItem::unit)))
          .allSatisfy((unit, named) -> assertThat(later.rows()).filteredOn(row -> row.name().equals(unit))
              .singleElement()
              .satisfies(row -> assertThat(named).hasSize(row.counts().before())));
      for (BoardFigure figure : BoardFigure.values()) {
        if (figure != BoardFigure.UNBALANCED) {
          assertThat(named(figure, null, day)).as("%s on %s", figure, day).hasSize(count(figure, later.total()));
        }
      }
    });
    Board now = seenBy("supervisors");
    assertThat(now.total().before()).as("the register's count")
        .isEqualTo((int) register.all().stream().filter(office -> !office.outcome().newlyEstablished()).count());
    assertThat(now.total().abolished())
        .isEqualTo((int) register.all().stream().filter(office -> office.status() == OfficeStatus.ABOLISHED).count());
    for (BoardFigure figure : BoardFigure.values()) {
      assertThat(named(figure, null, null)).as(figure.name()).hasSize(count(figure, now.total()));
    }
  }

  /** Something befalls the register; what its rules refuse does not. */
  private void happens(Random chance, List<Office> offices) {
    if (offices.size() < 5 || chance.nextInt(4) == 0) {
      offices.add(office(List.of(LUOYANG, "410324", XINXIANG, "410000").get(chance.nextInt(4)), "410100",
          chance.nextBoolean() ? "粮食局" : null, WorkKind.GENERAL, null));
      return;
    }
    Office office = offices.get(chance.nextInt(offices.size()));
    try {
      switch (chance.nextInt(6)) {
        case 0 -> register.retain(office.id(), "批文", null, null, "C3", "经批准保留。");
        case 1 -> register.markToBeAbolished(office.id(), "C1", "应予撤销。");
        case 2 -> register.abolish(office.id(), "撤销通知", "C1", "已撤销。");
        case 3 -> register.merge(office.id(), offices.get(chance.nextInt(offices.size())).id(), "C8", "并入。");
        case 4 -> register.amend(office.id(), ofSender(office.entry(), chance.nextBoolean() ? XINXIANG : LUOYANG));
        default -> withdraw(office);
      }
    } catch (RefusedException refused) {
      assertThat(refused.findings()).isNotEmpty();
    }
  }

  private void withdraw(Office office) {
    if (register.get(office.id()).status() == OfficeStatus.REGISTERED) {
      ReflectionTestUtils.invokeMethod(AopTestUtils.<OfficeRegister>getTargetObject(register), "withdraw", office.id(), "登记撤回。");
    }
  }

  private static OfficeEntry ofSender(OfficeEntry entry, String government) {
    return new OfficeEntry(entry.registerNumber(), entry.name(), government, SenderKind.GOVERNMENT, null, entry.hostCityCode(),
        entry.hostCityName(), entry.workKind(), entry.specialWorkEnd(), entry.approvalDocument(), entry.staffEstablishment(),
        entry.functions(), entry.sample());
  }

  private List<CountedItem> named(BoardFigure figure, String unit, LocalDate day) {
    return does("supervisors", () -> boards.countedIn(figure, unit, day, officials.required()));
  }

  /** What is kept of a past day: the figures of all that have any. */
  private static Map<String, String> onlyKept(Board board) {
    Map<String, String> kept = new TreeMap<>();
    board.rows().forEach(row -> kept.put(row.code(), countsOf(row.counts())));
    kept.values().removeIf(countsOf(NONE)::equals);
    kept.put("合计", countsOf(board.total()));
    kept.put("期限", String.valueOf(board.daysLeft()));
    return kept;
  }

  private static String countsOf(Board.Counts counts) {
    return Stream.of(BoardFigure.values())
        .filter(figure -> figure != BoardFigure.UNBALANCED)
        .map(figure -> figure + "=" + count(figure, counts))
        .collect(Collectors.joining(" "));
  }

  private static int count(BoardFigure figure, Board.Counts counts) {
    return switch (figure) {
      case BEFORE -> counts.before();
      case RETAINED -> counts.retained();
      case NO_MEASURE -> counts.noMeasure();
      case MERGED -> counts.merged();
      case ABOLISHED -> counts.abolished();
      case TO_BE_ABOLISHED -> counts.toBeAbolished();
      case PENDING -> counts.pending();
      case UNFINISHED -> counts.unfinished();
      case ESTABLISHED -> counts.established();
      case LATE -> counts.late();
      case SUPERVISIONS -> counts.supervisions();
      case UNBALANCED -> counts.unbalanced();
    };
  }

  @Test
  void onlyPastDaysWithRecordsCanBeChosen() {
    assertThatThrownBy(() -> seenOn("supervisors", LocalDate.of(2015, 8, 31))).hasMessageContaining("还没有机构");
    office(LUOYANG, "410100");
    itIs(LocalDateTime.of(2015, 9, 5, 9, 0));
    assertThatThrownBy(() -> seenOn("supervisors", LocalDate.of(2015, 8, 31))).hasMessageContaining("登记册自2015年9月1日起才有记录");
    for (int ahead : new int[]{0, 1}) {
      assertThatThrownBy(() -> seenOn("supervisors", LocalDate.of(2015, 9, 5).plusDays(ahead))).hasMessageContaining("还没有结束");
    }
    assertThat(seenOn("supervisors", LocalDate.of(2015, 9, 1)).total().before()).isEqualTo(1);
    assertThat(seenOn("supervisors", LocalDate.of(2015, 9, 1)).total().unbalanced()).isNull();
  }

  @Test
  void aFigureNamesToALeaderTheOwnCitysAlone() {
    office(LUOYANG, "410100");
    office(XINXIANG, "410100");
    start();
    assertThat(does("gov410300Leader", () -> boards.countedIn(BoardFigure.BEFORE, null, null, officials.required())))
        .extracting(CountedItem::unit)
        .containsExactly("洛阳市人民政府");
    assertThat(does("gov410300Leader", () -> boards.countedIn(BoardFigure.BEFORE, XINXIANG, null, officials.required()))).isEmpty();
    assertThat(does("gov410300Leader", () -> boards.of(officials.required(), null)).course().get(0).before()).isEqualTo(1);
  }

  @Test
  void theWorkbookHasARowForEachAndTheTotal() throws IOException {
    office(LUOYANG, "410100");
    start();
    Board board = seenBy("supervisors");
    try (XSSFWorkbook workbook = new XSSFWorkbook(
        new ByteArrayInputStream(BoardWorkbook.of(board, does("supervisors", () -> regime.of(officials.required())))))) {
      XSSFSheet sheet = workbook.getSheet("清理规范进度");
      assertThat(sheet.getLastRowNum()).isEqualTo(1 + board.rows().size() + 1);
      assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue()).isEqualTo("合计");
      assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(1).getNumericCellValue()).isEqualTo(1);
    }
  }

  @Test
  void itTellsHowTheOfficesThatStayAreRegulatedToWhomTheyAre() {
    Office kept = regulated(XINXIANG, "310000");
    regulated(LUOYANG, "440100");
    payAndGetBack(kept);
    start();
    RegimeBoard.Row row = does("gov410700Leader", () -> regime.of(officials.required())).rows().get(0);
    assertThat(row.registerNumber()).isEqualTo(kept.registerNumber());
    assertThat(row.appraisal()).isEqualTo(new RegimeBoard.State("2014年度不合格", true));
    assertThat(row.disclosure().told()).startsWith("2014年度应于").doesNotContain("逾期");
    assertThat(row.parting()).isEqualTo(new RegimeBoard.State("1个尚未脱钩，应于2015年8月31日前脱钩（逾期）", true));
    assertThat(row.rotation().told()).isEqualTo("没有登记任职");
    assertThat(row.budget()).isEqualByComparingTo("50000.00");
    assertThat(row.paid()).as("without what came back").isEqualByComparingTo("800.00");
    assertThat(does("supervisors", () -> regime.of(officials.required())).rows()).hasSize(2);
    assertThat(does("gov410300Leader", () -> regime.of(officials.required())).rows()).extracting(RegimeBoard.Row::unit)
        .containsExactly("洛阳市人民政府");
    assertThat(does("nationalBureau", () -> regime.of(officials.required())).rows()).isEmpty();
  }

  private void payAndGetBack(Office office) {
    String reception = cases.open("JD", "official-reception", "样例", XINXIANG, office.id(), null);
    jdbc.sql("insert into reception (case_number) values (?)").param(reception).update();
    jdbc.sql("insert into reception_payment (case_number, paid_on, supplier, amount, invoice_number, method)"
        + " values (?, date '2015-08-20', '食堂', 1000.00, 'FP-1', 'TRANSFER')").param(reception).update();
    jdbc.sql("insert into reception_refund (payment_id, refunded_on, amount, document_number, entered_by, entered_at)"
        + " select id, date '2015-08-25', 200.00, '收据', 'gov', current_timestamp from reception_payment where case_number = ?")
        .param(reception)
        .update();
  }

  /** An office that the plan will keep, of which something is known of everything. */
  private Office regulated(String government, String city) {
    Office office = office(government, city);
    register.putBusinessEntity(office.id(), new BusinessEntity("宾馆", BusinessEntityKind.HOTEL, null, LocalDate.of(2015, 8, 31)));
    for (String procedure : List.of("annual-appraisal", "reception-disclosure")) {
      officials.asApplication(() -> runtimeService().startProcessInstanceByKey(procedure, Map.of("officeId", office.id(), "year", 2014)));
    }
    jdbc.sql("update appraisal set decided_grade = 'UNQUALIFIED', decided_on = date '2015-08-01'").update();
    jdbc.sql("""
      insert into reception_budget_entry (office_id, budget_year, adjustment, amount, document_number, entered_by, entered_at)
      values (?, 2015, false, 60000.00, '批文', 'gov', current_timestamp), (?, 2015, true, -10000.00, '调整', 'gov', current_timestamp)""")
        .params(office.id(), office.id())
        .update();
    return office;
  }

  @Test
  void itsStatementsDoNotGrowWithTheOffices() {
    office(LUOYANG, "410100");
    start();
    long few = statements();
    for (int i = 0; i < 40; i++) {
      office(i % 2 == 0 ? "410324" : XINXIANG, "410100");
    }
    regulated(XINXIANG, "310000");
    runDueJobs();
    itIs(LocalDateTime.of(2015, 11, 18, 9, 0));
    runDueJobs();
    assertThat(statements()).isEqualTo(few);
  }

  /** As large as a province can be: 170 localities, 100,000 cases. */
  @Test
  void itsStatementsDoNotGrowWithLocalitiesAndCases() {
    office(LUOYANG, "410100");
    start();
    long few = statements();
    int units = seenBy("supervisors").rows().size();
    try {
      jdbc.sql("""
        insert into government (code, name, level, parent_code, province_administered)
        select cast(420000 + x * 100 as varchar(6)), '第' || x || '市', 'CITY', '410000', false from system_range(1, ?)""")
          .param(170 - units)
          .update();
      jdbc.sql("""
        insert into case_file (case_number, procedure_key, title, government_code, opened_by, opened_at, search_key)
        select 'CX-2014-' || x, 'office-abolition', '第' || x || '案', cast(420000 + (1 + mod(x, ?)) * 100 as varchar(6)), 'system',
          current_timestamp, 'cx2014' || x || ' 第' || x || '案'
        from system_range(1, 100000)""").param(170 - units).update();
      assertThat(seenBy("supervisors").rows()).hasSize(170);
      assertThat(statements()).isEqualTo(few);
      assertThat(does("supervisors", () -> boards.casesOf("420100", officials.required()))).as("the newest of more than seven hundred")
          .hasSize(Boards.MOST_CASES);
      assertThat(does("supervisors", () -> search.find(new SearchQuery("第77777案", null, null, null), officials.required())).cases())
          .extracting(SearchResult.Case::caseNumber)
          .containsExactly("CX-2014-77777");
    } finally {
      jdbc.sql("delete from case_file where case_number like 'CX-2014-%'").update();
      jdbc.sql("delete from government where code > '419999'").update();
    }
  }

  /** @return how many statements the board takes, as the database counts them */
  private long statements() {
    jdbc.sql("set query_statistics false").update();
    jdbc.sql("set query_statistics true").update();
    seenBy("supervisors");
    does("supervisors", () -> regime.of(officials.required()));
    long count = jdbc.sql("select sum(execution_count) from information_schema.query_statistics").query(Long.class).single();
    jdbc.sql("set query_statistics false").update();
    assertThat(count).isPositive();
    return count;
  }

  private Board seenOn(String group, LocalDate day) {
    return does(group, () -> boards.of(officials.required(), day));
  }

  private Board seenBy(String group) {
    return does(group, () -> boards.of(officials.required(), null));
  }

  private static Board.Row row(Board board, String unit) {
    return board.rows().stream().filter(row -> row.code().equals(unit)).findFirst().orElseThrow();
  }
}
