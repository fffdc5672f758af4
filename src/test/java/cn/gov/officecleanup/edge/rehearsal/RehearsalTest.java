package cn.gov.officecleanup.edge.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.edge.demo.SampleRegister;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Notice;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.UnitCourse;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.YearCourse;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import cn.gov.officecleanup.mechanism.register.RegisterExport;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.register.RegisterTestDatabase;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.testkit.EmptyTables;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** C20: plays whole campaigns, from the bureau's start to the last office, with officials who decide by chance. */
@SpringJUnitConfig(RegisterTestDatabase.class)
class RehearsalTest {

  private static final String FEW = """
    登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制
    豫驻0001,洛阳市人民政府驻郑州办事处,410300,政府,410100,郑州市,一般,8
    豫驻0002,栾川县人民政府驻郑州办事处,410324,政府,410100,郑州市,一般,3
    豫驻0003,新乡市人民政府驻郑州办事处,410700,政府,410100,郑州市,一般,6
    豫驻0004,兰考县人民政府驻郑州办事处,410225,政府,410100,郑州市,一般,4
    """;
  private static final String ASSETS = """
    登记编号,资产编号,资产类别,资产名称,账面原值
    豫驻0002,A-1,房屋,办公用房,800000.00
    豫驻0002,A-2,货币资金,银行存款,12000.00
    豫驻0004,B-1,车辆,小轿车,150000.00
    """;
  private static final List<ImportFile> FEW_OFFICES = List.of(new ImportFile("机构.csv", FEW.getBytes(StandardCharsets.UTF_8)),
      new ImportFile("资产.csv", ASSETS.getBytes(StandardCharsets.UTF_8)));

  @Autowired
  private RegisterImport registerImport;
  @Autowired
  private RegisterExport registerExport;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private JdbcClient jdbc;

  @TempDir
  private Path folder;

  /** Other tests share the database. */
  @BeforeEach
  @AfterEach
  void anEmptyRegister() {
    EmptyTables.clear(jdbc);
  }

  @Test
  void theCampaignOf2015EndsWithNothingStuckLostOrUnbalanced() throws IOException {
    load(SampleRegister.files().stream().map(RehearsalTest::everyFifthOffice).toList());
    RehearsalResult result = rehearse(
        new RehearsalPlan(LocalDate.of(2015, 9, 1), null, LocalDate.of(2015, 10, 31), LocalDate.of(2015, 11, 15), 1, 0));

    assertThat(result.faults()).isEmpty();
    assertThat(result.foretold().transitions()).as("every task is compared").isEqualTo(result.tasksDone());
    assertThat(result.foretold().share()).as("told what comes next, and for whom: %s", result.foretold().otherwise()).isGreaterThan(0.95);
    assertThat(result.units()).as("every office has an outcome in the end")
        .allSatisfy(unit -> assertThat(decided(unit, 3)).isEqualTo(unit.standings().get(3).figures().count(Figure.BEFORE)));
    assertThat(result.concluded()).isAfter(LocalDate.of(2015, 11, 15));
    assertThat(result.deadlines()).extracting(RehearsalResult.Deadline::day)
        .containsExactly(LocalDate.of(2015, 9, 30), LocalDate.of(2015, 10, 31), LocalDate.of(2015, 11, 15));
    assertThat(result.units()).as("everybody's offices at every deadline").allSatisfy(unit -> assertThat(unit.standings()).hasSize(4));
    for (int i = 0; i < 4; i++) {
      int at = i;
      assertThat(result.units().stream().mapToInt(unit -> unit.standings().get(at).figures().count(Figure.BEFORE)).sum())
          .isEqualTo(register.all().size());
    }
    assertThat(result.units()).as("nothing is with a report before there is one")
        .allSatisfy(unit -> assertThat(unit.standings().get(1).report()).isEqualTo("未报送"));
    assertThat(result.notices()).filteredOn(Notice::missed)
        .as("somebody is late")
        .isNotEmpty()
        .allSatisfy(miss -> assertThat(miss.entry().notedAt()).isAfter(miss.entry().dueAt()));
    assertThat(result.notices()).as("nothing late stays open").allSatisfy(notice -> assertThat(notice.entry().closedAt()).isNotNull());
    assertThat(register.all()).as("the register at hand is only read").allMatch(office -> office.status() == OfficeStatus.REGISTERED);
    assertThat(Math.abs(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis())).as("the clock runs again").isLessThan(60_000);
    savedAsTablesAndPicture(result);
  }

  @Test
  void aCampaignInAHurryEndsAsWellAndTheSameWhereTheSeedIsTheSame() {
    load(FEW_OFFICES);
    RehearsalResult first = rehearse(inAHurry(20, 0));
    assertThat(first.faults()).isEmpty();
    assertThat(first.units()).as("nobody can be through by then").anyMatch(unit -> decided(unit, 1) < decided(unit, 3));
    assertThat(rehearse(inAHurry(20, 0))).isEqualTo(first);
    theYearsAfterItKeepTheirBudgetsAndEndWhatTheyBegin(first);
  }

  /** Of the first year nothing is owed: the procedures are new in it. */
  private void theYearsAfterItKeepTheirBudgetsAndEndWhatTheyBegin(RehearsalResult ofAnotherSeed) {
    RehearsalResult result = rehearse(inAHurry(21, 2));
    assertThat(result.faults()).isEmpty();
    assertThat(result.notices()).as("chance").isNotEqualTo(ofAnotherSeed.notices());
    assertThat(result.years()).extracting(YearCourse::year).containsExactly(2028, 2029);
    YearCourse second = result.years().get(1);
    assertThat(second.offices()).isPositive();
    assertThat(second.receptions()).isPositive();
    assertThat(second.guests()).isEqualTo(2 * second.receptions());
    assertThat(second.paid()).isPositive().isLessThanOrEqualTo(second.budget());
    assertThat(List.of(second.appraised(), second.published())).as("of the year before").containsOnly(second.offices());
    assertThat(result.years().stream().mapToInt(YearCourse::rotated).sum()).as("whose term was over, of %s", result.years()).isPositive();
  }

  @Test
  void whatCannotBeRehearsedIsRefused() {
    assertThatThrownBy(() -> rehearse(inAHurry(1, 0))).isInstanceOf(RefusedException.class).hasMessageContaining("请先导入登记册");
    load(List.of(new ImportFile("机构.csv", FEW.getBytes(StandardCharsets.UTF_8))));
    assertThatThrownBy(
        () -> rehearse(new RehearsalPlan(LocalDate.of(2026, 9, 1), null, LocalDate.of(2026, 10, 31), LocalDate.of(2026, 10, 30), 1, 0)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("不能早于“清理期限”");
    assertThat(Math.abs(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis())).isLessThan(60_000);
  }

  private void savedAsTablesAndPicture(RehearsalResult result) throws IOException {
    assertThat(RehearsalFiles.save(result, folder.resolve("new"))).allMatch(Files::exists);
    List<CSVRecord> units = rows(RehearsalFiles.UNITS);
    assertThat(units).hasSize(4 * result.units().size());
    assertThat(units).filteredOn(row -> row.get("单位").equals("洛阳市人民政府"))
        .extracting(row -> row.get("期限"))
        .containsExactly("保留申请期限", "清理期限", "报送期限", "全部办结");
    assertThat(units).filteredOn(row -> row.get("期限").equals("清理期限"))
        .extracting(row -> Integer.parseInt(row.get("清理前机构（个）")))
        .satisfies(counts -> assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(register.all().size()));
    List<CSVRecord> notices = rows(RehearsalFiles.NOTICES);
    assertThat(notices).hasSize(result.notices().size());
    assertThat(notices).extracting(row -> row.get("种类")).containsOnly("提醒", "逾期");
    BufferedImage chart = ImageIO.read(folder.resolve("new").resolve(RehearsalFiles.CHART).toFile());
    assertThat(chart.getHeight()).isGreaterThan(600);
  }

  private List<CSVRecord> rows(String file) throws IOException {
    String text = Files.readString(folder.resolve("new").resolve(file));
    assertThat(text).as("Excel knows it for UTF-8").startsWith("\uFEFF");
    return CSVParser.parse(text.substring(1), CSVFormat.EXCEL.builder().setHeader().get()).getRecords();
  }

  private static int decided(UnitCourse unit, int position) {
    return unit.standings().get(position).decided();
  }

  private static RehearsalPlan inAHurry(long seed, int years) {
    return new RehearsalPlan(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 20),
        seed, years);
  }

  /** Enough for every way that offices go. */
  private static ImportFile everyFifthOffice(ImportFile file) {
    List<String> lines = new String(file.content(), StandardCharsets.UTF_8).lines().toList();
    return new ImportFile(file.name(),
        Stream.concat(lines.stream().limit(1), lines.stream().skip(1).filter(line -> "14".indexOf(line.charAt(line.indexOf(',') - 1)) >= 0))
            .collect(Collectors.joining("\n"))
            .getBytes(StandardCharsets.UTF_8));
  }

  private RehearsalResult rehearse(RehearsalPlan plan) {
    return new Rehearsing(registerExport).rehearse(plan);
  }

  private void load(List<ImportFile> files) {
    assertThat(registerImport.run(files, ImportMode.ALL_OR_NOTHING, government -> true).problems()).isEmpty();
  }
}
