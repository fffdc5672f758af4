package cn.gov.officecleanup.procedure.rotation;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins to audit the term of a head who leaves (C13). */
@Component
class OpeningTermAudit implements ExecutionListener {

  static final String PROCEDURE = "term-audit";
  /** Variables that name the cases of the posting and of the rotation. */
  static final String POSTING = "postingCase";
  static final String ROTATION = "rotationCase";

  private final TermAudits audits;

  OpeningTermAudit(TermAudits audits) {
    this.audits = audits;
  }

  @Override
  public void notify(DelegateExecution execution) {
    audits.open(execution.getProcessBusinessKey(), (String) execution.getVariable(POSTING), (String) execution.getVariable(ROTATION));
  }
}
