package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was planned each January for those whose term is over in the year (C13). */
@Repository
public class RotationPlans {

  private final JdbcClient jdbc;
  private final Postings postings;

  RotationPlans(JdbcClient jdbc, Postings postings) {
    this.jdbc = jdbc;
    this.postings = postings;
  }

  /**
   * What a confirmed plan says of one person.
   *
   * @param postingCase number of the case that registered the posting
   * @param endsOn last day of the term, as it was when the plan was confirmed
   * @param arrangement what is intended in words; null where nothing was said
   */
  record Row(String postingCase, LocalDate endsOn, Proposal intention, String arrangement) {
  }

  /** @return whether the term of anybody in an office is over in a year; the model asks this */
  public boolean anyDue(long officeId, int year) {
    return !postings.endingIn(officeId, year).isEmpty();
  }

  /** @return what the plan of a case says, who is due first first; empty before it is confirmed */
  List<Row> rows(String caseNumber) {
    return jdbc.sql("""
      select posting_case, ends_on, intention, arrangement from rotation_plan_row where case_number = ?
      order by ends_on, length(posting_case), posting_case""").param(caseNumber).query(RecordRows.of(Row.class)).list();
  }

  void keep(String caseNumber, List<Row> rows) {
    rows.forEach(
        row -> jdbc.sql("insert into rotation_plan_row (case_number, posting_case, ends_on, intention, arrangement) values (?, ?, ?, ?, ?)")
            .params(caseNumber, row.postingCase(), row.endsOn(), row.intention().name(), row.arrangement())
            .update());
  }
}
