package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.form.LawfulOptions;
import cn.gov.officecleanup.mechanism.register.HostPlaces;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which office another one can be merged into (C8, C9, C10): one of the same government in the same city, or near where governments send
 * both; of a county's, one of its city in the same place. None into itself, and none into one that is to be merged as well.
 */
@Component
class FitReceivers implements LawfulOptions {

  private final Integrations integrations;
  private final OfficeRegister register;

  FitReceivers(Integrations integrations, OfficeRegister register) {
    this.integrations = integrations;
    this.register = register;
  }

  @Override
  public String name() {
    return "fit-receivers";
  }

  @Override
  public Optional<Finding> against(String caseNumber, String option) {
    return against(register.get(integrations.get(caseNumber).officeId()), register.get(Long.parseLong(option)));
  }

  /** @return why one office cannot be merged into the other; empty where it can */
  Optional<Finding> against(Office office, Office into) {
    boolean county = !into.governmentCode().equals(office.governmentCode());
    if (into.id() == office.id()) {
      return Optional.of(new Finding("MERGED_INTO_ITSELF", "机构不能并入自身，请选择另一个机构。", "C8"));
    }
    if (county ? !HostPlaces.sameCity(office.entry().hostCityCode(), into.entry().hostCityCode()) : !related(office, into)) {
      return Optional
          .of(new Finding("TOO_FAR", "“%s”与“%s”不在同一城市，也不是政府在同一省或者相邻省派驻的，不能整合，请选择其他机构。".formatted(office.name(), into.name()), "C9"));
    }
    return integrations.of(into.id())
        .filter(Integration::planned)
        .filter(target -> !target.leads())
        .map(target -> new Finding("TARGET_MERGES", "“%s”也要并入其他机构，请选择整合后保留的机构，或者保留本机构。".formatted(into.name()), "C8"));
  }

  /** @return whether two offices are to be integrated by where they are */
  static boolean related(Office office, Office other) {
    return HostPlaces.sameCity(office.entry().hostCityCode(), other.entry().hostCityCode()) || sentByGovernment(office)
        && sentByGovernment(other) && HostPlaces.sameOrNeighbouringProvince(office.entry().hostCityCode(), other.entry().hostCityCode());
  }

  /** C9 speaks of what governments send, not of what their departments send. */
  private static boolean sentByGovernment(Office office) {
    return office.entry().senderKind() == SenderKind.GOVERNMENT;
  }
}
