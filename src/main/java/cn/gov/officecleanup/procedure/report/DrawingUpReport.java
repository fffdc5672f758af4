package cn.gov.officecleanup.procedure.report;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C20, C21: draws up the 工作总结 and the standard table that the leader is to sign. */
@Component
class DrawingUpReport implements JavaDelegate {

  private final WorkSummary summary;
  private final CleanupTable table;

  DrawingUpReport(WorkSummary summary, CleanupTable table) {
    this.summary = summary;
    this.table = table;
  }

  @Override
  public void execute(DelegateExecution execution) {
    summary.fileDraft(execution.getProcessBusinessKey());
    table.fileDraft(execution.getProcessBusinessKey());
  }
}
