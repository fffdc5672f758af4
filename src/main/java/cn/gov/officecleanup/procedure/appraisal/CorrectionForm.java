package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.procedure.appraisal.AppraisalCorrections.Questioned;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which of the vetoes that limited a grade stand, and what the same score comes to then (C12). */
@Component
class CorrectionForm implements FormContent {

  private static final String TABLE = "questioned";
  private static final String ORDINAL = "ordinal";
  private static final String STANDS = "stands";

  private final AppraisalCorrections corrections;
  private final Appraisals appraisals;
  private final AppraisalProperties properties;

  CorrectionForm(AppraisalCorrections corrections, Appraisals appraisals, AppraisalProperties properties) {
    this.corrections = corrections;
    this.appraisals = appraisals;
    this.properties = properties;
  }

  @Override
  public Set<String> forms() {
    return Set.of("appraisal-correction");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(TABLE);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return Map.of(TABLE,
        corrections.vetoes(task.caseNumber())
            .stream()
            .map(row -> Map.of(ORDINAL, String.valueOf(row.ordinal()), "what", row.veto().label(), "told", row.told(), STANDS,
                row.stands() == null ? "" : row.stands() ? "YES" : "NO"))
            .toList());
  }

  /** @throws RefusedException when a veto has no answer, or all stand, so that nothing is to be corrected */
  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    List<Submission> rows = submission.rows(TABLE);
    Set<String> asked = corrections.vetoes(caseNumber).stream().map(Questioned::ordinal).map(String::valueOf).collect(Collectors.toSet());
    if (rows.size() != asked.size() || !rows.stream().map(row -> row.text(ORDINAL)).collect(Collectors.toSet()).equals(asked)) {
      throw new RefusedException("VETOES_DIFFER", "每项否决事项都要填写，不能增减；请刷新页面后重新填写。", "C12");
    }
    if (rows.stream().allMatch(row -> "YES".equals(row.text(STANDS)))) {
      throw new RefusedException("NOTHING_LIFTED", "没有撤销任何否决事项，原等次不变，不必更正；确有不成立的，请选“不成立”。", "C12");
    }
    rows.forEach(row -> corrections.question(caseNumber, Integer.parseInt(row.text(ORDINAL)), "YES".equals(row.text(STANDS))));
    Appraisal appraisal = appraisals.get(corrections.get(caseNumber).appraisalCase());
    corrections.propose(caseNumber, properties.grading().of(appraisal.score(), corrections.standing(caseNumber)));
  }
}
