package cn.gov.officecleanup.mechanism.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.sheet.ImportProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.annotation.Transactional;

@SpringJUnitConfig(RegisterTestDatabase.class)
@Transactional
class RegisterImportTest {

  private static final String HEADINGS = "登记编号,机构名称,派出地政府代码,派出地政府,派出主体,派出部门,驻在城市代码,驻在城市,工作类别,专项工作结束日期,批准文号,人员编制,主要职能,样例\r\n";
  private static final String LUOYANG = "豫驻0001,洛阳市人民政府驻郑州办事处,410300,洛阳市,政府,,410100,郑州市,一般,,洛政文〔1985〕14号,18,\"政务联络，\"\"窗口\"\"服务\",是\r\n";
  private static final String SHANGHAI = "豫驻0002,洛阳市商务局驻上海联络处,410300,,职能部门,商务局,310000,上海市,专项工作,2015年12月31日,,4,,\r\n";
  private static final String XINXIANG = "豫驻0003,新乡市人民政府驻上海办事处,410700,新乡市,政府,,310000,上海市,一般,,,6,,否\r\n";
  private static final Predicate<String> ANY = government -> true;

  @Autowired
  private RegisterImport registerImport;
  @Autowired
  private OfficeRegister register;

  static List<byte[]> encodings() {
    String text = HEADINGS + LUOYANG + SHANGHAI;
    return List.of(text.getBytes(StandardCharsets.UTF_8), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
        text.getBytes(Charset.forName("GBK")), ("\uFEFF" + text.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
        text.replace("\r\n", "\n").getBytes(Charset.forName("GB18030")));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void excelsEncodingsAreUnderstood(byte[] content) {
    ImportReport report = registerImport.run(List.of(new ImportFile("登记表.csv", content)), ImportMode.ALL_OR_NOTHING, ANY);

    assertThat(report.problems()).isEmpty();
    assertThat(report.offices()).isEqualTo(new ImportReport.Counts(2, 0, 0));
    assertThat(register.get("豫驻0001").entry()).isEqualTo(new OfficeEntry("豫驻0001", "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, "洛政文〔1985〕14号", 18, "政务联络，\"窗口\"服务", true));
    assertThat(register.get("豫驻0002").entry()).isEqualTo(new OfficeEntry("豫驻0002", "洛阳市商务局驻上海联络处", "410300", SenderKind.DEPARTMENT, "商务局",
        "310000", "上海市", WorkKind.SPECIAL_WORK, LocalDate.of(2015, 12, 31), null, 4, null, false));
  }

  @Test
  void whatInputMethodsAndExcelLeaveBehindIsEvenedOut() {
    String csv = "河南省驻外办事机构登记表,,,,,,,,,,,,\r\n,,,,\r\n"
        + "机构名称＊,登记编号 ,序号,派出地政府代码（ＧＢ／Ｔ２２６０）,派出主体,派出部门,驻在城市代码,驻在城市,工作类别,专项工作结束日期,人员编制（人）,备注\r\n" + "\r\n"
        + "　洛阳市人民政府驻郑州办事处２室　,豫驻０００１　,1,４１０３００,政府　,　,410100 ,郑州市\u00A0,一般,　,１８,无\r\n" + ",　,,,,,,,,,,\r\n";
    ImportReport report = csv(csv, ImportMode.ALL_OR_NOTHING);

    assertThat(report.problems()).isEmpty();
    assertThat(register.get("豫驻0001").entry()).isEqualTo(new OfficeEntry("豫驻0001", "洛阳市人民政府驻郑州办事处2室", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 18, null, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2015-10-31", "2015/10/31", "2015.10.31", "2015年10月31日", "２０１５年１０月３１日", "2015 / 10 / 31"})
  void datesAreUnderstoodAsOfficialsWriteThem(String date) {
    assertThat(csv(HEADINGS + SHANGHAI.replace("2015年12月31日", date), ImportMode.ALL_OR_NOTHING).problems()).isEmpty();
    assertThat(register.get("豫驻0002").entry().specialWorkEnd()).isEqualTo(LocalDate.of(2015, 10, 31));
  }

  @Test
  void everyWrongCellIsToldWithRowColumnValueAndWhatIsExpected() {
    String wrong = "豫驻 十,,4103,洛阳市,市政府,,990000,,一般工作,2015-02-30,,十二,,也许\r\n";
    ImportReport report = csv(HEADINGS + LUOYANG + "\r\n" + wrong, ImportMode.GOOD_ROWS);

    assertThat(report.offices()).isEqualTo(new ImportReport.Counts(1, 0, 0));
    assertThat(report.problems()).allSatisfy(problem -> assertThat(problem.row()).isEqualTo(4))
        .extracting(ImportProblem::column)
        .containsExactly("B（机构名称）", "C（派出地政府代码）", "E（派出主体）", "G（驻在城市代码）", "H（驻在城市）", "I（工作类别）", "J（专项工作结束日期）", "L（人员编制）", "N（样例）");
    assertThat(report.problems().get(7).message()).isEqualTo("“登记表.csv”第 4 行 L（人员编制） 列：值“十二”不符合要求，应为0至9999的整数。");
    assertThat(report.problems().get(0).message()).isEqualTo("“登记表.csv”第 4 行 B（机构名称） 列：未填写，应为不超过 200 个字的文字。");
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(delimiter = '|', value = {"410300,洛阳市,政府,,410100,郑州市,一般,|410300,开封市,政府,,410100,郑州市,一般,|派出地政府",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410399,,政府,,410100,郑州市,一般,|派出地政府代码",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410300,洛阳市,政府,商务局,410100,郑州市,一般,|派出部门",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410300,洛阳市,职能部门,,410100,郑州市,一般,|派出部门",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410300,洛阳市,政府,,410300,洛阳市,一般,|驻在城市代码",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410000,河南省,政府,,410100,郑州市,一般,|驻在城市代码",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410300,洛阳市,政府,,410100,开封市,一般,|驻在城市", "410300,洛阳市,政府,,510100,成都市,一般,|410300,洛阳市,政府,,123456,成都,一般,|驻在城市",
      "410300,洛阳市,政府,,510100,成都,一般,|410300,洛阳市,政府,,420100,成都市,一般,|驻在城市", "410300,洛阳市,政府,,340200,芜湖市,一般,|410300,洛阳市,政府,,340200,成都,一般,|驻在城市",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410300,洛阳市,政府,,410100,郑州市,专项工作,|专项工作结束日期",
      "410300,洛阳市,政府,,410100,郑州市,一般,|410300,洛阳市,政府,,410100,郑州市,一般,2015-10-31|专项工作结束日期"})
  void cellsHaveToFitEachOther(String right, String wrong, String column) {
    String row = "豫驻0009,办事处,%s,,5,,\r\n";
    assertThat(csv(HEADINGS + row.formatted(right), ImportMode.ALL_OR_NOTHING).problems()).isEmpty();
    assertThat(csv(HEADINGS + row.formatted(wrong), ImportMode.GOOD_ROWS).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.column()).endsWith("（" + column + "）"));
  }

  @Test
  void onRequestOneWrongRowKeepsAllOut() {
    ImportReport report = csv(HEADINGS + LUOYANG + XINXIANG.replace(",6,", ",-6,"), ImportMode.ALL_OR_NOTHING);

    assertThat(report.applied()).isFalse();
    assertThat(report.problems()).hasSize(1);
    assertThat(report.summary()).contains("未导入任何内容");
    assertThat(register.all()).isEmpty();
  }

  @Test
  void theSameFileAgainChangesNothing() {
    csv(HEADINGS + LUOYANG + XINXIANG, ImportMode.GOOD_ROWS);
    List<Office> before = register.all();
    ImportReport again = csv(HEADINGS + LUOYANG + XINXIANG, ImportMode.GOOD_ROWS);

    assertThat(again.offices()).isEqualTo(new ImportReport.Counts(0, 0, 2));
    assertThat(register.all()).isEqualTo(before);
  }

  @Test
  void aChangedRowUpdatesWhatIsStatedButNeverTheOutcome() {
    csv(HEADINGS + LUOYANG, ImportMode.GOOD_ROWS);
    register.retain(register.get("豫驻0001").id(), "豫政文〔2015〕101号", "脱钩", null, "C3", "批准保留。");
    Outcome outcome = register.get("豫驻0001").outcome();
    ImportReport report = csv(HEADINGS + LUOYANG.replace(",18,", ",16,"), ImportMode.GOOD_ROWS);

    assertThat(report.offices()).isEqualTo(new ImportReport.Counts(0, 1, 0));
    assertThat(register.get("豫驻0001").entry().staffEstablishment()).isEqualTo(16);
    assertThat(register.get("豫驻0001").outcome()).isEqualTo(outcome);
  }

  @Test
  void aRegisterNumberTwiceInOneFileKeepsBothRowsOut() {
    ImportReport report = csv(HEADINGS + LUOYANG + XINXIANG.replace("豫驻0003", "豫驻0001"), ImportMode.GOOD_ROWS);
    assertThat(report.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.row()).isEqualTo(3);
      assertThat(problem.expected()).contains("第 2 行");
    });
    assertThat(register.all()).isEmpty();
  }

  @Test
  void anOfficialRegistersOnlyTheirOwnGovernmentsOffices() {
    csv(HEADINGS + XINXIANG, ImportMode.GOOD_ROWS);
    Predicate<String> luoyang = "410300"::equals;
    String takeOver = LUOYANG.replace("豫驻0001", "豫驻0003");
    String foreign = XINXIANG.replace("豫驻0003", "豫驻0004");
    ImportReport report = registerImport.run(List.of(file(HEADINGS + takeOver + foreign + SHANGHAI),
        file("登记编号,资产编号,资产类别,资产名称,账面原值\r\n豫驻0003,F-1,房屋,楼,1\r\n豫驻0002,F-1,房屋,楼,1\r\n")), ImportMode.GOOD_ROWS, luoyang);

    assertThat(report.problems()).extracting(ImportProblem::row).containsExactly(2, 3, 2);
    assertThat(report.offices()).isEqualTo(new ImportReport.Counts(1, 0, 0));
    assertThat(report.assets()).isEqualTo(new ImportReport.Counts(1, 0, 0));
    assertThat(register.get("豫驻0003").governmentCode()).isEqualTo("410700");
    assertThat(register.findByRegisterNumber("豫驻0004")).isEmpty();
    assertThat(register.assetsOf(register.get("豫驻0003").id())).isEmpty();
  }

  @Test
  void assetsAndBusinessEntitiesComeInFilesOfTheirOwnAndAreNeverRemoved() {
    ImportFile assets = file("登记编号,资产编号,资产类别,资产名称,账面原值（元）\r\n豫驻0001,C-01,车辆,轿车,\"￥１86,000.50元\"\r\n豫驻0001,F-01,房屋,办公楼,1000\r\n");
    ImportFile entities = file("登记编号,实体名称,实体类别,脱钩日期,承诺脱钩期限\r\n豫驻0001,牡丹宾馆,宾馆,,2015/10/31\r\n");
    ImportReport first = registerImport.run(List.of(file(HEADINGS + LUOYANG), assets, entities), ImportMode.ALL_OR_NOTHING, ANY);
    assertThat(first.problems()).isEmpty();
    long id = register.get("豫驻0001").id();
    assertThat(register.assetsOf(id)).contains(new OfficeAsset("C-01", AssetKind.VEHICLE, "轿车", new BigDecimal("186000.50")));
    assertThat(register.businessEntitiesOf(id))
        .containsExactly(new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, LocalDate.of(2015, 10, 31)));

    ImportReport again = registerImport.run(List.of(file(HEADINGS + LUOYANG), assets, entities), ImportMode.ALL_OR_NOTHING, ANY);
    assertThat(again.assets()).isEqualTo(new ImportReport.Counts(0, 0, 2));
    assertThat(again.businessEntities()).isEqualTo(new ImportReport.Counts(0, 0, 1));

    // C7: an asset that is no longer in the list is told, not dropped
    ImportFile fewer = file("登记编号,资产编号,资产类别,资产名称,账面原值\r\n豫驻0001,F-01,房屋,办公楼,900\r\n");
    ImportReport less = registerImport.run(List.of(file(HEADINGS + LUOYANG), fewer), ImportMode.GOOD_ROWS, ANY);
    assertThat(less.assets()).isEqualTo(new ImportReport.Counts(0, 1, 0));
    assertThat(less.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("C-01").contains("不因导入而删除"));
    assertThat(register.assetsOf(id)).hasSize(2);
  }

  @Test
  void belongingsOfAWrongOfficeRowStayOutAndAreTold() {
    ImportFile assets = file("登记编号,资产编号,资产类别,资产名称,账面原值\r\n豫驻0003,F-01,房屋,办公楼,1\r\n豫驻0777,F-01,房屋,办公楼,1\r\n"
        + "豫驻0001,F-01,房子,,-1\r\n豫驻0001,F-02,房屋,楼,1\r\n豫驻0001,F-02,房屋,楼,1.234\r\n");
    ImportReport report = registerImport.run(List.of(file(HEADINGS + LUOYANG + XINXIANG.replace(",6,", ",,")), assets),
        ImportMode.GOOD_ROWS, ANY);
    assertThat(report.problems()).extracting(ImportProblem::row).containsExactly(3, 2, 3, 4, 4, 4, 6, 6);
    assertThat(report.problems().get(1).message()).contains("豫驻0003").contains("随之未导入");
    assertThat(report.assets().added()).isEqualTo(1);
  }

  @Test
  void aWorkbookIsReadWithItsDatesNumbersAndComputedFormulas() {
    byte[] workbook = workbook(book -> {
      CellStyle date = book.createCellStyle();
      date.setDataFormat((short) 14);
      Sheet offices = book.createSheet("Sheet1");
      cells(offices.createRow(0), "2015年登记表");
      cells(offices.createRow(2), (Object[]) HEADINGS.trim().split(","));
      Row row = offices.createRow(4);
      cells(row, "豫驻0002", "洛阳市商务局驻上海联络处", 410300, "洛阳市", "职能部门", "商务局", 310000.0, "上海市", "专项工作", null, null, null, "=1+1", "");
      row.createCell(9).setCellValue(LocalDate.of(2015, 10, 31));
      row.getCell(9).setCellStyle(date);
      row.createCell(11).setCellFormula("2+2");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      Sheet assets = book.createSheet("资产");
      cells(assets.createRow(0), "登记编号", "资产编号", "资产类别", "资产名称", "账面原值");
      cells(assets.createRow(1), "豫驻0002", "F-01", "房屋", "办公楼", 0.1 + 0.2);
      cells(book.createSheet("填表说明").createRow(0), "请如实填写");
    });
    ImportReport report = registerImport.run(List.of(new ImportFile("登记表.xlsx", workbook)), ImportMode.ALL_OR_NOTHING, ANY);

    assertThat(report.problems()).isEmpty();
    OfficeEntry entry = register.get("豫驻0002").entry();
    assertThat(entry.specialWorkEnd()).isEqualTo(LocalDate.of(2015, 10, 31));
    assertThat(entry.staffEstablishment()).isEqualTo(4);
    assertThat(entry.functions()).isEqualTo("=1+1");
    assertThat(register.assetsOf(register.get("豫驻0002").id())).extracting(OfficeAsset::bookValue).containsExactly(new BigDecimal("0.30"));
  }

  @Test
  void rowsOfAWorkbookAreToldAsExcelShowsThem() {
    byte[] workbook = workbook(book -> {
      Sheet offices = book.createSheet("办事机构");
      cells(offices.createRow(2), (Object[]) HEADINGS.trim().split(","));
      cells(offices.createRow(6), (Object[]) LUOYANG.trim().replace(",18,", ",多,").split(","));
    });
    ImportReport report = registerImport.run(List.of(new ImportFile("登记表.xlsx", workbook)), ImportMode.GOOD_ROWS, ANY);
    assertThat(report.problems()).singleElement()
        .satisfies(problem -> assertThat(problem).isEqualTo(new ImportProblem("登记表.xlsx·办事机构", 7, "L（人员编制）", "多", "0至9999的整数")));
  }

  @Test
  void amountsAreMadeYuanByTheirHeadingAndItIsTold() throws IOException {
    ImportReport report = sent("91-register-wan-yuan.xlsx");
    assertThat(report.problems()).isEmpty();
    assertThat(register.assetsOf(register.get("测0011").id())).extracting(OfficeAsset::bookValue)
        .containsExactly(new BigDecimal("1235000.00"));
    assertThat(report.summary()).contains("账面原值（万元）", "已换算为元");
  }

  @Test
  void whatIsHiddenIsNotReadAndThatIsTold() throws IOException {
    ImportReport report = sent("90-register-hidden-old-sheet.xlsx");
    assertThat(report.problems()).isEmpty();
    assertThat(register.get("测0001").entry().name()).isEqualTo("某某市人民政府驻北京办事处");
    assertThat(report.summary()).contains("隐藏的1个工作表未读取（办事机构旧）");
  }

  @Test
  void aMergedCellHoldsForTheRowsItSpans() throws IOException {
    assertThat(sent("92-register-merged-number.xlsx").problems()).isEmpty();
    assertThat(register.assetsOf(register.get("测0021").id())).extracting(OfficeAsset::assetNumber).containsExactly("A1", "A2");
  }

  @Test
  void aLineBreakInANameIsABlankAndCharactersOfFourBytesCountAsOne() throws IOException {
    ImportReport report = sent("94b-line-break-in-office-name.xlsx");
    assertThat(report.problems()).isEmpty();
    assertThat(register.get("测0042").entry().name()).isEqualTo("洛阳市人民政府 驻北京办事处");
    assertThat(register.get("测0045").entry().functions().codePoints()).hasSize(2000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"94-long-text-emoji.xlsx", "94d-functions-5400.csv"})
  void aWrongCellOfAnyLengthIsToldByItsFirstCharacters(String file) throws IOException {
    assertThat(sent(file).problems()).singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("M（主要职能）", "不超过 4000 个字").hasSizeLessThan(300));
  }

  @Test
  void aRetiredCodeIsToldWithItsSuccessor() throws IOException {
    assertThat(sent("93-retired-county-codes.xlsx").problems()).extracting(ImportProblem::message)
        .satisfiesExactly(first -> assertThat(first).contains("第 3 行", "开封县已改为祥符区（410212）"),
            second -> assertThat(second).contains("第 5 行", "郾城县已改为郾城区（411103）"));
  }

  @Test
  void countsAreWholeNumbersHoweverExcelKeepsThem() throws IOException {
    assertThat(sent("holds/95-counts.xlsx").problems()).extracting(ImportProblem::row).containsExactly(3, 4, 6);
  }

  private ImportReport sent(String file) throws IOException {
    Path path = Path.of("src/test/resources/cases", file);
    return registerImport.run(List.of(new ImportFile(path.getFileName().toString(), Files.readAllBytes(path))), ImportMode.GOOD_ROWS, ANY);
  }

  @Test
  void headingsThatMeanNothingAreTold() {
    ImportReport report = csv(HEADINGS.replace("主要职能", "主要智能") + LUOYANG, ImportMode.GOOD_ROWS);
    assertThat(report.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("主要智能"));
  }

  static List<ImportFile> unusable() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 101; i++) {
        zip.write(new byte[1024 * 1024]);
      }
    }
    byte[] workbook = workbook(book -> book.createSheet("空"));
    return List.of(new ImportFile("空.csv", new byte[0]), new ImportFile("空行.csv", "\r\n ,　,\r\n".getBytes(StandardCharsets.UTF_8)),
        new ImportFile("空.xlsx", workbook), new ImportFile("残.xlsx", Arrays.copyOf(workbook, workbook.length / 2)),
        new ImportFile("旧.xls", new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}),
        new ImportFile("图.csv", new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, 3}),
        new ImportFile("文.csv", "%PDF-1.4 什么也不是".getBytes(StandardCharsets.UTF_8)),
        new ImportFile("缺列.csv", HEADINGS.replace("人员编制,", "").getBytes(StandardCharsets.UTF_8)),
        new ImportFile("大.csv", new byte[ImportFile.MAX_BYTES + 1]),
        new ImportFile("长.csv", (HEADINGS + LUOYANG.repeat(20_001)).getBytes(StandardCharsets.UTF_8)),
        new ImportFile("炸弹.xlsx", bomb.toByteArray()));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aFileThatCannotBeUsedIsRefusedInOneSentence(ImportFile file) {
    assertThatThrownBy(() -> registerImport.run(List.of(file), ImportMode.GOOD_ROWS, ANY)).isInstanceOf(RefusedException.class)
        .satisfies(refused -> assertThat(refused.getMessage()).contains("“" + file.name()).endsWith("。").doesNotContain("\n"));
  }

  @Test
  void aMissingColumnIsNamed() {
    assertThatThrownBy(() -> csv(HEADINGS.replace("人员编制,", "").replace("工作类别,", ""), ImportMode.GOOD_ROWS))
        .hasMessageContaining("缺少必需的列：工作类别、人员编制。");
  }

  private ImportReport csv(String text, ImportMode mode) {
    return registerImport.run(List.of(file(text)), mode, ANY);
  }

  private static ImportFile file(String text) {
    return new ImportFile("登记表.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] workbook(Consumer<XSSFWorkbook> content) {
    try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream output = new ByteArrayOutputStream()) {
      content.accept(book);
      book.write(output);
      return output.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void cells(Row row, Object... values) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else if (values[i] != null) {
        row.createCell(i).setCellValue((String) values[i]);
      }
    }
  }
}
