package cn.gov.officecleanup.procedure.template;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the edited template into use for all documents issued from now on. */
@Component
class EnablingTemplate implements JavaDelegate {

  private final TemplateRevision revision;

  EnablingTemplate(TemplateRevision revision) {
    this.revision = revision;
  }

  @Override
  public void execute(DelegateExecution execution) {
    revision.enable(execution.getProcessBusinessKey(), TemplateRevision.named(execution.getVariable(TemplateRevision.VARIABLE)));
  }
}
