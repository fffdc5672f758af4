package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is to become of an office that is integrated, for those who sign and carry it out. */
@Component
@Order(2)
class IntegrationFacts implements CaseFacts {

  private static final String PROCEDURE = "office-integration";

  private final Integrations integrations;
  private final OfficeRegister register;

  IntegrationFacts(Integrations integrations, OfficeRegister register) {
    this.integrations = integrations;
    this.register = register;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (!file.procedureKey().equals(PROCEDURE)) {
      return List.of();
    }
    Integration integration = integrations.get(file.caseNumber());
    return !integration.planned() ? List.of() : List.of(new Fact("整合方案", "整合方式", switch (integration.way()) {
      case LEAD -> "整合后保留本机构";
      case KEEP -> "继续单独设置";
      case MERGE -> "并入“%s”".formatted(register.get(integration.intoOffice()).name());
    }));
  }
}
