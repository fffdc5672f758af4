package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.form.RowImport;
import cn.gov.officecleanup.mechanism.platform.Labelled;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import cn.gov.officecleanup.procedure.placement.PostLevel;
import cn.gov.officecleanup.procedure.placement.Protection;
import cn.gov.officecleanup.procedure.placement.StaffMember;
import cn.gov.officecleanup.procedure.placement.StaffStatus;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The staff list from a file (C6). */
@Component
class StaffRows implements RowImport {

  private static final Column NAME = Column.required("姓名", 12);
  private static final Column IDENTITY_NUMBER = Column.required("身份证号码", 22, "身份证号", "公民身份号码");
  private static final Column BIRTH_DATE = Column.required("出生日期", 14, "出生年月日");
  private static final Column GENDER = Column.required("性别", 6);
  private static final Column STATUS = Column.required("人员身份", 16, "身份");
  private static final Column POST = Column.required("职务岗位", 16, "职务", "岗位");
  private static final Column HIRED_ON = Column.required("入职日期", 14);
  private static final Column RELATIVES = Column.optional("申报的近亲属", 30, "近亲属");
  private static final Column POST_LEVEL = Column.optional("职级和岗位类别", 20);
  private static final Column PROTECTION = Column.optional("特殊保护情形", 20);
  private static final Column PROTECTED_UNTIL = Column.optional("保护期至", 14);
  private static final Column PROTECTION_PROOF = Column.optional("保护情形的证明", 30);

  private record Table() implements SheetTable {

    @Override
    public String title() {
      return "人员名单";
    }

    @Override
    public List<Column> columns() {
      return List.of(NAME, IDENTITY_NUMBER, BIRTH_DATE, GENDER, STATUS, POST, HIRED_ON, RELATIVES, POST_LEVEL, PROTECTION, PROTECTED_UNTIL,
          PROTECTION_PROOF);
    }

    @Override
    public List<Column> outcomeColumns() {
      return List.of();
    }
  }

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public SheetTable table() {
    return new Table();
  }

  @Override
  public Map<String, Object> row(RowCells cells) {
    Map<String, Object> row = new HashMap<>();
    row.put("name", cells.name(NAME, true, 50));
    String identityNumber = cells.code(IDENTITY_NUMBER, "\\d{17}[\\dXx]", "18位身份证号码");
    row.put("identityNumber", identityNumber == null ? null : identityNumber.toUpperCase(Locale.ROOT));
    row.put("birthDate", day(cells, BIRTH_DATE));
    StaffMember.Gender gender = cells.choice(GENDER, StaffMember.Gender.class);
    StaffStatus status = cells.choice(STATUS, StaffStatus.class);
    row.put("gender", gender == null ? null : gender.name());
    row.put("status", status == null ? null : status.name());
    row.put("post", cells.text(POST, true, 100));
    row.put("hiredOn", day(cells, HIRED_ON));
    row.put("relatives", Objects.toString(cells.name(RELATIVES, false, 500), ""));
    row.put("postLevel", choice(cells, POST_LEVEL, PostLevel.class));
    row.put("protection", choice(cells, PROTECTION, Protection.class));
    row.put("protectedUntil", Objects.toString(cells.date(PROTECTED_UNTIL), ""));
    row.put("protectionProof", Objects.toString(cells.text(PROTECTION_PROOF, false, 200), ""));
    return cells.sound() ? row : null;
  }

  /** @return name of a choice that may be left blank */
  private static <E extends Enum<E> & Labelled> String choice(RowCells cells, Column column, Class<E> type) {
    E choice = cells.empty(column) ? null : cells.choice(column, type);
    return choice == null ? "" : choice.name();
  }

  private static String day(RowCells cells, Column column) {
    LocalDate day = cells.date(column);
    if (day == null && cells.empty(column)) {
      cells.wrong(column, "日期，例如2015-10-31");
    }
    return Objects.toString(day, null);
  }
}
