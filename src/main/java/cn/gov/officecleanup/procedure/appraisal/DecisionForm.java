package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.procedure.appraisal.Appraisals.Quota;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The leader decides on the grade (C12), also where it is corrected: the one by score and vetoes, or good instead of excellent where the
 * quota is used up.
 */
@Component
class DecisionForm implements FormContent {

  static final String AS = "decidedAs";
  static final String LOWERED = "GOOD_FOR_QUOTA";
  private static final String CLAUSE = "C12";

  private static final String SHOWN = "gradeShown";

  private final Appraisals appraisals;
  private final AppraisalCorrections corrections;
  private final Clock clock;

  DecisionForm(Appraisals appraisals, AppraisalCorrections corrections, Clock clock) {
    this.appraisals = appraisals;
    this.corrections = corrections;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("appraisal-decision");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(AS, SHOWN);
  }

  /** @throws RefusedException when more offices than allowed would be excellent, or what is not excellent would be lowered */
  @Override
  public void keep(FormTask task, Submission submission) {
    if (!"agree".equals(submission.text(Submission.DECISION))) {
      return;
    }
    Optional<AppraisalCorrection> correction = corrections.find(task.caseNumber());
    String appraisal = correction.map(AppraisalCorrection::appraisalCase).orElse(task.caseNumber());
    Grade proposed = correction.map(AppraisalCorrection::proposedGrade).orElseGet(() -> appraisals.get(appraisal).proposedGrade());
    boolean excellent = proposed == Grade.EXCELLENT;
    boolean lowered = LOWERED.equals(submission.text(AS));
    if (lowered && !excellent) {
      throw new RefusedException("NOT_EXCELLENT", "拟定等次是%s，不占优秀名额，请选“按拟定等次”。".formatted(proposed.label()), CLAUSE);
    }
    if (excellent && !lowered) {
      requireFree(appraisals.quota(appraisal));
    }
    Grade grade = lowered ? Grade.GOOD : proposed;
    BigDecimal score = correction.map(corrected -> corrections.score(corrected.caseNumber()).corrected())
        .orElseGet(() -> appraisals.get(appraisal).score());
    LocalDate today = LocalDate.now(clock);
    correction.ifPresent(corrected -> corrections.decide(corrected.caseNumber(), grade, today));
    appraisals.decide(appraisal, score, grade, today, "YES".equals(submission.text(SHOWN)));
  }

  private static void requireFree(Quota quota) {
    if (quota.excellent() >= quota.most()) {
      throw new RefusedException("QUOTA_USED_UP",
          "本年度参加考核的办事机构%d个，优秀不超过%d个，已评定%d个；请选“优秀名额已满，改定为良好”，或者退回重新评分。".formatted(quota.offices(), quota.most(), quota.excellent()), CLAUSE);
    }
  }
}
