package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** The bureau takes an import back (C21): why stands in the case of the import and in that of the taking back. */
@Component
class OpeningImportWithdrawal implements ExecutionListener {

  static final String IMPORT_CASE = "importCase";

  private final ImportWithdrawals withdrawals;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;

  OpeningImportWithdrawal(ImportWithdrawals withdrawals, CaseFiles cases, Opinions opinions, Officials officials) {
    this.withdrawals = withdrawals;
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
  }

  /** @throws cn.gov.officecleanup.mechanism.finding.RefusedException when the import cannot be taken back */
  @Override
  public void notify(DelegateExecution execution) {
    String importCase = (String) execution.getVariable(IMPORT_CASE);
    cases.hold(importCase);
    withdrawals.begin(importCase, execution.getProcessBusinessKey());
    String name = ((ExecutionEntity) execution).getProcessDefinition().getName();
    execution.setVariable("officeName", name);
    Stream.of(importCase, execution.getProcessBusinessKey())
        .forEach(caseNumber -> opinions.give(caseNumber, execution.getCurrentActivityId(), name, Groups.PROVINCIAL_BUREAU,
            officials.required(), null, null, (String) execution.getVariable("reason")));
  }
}
