package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.appraisal.AppraisalCorrections.Score;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was counted of the year, what the points come to, and what was decided, for those who handle the appraisal (C12). */
@Component
@Order(2)
class AppraisalOverview implements CaseFacts {

  private static final String YEAR = "考核年度";
  private static final String COUNTED = "系统统计的事实";
  private static final String ESTABLISHED = "已认定的否决事项";
  private static final String POINTS = "逐项评分";
  private static final String RESULT = "考核结果";
  private static final String CORRECTION = "考核结果更正";

  private final Appraisals appraisals;
  private final AppraisalCorrections corrections;
  private final Grading grading;

  AppraisalOverview(Appraisals appraisals, AppraisalCorrections corrections, AppraisalProperties properties) {
    this.appraisals = appraisals;
    this.corrections = corrections;
    this.grading = properties.grading();
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return appraisals.find(file.caseNumber())
        .map(this::facts)
        .or(() -> corrections.find(file.caseNumber()).map(this::facts))
        .orElse(List.of());
  }

  private List<Fact> facts(AppraisalCorrection correction) {
    List<Fact> facts = new ArrayList<>();
    Appraisal appraisal = appraisals.get(correction.appraisalCase());
    CaseFacts.add(facts, CORRECTION, "原考核案件", appraisal.caseNumber());
    Score score = corrections.score(correction.caseNumber());
    CaseFacts.add(facts, CORRECTION, "原得分", score.former().toPlainString());
    CaseFacts.add(facts, CORRECTION, "原等次", "%s（%s）".formatted(correction.formerGrade().label(), InWords.day(correction.formerlyOn())));
    corrections.vetoes(correction.caseNumber())
        .forEach(row -> CaseFacts.add(facts, CORRECTION, row.veto().label(),
            row.told() + (row.stands() == null ? "" : row.stands() ? "（成立）" : "（不成立）")));
    corrections.added(correction.caseNumber())
        .forEach(fact -> CaseFacts.add(facts, CORRECTION, fact.what(), fact.told() + "（另行认定）" + limit(fact)));
    corrections.points(correction.caseNumber())
        .stream()
        .filter(row -> row.points() != null)
        .forEach(row -> CaseFacts.add(facts, CORRECTION, row.name(), "评分由%s更正为%s：%s（依据：%s）".formatted(row.formerPoints().toPlainString(),
            row.points().toPlainString(), row.reason(), row.source())));
    if (score.differs()) {
      CaseFacts.add(facts, CORRECTION, "更正后的得分", score.corrected().toPlainString());
    }
    if (correction.proposedGrade() != null) {
      CaseFacts.add(facts, CORRECTION, "拟定等次", correction.proposedGrade().label());
    }
    if (correction.correctedGrade() != null) {
      CaseFacts.add(facts, CORRECTION, "更正后的等次",
          "%s（%s）".formatted(correction.correctedGrade().label(), InWords.day(correction.correctedOn())));
    }
    return facts;
  }

  private List<Fact> facts(Appraisal appraisal) {
    List<Fact> facts = new ArrayList<>();
    String caseNumber = appraisal.caseNumber();
    CaseFacts.add(facts, YEAR, "机构存续", "%d年，%d个月%s".formatted(appraisal.appraisedYear(), appraisal.months(),
        grading.graded(appraisal.months()) ? "" : "，不满%d个月，不定等次".formatted(grading.fewestMonths())));
    appraisals.decided(appraisal.officeId(), appraisal.appraisedYear() - 1)
        .ifPresent(before -> CaseFacts.add(facts, YEAR, "上一年度等次", before.label()));
    appraisals.facts(caseNumber, true).forEach(fact -> CaseFacts.add(facts, COUNTED, fact.what(), fact.told() + limit(fact)));
    appraisals.facts(caseNumber, false).forEach(fact -> CaseFacts.add(facts, ESTABLISHED, fact.what(), fact.told() + limit(fact)));
    appraisals.indicators(caseNumber).forEach(row -> CaseFacts.add(facts, POINTS, row.name(), points(row)));
    if (appraisal.score() != null) {
      CaseFacts.add(facts, RESULT, "得分", appraisal.score().toPlainString());
      CaseFacts.add(facts, RESULT, "拟定等次", appraisal.proposedGrade().label());
      CaseFacts.add(facts, RESULT, "可以提出异议的最后一日", InWords.day(appraisal.objectBy()));
    }
    if (appraisal.decidedGrade() != null) {
      CaseFacts.add(facts, RESULT, "决定等次", "%s（%s）%s".formatted(appraisal.decidedGrade().label(), InWords.day(appraisal.decidedOn()),
          appraisal.gradePublic() ? "，向社会公布" : ""));
      corrections.decided(caseNumber)
          .forEach(correction -> CaseFacts.add(facts, RESULT, "已经更正",
              "原等次%s（%s）%s，案件%s依据%s更正：%s".formatted(correction.formerGrade().label(), InWords.day(correction.formerlyOn()),
                  formerScore(correction), correction.caseNumber(), correction.correctionBasis(), correction.liftingReason())));
    }
    return facts;
  }

  private String formerScore(AppraisalCorrection correction) {
    Score score = corrections.score(correction.caseNumber());
    return score.differs() ? "，原得分" + score.former().toPlainString() : "";
  }

  private String limit(CountedFact fact) {
    return fact.veto() == null ? "" : "（等次最高为%s）".formatted(grading.highest(fact.veto()).label());
  }

  private static String points(ScoredIndicator row) {
    if (row.selfPoints() == null) {
      return null;
    }
    String own = "权重%d，自评%s：%s".formatted(row.weight(), row.selfPoints().toPlainString(), row.accomplished());
    if (row.points() == null) {
      return own;
    }
    return "%s\n评分%s%s".formatted(own, row.points().toPlainString(), row.reason() == null ? "" : "：" + row.reason());
  }
}
