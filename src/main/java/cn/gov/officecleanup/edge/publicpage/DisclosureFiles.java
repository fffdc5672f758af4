package cn.gov.officecleanup.edge.publicpage;

import cn.gov.officecleanup.edge.publicpage.PublishedRows.Disclosure;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.procedure.disclosure.PublishedDisclosure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** A disclosure as a file: JSON as it was published, of which the hash is told; a table as CSV and as a workbook. */
@Component
class DisclosureFiles {

  /** Media types by the ending of a file's name. */
  static final Map<String, String> FORMATS = Map.of("json", "application/json;charset=UTF-8", "csv", "text/csv;charset=UTF-8", "xlsx",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  /** Excel reads a CSV without it as GBK. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private final ObjectMapper mapper;

  DisclosureFiles(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  PublishedDisclosure read(Disclosure row) {
    try {
      return mapper.readValue(row.content(), PublishedDisclosure.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("content of %d, %d, version %d".formatted(row.office(), row.disclosedYear(), row.version()), e);
    }
  }

  /** @return a name by which the file is found again */
  String name(Disclosure row, String format) {
    return "%s%d年度公务接待情况（第%d版）.%s".formatted(row.officeName(), row.disclosedYear(), row.version(), format);
  }

  byte[] write(Disclosure row, String format) {
    return switch (format) {
      case "json" -> row.content().getBytes(StandardCharsets.UTF_8);
      case "csv" -> csv(table(row)).getBytes(StandardCharsets.UTF_8);
      default -> new TableWorkbook()
          .sheet("公务接待情况", "%s%d年度公务接待情况".formatted(row.officeName(), row.disclosedYear()),
              TableWorkbook.Column.of("类别:14", "名称:60", "数额:22"), table(row))
          .toBytes();
    };
  }

  private List<List<Object>> table(Disclosure row) {
    PublishedDisclosure content = read(row);
    List<List<Object>> table = new ArrayList<>();
    add(table, "基本情况", "办事机构", content.office());
    add(table, "基本情况", "公开单位", content.government());
    add(table, "基本情况", "年度", content.year());
    add(table, "基本情况", "期间起", content.from());
    add(table, "基本情况", "期间止", content.to());
    add(table, "基本情况", "版本", content.version());
    add(table, "基本情况", "状态", row.corrected() ? "已更正" : "已公布");
    add(table, "基本情况", "公布日期", content.publishedOn());
    add(table, "基本情况", "决算批复日期", content.accountsApprovedOn());
    add(table, "预决算（元）", "年度预算", content.budget());
    add(table, "预决算（元）", "预算调整", content.adjustments());
    add(table, "预决算（元）", "决算（当年付款）", content.finalFigure());
    add(table, "预决算（元）", "其中以前年度的接待", content.ofEarlierEvents());
    add(table, "预决算（元）", "收回以前年度付款（不计入决算）", content.refundsOfEarlierPayments());
    add(table, "预决算（元）", "年末未付款（不计入决算）", content.unpaidAtYearEnd());
    add(table, "接待情况", "批次", content.receptions());
    add(table, "接待情况", "人次", content.guests());
    content.venues().forEach(line -> add(table, "接待场所（元）", line.name(), line.amount()));
    content.items().forEach(line -> add(table, "接待项目（元）", line.name(), line.amount()));
    content.standards().forEach(standard -> add(table, "执行的标准", standard, null));
    add(table, "说明", content.explanation(), null);
    add(table, "更正原因", content.correction(), null);
    add(table, "备注", content.note(), null);
    content.apart().forEach(office -> add(table, "另行公开", office, null));
    content.keptBack().forEach(part -> add(table, "不予公开", "%s：%s".formatted(part.part(), part.basis()), part.reason()));
    return table;
  }

  private static void add(List<List<Object>> table, String kind, String name, Object value) {
    if (name != null && (value != null || !kind.contains("情况") && !kind.contains("预决算"))) {
      List<Object> cells = new ArrayList<>(List.of(kind, name));
      cells.add(value);
      table.add(cells);
    }
  }

  private static String csv(List<List<Object>> table) {
    StringWriter text = new StringWriter();
    text.write(BYTE_ORDER_MARK);
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.EXCEL)) {
      printer.printRecord("类别", "名称", "数额");
      for (List<Object> cells : table) {
        printer.printRecord(cells.stream().map(DisclosureFiles::cell));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can always be written", e);
    }
    return text.toString();
  }

  /** No text is run as a formula. */
  private static String cell(Object value) {
    String text = value instanceof BigDecimal amount ? amount.toPlainString() : Objects.toString(value, "");
    return !(value instanceof BigDecimal) && FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
