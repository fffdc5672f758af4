package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.casefile.ConfidedCases;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.text.PersonName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inspections of all offices (C14), and what the model asks about them. */
@Repository
public class InspectionVisits extends FormRecords<InspectionVisit> {

  private static final String CLAUSE = "C14";
  private static final String UNRELATED = "unrelated";
  private static final String TEAM = "inspection-team";
  private static final Map<String, String> HOMES = homes();

  private final JdbcClient jdbc;
  private final ConfidedCases confided;
  private final Officials officials;
  private final OfficeRegister register;
  private final Governments governments;

  InspectionVisits(JdbcClient jdbc, ConfidedCases confided, Officials officials, OfficeRegister register, Governments governments) {
    super(jdbc, InspectionVisit.class, "inspection_visit", TEAM, "inspection-preparation", "inspection-arrival", "inspection-facts",
        "inspection-office-answer", "inspection-government-answer", "inspection-feedback");
    this.jdbc = jdbc;
    this.confided = confided;
    this.officials = officials;
    this.register = register;
    this.governments = governments;
  }

  /** The inspectors, in the order of the form, with the fields of where they come from. */
  private static Map<String, String> homes() {
    Map<String, String> homes = new LinkedHashMap<>();
    homes.put("leadInspector", "leadHome");
    homes.put("secondInspector", "secondHome");
    homes.put("thirdInspector", "thirdHome");
    return homes;
  }

  void open(String caseNumber, long officeId, Occasion occasion, String reason) {
    begin(caseNumber, Map.of("officeId", officeId, "occasion", occasion, "reason", reason));
  }

  /**
   * Keeps a form; whom the leader names in the team reads the case from then on.
   *
   * @throws RefusedException for a team in which somebody must stay away, and for days that do not follow one another
   */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    if (task.form().equals(TEAM)) {
      requireFit(task.caseNumber(), submission);
    }
    if ("ready".equals(submission.text(Submission.DECISION)) && fields.contains(UNRELATED) && !submission.ticked(UNRELATED)) {
      throw new RefusedException("NOT_DECLARED", "请先由巡查组成员逐人作出回避声明并勾选“回避声明”；有人应当回避的，请退回重新确定巡查组。", CLAUSE);
    }
    super.keep(task, fields, submission);
    InspectionVisit visit = get(task.caseNumber());
    requireOrder(visit.plannedFrom(), visit.plannedUntil(), "计划结束日期不能早于计划开始日期，请核对。");
    requireOrder(visit.arrivedOn(), visit.leftOn(), "离开日期不能早于到达日期，请核对。");
    if (task.form().equals(TEAM)) {
      confided.nameUsers(task.caseNumber(), visit.team());
    }
  }

  private void requireFit(String caseNumber, Submission submission) {
    String city = governments.get(register.get(get(caseNumber).officeId()).governmentCode()).cityCode();
    Set<String> excluded = PersonName.in(Objects.toString(submission.text("excludedPeople"), ""));
    List<String> team = HOMES.keySet().stream().map(submission::text).filter(Objects::nonNull).toList();
    if (team.stream().distinct().count() < team.size()) {
      throw new RefusedException("INSPECTOR_TWICE", "巡查组成员重复，请选择不同的人员。", CLAUSE);
    }
    HOMES.forEach((inspector, home) -> {
      String user = submission.text(inspector);
      if (user != null && submission.text(home) == null) {
        throw new RefusedException("HOME_MISSING", "请填写巡查组成员“%s”来自哪个城市，用于核对是否应当回避。".formatted(officials.nameOf(user)), CLAUSE);
      }
      if (user != null && city.equals(submission.text(home))) {
        throw new RefusedException("FROM_SAME_CITY",
            "“%s”来自被巡查单位所在的%s，应当回避，请另选人员。".formatted(officials.nameOf(user), governments.get(city).name()), CLAUSE);
      }
      if (user != null && excluded.contains(PersonName.canonical(officials.nameOf(user)))) {
        throw new RefusedException("EXCLUDED", "“%s”在回避名单中，不能参加本次巡查，请另选人员。".formatted(officials.nameOf(user)), CLAUSE);
      }
    });
  }

  private static void requireOrder(LocalDate first, LocalDate last, String otherwise) {
    if (first != null && last != null && last.isBefore(first)) {
      throw new RefusedException("DAYS_OUT_OF_ORDER", otherwise, CLAUSE);
    }
  }

  /** @return user id of who leads the team; the model asks this */
  public String lead(String caseNumber) {
    return get(caseNumber).leadInspector();
  }

  /** Is no more than a step of the model, which opens the case; the day is the one that the team entered. */
  public void arrived(String caseNumber) {
    Objects.requireNonNull(get(caseNumber).arrivedOn(), "arrivedOn");
  }

  /** @return whether something was found; the model asks this */
  public boolean anyFound(String caseNumber) {
    return jdbc.sql("select count(*) from inspection_finding where case_number = ?").param(caseNumber).query(Long.class).single() > 0;
  }

  /** @return whether the office still is there to answer, else its government does; the model asks this */
  public boolean officeStays(String caseNumber) {
    return register.get(get(caseNumber).officeId()).status().stays();
  }

  /** @return the beginning of the last day on site, from which the term of the feedback counts; the model asks this */
  public Instant left(String caseNumber) {
    return get(caseNumber).leftOn().atStartOfDay(EngineClock.ZONE).toInstant();
  }

  /** @return whether an office that was drawn is inspected still */
  boolean isInspectedByPlan(long officeId) {
    return !select("office_id = ? and occasion in ('RISK', 'CHANCE') and case_number in (select case_number from case_file "
        + "where closed_at is null)", officeId).list().isEmpty();
  }

  void noticed(String caseNumber, String number) {
    change(caseNumber, Map.of("noticeNumber", number));
  }

  void served(String caseNumber, String number, LocalDate day) {
    change(caseNumber, Map.of("feedbackNumber", number, "servedOn", day));
  }

  /** @return names of the team */
  List<String> namesOf(InspectionVisit visit) {
    return visit.team().stream().map(officials::nameOf).toList();
  }

  /** @return when it was at the door, in words */
  static String arrival(InspectionVisit visit) {
    return "%s%s".formatted(InWords.day(visit.arrivedOn()), Objects.toString(visit.arrivedTime(), ""));
  }
}
