package cn.gov.officecleanup.mechanism.sheet;

/**
 * One wrong cell (or row, or column) of an imported file.
 *
 * @param table file name, and sheet name for a workbook
 * @param row row as Excel shows it, from 1
 * @param column column as Excel shows it with its heading, e.g. {@code L（人员编制）}; null where the whole row is meant
 * @param value what the file says; empty if nothing
 * @param expected Chinese: what is expected there
 */
public record ImportProblem(String table, int row, String column, String value, String expected) {

  /** @return a Chinese sentence with all of it */
  public String message() {
    String place = "“" + table + "”第 " + row + " 行" + (column == null ? "" : " " + column + " 列");
    if (column == null) {
      return place + "：" + expected + "。";
    }
    return place + "：" + (value.isEmpty() ? "未填写" : "值“" + value + "”不符合要求") + "，应为" + expected + "。";
  }
}
