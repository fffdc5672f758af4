package cn.gov.officecleanup.procedure.placement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The placements of all cases. */
@Repository
public class Placements {

  private final JdbcClient jdbc;

  Placements(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(String caseNumber, long personId) {
    jdbc.sql("insert into placement (case_number, person_id) values (?, ?)").params(caseNumber, personId).update();
  }

  /** Keeps a plan in the place of the one before; what the person was told of that one counts no more. */
  void plan(String caseNumber, Placement.Plan plan) {
    jdbc.sql("""
            update placement set outcome = ?, receiving_unit = ?, takes_effect_on = ?, monthly_wage = ?, local_monthly_wage = ?, reasons = ?,
              compensation = null, told_on = null, objected_on = null, objection = null, answer = null
            where case_number = ?""")
        .params(plan.outcome().name(), plan.receivingUnit(), plan.takesEffectOn(), plan.monthlyWage(), plan.localMonthlyWage(), plan.reasons(),
            caseNumber).update();
  }

  void compensate(String caseNumber, BigDecimal compensation) {
    jdbc.sql("update placement set compensation = ? where case_number = ?").params(compensation, caseNumber).update();
  }

  void tell(String caseNumber, Placement.Told told) {
    jdbc.sql("update placement set told_on = ?, objected_on = ?, objection = ? where case_number = ?")
        .params(told.on(), told.objectedOn(), told.objection(), caseNumber).update();
  }

  void answer(String caseNumber, String answer) {
    jdbc.sql("update placement set answer = ? where case_number = ?").params(answer, caseNumber).update();
  }

  void carryOut(String caseNumber, Placement.Execution execution) {
    jdbc.sql("update placement set carried_out_on = ?, voucher = ?, paid_on = ? where case_number = ?")
        .params(execution.on(), execution.voucher(), execution.paidOn(), caseNumber).update();
  }

  /**
   * @return the placement of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when the case is no placement
   */
  public Placement get(String caseNumber) {
    return jdbc.sql("select * from placement where case_number = ?").param(caseNumber).query(Placements::placement).single();
  }

  private static Placement placement(ResultSet row, int number) throws SQLException {
    String outcome = row.getString("outcome");
    Placement.Plan plan = outcome == null ? null : new Placement.Plan(PlacementOutcome.valueOf(outcome), row.getString("receiving_unit"),
        row.getObject("takes_effect_on", LocalDate.class), row.getBigDecimal("monthly_wage"), row.getBigDecimal("local_monthly_wage"),
        row.getString("reasons"));
    LocalDate toldOn = row.getObject("told_on", LocalDate.class);
    Placement.Told told = toldOn == null ? null
        : new Placement.Told(toldOn, row.getObject("objected_on", LocalDate.class), row.getString("objection"));
    LocalDate on = row.getObject("carried_out_on", LocalDate.class);
    Placement.Execution execution = on == null ? null
        : new Placement.Execution(on, row.getString("voucher"), row.getObject("paid_on", LocalDate.class));
    return new Placement(row.getString("case_number"), row.getLong("person_id"), plan, row.getBigDecimal("compensation"), told,
        row.getString("answer"), execution);
  }
}
