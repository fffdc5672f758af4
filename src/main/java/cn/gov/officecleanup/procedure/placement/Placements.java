package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The placements of all cases. */
@Repository
class Placements extends FormRecords<Placement> {

  private static final String PLAN = "placement-plan";

  Placements(JdbcClient jdbc) {
    super(jdbc, Placement.class, "placement", PLAN, "placement-telling", "placement-execution", "placement-handover", "placement-post");
  }

  void begin(String caseNumber, long personId) {
    begin(caseNumber, Map.of("personId", personId));
  }

  /** Of a plan that is replaced, neither what was computed nor what the person was told counts any more. */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    super.keep(task, fields, submission);
    if (task.form().equals(PLAN)) {
      clear(task.caseNumber(), "compensation", "toldOn", "objectedOn", "objection");
    }
  }

  void compensate(String caseNumber, BigDecimal compensation) {
    change(caseNumber, Map.of("compensation", compensation));
  }
}
