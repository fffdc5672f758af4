package cn.gov.officecleanup.procedure.template;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Takes an edited template only when it can be used. */
@Component
class TemplateForm implements FormContent {

  private final TemplateRevision revision;
  private final RuntimeService runtime;
  private final Officials officials;

  TemplateForm(TemplateRevision revision, RuntimeService runtime, Officials officials) {
    this.revision = revision;
    this.runtime = runtime;
    this.officials = officials;
  }

  @Override
  public Set<String> forms() {
    return Set.of("template-revision");
  }

  /** @throws RefusedException the template cannot be used; the faults are named */
  @Override
  public void keep(FormTask task, Submission submission) {
    if (!"abandon".equals(submission.text(Submission.DECISION))) {
      Object template = officials.asApplication(() -> runtime.getVariable(task.execution(), TemplateRevision.VARIABLE));
      revision.tryOut(task.caseNumber(), TemplateRevision.named(template));
    }
  }
}
