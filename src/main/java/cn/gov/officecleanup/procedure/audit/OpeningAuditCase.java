package cn.gov.officecleanup.procedure.audit;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.Governments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Opens the case of a check of the asset ledgers (C7). */
@Component
class OpeningAuditCase implements ExecutionListener {

  private static final String PROCEDURE = "ledger-audit";
  private static final String CASE_PREFIX = "SJ";

  private final CaseFiles cases;

  OpeningAuditCase(CaseFiles cases) {
    this.cases = cases;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Object chosen = execution.getVariable(CheckingLedgers.CHOSEN);
    String which = chosen == null || chosen.toString().isBlank() ? "全部" : chosen.toString();
    execution.setProcessBusinessKey(cases.open(CASE_PREFIX, PROCEDURE, "资产台账核查（%s）".formatted(which), Governments.PROVINCE, null, null));
  }
}
