package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** C19: begins a further version of what was published; where a personal datum was published, that is taken off at once. */
@Component
class StartingCorrection implements JavaDelegate {

  private static final String PROCEDURE = "reception-disclosure";

  private final PublishedVersions versions;
  private final Officials officials;
  private final RuntimeService runtime;
  private final Clock clock;

  StartingCorrection(PublishedVersions versions, Officials officials, @Lazy RuntimeService runtime, Clock clock) {
    this.versions = versions;
    this.officials = officials;
    this.runtime = runtime;
    this.clock = clock;
  }

  /** @throws RefusedException when a version of this year is worked on already, or the reason tells a number of a person */
  @Override
  public void execute(DelegateExecution execution) {
    String[] chosen = execution.getVariable("disclosure").toString().split(OwnDisclosures.SEPARATOR);
    long officeId = Long.parseLong(chosen[0]);
    int year = Integer.parseInt(chosen[1]);
    String reason = (String) execution.getVariable(OpeningDisclosure.REASON);
    // the reason is published with the version
    if (DisclosureSound.PERSONAL.matcher(reason).find()) {
      throw new RefusedException("PERSONAL_DATA", "更正原因中有电话、证件或者账户号码，原因要向社会公开，请删去。", "C19");
    }
    if ("WITHDRAW".equals(execution.getVariable("correctionKind"))) {
      versions.withdraw(officeId, year, LocalDate.now(clock), reason);
    }
    Map<String, Object> variables = Map.of("officeId", officeId, OpeningDisclosure.YEAR, year, OpeningDisclosure.KNOWN_ON,
        execution.getVariable(OpeningDisclosure.KNOWN_ON), OpeningDisclosure.REASON, reason);
    officials.asApplication(() -> runtime.startProcessInstanceByKey(PROCEDURE, variables));
    execution.removeVariables(List.of(OpeningDisclosure.REASON));
  }
}
