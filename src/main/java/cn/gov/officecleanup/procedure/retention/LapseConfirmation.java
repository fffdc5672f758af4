package cn.gov.officecleanup.procedure.retention;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.procedure.application.Applications;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form in which the bureau says what becomes of an office that nobody applied for in time: a missed day alone abolishes nothing. */
@Component
class LapseConfirmation implements FormContent {

  private static final String APPLY_UNTIL = "applyUntil";

  private final Applications applications;
  private final Terms terms;
  private final Clock clock;

  LapseConfirmation(Applications applications, Terms terms, Clock clock) {
    this.applications = applications;
    this.terms = terms;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("lapse-confirmation");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(APPLY_UNTIL);
  }

  /** An application that may come later has its new last day as deadline from now on. */
  @Override
  public void keep(FormTask task, Submission submission) {
    if ("extend".equals(submission.text(Submission.DECISION))) {
      applications.extend(task.caseNumber(),
          terms.endOf(submission.day(APPLY_UNTIL)).toInstant().atZone(clock.getZone()).toOffsetDateTime());
    }
  }
}
