package cn.gov.officecleanup.procedure.application;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Map;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C3, C5: the applicant withdraws, until the provincial government decides. Says so to the application's case by message. */
@Component
class WithdrawingApplication implements JavaDelegate {

  static final String MESSAGE = "application-withdrawn";

  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;

  WithdrawingApplication(CaseFiles cases, Opinions opinions, Officials officials) {
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
  }

  /** @throws RefusedException when the case is decided, closed or not the official's own */
  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = (String) execution.getVariable("caseNumber");
    String reason = (String) execution.getVariable("reason");
    cases.hold(caseNumber);
    Official official = officials.required();
    CaseFile file = cases.find(caseNumber)
        .filter(found -> official.actsFor(found.governmentCode()))
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”的本单位申请，请核对。".formatted(caseNumber), "C3"));
    opinions.give(caseNumber, "withdraw", "撤回申请", Groups.officialsOf(file.governmentCode()), official, null, null, reason);
    try {
      execution.getProcessEngineServices()
          .getRuntimeService()
          .createMessageCorrelation(MESSAGE)
          .processInstanceBusinessKey(caseNumber)
          .setVariables(Map.of("withdrawn", true))
          .correlate();
    } catch (MismatchingMessageCorrelationException e) {
      throw new RefusedException("ALREADY_DECIDED", "案件“%s”已由省政府作出决定或者已经办结，不能撤回。".formatted(caseNumber), "C3");
    }
  }
}
