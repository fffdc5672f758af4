package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.GovernmentLevel;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeSender;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartment;
import cn.gov.officecleanup.mechanism.register.ProvincialDepartments;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Knows who reports on which office (C20). Every office of the register belongs to exactly one unit, so that their figures add up (C21).
 */
@Component
public class ReportingUnits {

  private final Governments governments;
  private final ProvincialDepartments departments;
  private final OfficeRegister register;
  private final Province province;

  ReportingUnits(Governments governments, ProvincialDepartments departments, OfficeRegister register, Province province) {
    this.governments = governments;
    this.departments = departments;
    this.register = register;
    this.province = province;
  }

  /** @return every city, every province-administered county and every provincial department that has an office, in this order */
  public List<ReportingUnit> all() {
    List<ReportingUnit> units = new ArrayList<>();
    List<Government> known = governments.all();
    known.stream().filter(government -> government.level() == GovernmentLevel.CITY).map(ReportingUnits::unit).forEach(units::add);
    known.stream().filter(Government::provinceAdministered).map(ReportingUnits::unit).forEach(units::add);
    departments.ofRegister().stream().map(this::unit).forEach(units::add);
    return units;
  }

  /**
   * @return the unit of a code
   * @throws IllegalArgumentException when there is none
   */
  public ReportingUnit get(String code) {
    Optional<ReportingUnit> unit = code.length() == province.code().length() ? governments.find(code).map(ReportingUnits::unit)
        : departments.find(code.substring(province.code().length())).map(this::unit);
    return unit.orElseThrow(() -> new IllegalArgumentException("no unit reports under the code " + code));
  }

  /** @return the offices a unit reports on, by register number */
  public List<Office> officesOf(ReportingUnit unit) {
    return officesByUnit().getOrDefault(unit.code(), List.of());
  }

  /** @return all offices of the register by the code of the unit that reports on them */
  public Map<String, List<Office>> officesByUnit() {
    Map<String, Government> known = governmentsByCode();
    Map<String, String> codes = departmentCodes(departments.ofRegister());
    return register.all()
        .stream()
        .collect(Collectors.groupingBy(office -> codeOf(known.get(office.governmentCode()),
            office.entry().senderKind() == SenderKind.GOVERNMENT ? null : office.entry().departmentName(), codes)));
  }

  private Map<String, Government> governmentsByCode() {
    return governments.all().stream().collect(Collectors.toMap(Government::code, government -> government));
  }

  private static Map<String, String> departmentCodes(List<ProvincialDepartment> departments) {
    return departments.stream().collect(Collectors.toMap(ProvincialDepartment::name, ProvincialDepartment::code));
  }

  /** @return the code of the unit that reported on each office at a moment, by the office's id */
  public Map<Long, String> codesByOffice(OffsetDateTime moment) {
    Map<String, Government> known = governmentsByCode();
    Map<String, String> codes = departmentCodes(departments.all());
    return register.sendersAt(moment)
        .stream()
        .collect(
            Collectors.toMap(OfficeSender::officeId, sender -> codeOf(known.get(sender.governmentCode()), sender.departmentName(), codes)));
  }

  /**
   * @return code of the unit that reports on what a government does, by the government's code; what the provincial government itself does
   * is its general office's
   */
  public Map<String, String> codesByGovernment() {
    return governments.all()
        .stream()
        .collect(Collectors.toMap(Government::code,
            government -> government.level() == GovernmentLevel.PROVINCE ? government.code() + ProvincialDepartments.GENERAL_OFFICE
                : government.cityCode()));
  }

  /** @return GB/T 2260 codes of the governments whose offices a unit reports on */
  public List<String> governmentsOf(ReportingUnit unit) {
    return governments.all()
        .stream()
        .filter(government -> government.level() == GovernmentLevel.PROVINCE ? government.code().equals(unit.governmentCode())
            : government.cityCode().equals(unit.governmentCode()))
        .map(Government::code)
        .toList();
  }

  /** @param department name of the sender's department that sends; null where it is the government itself */
  private static String codeOf(Government sender, String department, Map<String, String> departmentCodes) {
    return switch (sender.level()) {
      case PROVINCE -> sender.code() + (department == null ? ProvincialDepartments.GENERAL_OFFICE : departmentCodes.get(department));
      case CITY, COUNTY -> sender.cityCode();
    };
  }

  private static ReportingUnit unit(Government government) {
    return new ReportingUnit(government.code(), government.title(), government.code(), null);
  }

  private ReportingUnit unit(ProvincialDepartment department) {
    return new ReportingUnit(province.code() + department.code(), department.title(), province.code(), department.code());
  }
}
