package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.KeptOffices;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The appraisals of all offices by year (C12), and what the model asks about them. */
@Repository
public class Appraisals extends FormRecords<Appraisal> {

  private static final RowMapper<ScoredIndicator> INDICATORS = RecordRows.of(ScoredIndicator.class);

  private final JdbcClient jdbc;
  private final OfficeRegister register;
  private final KeptOffices kept;
  private final AppraisalCorrections corrections;
  private final Grading grading;

  Appraisals(JdbcClient jdbc, OfficeRegister register, KeptOffices kept, AppraisalCorrections corrections, AppraisalProperties properties) {
    super(jdbc, Appraisal.class, "appraisal", "appraisal-self-assessment", "appraisal-score", "appraisal-objection");
    this.jdbc = jdbc;
    this.register = register;
    this.kept = kept;
    this.corrections = corrections;
    this.grading = properties.grading();
  }

  void open(String caseNumber, Map<String, ?> known, Indicators indicators) {
    begin(caseNumber, known);
    List<Indicator> all = indicators.all();
    IntStream.range(0, all.size())
        .forEach(i -> jdbc
            .sql("insert into appraisal_indicator (case_number, ordinal, indicator, name, weight, development) values (?, ?, ?, ?, ?, ?)")
            .params(caseNumber, i + 1, all.get(i).key(), all.get(i).name(), all.get(i).weight(), all.get(i).development())
            .update());
  }

  /** @return whether the office stood long enough in the year to be graded; the model asks this */
  public boolean graded(String caseNumber) {
    return grading.graded(get(caseNumber).months());
  }

  /** @return whether the lowest grade was decided, or a correction left it where it was another; the models ask this */
  public boolean unqualified(String caseNumber) {
    return corrections.find(caseNumber)
        .map(AppraisalCorrection::lowersToUnqualified)
        .orElseGet(() -> get(caseNumber).decidedGrade() == Grade.UNQUALIFIED);
  }

  /**
   * @return whether it was the lowest in the year before, too, or in the year after, which may be decided before a correction, and there is
   * a retention that could be revoked; the models ask this
   */
  public boolean unqualifiedAgain(String caseNumber) {
    Appraisal appraisal = of(caseNumber);
    return unqualified(caseNumber) && Stream.of(-1, 1)
        .flatMap(years -> decided(appraisal.officeId(), appraisal.appraisedYear() + years).stream())
        .anyMatch(Grade.UNQUALIFIED::equals) && kept.include(register.get(appraisal.officeId()));
  }

  /** @return the appraisal that a case is about: its own, or the one that it corrects */
  Appraisal of(String caseNumber) {
    return get(corrections.find(caseNumber).map(AppraisalCorrection::appraisalCase).orElse(caseNumber));
  }

  /** @return the grade of an office in a year; empty where none was decided */
  Optional<Grade> decided(long officeId, int year) {
    return decidedOf(officeId, year).map(Appraisal::decidedGrade);
  }

  /** @return the appraisal of an office for a year, once it is decided */
  Optional<Appraisal> decidedOf(long officeId, int year) {
    return select("office_id = ? and appraised_year = ? and decided_grade is not null", officeId, year).optional();
  }

  /** @return the appraisals of all offices for a year, by government and office */
  List<Appraisal> ofYear(int year) {
    return select("""
      appraised_year = ?
      order by (select f.government_code from case_file f where f.case_number = appraisal.case_number), office_id""", year).list();
  }

  /** @return whether an office was graded in any year */
  boolean graded(long officeId) {
    return !select("office_id = ? and decided_grade is not null", officeId).list().isEmpty();
  }

  /** @return the vetoes that limit a decided grade: as the last correction left them */
  List<CountedFact> limiting(String caseNumber) {
    List<AppraisalCorrection> corrected = corrections.decided(caseNumber);
    if (corrected.isEmpty()) {
      return Stream.of(true, false).flatMap(counted -> facts(caseNumber, counted).stream()).filter(fact -> fact.veto() != null).toList();
    }
    return corrections.limiting(corrected.get(corrected.size() - 1).caseNumber());
  }

  /** @return the indicators with the points that hold: as the last correction left them */
  List<ScoredIndicator> holding(String caseNumber) {
    List<ScoredIndicator> scored = indicators(caseNumber);
    List<AppraisalCorrection> corrected = corrections.decided(caseNumber);
    if (corrected.isEmpty()) {
      return scored;
    }
    Map<String, BigDecimal> points = corrections.points(corrected.get(corrected.size() - 1).caseNumber())
        .stream()
        .collect(Collectors.toMap(CorrectedPoints::indicator, CorrectedPoints::standing));
    return scored.stream().map(row -> row.withPoints(points.get(row.indicator()))).toList();
  }

  List<ScoredIndicator> indicators(String caseNumber) {
    return jdbc.sql("select * from appraisal_indicator where case_number = ? order by ordinal").param(caseNumber).query(INDICATORS).list();
  }

  void assessSelf(String caseNumber, String indicator, BigDecimal points, String accomplished) {
    jdbc.sql("update appraisal_indicator set self_points = ?, accomplished = ? where case_number = ? and indicator = ?")
        .params(points, accomplished, caseNumber, indicator)
        .update();
  }

  void score(String caseNumber, String indicator, BigDecimal points, String reason) {
    jdbc.sql("update appraisal_indicator set points = ?, reason = ? where case_number = ? and indicator = ?")
        .params(points, reason, caseNumber, indicator)
        .update();
  }

  /** @return what was counted of the year, or else the vetoes that others established */
  List<CountedFact> facts(String caseNumber, boolean counted) {
    return jdbc.sql("select what, told, veto from appraisal_fact where case_number = ? and counted = ? order by ordinal")
        .params(caseNumber, counted)
        .query((row, number) -> new CountedFact(row.getString("what"), row.getString("told"),
            Optional.ofNullable(row.getString("veto")).map(Veto::valueOf).orElse(null)))
        .list();
  }

  /** Keeps facts in the place of those of the same kind that were kept before. */
  void keepFacts(String caseNumber, boolean counted, List<CountedFact> facts) {
    jdbc.sql("delete from appraisal_fact where case_number = ? and counted = ?").params(caseNumber, counted).update();
    IntStream.range(0, facts.size())
        .forEach(i -> jdbc.sql("insert into appraisal_fact (case_number, ordinal, counted, what, told, veto) values (?, ?, ?, ?, ?, ?)")
            .params(caseNumber, i + 1, counted, facts.get(i).what(), facts.get(i).told(),
                facts.get(i).veto() == null ? null : facts.get(i).veto().name())
            .update());
  }

  /** @return the vetoes of a case, counted and established, in the order of the rules */
  Set<Veto> vetoes(String caseNumber) {
    return jdbc.sql("select veto from appraisal_fact where case_number = ? and veto is not null")
        .param(caseNumber)
        .query(String.class)
        .list()
        .stream()
        .map(Veto::valueOf)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Veto.class)));
  }

  void propose(String caseNumber, BigDecimal score, Grade grade, LocalDate objectBy) {
    change(caseNumber, Map.of("score", score, "proposedGrade", grade, "objectBy", objectBy));
    clear(caseNumber, "objectionReason");
  }

  /**
   * @param score that the grade follows from
   * @param shown whether everybody may read the grade
   */
  void decide(String caseNumber, BigDecimal score, Grade grade, LocalDate day, boolean shown) {
    change(caseNumber, Map.of("score", score, "decidedGrade", grade, "decidedOn", day, "gradePublic", shown));
  }

  /**
   * How many of a government's offices may be excellent in a year, and how many are.
   *
   * @param offices that are graded in the year
   */
  record Quota(int offices, int excellent, int most) {
  }

  /** @return the quota of the government whose case it is; whoever decides on another of its offices meanwhile waits */
  Quota quota(String caseNumber) {
    List<Appraisal> same = select("""
      appraised_year = (select own.appraised_year from appraisal own where own.case_number = ?)
      and case_number in (select f.case_number from case_file f, case_file own
        where own.case_number = ? and f.government_code = own.government_code)
      order by office_id for update""", caseNumber, caseNumber).list();
    int offices = (int) same.stream().filter(appraisal -> grading.graded(appraisal.months())).count();
    return new Quota(offices,
        (int) same.stream()
            .filter(appraisal -> !Objects.equals(appraisal.caseNumber(), caseNumber))
            .filter(appraisal -> appraisal.decidedGrade() == Grade.EXCELLENT)
            .count(),
        grading.excellentAtMost(offices));
  }
}
