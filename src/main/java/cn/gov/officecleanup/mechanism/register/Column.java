package cn.gov.officecleanup.mechanism.register;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A column of a register file.
 *
 * @param heading  as exported and as told in messages
 * @param required whether a file must have it
 * @param width    characters in an exported sheet
 * @param aliases  other headings officials use for it
 */
public record Column(String heading, boolean required, int width, List<String> aliases) {

  static final Column REGISTER_NUMBER = required("登记编号", 12, "编号", "登记号");
  static final Column NAME = required("机构名称", 36, "办事机构名称", "名称");
  static final Column GOVERNMENT_CODE = required("派出地政府代码", 16, "派出地代码", "派出政府代码");
  static final Column GOVERNMENT_NAME = optional("派出地政府", 14, "派出地政府名称", "派出政府");
  static final Column SENDER_KIND = required("派出主体", 10);
  static final Column DEPARTMENT_NAME = optional("派出部门", 20, "派出部门名称");
  static final Column HOST_CITY_CODE = required("驻在城市代码", 14, "驻地代码");
  static final Column HOST_CITY_NAME = required("驻在城市", 14, "驻在城市名称", "驻地");
  static final Column WORK_KIND = required("工作类别", 10);
  static final Column SPECIAL_WORK_END = optional("专项工作结束日期", 18, "专项工作结束日");
  static final Column APPROVAL_DOCUMENT = optional("批准文号", 24, "批准文件");
  static final Column STAFF_ESTABLISHMENT = required("人员编制", 10, "编制人数", "编制");
  static final Column FUNCTIONS = optional("主要职能", 50, "职能");
  static final Column SAMPLE = optional("样例", 6);

  static final Column ASSET_NUMBER = required("资产编号", 14);
  static final Column ASSET_KIND = required("资产类别", 12);
  static final Column ASSET_NAME = required("资产名称", 40);
  static final Column BOOK_VALUE = required("账面原值", 16, "账面价值", "原值");

  static final Column ENTITY_NAME = required("实体名称", 30, "经营性实体名称");
  static final Column ENTITY_KIND = required("实体类别", 12);
  static final Column PARTED_ON = optional("脱钩日期", 14);
  static final Column PART_BY = optional("承诺脱钩期限", 14, "承诺脱钩日期");

  /** columns about the outcome, exported for reading and ignored by an import */
  static final Column STATUS = optional("状态", 10);
  static final Column STATUS_SINCE = optional("状态日期", 12);
  static final Column STATUS_REASON = optional("状态说明", 50);
  static final Column RETENTION_DOCUMENT = optional("保留批文", 24);
  static final Column RETAINED_UNTIL = optional("保留期限", 12);
  static final Column ABOLITION_DOCUMENT = optional("撤销批文", 24);

  /** @return a column that a file must have */
  public static Column required(String heading, int width, String... aliases) {
    return new Column(heading, true, width, List.of(aliases));
  }

  /** @return a column that a file may have */
  public static Column optional(String heading, int width, String... aliases) {
    return new Column(heading, false, width, List.of(aliases));
  }

  /** @return whether a heading found in a file means this column; width of characters, blanks, units in brackets and marks do not matter */
  boolean isHeadedBy(String found) {
    String plain = Normalizer.normalize(found, Normalizer.Form.NFKC).replaceAll("\\(.*", "").replaceAll("[\\s*:]", "");
    return Stream.concat(Stream.of(heading), aliases.stream()).anyMatch(plain::equals);
  }
}
