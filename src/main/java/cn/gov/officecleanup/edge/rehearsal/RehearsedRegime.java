package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.YearCourse;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.reception.ReceptionYear;
import cn.gov.officecleanup.procedure.reception.ReceptionYears;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The years after a rehearsed campaign, in which the offices that stay are regulated: governments enter budgets, standards, places and whom
 * they have posted in January, some of their offices part from a hotel, offices receive guests through the year, appraisals, disclosures
 * and rotations begin by themselves. On each 31 December the books are looked at.
 */
@Component
@Profile(Rehearsing.PROFILE)
class RehearsedRegime {

  /** the procedure that begins whatever is yearly; a campaign is rehearsed without it */
  private static final String YEARLY = "year-beginning";
  private static final int FIRST_DAYS = 7;

  private final PassingDays days;
  private final RandomOfficials officials;
  private final OfficeRegister register;
  private final ReceptionYears receptions;
  private final RepositoryService repository;
  private final JdbcClient jdbc;

  private final List<String> faults = new ArrayList<>();

  RehearsedRegime(PassingDays days, RandomOfficials officials, OfficeRegister register, ReceptionYears receptions,
      RepositoryService repository, JdbcClient jdbc) {
    this.days = days;
    this.officials = officials;
    this.register = register;
    this.receptions = receptions;
    this.repository = repository;
    this.jdbc = jdbc;
  }

  /** Nothing yearly begins, so that a campaign comes to its end. */
  void holdBack() {
    repository.suspendProcessDefinitionByKey(YEARLY);
  }

  /** @return what is unbalanced or stuck so far, a Chinese sentence each */
  List<String> faults() {
    return faults;
  }

  /**
   * Plays whole years from the January after a day.
   *
   * @param years how many
   */
  List<YearCourse> play(LocalDate after, int years) {
    if (years == 0) {
      return List.of();
    }
    repository.activateProcessDefinitionByKey(YEARLY);
    List<YearCourse> courses = new ArrayList<>();
    int first = after.getYear() + 1;
    for (int year = first; year < first + years && days.failures().isEmpty(); year++) {
      List<Office> kept = kept();
      for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year && days.failures().isEmpty(); day = day.plusDays(1)) {
        LocalDate today = day;
        days.pass(day, () -> begin(kept, today));
      }
      courses.add(lookAt(kept, year));
    }
    return courses;
  }

  private List<Office> kept() {
    return register.all().stream().filter(office -> office.status().stays()).toList();
  }

  private void begin(List<Office> kept, LocalDate today) {
    for (Office office : kept) {
      if (today.getDayOfYear() <= FIRST_DAYS) {
        officials.layDown(office, today);
      } else if (officials.isVisited(office, today)) {
        officials.start(Groups.staffOf(office.id()), "official-reception", Map.of("officeId", String.valueOf(office.id())));
      }
    }
  }

  private YearCourse lookAt(List<Office> kept, int year) {
    BigDecimal budget = BigDecimal.ZERO;
    BigDecimal paid = BigDecimal.ZERO;
    int held = 0;
    int guests = 0;
    for (Office office : kept) {
      ReceptionYear of = receptions.of(office.id(), year);
      budget = budget.add(of.budget()).add(of.adjustments());
      paid = paid.add(of.paid());
      held += of.receptions();
      guests += of.guests();
      balance(office, year, of);
    }
    stuck(year);
    return new YearCourse(year, kept.size(), budget, paid, held, guests, closed("annual-appraisal", "GRADED", year),
        closed("reception-disclosure", "PUBLISHED", year), closed("staff-rotation", "ROTATED", year),
        closed("entity-decoupling", "PARTED", year));
  }

  private void balance(Office office, int year, ReceptionYear of) {
    if (of.paid().compareTo(of.budget().add(of.adjustments())) > 0) {
      faults.add("不平：%s%d年公务接待支出%s，超过预算%s。".formatted(office.name(), year, InWords.yuan(of.paid()),
          InWords.yuan(of.budget().add(of.adjustments()))));
    }
    for (List<ReceptionYear.Sum> sums : List.of(of.venues(), of.items())) {
      BigDecimal sum = sums.stream().map(ReceptionYear.Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(of.paid()) != 0) {
        faults.add("不平：%s%d年公务接待支出%s，分项合计%s。".formatted(office.name(), year, InWords.yuan(of.paid()), InWords.yuan(sum)));
      }
    }
  }

  /** What was begun in January is over by the end of the year, and what began by itself, as rotations do, half a year later. */
  private void stuck(int year) {
    jdbc.sql("""
      select case_number from case_file
      where closed_at is null and (procedure_key in ('annual-appraisal', 'reception-disclosure', 'rotation-plan', 'entity-decoupling')
        or procedure_key = 'staff-rotation' and opened_at < ?)""")
        .param(LocalDate.of(year, 7, 1).atStartOfDay(EngineClock.ZONE).toOffsetDateTime())
        .query(String.class)
        .list()
        .forEach(open -> faults.add("停滞：%s到%d年底没有办结。".formatted(open, year)));
  }

  private int closed(String procedure, String outcome, int year) {
    return jdbc.sql("select count(*) from case_file where procedure_key = ? and outcome = ? and extract(year from closed_at) = ?")
        .params(procedure, outcome, year)
        .query(Integer.class)
        .single();
  }
}
