package cn.gov.officecleanup.procedure.template;

import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens the case in which a template is revised. */
@Component
class OpeningTemplateCase implements ExecutionListener {

  private static final String CASE_PREFIX = "MB";

  private final TemplateRevision revision;

  OpeningTemplateCase(TemplateRevision revision) {
    this.revision = revision;
  }

  @Override
  public void notify(DelegateExecution execution) {
    OfficialTemplate template = OfficialTemplate.valueOf((String) execution.getVariable("template"));
    execution.setProcessBusinessKey(revision.open(CASE_PREFIX, ((ExecutionEntity) execution).getProcessDefinition().getKey(), template));
  }
}
