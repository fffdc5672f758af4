package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The corrections of what was decided (C12). */
@Repository
class AppraisalCorrections extends FormRecords<AppraisalCorrection> {

  private static final RowMapper<CorrectedPoints> POINTS = RecordRows.of(CorrectedPoints.class);

  private final JdbcClient jdbc;

  AppraisalCorrections(JdbcClient jdbc) {
    super(jdbc, AppraisalCorrection.class, "appraisal_correction", "appraisal-correction");
    this.jdbc = jdbc;
  }

  /**
   * A veto that limited a grade.
   *
   * @param told on what it rests
   * @param stands whether it still does; null before somebody said so
   */
  record Questioned(int ordinal, Veto veto, String told, Boolean stands) {
  }

  /**
   * The score of a correction.
   *
   * @param former what held before
   * @param corrected what holds by it; the former one as long as no points were changed
   */
  record Score(BigDecimal former, BigDecimal corrected) {

    /** @return whether the correction changes it */
    boolean differs() {
      return former.compareTo(corrected) != 0;
    }
  }

  /**
   * @param vetoes that limited the grade until now
   * @param indicators with the points that held until now
   */
  void open(String caseNumber, Appraisal appraisal, List<CountedFact> vetoes, List<ScoredIndicator> indicators) {
    begin(caseNumber,
        Map.of("appraisalCase", appraisal.caseNumber(), "formerGrade", appraisal.decidedGrade(), "formerlyOn", appraisal.decidedOn()));
    IntStream.range(0, vetoes.size())
        .forEach(i -> jdbc.sql("insert into appraisal_correction_veto (case_number, ordinal, veto, told) values (?, ?, ?, ?)")
            .params(caseNumber, i + 1, vetoes.get(i).veto().name(), vetoes.get(i).told())
            .update());
    jdbc.sql("insert into appraisal_correction_score (case_number, former_score, corrected_score) values (?, ?, ?)")
        .params(caseNumber, appraisal.score(), appraisal.score())
        .update();
    IntStream.range(0, indicators.size()).forEach(i -> {
      ScoredIndicator row = indicators.get(i);
      jdbc.sql("""
        insert into appraisal_correction_point (case_number, ordinal, indicator, name, weight, development, former_points)
        values (?, ?, ?, ?, ?, ?, ?)""")
          .params(caseNumber, i + 1, row.indicator(), row.name(), row.weight(), row.development(), row.points())
          .update();
    });
  }

  /** @return the corrections of an appraisal that were decided, the first first */
  List<AppraisalCorrection> decided(String appraisalCase) {
    return select("appraisal_case = ? and corrected_grade is not null order by corrected_on, length(case_number), case_number",
        appraisalCase).list();
  }

  List<Questioned> vetoes(String caseNumber) {
    return jdbc.sql("select ordinal, veto, told, stands from appraisal_correction_veto where case_number = ? order by ordinal")
        .param(caseNumber)
        .query((row, number) -> new Questioned(row.getInt("ordinal"), Veto.valueOf(row.getString("veto")), row.getString("told"),
            (Boolean) row.getObject("stands")))
        .list();
  }

  /** @return the vetoes that were established after the decision */
  List<CountedFact> added(String caseNumber) {
    return jdbc.sql("select veto, told from appraisal_correction_added where case_number = ? order by ordinal")
        .param(caseNumber)
        .query((row, number) -> established(Veto.valueOf(row.getString("veto")), row.getString("told")))
        .list();
  }

  /** Keeps the vetoes that were established after the decision, in the place of those kept before. */
  void add(String caseNumber, List<CountedFact> vetoes) {
    jdbc.sql("delete from appraisal_correction_added where case_number = ?").param(caseNumber).update();
    IntStream.range(0, vetoes.size())
        .forEach(i -> jdbc.sql("insert into appraisal_correction_added (case_number, ordinal, veto, told) values (?, ?, ?, ?)")
            .params(caseNumber, i + 1, vetoes.get(i).veto().name(), vetoes.get(i).told())
            .update());
  }

  /** @return what limits the grade after a correction, each with what it rests on */
  List<CountedFact> limiting(String caseNumber) {
    return Stream
        .concat(vetoes(caseNumber).stream().filter(Questioned::stands).map(row -> established(row.veto(), row.told())),
            added(caseNumber).stream())
        .toList();
  }

  /** @return the vetoes that stand after a correction, in the order of the rules */
  Set<Veto> standing(String caseNumber) {
    return limiting(caseNumber).stream().map(CountedFact::veto).collect(Collectors.toCollection(() -> EnumSet.noneOf(Veto.class)));
  }

  private static CountedFact established(Veto veto, String told) {
    return new CountedFact(veto.label(), told, veto);
  }

  List<CorrectedPoints> points(String caseNumber) {
    return jdbc.sql("select * from appraisal_correction_point where case_number = ? order by ordinal")
        .param(caseNumber)
        .query(POINTS)
        .list();
  }

  /** @param points null where they stay, as the two others are then */
  void score(String caseNumber, String indicator, BigDecimal points, String reason, String source) {
    jdbc.sql("update appraisal_correction_point set points = ?, reason = ?, source = ? where case_number = ? and indicator = ?")
        .params(points, reason, source, caseNumber, indicator)
        .update();
  }

  Score score(String caseNumber) {
    return jdbc.sql("select former_score, corrected_score from appraisal_correction_score where case_number = ?")
        .param(caseNumber)
        .query((row, number) -> new Score(row.getBigDecimal("former_score"), row.getBigDecimal("corrected_score")))
        .single();
  }

  void question(String caseNumber, int ordinal, boolean stands) {
    jdbc.sql("update appraisal_correction_veto set stands = ? where case_number = ? and ordinal = ?")
        .params(stands, caseNumber, ordinal)
        .update();
  }

  void propose(String caseNumber, BigDecimal score, Grade grade) {
    jdbc.sql("update appraisal_correction_score set corrected_score = ? where case_number = ?").params(score, caseNumber).update();
    change(caseNumber, Map.of("proposedGrade", grade));
  }

  void decide(String caseNumber, Grade grade, LocalDate day) {
    change(caseNumber, Map.of("correctedGrade", grade, "correctedOn", day));
  }
}
