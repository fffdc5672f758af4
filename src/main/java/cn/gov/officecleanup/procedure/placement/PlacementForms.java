package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form in which it is kept that a person was told (C6). */
@Component
class PlacementForms implements FormContent {

  private static final String TELLING = "placement-telling";
  private static final String CLAUSE = "C6";

  private final PlacementProperties properties;

  PlacementForms(PlacementProperties properties) {
    this.properties = properties;
  }

  @Override
  public Set<String> forms() {
    return Set.of(TELLING);
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    LocalDate on = submission.day("toldOn");
    boolean objects = "object".equals(submission.text(Submission.DECISION));
    LocalDate objectedOn = objects ? submission.day("objectedOn") : null;
    if (objects && objectedOn.isAfter(on.plusDays(properties.objectionDays()))) {
      throw new RefusedException("OBJECTED_TOO_LATE",
          "异议应在告知之日起%d日内提出，该异议已超过期限，不予受理；请向本人说明后选择“同意”，并在办理情况中载明。".formatted(properties.objectionDays()), CLAUSE);
    }
  }
}
