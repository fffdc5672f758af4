package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is planned for an office that is integrated, for those who sign and carry it out. */
@Component
@Order(2)
class IntegrationFacts implements CaseFacts {

  private static final String PROCEDURE = "office-integration";

  private static final String SECTION = "整合方案";

  private final Integrations integrations;
  private final OfficeRegister register;

  IntegrationFacts(Integrations integrations, OfficeRegister register) {
    this.integrations = integrations;
    this.register = register;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    if (file.procedureKey().equals(PROCEDURE)) {
      Integration integration = integrations.get(file.caseNumber());
      if (integration.planned()) {
        CaseFacts.add(facts, SECTION, "整合方式", integration.leads() ? "本机构牵头，整合后保留"
            : "并入“%s”".formatted(register.findById(integration.intoOffice()).map(Office::name).orElseThrow()));
        CaseFacts.add(facts, SECTION, "牵头部门", integration.leadDepartment());
        CaseFacts.add(facts, SECTION, "人员和资产安排", integration.arrangements());
        CaseFacts.add(facts, SECTION, "移交日期", integration.handedOverOn() == null ? null : CaseFacts.day(integration.handedOverOn()));
      }
    }
    return facts;
  }
}
