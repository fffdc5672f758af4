package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The corrections of what was decided (C12). */
@Repository
class AppraisalCorrections extends FormRecords<AppraisalCorrection> {

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

  /** @param vetoes that limited the grade until now */
  void open(String caseNumber, Appraisal appraisal, List<CountedFact> vetoes) {
    begin(caseNumber,
        Map.of("appraisalCase", appraisal.caseNumber(), "formerGrade", appraisal.decidedGrade(), "formerlyOn", appraisal.decidedOn()));
    IntStream.range(0, vetoes.size())
        .forEach(i -> jdbc.sql("insert into appraisal_correction_veto (case_number, ordinal, veto, told) values (?, ?, ?, ?)")
            .params(caseNumber, i + 1, vetoes.get(i).veto().name(), vetoes.get(i).told())
            .update());
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

  /** @return the vetoes that stand after a correction */
  Set<Veto> standing(String caseNumber) {
    return vetoes(caseNumber).stream().filter(Questioned::stands).map(Questioned::veto).collect(Collectors.toSet());
  }

  void question(String caseNumber, int ordinal, boolean stands) {
    jdbc.sql("update appraisal_correction_veto set stands = ? where case_number = ? and ordinal = ?")
        .params(stands, caseNumber, ordinal)
        .update();
  }

  void propose(String caseNumber, Grade grade) {
    change(caseNumber, Map.of("proposedGrade", grade));
  }

  void decide(String caseNumber, Grade grade, LocalDate day) {
    change(caseNumber, Map.of("correctedGrade", grade, "correctedOn", day));
  }
}
