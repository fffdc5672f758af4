package cn.gov.officecleanup.procedure.template;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the revision of a template. */
@Component
public class OpeningTemplateCase implements ExecutionListener {

  private final TemplateRevision revision;

  OpeningTemplateCase(TemplateRevision revision) {
    this.revision = revision;
  }

  /** @return title of the case in which a template is revised */
  public String title(String template) {
    return TemplateRevision.title(TemplateRevision.named(template));
  }

  @Override
  public void notify(DelegateExecution execution) {
    revision.begin(execution.getProcessBusinessKey(), TemplateRevision.named(execution.getVariable(TemplateRevision.VARIABLE)));
  }
}
