package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.reporter.Reporter;
import cn.gov.officecleanup.mechanism.reporter.Reporters;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes who complained from the form into what is encrypted, and shows it in no form (C14). */
@Component
class ReporterContent implements FormContent {

  private static final Set<String> FIELDS = Set.of("reporterName", "reporterPhone", "reporterAddress");

  private final Reporters reporters;
  private final Complaints complaints;

  ReporterContent(Reporters reporters, Complaints complaints) {
    this.reporters = reporters;
    this.complaints = complaints;
  }

  @Override
  public Set<String> forms() {
    return Set.of(Complaints.REGISTRATION);
  }

  @Override
  public Set<String> keeps() {
    return FIELDS;
  }

  @Override
  public Set<String> neverDrafted() {
    return FIELDS;
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    reporters.keep(task.caseNumber(), complaints.receiver(task.caseNumber()),
        new Reporter(submission.text("reporterName"), submission.text("reporterPhone"), submission.text("reporterAddress")));
  }
}
