package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.sheet.Column;

/** The columns of the three tables of a register file. */
final class RegisterColumns {

  static final Column REGISTER_NUMBER = Column.required("登记编号", 12, "编号", "登记号");
  static final Column NAME = Column.required("机构名称", 36, "办事机构名称", "名称");
  static final Column GOVERNMENT_CODE = Column.required("派出地政府代码", 16, "派出地代码", "派出政府代码");
  static final Column GOVERNMENT_NAME = Column.optional("派出地政府", 14, "派出地政府名称", "派出政府");
  static final Column SENDER_KIND = Column.required("派出主体", 10);
  static final Column DEPARTMENT_NAME = Column.optional("派出部门", 20, "派出部门名称");
  static final Column HOST_CITY_CODE = Column.required("驻在城市代码", 14, "驻地代码");
  static final Column HOST_CITY_NAME = Column.required("驻在城市", 14, "驻在城市名称", "驻地");
  static final Column WORK_KIND = Column.required("工作类别", 10);
  static final Column SPECIAL_WORK_END = Column.optional("专项工作结束日期", 18, "专项工作结束日");
  static final Column APPROVAL_DOCUMENT = Column.optional("批准文号", 24, "批准文件");
  static final Column STAFF_ESTABLISHMENT = Column.required("人员编制", 10, "编制人数", "编制");
  static final Column FUNCTIONS = Column.optional("主要职能", 50, "职能");
  static final Column SAMPLE = Column.optional("样例", 6);

  static final Column ASSET_NUMBER = Column.required("资产编号", 14);
  static final Column ASSET_KIND = Column.required("资产类别", 12);
  static final Column ASSET_NAME = Column.required("资产名称", 40);
  static final Column BOOK_VALUE = Column.required("账面原值", 16, "账面价值", "原值");

  static final Column ENTITY_NAME = Column.required("实体名称", 30, "经营性实体名称");
  static final Column ENTITY_KIND = Column.required("实体类别", 12);
  static final Column PARTED_ON = Column.optional("脱钩日期", 14);
  static final Column PART_BY = Column.optional("承诺脱钩期限", 14, "承诺脱钩日期");

  /** columns about the outcome, exported for reading and ignored by an import */
  static final Column STATUS = Column.optional("状态", 10);
  static final Column STATUS_SINCE = Column.optional("状态日期", 12);
  static final Column STATUS_REASON = Column.optional("状态说明", 50);
  static final Column RETENTION_DOCUMENT = Column.optional("保留批文", 24);
  static final Column RETAINED_UNTIL = Column.optional("保留期限", 12);
  static final Column ADDRESS = Column.optional("驻址", 36);
  static final Column ABOLITION_DOCUMENT = Column.optional("撤销批文", 24);

  private RegisterColumns() {
  }
}
