package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.HostPlaces;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * C8, C9, C10: there are fewer offices afterwards. Of those that one government has in one city, or in one or neighbouring provinces, one
 * leads and the others are merged into it; a county's does not lead beside its city's in the same place; and what an office is merged into
 * stays.
 */
@Component
class IntegrationSound extends Check {

  private final Integrations integrations;
  private final OfficeRegister register;
  private final Governments governments;
  private final FitReceivers receivers;

  IntegrationSound(CaseFindings findings, Integrations integrations, OfficeRegister register, Governments governments,
      FitReceivers receivers) {
    super(findings);
    this.integrations = integrations;
    this.register = register;
    this.governments = governments;
    this.receivers = receivers;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Integration integration = integrations.get(caseNumber);
    Office office = register.get(integration.officeId());
    if (office.status() != OfficeStatus.REGISTERED) {
      return List
          .of(new Finding("ALREADY_DECIDED", "“%s”当前状态为“%s”，不能再整合，请省机关事务管理局核查。".formatted(office.name(), office.status().label()), "C8"));
    }
    List<Finding> findings = new ArrayList<>();
    switch (integration.way()) {
      case LEAD -> checkLead(office, findings);
      case MERGE -> receivers.against(office, register.get(integration.intoOffice())).ifPresent(findings::add);
      case KEEP -> {
        // the form takes it only where the plan leaves it open, and with its proof
      }
    }
    return findings;
  }

  private void checkLead(Office office, List<Finding> findings) {
    cityOfficeInSamePlace(office).ifPresent(city -> findings.add(new Finding("COUNTY_LEADS",
        "“%s”在同一城市已有办事机构，县的机构不能牵头：请选择并入“%s”，或者选择继续单独设置并说明理由和依据。".formatted(governments.get(city.governmentCode()).title(), city.name()),
        "C10")));
    register.officesOf(office.governmentCode())
        .stream()
        .filter(other -> other.id() != office.id() && FitReceivers.related(office, other))
        .filter(other -> integrations.of(other.id()).filter(Integration::leads).isPresent())
        .findFirst()
        .ifPresent(lead -> findings.add(
            new Finding("LEAD_TAKEN", "“%s”已定为整合后保留的机构，请选择并入；要更换保留的机构的，请先改正该机构的整合方案。".formatted(lead.name()), clauseOf(office, lead))));
  }

  private Optional<Office> cityOfficeInSamePlace(Office office) {
    return register.officesOf(governments.get(office.governmentCode()).cityCode())
        .stream()
        .filter(other -> !other.governmentCode().equals(office.governmentCode()) && other.status().standing()
            && HostPlaces.sameCity(office.entry().hostCityCode(), other.entry().hostCityCode()))
        .findFirst();
  }

  /** @return the clause by which one office is merged into the other */
  static String clauseOf(Office office, Office into) {
    if (!office.governmentCode().equals(into.governmentCode())) {
      return "C10";
    }
    return HostPlaces.sameCity(office.entry().hostCityCode(), into.entry().hostCityCode()) ? "C8" : "C9";
  }
}
