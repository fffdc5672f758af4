package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.DispositionResult;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the register says of the office a case is about, and what the plan provides for it. */
@Component
@Order(1)
class OfficeFacts implements CaseFacts {

  private static final String SECTION = "办事机构";

  private final OfficeRegister register;
  private final Governments governments;
  private final OfficeDispositions dispositions;

  OfficeFacts(OfficeRegister register, Governments governments, OfficeDispositions dispositions) {
    this.register = register;
    this.governments = governments;
    this.dispositions = dispositions;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return file.officeId() == null ? List.of() : register.findById(file.officeId()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(Office office) {
    OfficeEntry entry = office.entry();
    DispositionResult disposition = dispositions.of(office);
    String special = entry.specialWorkEnd() == null ? "" : "（至" + InWords.day(entry.specialWorkEnd()) + "）";
    return List.of(fact("名称", "%s（%s）".formatted(office.name(), office.registerNumber())),
        fact("派出单位",
            governments.get(office.governmentCode()).title() + (entry.departmentName() == null ? "" : "（" + entry.departmentName() + "）")),
        fact("驻在城市", entry.hostCityName() + register.addressOf(office.id()).map(address -> "（" + address + "）").orElse("")),
        fact("工作性质", entry.workKind().label() + special), fact("设立依据", Objects.requireNonNullElse(entry.approvalDocument(), "登记册无记载")),
        fact("编制", entry.staffEstablishment() + "人"),
        fact("经营性实体",
            register.businessEntitiesOf(office.id())
                .stream()
                .map(BusinessEntity::name)
                .collect(Collectors.collectingAndThen(Collectors.joining("、"), names -> names.isEmpty() ? "无" : names))),
        fact("登记状态", office.status().label() + (office.outcome().reason() == null ? "" : "：" + office.outcome().reason())),
        fact("处置规则", "%s（%s）：%s".formatted(disposition.disposition().label(), Clauses.cited(disposition.clause()), disposition.reason())));
  }

  private static Fact fact(String label, String value) {
    return new Fact(SECTION, label, value);
  }
}
