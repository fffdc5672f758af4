package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.ImportForesight;
import cn.gov.officecleanup.mechanism.register.ImportPreview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C21: what is confirmed is what is kept: where the register has changed since the preview, that is made anew and goes back to who imports.
 */
@Component
class RecheckingImport implements JavaDelegate {

  /** whether the preview that was confirmed holds */
  private static final String HOLDS = "previewHolds";

  private final RegisterImports imports;
  private final ImportPreviews previews;
  private final Opinions opinions;
  private final Officials officials;

  RecheckingImport(RegisterImports imports, ImportPreviews previews, Opinions opinions, Officials officials) {
    this.imports = imports;
    this.previews = previews;
    this.opinions = opinions;
    this.officials = officials;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    ImportPreview anew = previews.make(caseNumber, execution.getCurrentActivityName());
    execution.setVariable(ImportPreviews.BUREAU_CONFIRMS, previews.bureauConfirms(caseNumber, execution.getVariable("initiatorGroup")));
    execution.setVariable(HOLDS, anew == null);
    if (anew == null) {
      imports.confirm(caseNumber);
    } else {
      opinions.give(caseNumber, execution.getCurrentActivityId(), execution.getCurrentActivityName(),
          (String) execution.getVariable("initiatorGroup"), officials.required(), null, null,
          "预览以后登记册有变动，已重新生成预览，请重新核对：" + anew.report().summary() + ImportForesight.summary(imports.starts(caseNumber)));
    }
  }
}
