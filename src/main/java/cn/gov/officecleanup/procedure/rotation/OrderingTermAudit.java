package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** C13: where it was decided so, audit looks at the term of each head who leaves; once, and nothing waits for it. */
@Component
class OrderingTermAudit implements JavaDelegate {

  private final Rotations rotations;
  private final TermAudits audits;
  private final CaseFiles cases;
  private final Officials officials;
  private final RuntimeService runtime;

  OrderingTermAudit(Rotations rotations, TermAudits audits, CaseFiles cases, Officials officials, @Lazy RuntimeService runtime) {
    this.rotations = rotations;
    this.audits = audits;
    this.cases = cases;
    this.officials = officials;
    this.runtime = runtime;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    if (rotations.get(caseNumber).termAudit() != TermAuditOrder.ORDERED) {
      return;
    }
    rotations.leavingHeads(caseNumber)
        .stream()
        .map(Posting::caseNumber)
        .filter(posting -> !audits.ordered(posting))
        .forEach(posting -> officials.asApplication(() -> runtime.startProcessInstanceByKey(OpeningTermAudit.PROCEDURE, caseNumber,
            Map.of("officeId", cases.get(posting).officeId(), OpeningTermAudit.POSTING, posting, OpeningTermAudit.ROTATION, caseNumber))));
  }
}
