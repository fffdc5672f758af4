package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.procedure.inspection.InspectionFinding.Urgency;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What inspections found (C14): the team enters the facts, and later what is demanded about each. */
@Repository
class InspectionFindings implements FormContent {

  static final String TABLE = "inspectionFindings";
  static final String DEMANDS = "demands";
  private static final String FACTS = "inspection-facts";
  private static final RowMapper<InspectionFinding> ROWS = RecordRows.of(InspectionFinding.class);

  private final JdbcClient jdbc;
  private final InspectionProperties properties;
  private final WorkingDayCalendar calendar;

  InspectionFindings(JdbcClient jdbc, InspectionProperties properties, WorkingDayCalendar calendar) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.calendar = calendar;
  }

  /** @return the findings of an inspection in their order */
  List<InspectionFinding> of(String caseNumber) {
    return jdbc.sql("select * from inspection_finding where case_number = ? order by position").param(caseNumber).query(ROWS).list();
  }

  @Override
  public Set<String> forms() {
    return Set.of(FACTS, "inspection-feedback");
  }

  @Override
  public Set<String> keeps() {
    return Set.of(TABLE, DEMANDS);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    return Map.of(task.form().equals(FACTS) ? TABLE : DEMANDS, of(task.caseNumber()).stream().map(found -> {
      Map<String, Object> row = new HashMap<>(Map.of("kind", found.kind().name(), "fact", found.fact(), "ruleBroken", found.ruleBroken(),
          "amount", found.amount().toPlainString(), "responsibleBody", found.responsibleBody(), "severity", found.severity().name(),
          "proof", found.proof(), "position", String.valueOf(found.position())));
      row.put("measure", Objects.toString(found.measure(), ""));
      row.put("urgency", Objects.toString(found.urgency(), ""));
      return row;
    }).toList());
  }

  /** @throws RefusedException where what is demanded leaves a finding out */
  @Override
  public void keep(FormTask task, Submission submission) {
    if (task.form().equals(FACTS)) {
      keepFacts(task.caseNumber(), submission.rows(TABLE));
    } else {
      keepDemands(task.caseNumber(), submission.rows(DEMANDS));
    }
  }

  private void keepFacts(String caseNumber, List<Submission> rows) {
    jdbc.sql("delete from inspection_finding where case_number = ?").param(caseNumber).update();
    for (int i = 0; i < rows.size(); i++) {
      Submission row = rows.get(i);
      jdbc.sql("""
        insert into inspection_finding (case_number, position, kind, fact, rule_broken, amount, responsible_body, severity, proof)
        values (:caseNumber, :position, :kind, :fact, :rule, :amount, :body, :severity, :proof)""")
          .param("caseNumber", caseNumber)
          .param("position", i + 1)
          .param("kind", row.text("kind"))
          .param("fact", row.text("fact"))
          .param("rule", row.text("ruleBroken"))
          .param("amount", row.amount("amount"))
          .param("body", row.text("responsibleBody"))
          .param("severity", row.text("severity"))
          .param("proof", row.text("proof"))
          .update();
    }
  }

  private void keepDemands(String caseNumber, List<Submission> rows) {
    long known = rows.stream()
        .filter(row -> jdbc
            .sql("update inspection_finding set measure = :measure, urgency = :urgency "
                + "where case_number = :caseNumber and position = :position")
            .param("measure", row.text("measure"))
            .param("urgency", row.text("urgency"))
            .param("caseNumber", caseNumber)
            .param("position", row.number("position"))
            .update() > 0)
        .map(row -> row.number("position"))
        .distinct()
        .count();
    if (known < of(caseNumber).size() || rows.size() > known) {
      throw new RefusedException("FINDING_LEFT_OUT", "每个问题都要提出整改要求，问题不能增减，请刷新页面后逐项填写。", "C14");
    }
  }

  /** Deadlines run from the day on which the feedback is served; one that ends on a day off ends on the next working day. */
  void served(String caseNumber, LocalDate day) {
    of(caseNumber).forEach(found -> jdbc.sql("update inspection_finding set due_on = :due where id = :id")
        .param("due", dueOn(found.urgency(), day))
        .param("id", found.id())
        .update());
  }

  /** @return the last day by which a finding is put right that is served on this day */
  LocalDate dueOn(Urgency urgency, LocalDate served) {
    return calendar.workingDayFrom(served.plusDays(urgency == Urgency.IMMEDIATE ? properties.immediateDays() : properties.rectifyDays()));
  }
}
