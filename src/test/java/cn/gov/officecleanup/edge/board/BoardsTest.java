package cn.gov.officecleanup.edge.board;

import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.edge.search.CaseSearch;
import cn.gov.officecleanup.edge.search.SearchQuery;
import cn.gov.officecleanup.edge.search.SearchResult;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.procedure.campaign.CampaignSetting;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.Reporting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the board says, to whom, and at what cost. */
class BoardsTest extends CampaignSetting {

  private static final String XINXIANG = "410700";

  @Autowired
  private Boards boards;
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
    assertThat(row(board, LUOYANG).counts()).as("with its county").isEqualTo(new Board.Counts(2, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0));
    assertThat(row(board, XINXIANG).counts()).isEqualTo(new Board.Counts(1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0));
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
  void theCasesOfAUnitLeadToTheirInstances() {
    office(LUOYANG, "410100");
    office("410324", "410100");
    office(XINXIANG, "410100");
    start();
    assertThat(does("supervisors", () -> boards.casesOf(LUOYANG, officials.required()))).hasSize(3)
        .allSatisfy(found -> assertThat(found.processInstanceId()).isNotNull())
        .extracting(UnitCase::procedure)
        .containsExactlyInAnyOrder("地方清理情况报告", "撤销办事机构", "保留申请");
    assertThat(does("supervisors", () -> boards.casesOf("nothing", officials.required()))).isEmpty();
  }

  @Test
  void theWorkbookHasARowForEachAndTheTotal() throws IOException {
    office(LUOYANG, "410100");
    start();
    Board board = seenBy("supervisors");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(BoardWorkbook.of(board)))) {
      XSSFSheet sheet = workbook.getSheet("清理规范进度");
      assertThat(sheet.getLastRowNum()).isEqualTo(1 + board.rows().size() + 1);
      assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(0).getStringCellValue()).isEqualTo("合计");
      assertThat(sheet.getRow(sheet.getLastRowNum()).getCell(1).getNumericCellValue()).isEqualTo(1);
    }
  }

  @Test
  void itsStatementsDoNotGrowWithTheOffices() {
    office(LUOYANG, "410100");
    start();
    long few = statements();
    for (int i = 0; i < 40; i++) {
      office(i % 2 == 0 ? "410324" : XINXIANG, "410100");
    }
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
        insert into case_file (case_number, procedure_key, title, government_code, opened_by, opened_at)
        select 'CX-2014-' || x, 'office-abolition', '第' || x || '案', cast(420000 + (1 + mod(x, ?)) * 100 as varchar(6)), 'system',
          current_timestamp
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
    long count = jdbc.sql("select sum(execution_count) from information_schema.query_statistics").query(Long.class).single();
    jdbc.sql("set query_statistics false").update();
    assertThat(count).isPositive();
    return count;
  }

  private Board seenBy(String group) {
    return does(group, () -> boards.of(officials.required()));
  }

  private static Board.Row row(Board board, String unit) {
    return board.rows().stream().filter(row -> row.code().equals(unit)).findFirst().orElseThrow();
  }
}
