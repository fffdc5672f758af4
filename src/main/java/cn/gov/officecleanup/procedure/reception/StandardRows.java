package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.form.RowImport;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.sheet.Column;
import cn.gov.officecleanup.mechanism.sheet.RowCells;
import cn.gov.officecleanup.mechanism.sheet.SheetTable;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A government's standards of the work meal from a file (C18): by the city in which its offices are, the guests' rank and the first day.
 */
@Component
class StandardRows implements RowImport {

  private static final Column CITY = Column.required("驻在城市", 14, "接待城市", "城市");
  private static final Column GUEST_CLASS = Column.required("接待对象级别", 16, "级别");
  private static final Column PER_PERSON = Column.required("每人每餐标准（元）", 18, "每人每餐标准", "标准");
  private static final Column VALID_FROM = Column.required("执行日期", 14, "起始日期");
  private static final Column DOCUMENT = Column.required("标准依据文号", 26, "依据文号", "文号");
  private static final BigDecimal MOST = new BigDecimal("9999.99");

  private final OwnOfficesThatStay offices;
  private final ReceptionSettings settings;
  private final Officials officials;

  StandardRows(OwnOfficesThatStay offices, ReceptionSettings settings, Officials officials) {
    this.offices = offices;
    this.settings = settings;
    this.officials = officials;
  }

  private record Table() implements SheetTable {

    @Override
    public String title() {
      return "工作餐标准";
    }

    @Override
    public List<Column> columns() {
      return List.of(CITY, GUEST_CLASS, PER_PERSON, VALID_FROM, DOCUMENT);
    }

    @Override
    public List<Column> outcomeColumns() {
      return List.of();
    }
  }

  @Override
  public String name() {
    return "reception-standards";
  }

  @Override
  public SheetTable table() {
    return new Table();
  }

  /** The city is told as one of the official's own government's offices in it, as the form tells it. */
  @Override
  public Map<String, Object> row(RowCells cells) {
    Office office = officeIn(cells);
    GuestClass guestClass = cells.choice(GUEST_CLASS, GuestClass.class);
    BigDecimal perPerson = cells.amount(PER_PERSON);
    if (perPerson != null && (perPerson.signum() == 0 || perPerson.compareTo(MOST) > 0)) {
      cells.wrong(PER_PERSON, "大于0、不超过%s的金额".formatted(InWords.yuan(MOST)));
    }
    LocalDate validFrom = cells.date(VALID_FROM);
    if (validFrom == null && cells.empty(VALID_FROM)) {
      cells.wrong(VALID_FROM, "日期，例如2026-01-01");
    }
    String document = cells.text(DOCUMENT, true, 100);
    if (cells.sound() && settings.known(office.governmentCode(), office.entry().hostCityCode(), guestClass, validFrom)) {
      cells.wrongRow("同一城市、级别、执行日期的标准已经登记，调整标准的，请填写新的执行日期");
    }
    return cells.sound()
        ? Map.of(EnteringStandard.OFFICE, office.id(), EnteringStandard.GUEST_CLASS, guestClass.name(), EnteringStandard.PER_PERSON,
            perPerson, EnteringStandard.VALID_FROM, validFrom, EnteringStandard.DOCUMENT, document)
        : null;
  }

  private Office officeIn(RowCells cells) {
    String city = cells.text(CITY, true, 50);
    if (city == null) {
      return null;
    }
    Optional<Office> office = offices.of(officials.required()).filter(one -> isNamed(one.entry().hostCityName(), city)).findFirst();
    if (office.isEmpty()) {
      cells.wrongBecause(CITY, "没有本级政府保留的办事机构，请核对城市名称");
    }
    return office.orElse(null);
  }

  private static boolean isNamed(String hostCity, String written) {
    return hostCity.equals(written) || hostCity.equals(written + "市");
  }
}
