package cn.gov.officecleanup.mechanism.sheet;

import cn.gov.officecleanup.mechanism.text.WrittenText;

/**
 * One wrong cell (or row, or column) of an imported file.
 *
 * @param table file name, and sheet name for a workbook
 * @param row row as Excel shows it, from 1
 * @param column column as Excel shows it with its heading, e.g. {@code L（人员编制）}; null where the whole row is meant
 * @param value what the file says; empty if nothing
 * @param expected Chinese: what is expected there; null where {@code reason} says it
 * @param reason Chinese: what is wrong with the value; null where {@code expected} says it
 */
public record ImportProblem(String table, int row, String column, String value, String expected, String reason) {

  /** characters of what comes from the file that a message cites; whatever a cell holds, the message fits its place */
  private static final int CITED = 40;
  private static final int CITED_NAME = 80;
  private static final int LONGEST = 800;

  public ImportProblem(String table, int row, String column, String value, String expected) {
    this(table, row, column, value, expected, null);
  }

  /** @return a Chinese sentence with all of it, of at most 1,000 characters */
  public String message() {
    String place = "“" + WrittenText.beginning(table, CITED_NAME) + "”第 " + row + " 行"
        + (column == null ? "" : " " + WrittenText.beginning(column, CITED) + " 列");
    String what = WrittenText.beginning(expected == null ? String.valueOf(reason) : expected, LONGEST);
    if (column == null) {
      return place + "：" + what + "。";
    }
    String cited = WrittenText.beginning(WrittenText.inOneLine(value), CITED);
    if (expected == null) {
      return place + "：值“" + cited + "”" + what + "。";
    }
    return place + "：" + (value.isEmpty() ? "未填写" : "值“" + cited + "”不符合要求") + "，应为" + what + "。";
  }
}
