package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.procedure.appraisal.AppraisalCorrections.Questioned;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which of the vetoes that limited a grade stand, which were established since, which points were wrong, and what it comes to then (C12).
 */
@Component
class CorrectionForm implements FormContent {

  private static final String TABLE = "questioned";
  private static final String ADDED = "addedVetoes";
  private static final String POINTS = "correctedPoints";
  private static final String ORDINAL = "ordinal";
  private static final String STANDS = "stands";
  private static final String VETO = "veto";
  private static final String ESTABLISHED_BY = "establishedBy";
  private static final String INDICATOR = "indicator";
  private static final String CORRECTED = "correctPoints";
  private static final String REASON = "pointsReason";
  private static final String SOURCE = "pointsSource";
  private static final String CLAUSE = "C12";

  private final AppraisalCorrections corrections;
  private final AppraisalProperties properties;

  CorrectionForm(AppraisalCorrections corrections, AppraisalProperties properties) {
    this.corrections = corrections;
    this.properties = properties;
  }

  @Override
  public Set<String> forms() {
    return Set.of("appraisal-correction");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(TABLE, ADDED, POINTS);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    String caseNumber = task.caseNumber();
    return Map.of(TABLE,
        corrections.vetoes(caseNumber)
            .stream()
            .map(row -> Map.of(ORDINAL, String.valueOf(row.ordinal()), "what", row.veto().label(), "told", row.told(), STANDS,
                row.stands() == null ? "" : row.stands() ? "YES" : "NO"))
            .toList(),
        ADDED, corrections.added(caseNumber).stream().map(fact -> Map.of(VETO, fact.veto().name(), ESTABLISHED_BY, fact.told())).toList(),
        POINTS,
        corrections.points(caseNumber)
            .stream()
            .map(row -> Map.of(INDICATOR, row.indicator(), "name", row.name(), "weight", String.valueOf(row.weight()), "formerPoints",
                row.formerPoints().toPlainString(), CORRECTED, row.points() == null ? "" : row.points().toPlainString(), REASON,
                Objects.toString(row.reason(), ""), SOURCE, Objects.toString(row.source(), "")))
            .toList());
  }

  /**
   * @throws RefusedException when a veto has no answer or is entered twice, points are changed without reason or source, or nothing is
   * corrected
   */
  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    List<Submission> questioned = submission.rows(TABLE);
    requireAll(questioned, ORDINAL,
        corrections.vetoes(caseNumber).stream().map(Questioned::ordinal).map(String::valueOf).collect(Collectors.toSet()), "每项否决事项");
    List<CorrectedPoints> before = corrections.points(caseNumber);
    List<Submission> points = submission.rows(POINTS);
    requireAll(points, INDICATOR, before.stream().map(CorrectedPoints::indicator).collect(Collectors.toSet()), "每项指标");
    questioned.forEach(row -> corrections.question(caseNumber, Integer.parseInt(row.text(ORDINAL)), "YES".equals(row.text(STANDS))));
    List<CountedFact> added = submission.rows(ADDED).stream().map(CorrectionForm::established).toList();
    requireNew(added, caseNumber);
    corrections.add(caseNumber, added);
    Map<String, Submission> byIndicator = points.stream().collect(Collectors.toMap(row -> row.text(INDICATOR), Function.identity()));
    before.forEach(row -> correct(caseNumber, row, byIndicator.get(row.indicator())));
    boolean changed = corrections.points(caseNumber).stream().anyMatch(row -> row.points() != null);
    if (added.isEmpty() && !changed && questioned.stream().allMatch(row -> "YES".equals(row.text(STANDS)))) {
      throw new RefusedException("NOTHING_CORRECTED", "没有撤销、增加任何否决事项，也没有更正任何评分，原结果不变，不必更正；确有不成立的，请选“不成立”，另有查实的，请在“另行认定的否决事项”中填写。", CLAUSE);
    }
    propose(caseNumber);
  }

  private static void requireAll(List<Submission> rows, String key, Set<String> asked, String what) {
    if (rows.size() != asked.size() || !rows.stream().map(row -> row.text(key)).collect(Collectors.toSet()).equals(asked)) {
      throw new RefusedException("ROWS_DIFFER", what + "都要保留，不能增减；请刷新页面后重新填写。", CLAUSE);
    }
  }

  private static CountedFact established(Submission row) {
    Veto veto = Veto.valueOf(row.text(VETO));
    return new CountedFact(veto.label(), row.text(ESTABLISHED_BY), veto);
  }

  /** What limits the grade already needs no second entry. */
  private void requireNew(List<CountedFact> added, String caseNumber) {
    Set<Veto> standing = corrections.vetoes(caseNumber)
        .stream()
        .filter(Questioned::stands)
        .map(Questioned::veto)
        .collect(Collectors.toSet());
    added.stream().map(CountedFact::veto).filter(standing::contains).findFirst().ifPresent(veto -> {
      throw new RefusedException("VETO_STANDS", "“%s”原已认定，并且仍然成立，不必再填入“另行认定的否决事项”。".formatted(veto.label()), CLAUSE);
    });
  }

  private void correct(String caseNumber, CorrectedPoints before, Submission row) {
    BigDecimal points = row.amount(CORRECTED);
    String reason = row.text(REASON);
    String source = row.text(SOURCE);
    if (points == null) {
      if (reason != null || source != null) {
        throw new RefusedException("POINTS_MISSING", "“%s”写了更正理由或者依据，但没有填写更正后的评分，请补填；不更正的，请清空理由和依据。".formatted(before.name()), CLAUSE);
      }
    } else if (points.compareTo(before.formerPoints()) == 0) {
      throw new RefusedException("SAME_POINTS",
          "“%s”更正后的评分与原评分相同，都是%s；不更正的，请不要填写。".formatted(before.name(), before.formerPoints().toPlainString()), CLAUSE);
    } else if (reason == null || source == null) {
      throw new RefusedException("REASON_MISSING", "“%s”的评分更正了，请写明更正理由和依据。".formatted(before.name()), CLAUSE);
    }
    corrections.score(caseNumber, before.indicator(), points, reason, source);
  }

  private void propose(String caseNumber) {
    List<CorrectedPoints> points = corrections.points(caseNumber);
    BigDecimal score = points.stream().allMatch(row -> row.points() == null) ? corrections.score(caseNumber).former()
        : new Indicators(points.stream().map(CorrectedPoints::asked).toList())
            .score(points.stream().collect(Collectors.toMap(CorrectedPoints::indicator, CorrectedPoints::standing)));
    corrections.propose(caseNumber, score, properties.grading().of(score, corrections.standing(caseNumber)));
  }
}
