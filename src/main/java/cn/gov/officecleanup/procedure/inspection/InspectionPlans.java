package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.procedure.inspection.OfficeRisks.Risk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the bureau inspects in a year (C14): those for whom most speaks, and some of the others by chance, so that nobody can be sure. */
@Repository
public class InspectionPlans extends FormRecords<InspectionPlan> {

  private static final RowMapper<Drawn> ROWS = RecordRows.of(Drawn.class);
  private static final String VISIT = "inspection";

  private final JdbcClient jdbc;
  private final OfficeRisks risks;
  private final InspectionVisits visits;
  private final RuntimeService runtime;
  private final Officials officials;

  InspectionPlans(JdbcClient jdbc, OfficeRisks risks, InspectionVisits visits, @Lazy RuntimeService runtime, Officials officials) {
    super(jdbc, InspectionPlan.class, "inspection_plan", "inspection-plan");
    this.jdbc = jdbc;
    this.risks = risks;
    this.visits = visits;
    this.runtime = runtime;
    this.officials = officials;
  }

  /**
   * An office as it stood when it was drawn.
   *
   * @param reasons what speaks for inspecting it, in words; blank where nothing does
   * @param occasion how it was drawn; null where it is not inspected
   */
  record Drawn(String caseNumber, long officeId, int position, int score, String reasons, Occasion occasion) {
  }

  /** Keeps how many are drawn and by which seed, and draws. */
  void open(String caseNumber, int year, int byRisk, int byChance, long seed) {
    begin(caseNumber, Map.of("planYear", year, "byRisk", byRisk, "byChance", byChance, "seed", seed));
    List<Drawn> drawn = draw(caseNumber, risks.now(), byRisk, byChance, seed);
    drawn.forEach(office -> jdbc.sql("""
      insert into inspection_draw (case_number, office_id, position, score, reasons, occasion) values (?, ?, ?, ?, ?, ?)""")
        .params(caseNumber, office.officeId, office.position, office.score, office.reasons,
            office.occasion == null ? null : office.occasion.name())
        .update());
  }

  /**
   * Draws; the same of the same risks, numbers and seed, always.
   *
   * @param all the highest risk first
   */
  static List<Drawn> draw(String caseNumber, List<Risk> all, int byRisk, int byChance, long seed) {
    List<Risk> risky = all.stream().filter(risk -> risk.score() > 0).limit(byRisk).toList();
    List<Risk> others = new ArrayList<>(all);
    others.removeAll(risky);
    Collections.shuffle(others, new Random(seed));
    List<Risk> byLot = others.stream().limit(byChance).toList();
    List<Drawn> drawn = new ArrayList<>();
    for (Risk risk : all) {
      drawn.add(new Drawn(caseNumber, risk.officeId(), drawn.size() + 1, risk.score(), String.join("；", risk.reasons()),
          risky.contains(risk) ? Occasion.RISK : byLot.contains(risk) ? Occasion.CHANCE : null));
    }
    return drawn;
  }

  /** @return all that stood for the draw, in its order */
  List<Drawn> drawnOf(String caseNumber) {
    return jdbc.sql("select * from inspection_draw where case_number = ? order by position").param(caseNumber).query(ROWS).list();
  }

  /** @return those that are inspected, in its order */
  List<Drawn> inspectedBy(String caseNumber) {
    return drawnOf(caseNumber).stream().filter(office -> office.occasion != null).toList();
  }

  void signed(String caseNumber, String number) {
    change(caseNumber, Map.of("planNumber", number));
  }

  /**
   * Begins the visits that were drawn, each a case of its own that is confided as the plan is, save to offices that are inspected by a plan
   * still; the model asks for this.
   */
  public void beginVisits(String caseNumber) {
    InspectionPlan plan = get(caseNumber);
    for (Drawn office : inspectedBy(caseNumber).stream().filter(drawn -> !visits.isInspectedByPlan(drawn.officeId)).toList()) {
      String why = office.occasion == Occasion.RISK ? office.reasons : "从其余机构中随机抽取（种子%d）".formatted(plan.seed());
      officials.asApplication(() -> runtime.startProcessInstanceByKey(VISIT, Map.of("officeId", office.officeId, OpeningInspection.OCCASION,
          office.occasion.name(), OpeningInspection.REASON, "%d年度巡查计划：%s".formatted(plan.planYear(), why))));
    }
  }
}
