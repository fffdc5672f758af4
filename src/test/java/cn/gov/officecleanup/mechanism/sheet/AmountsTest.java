package cn.gov.officecleanup.mechanism.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.document.WorkbookCell;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A unit is part of an amount, wherever it stands: it is understood, or the amount is refused. */
class AmountsTest {

  private static final Column NAME = Column.required("名称", 10);
  private static final Column VALUE = Column.required("账面值", 10, "账面原值");

  private record Table() implements SheetTable {
    @Override
    public String title() {
      return "表";
    }

    @Override
    public List<Column> columns() {
      return List.of(NAME, VALUE);
    }

    @Override
    public List<Column> outcomeColumns() {
      return List.of();
    }
  }

  /** What came of a file. */
  private record Came(List<BigDecimal> amounts, List<String> problems, List<String> notes) {
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"123.5万元|1235000.00", "12.35万元|123500.00", "￥1,234.50|1234.50", "1,000.00 |1000.00", "1000元整|1000.00", "１２３．５万元|1235000.00",
          "1亿2000万元|120000000.00", "1.5百万|1500000.00", "RMB 100|100.00", "人民币：100元|100.00", "壹拾贰万叁仟肆佰元整|123400.00", "叁佰元伍角陆分|300.56",
          "十二|12.00", "0|0.00"})
  void whatIsWrittenIsUnderstood(String written, String yuan) throws Exception {
    assertThat(Amounts.read(WorkbookCell.text(written), BigDecimal.ONE).yuan()).isEqualTo(new BigDecimal(yuan));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "无", "(1,000.00)", "-100", "1.2E+5", "1 234,50", "1,23,4", "100美元", "约100", "100元/年", "12万3", "三万五", "二〇一五",
      "1.001", "12%", "99999999999999999"})
  void whatIsNotIsRefused(String written) {
    assertThatThrownBy(() -> Amounts.read(WorkbookCell.text(written), BigDecimal.ONE)).isInstanceOf(Amounts.NotUnderstoodException.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"账面原值（万元）|1235000.00", "账面原值(元)|123.50", "账面值【千元】|123500.00", "账面原值（单位：亿元）|12350000000.00",
      "账面原值/万元|1235000.00", "账面原值万元|1235000.00", "账面值 单位：百万元|123500000.00", "账面原值（人民币万元，保留两位小数）|1235000.00", "账面原值（必填）|123.50"})
  void theUnitOfAHeadingCounts(String heading, String yuan) {
    Came came = csv("名称,\"" + heading + "\"\n楼,123.5\n");
    assertThat(came.problems()).isEmpty();
    assertThat(came.amounts()).containsExactly(new BigDecimal(yuan));
    assertThat(came.notes()).as("a conversion is told").hasSize(yuan.equals("123.50") ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"账面原值（美元）", "账面原值（平方米）", "账面原值（k）", "账面原值（万美元）"})
  void anUnknownUnitIsRefusedByItsHeading(String heading) {
    Came came = csv("名称," + heading + "\n楼,1\n车,2\n");
    assertThat(came.problems()).singleElement().asString().contains(heading, "无法识别");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"（单位：万元）|1235000.00", "填报单位：兰考县　　单位：万元|1235000.00", "资产清册（万元）|1235000.00", "金额单位：人民币千元|123500.00",
      "本表以万元为单位|1235000.00", "填报单位：某某万元公司|123.50", "单位：兰考县驻郑办|123.50"})
  void theUnitAboveATableCountsUnlessTheHeadingSaysAnother(String above, String yuan) {
    assertThat(csv(above + ",\n名称,账面原值\n楼,123.5\n").amounts()).containsExactly(new BigDecimal(yuan));
    assertThat(csv(above + ",\n名称,账面原值（元）\n楼,123.5\n").amounts()).containsExactly(new BigDecimal("123.50"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"0!.0,\"万\"|1234567|1234567.00", "0.00\"万元\"|123.5|1235000.00", "#,##0.00\"万元\"|123.5|1235000.00",
          "0.00,,\"百万\"|1235000|1235000.00", "#,##0.00|1234.5|1234.50", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ |0|0.00",
          "[$¥-804]#,##0.00|12.5|12.50", "0.00\"元\"|12.5|12.50", "[>=10000]0!.0,\"万\";0|1235000|1235000.00", "[DBNum2]General|5|5.00"})
  void theUnitOfANumberFormatCounts(String format, double number, String yuan) throws Exception {
    Came came = xlsx(format, number);
    assertThat(came.problems()).isEmpty();
    assertThat(came.amounts()).containsExactly(new BigDecimal(yuan));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"0.00%|0.5", "0!.0000|1235000", "0.0,|1235000", "[$$-409]#,##0.00|5", "yyyy-mm-dd|40000", "0.00|-1", "0|12345678901234567"})
  void aNumberThatIsShownAsAnotherIsRefused(String format, double number) throws Exception {
    assertThat(xlsx(format, number).problems()).hasSize(1);
  }

  @Test
  void severalRowsHaveNoAmountTogether() throws Exception {
    Came came = workbook(sheet -> {
      sheet.getRow(1).createCell(1).setCellValue(100);
      sheet.createRow(2).createCell(0).setCellValue("车");
      sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(1, 2, 1, 1));
    });
    assertThat(came.problems()).singleElement().asString().contains("第 3 行", "合并");
  }

  @Test
  void aHiddenColumnIsNotReadAndToldWhereItIsMissed() {
    assertThatThrownBy(() -> workbook(sheet -> {
      sheet.getRow(1).createCell(1).setCellValue(100);
      sheet.setColumnHidden(1, true);
    })).hasMessageContaining("隐藏的1列未读取（B列）");
  }

  @Test
  void howCellsWereReadIsToldAFewTimes() {
    assertThat(csv("名称,账面值\n" + "楼,1万元\n".repeat(50)).notes()).hasSize(11).last().asString().contains("未逐一列出");
  }

  private static Came xlsx(String format, double number) throws Exception {
    return workbook(sheet -> {
      CellStyle style = sheet.getWorkbook().createCellStyle();
      style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
      sheet.getRow(1).createCell(1).setCellValue(number);
      sheet.getRow(1).getCell(1).setCellStyle(style);
    });
  }

  private static Came workbook(java.util.function.Consumer<XSSFSheet> content) throws Exception {
    try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet();
      sheet.createRow(0).createCell(0).setCellValue("名称");
      sheet.getRow(0).createCell(1).setCellValue("账面值");
      sheet.createRow(1).createCell(0).setCellValue("楼");
      content.accept(sheet);
      workbook.write(out);
      return read("表.xlsx", out.toByteArray());
    }
  }

  private static Came csv(String text) {
    return read("表.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private static Came read(String name, byte[] content) {
    List<ImportProblem> problems = new ArrayList<>();
    List<BigDecimal> amounts = new ArrayList<>();
    FoundTable found = SheetFiles.read(new ImportFile(name, content), List.of(new Table())).get(0);
    found.rows(problems).forEach(row -> amounts.add(row.amount(VALUE)));
    return new Came(amounts, problems.stream().map(ImportProblem::message).toList(), List.copyOf(found.notes()));
  }
}
