package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How an office assesses itself and how its government scores it, indicator by indicator (C12, C16). */
@Component
class ScoreForms implements FormContent {

  private static final String SELF = "selfAssessment";
  private static final String SCORES = "scores";
  private static final String VETOES = "vetoes";
  private static final String INDICATOR = "indicator";
  private static final String POINTS = "points";
  private static final String SELF_POINTS = "selfPoints";
  private static final String ACCOMPLISHED = "accomplished";
  private static final String ESTABLISHED_BY = "establishedBy";
  private static final String CLAUSE = "C12";
  private static final String OBJECTION = "appraisal-objection";
  private static final int WHOLE = 100;

  private final Appraisals appraisals;
  private final Terms terms;
  private final AppraisalProperties properties;
  private final Clock clock;

  ScoreForms(Appraisals appraisals, Terms terms, AppraisalProperties properties, Clock clock) {
    this.appraisals = appraisals;
    this.terms = terms;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("appraisal-self-assessment", "appraisal-score");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(SELF, SCORES, VETOES);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    List<ScoredIndicator> indicators = appraisals.indicators(task.caseNumber());
    return Map.of(SELF,
        indicators.stream()
            .map(row -> Map.of(INDICATOR, row.indicator(), "name", row.name(), "weight", String.valueOf(row.weight()), SELF_POINTS,
                shown(row.selfPoints()), ACCOMPLISHED, Objects.toString(row.accomplished(), "")))
            .toList(),
        SCORES,
        indicators.stream()
            .map(row -> Map.of(INDICATOR, row.indicator(), "name", row.name(), "weight", String.valueOf(row.weight()), SELF_POINTS,
                shown(row.selfPoints()), POINTS, shown(row.points()), "reason", Objects.toString(row.reason(), "")))
            .toList(),
        VETOES,
        appraisals.facts(task.caseNumber(), false)
            .stream()
            .map(fact -> Map.of("veto", fact.veto().name(), ESTABLISHED_BY, fact.told()))
            .toList());
  }

  private static String shown(BigDecimal points) {
    return points == null ? "" : points.toPlainString();
  }

  /** @throws RefusedException when an indicator has no row, a lower score no reason, or too many officials are excellent */
  @Override
  public void keep(FormTask task, Submission submission) {
    String caseNumber = task.caseNumber();
    if (task.form().equals("appraisal-self-assessment")) {
      ofAll(caseNumber, submission.rows(SELF)).forEach(
          (indicator, row) -> appraisals.assessSelf(caseNumber, indicator.indicator(), row.amount(SELF_POINTS), row.text(ACCOMPLISHED)));
      return;
    }
    ofAll(caseNumber, submission.rows(SCORES)).forEach((indicator, row) -> {
      BigDecimal points = row.amount(POINTS);
      if (indicator.selfPoints() != null && points.compareTo(indicator.selfPoints()) < 0 && row.text("reason") == null) {
        throw new RefusedException("REASON_MISSING", "“%s”的评分低于自评分，请写明评分理由。".formatted(indicator.name()), CLAUSE);
      }
      appraisals.score(caseNumber, indicator.indicator(), points, row.text("reason"));
    });
    requireFewExcellent(submission);
    appraisals.keepFacts(caseNumber, false,
        submission.rows(VETOES).stream().map(row -> established(Veto.valueOf(row.text("veto")), row.text(ESTABLISHED_BY))).toList());
    propose(caseNumber);
  }

  private static CountedFact established(Veto veto, String basis) {
    return new CountedFact(veto.label(), basis, veto);
  }

  /** Of each indicator of the year one row, and no other: what is left out would count as nothing. */
  private Map<ScoredIndicator, Submission> ofAll(String caseNumber, List<Submission> rows) {
    Map<String, Submission> byKey = rows.stream().collect(Collectors.toMap(row -> row.text(INDICATOR), row -> row, (one, other) -> one));
    List<ScoredIndicator> indicators = appraisals.indicators(caseNumber);
    if (byKey.size() != rows.size()
        || !byKey.keySet().equals(indicators.stream().map(ScoredIndicator::indicator).collect(Collectors.toSet()))) {
      throw new RefusedException("INDICATORS_DIFFER", "当年度的指标是固定的，每项都要填写，不能增减；请刷新页面后重新填写。", CLAUSE);
    }
    return indicators.stream().collect(Collectors.toMap(indicator -> indicator, indicator -> byKey.get(indicator.indicator())));
  }

  private void requireFewExcellent(Submission submission) {
    int appraised = submission.number("officialsAppraised");
    int excellent = submission.number("officialsExcellent");
    boolean approved = submission.text("excellentApproval") != null;
    int percent = approved ? properties.approvedPercent() : properties.excellentOfficialsPercent();
    int most = appraised * percent / WHOLE;
    if (excellent > most) {
      throw new RefusedException("TOO_MANY_EXCELLENT",
          "参加考核%d人，优秀不超过%d人（百分之%d），现为%d人，请核对%s。".formatted(appraised, most, percent, excellent, approved ? "" : "，或者填写提高比例的批准文号"), CLAUSE);
    }
  }

  private void propose(String caseNumber) {
    List<ScoredIndicator> rows = appraisals.indicators(caseNumber);
    Indicators indicators = new Indicators(
        rows.stream().map(row -> new Indicator(row.indicator(), row.name(), row.weight(), row.development())).toList());
    Map<String, BigDecimal> points = new HashMap<>();
    rows.forEach(row -> points.put(row.indicator(), row.points()));
    BigDecimal score = indicators.score(points);
    appraisals.propose(caseNumber, score, properties.grading().of(score, appraisals.vetoes(caseNumber)),
        terms.lastDay(OBJECTION, LocalDate.now(clock)));
  }
}
