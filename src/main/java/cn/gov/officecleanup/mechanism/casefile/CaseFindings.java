package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The findings of every case. Those that are open send the case to correction (补正), and the correction task shows them. */
@Repository
public class CaseFindings {

  /** characters of a message; whatever it cites, it fits its column */
  private static final int LONGEST = 1000;
  private static final RowMapper<Finding> ROWS = RecordRows.of(Finding.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  CaseFindings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Raises findings in a case.
   *
   * @param raisedBy name of the check or of the official
   */
  public void raise(String caseNumber, String raisedBy, List<Finding> findings) {
    for (Finding finding : findings) {
      jdbc.sql("""
        insert into finding (case_number, code, message, clause, raised_by, raised_at)
        values (:caseNumber, :code, :message, :clause, :raisedBy, :raisedAt)""")
          .param("caseNumber", caseNumber)
          .param("code", finding.code())
          .param("message", WrittenText.beginning(finding.message(), LONGEST))
          .param("clause", finding.clause())
          .param("raisedBy", raisedBy)
          .param("raisedAt", OffsetDateTime.now(clock))
          .update();
    }
  }

  /** Settles all open findings of a case, because a correction was handed in that is now checked anew. */
  public void settle(String caseNumber) {
    jdbc.sql("update finding set settled_at = :now where case_number = :caseNumber and settled_at is null")
        .param("now", OffsetDateTime.now(clock))
        .param("caseNumber", caseNumber)
        .update();
  }

  /** @return the open findings of a case in the order they were raised */
  public List<Finding> open(String caseNumber) {
    return jdbc.sql("select code, message, clause from finding where case_number = :caseNumber and settled_at is null order by id")
        .param("caseNumber", caseNumber)
        .query(ROWS)
        .list();
  }

  /** @return whether a case has open findings; the models' gateways ask this */
  public boolean anyOpen(String caseNumber) {
    return !open(caseNumber).isEmpty();
  }
}
