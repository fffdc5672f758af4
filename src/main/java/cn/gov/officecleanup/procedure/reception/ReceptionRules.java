package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.KnownGovernments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What plan and list of a reception must both keep to (C18), each breach named in the regulation's own words. */
@Component
class ReceptionRules {

  static final String CLAUSE = "C18";
  static final String COMPANIONS = "COMPANIONS";

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final KnownGovernments governments;
  private final ReceptionLists lists;
  private final ReceptionSettings settings;
  private final ReceptionProperties properties;

  ReceptionRules(CaseFiles cases, OfficeRegister register, KnownGovernments governments, ReceptionLists lists, ReceptionSettings settings,
      ReceptionProperties properties) {
    this.cases = cases;
    this.register = register;
    this.governments = governments;
    this.lists = lists;
    this.settings = settings;
    this.properties = properties;
  }

  /** @return that nobody is received any more */
  static Finding officeEnded() {
    return new Finding("OFFICE_ENDED", "办事机构已经撤销或者整合，不能再接待，请取消本次申请。", CLAUSE);
  }

  List<Finding> against(Reception reception, ReceptionList list) {
    List<Finding> findings = new ArrayList<>();
    Office office = register.get(cases.get(reception.caseNumber()).officeId());
    checkSuppliers(office, list, findings);
    checkMeals(office, reception, list, findings);
    checkCity(office, reception, list, findings);
    int guests = list.guests().size();
    if (guests == 0) {
      findings.add(new Finding("NO_GUESTS", "没有列明接待对象，请逐一填写。", CLAUSE));
    }
    if (guests > reception.letterPeople()) {
      findings.add(new Finding("MORE_THAN_LETTER", "接待对象%d人，多于公函所列%d人，不得扩大接待范围。".formatted(guests, reception.letterPeople()), CLAUSE));
    }
    if (list.companions().size() > Companions.atMost(guests)) {
      findings.add(new Finding(COMPANIONS, "陪餐%d人，最多可陪%d人：接待对象在10人以内的，陪餐人数不得超过3人；超过10人的，不得超过接待对象人数的三分之一。超出人员的用餐不予报销。"
          .formatted(list.companions().size(), Companions.atMost(guests)), CLAUSE));
    }
    list.guests()
        .stream()
        .filter(guest -> list.companions().stream().anyMatch(guest::isSame))
        .forEach(guest -> findings.add(new Finding("GUEST_AND_COMPANION", "“%s”同时列为接待对象和陪餐人员，请改正。".formatted(guest.name()), CLAUSE)));
    if (list.items().stream().filter(item -> item.kind() == ItemKind.WORK_MEAL).count() > 1) {
      findings.add(new Finding("SECOND_MEAL", "一次接待只可以安排工作餐一次，其他用餐由接待对象自行解决。", CLAUSE));
    }
    list.items()
        .stream()
        .filter(item -> item.heldOn().isBefore(reception.startsOn()) || item.heldOn().isAfter(reception.endsOn()))
        .forEach(item -> findings.add(new Finding("OUTSIDE_OF_DAYS", "“%s”的日期%s不在接待期间%s至%s之内。".formatted(item.content(),
            InWords.day(item.heldOn()), InWords.day(reception.startsOn()), InWords.day(reception.endsOn())), CLAUSE)));
    list.items()
        .forEach(item -> ForbiddenThings.in(item)
            .forEach(rule -> findings.add(new Finding("FORBIDDEN", "“%s”：%s".formatted(item.content(), rule), CLAUSE))));
    return findings;
  }

  private void checkSuppliers(Office office, ReceptionList list, List<Finding> findings) {
    Set<String> own = register.businessEntitiesOf(office.id()).stream().map(BusinessEntity::name).collect(Collectors.toSet());
    list.items().stream().map(Item::supplier).distinct().forEach(supplier -> {
      SupplierKind kind = own.contains(supplier) ? SupplierKind.OWN : settings.supplier(office.governmentCode(), supplier).orElse(null);
      if (kind == null) {
        findings.add(new Finding("SUPPLIER_UNKNOWN", "“%s”不在接待场所名录中，请派出地政府先登记，或者改用名录中的场所。".formatted(supplier), CLAUSE));
      } else if (kind.barred() != null) {
        findings.add(new Finding("SUPPLIER_BARRED", "“%s”：%s，请更换场所。".formatted(supplier, kind.barred()), CLAUSE));
      }
    });
  }

  /**
   * Told from the names of those who sent the letter and of the guests' units: they name the city, or a county or district of it. Where
   * that is wrong the office says so with its reason, of the units that it planned with; the approver reads it.
   */
  private void checkCity(Office office, Reception reception, ReceptionList list, List<Finding> findings) {
    if (properties.sameCityRefused()) {
      Set<String> declared = Boolean.TRUE.equals(reception.notSameCity()) ? units(reception, lists.plan(reception.caseNumber())) : Set.of();
      units(reception, list).stream()
          .filter(unit -> !declared.contains(unit))
          .forEach(unit -> inCity(office, unit).ifPresent(where -> findings.add(
              new Finding("SAME_CITY", "“%s”%s，同城单位之间的公务活动不安排接待；名称相近而不在该市的，请在申请中勾选“来访单位不在机构所在城市”并说明理由。".formatted(unit, where), CLAUSE))));
    }
  }

  private static Set<String> units(Reception reception, ReceptionList list) {
    return Stream.concat(Stream.of(reception.letterSender()), list.guests().stream().map(Person::unit))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** @return where a unit is, in words, if that is in the office's city */
  private Optional<String> inCity(Office office, String unit) {
    String city = office.entry().hostCityName();
    if (unit.contains(city.replaceFirst("(?<=..)市$", ""))) {
      return Optional.of("在" + city);
    }
    return governments.districtIn(unit, office.entry().hostCityCode()).map(district -> "在%s，%s属于%s".formatted(district, district, city));
  }

  private void checkMeals(Office office, Reception reception, ReceptionList list, List<Finding> findings) {
    int persons = list.guests().size() + list.companions().size();
    list.items().stream().filter(item -> item.kind() == ItemKind.WORK_MEAL).forEach(meal -> {
      if (meal.quantity() > persons) {
        findings.add(new Finding("MEAL_PERSONS", "工作餐%d份，多于接待对象和陪餐人员共%d人，请核对。".formatted(meal.quantity(), persons), CLAUSE));
      }
      BigDecimal standard = settings.standard(office.governmentCode(), office.entry().hostCityCode(), reception.guestClass(), meal.heldOn())
          .orElse(null);
      if (standard == null) {
        findings.add(new Finding("STANDARD_MISSING", "标准未录入：%s没有%s当日执行的%s工作餐标准，请派出地政府先登记。".formatted(office.entry().hostCityName(),
            InWords.day(meal.heldOn()), reception.guestClass().label()), CLAUSE));
      } else if (meal.unitPrice().compareTo(standard) > 0) {
        findings.add(new Finding("ABOVE_STANDARD",
            "工作餐每人%s，超过标准%s，不得超标准接待。".formatted(InWords.yuan(meal.unitPrice()), InWords.yuan(standard)), CLAUSE));
      }
    });
  }
}
