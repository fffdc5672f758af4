package cn.gov.officecleanup.procedure.abolition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.RowImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as officials really send them: each gives the right value, or is refused with what to do. */
class FilesAsSentTest {

  private static final Path CASES = Path.of("src/test/resources/cases");

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|',
      value = {"staff|03-id-lowercase-x.xlsx|identityNumber=41022519800101123X|", "staff|06-pinyin-guide-in-name.xlsx|name=王小明,|",
          "staff|10-date-iso-cell.xlsx|birthDate=1980-01-01|", "staff|11-date-text-with-time.xlsx|birthDate=1980-01-01|",
          "staff|11-date-text-with-time.xlsx|hiredOn=2005-07-01|", "staff|17-name-inner-space.xlsx|name=王　明|",
          "staff|20-filtered-hidden-row.xlsx|name=王小明|1行未读取", "staff|22-core-props-dublin-refinement.xlsx|name=王小明|",
          "staff|23-core-props-bad-date.xlsx|name=王小明|", "staff|45-id-as-text-formula.csv|identityNumber=41022519800101123X|",
          "staff|49-many-semicolons.csv|relatives=甲;乙;丙|", "staff|58-trailing-nul.csv|name=王小明|",
          "inventory|70-asset-number-leading-zeros.xlsx|assetNumber=000012|",
          "inventory|72-heading-in-wan-yuan.xlsx|bookValue=1235000.00|已换算为元",
          "inventory|73-amount-text-wan.xlsx|bookValue=1235000.00|读作1,235,000.00元", "staff|holds/00-baseline.xlsx|name=王小明|",
          "staff|holds/08-date-custom-cn-format.xlsx|birthDate=1980-01-01|", "staff|holds/19-rare-characters.xlsx|name=㛃𠅤䶮|",
          "staff|holds/25-date1904.xlsx|birthDate=1980-01-01|", "staff|holds/26-date1904-true.xlsx|birthDate=1980-01-01|",
          "staff|holds/27-datetime-cells.xlsx|hiredOn=2005-07-01|", "staff|holds/28-utc-shifted-date.xlsx|birthDate=1979-12-31|",
          "staff|holds/40-gb18030-rare.csv|name=㛃𠅤䶮|", "staff|holds/42-unicode-text.csv|name=王小明|",
          "staff|holds/47-id-trailing-tab.csv|identityNumber=41022519800101123X|", "staff|holds/50-sep-line.csv|name=王小明|",
          "staff|holds/51-quoted-newlines.csv|name=王\"小\"明|", "staff|holds/54-old-mac-cr.csv|name=王小明|",
          "inventory|holds/80-hyperlink-formula.xlsx|name=电脑|", "inventory|holds/81-x000d.xlsx|name=电脑 主机|",
          "inventory|holds/82-x005f.xlsx|name=型号_x000D_|"})
  void isReadRightly(String table, String file, String value, String note) throws IOException {
    RowImport.ReadRows read = read(table, file);
    assertThat(read.rows()).isNotEmpty();
    assertThat(read.rows().toString()).contains(value);
    assertThat(String.join("\n", read.notes())).contains(note == null ? "" : note);
    assertThat(read.rows().toString()).doesNotContain("已调出人员");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|',
      value = {"staff|01-id-stored-as-number.xlsx|第 2 行 B|Excel 丢了后几位，请设为文本", "staff|09-date-number-general.xlsx|第 2 行 C|请设为日期格式",
          "staff|15-formula-error-na.xlsx|第 2 行 F|值“#N/A”", "staff|15-formula-error-na.xlsx|第 2 行 H|值“#REF!”",
          "staff|41-gbk-rare-as-question-mark.csv|第 2 行 A|丢失", "staff|56-html-table.xls|这是网页，不是Excel工作簿|另存为xlsx",
          "inventory|75-amounts-2.xlsx|值“-”|不是金额", "inventory|75-amounts-2.xlsx|值“(1,000.00)”|负数",
          "inventory|77-long-asset-number.xlsx|第 2 行 A|Excel 丢了后几位，请设为文本", "inventory|79-wps-dispimg.xlsx|第 2 行 C|图片",
          "staff|holds/04-id-x-lookalikes.xlsx|第 3 行 B|身份证号码", "staff|holds/13-date-year-month.xlsx|第 2 行 G|日期",
          "staff|holds/16-formula-without-cached-value.xlsx|第 2 行 F|没有计算结果", "staff|holds/48-id-scientific.csv|第 2 行 B|丢了后几位",
          "staff|holds/57-xml-spreadsheet-2003.xls|XML表格|另存为xlsx", "inventory|holds/74-amounts.xlsx|第 5 行 D|第 6 行 D"})
  void isRefusedWithWhatToDo(String table, String file, String place, String what) {
    assertThatThrownBy(() -> read(table, file)).isInstanceOf(RefusedException.class).hasMessageContaining(place).hasMessageContaining(what);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|',
      value = {"inventory|75-amounts-2.xlsx|第 4 行", "inventory|75-amounts-2.xlsx|第 5 行", "inventory|77-long-asset-number.xlsx|第 4 行"})
  void whatIsRightBesideWhatIsNotIsNotRefused(String table, String file, String place) {
    assertThatThrownBy(() -> read(table, file)).satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(place));
  }

  private static RowImport.ReadRows read(String table, String file) throws IOException {
    RowImport rows = table.equals("staff") ? new StaffRows() : new InventoryRows();
    return rows.read(new ImportFile(Path.of(file).getFileName().toString(), Files.readAllBytes(CASES.resolve(file))));
  }
}
