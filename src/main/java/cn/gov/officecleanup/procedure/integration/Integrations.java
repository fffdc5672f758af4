package cn.gov.officecleanup.procedure.integration;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The integrations of all offices (C8, C9, C10). */
@Repository
public class Integrations {

  private static final RowMapper<Integration> ROWS = RecordRows.of(Integration.class);

  private final JdbcClient jdbc;
  private final OfficeRegister register;

  Integrations(JdbcClient jdbc, OfficeRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /** Begins the integration of an office in its case. */
  public void open(String caseNumber, long officeId) {
    jdbc.sql("insert into integration (case_number, office_id) values (?, ?)").params(caseNumber, officeId).update();
  }

  /** Keeps a plan in the place of the one before. */
  void plan(String caseNumber, Long intoOffice, String leadDepartment, String arrangements) {
    jdbc.sql("update integration set into_office = ?, lead_department = ?, arrangements = ? where case_number = ?")
        .params(intoOffice, leadDepartment, arrangements, caseNumber).update();
  }

  void handOver(String caseNumber, LocalDate on) {
    jdbc.sql("update integration set handed_over_on = ? where case_number = ?").params(on, caseNumber).update();
  }

  /**
   * @return the integration of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when the case is no integration
   */
  public Integration get(String caseNumber) {
    return jdbc.sql("select * from integration where case_number = ?").param(caseNumber).query(ROWS).single();
  }

  /** @return the integration of an office, the last one; empty where it has none */
  public Optional<Integration> of(long officeId) {
    return jdbc.sql("select i.* from integration i join case_file f on f.case_number = i.case_number where i.office_id = ?"
        + " order by f.opened_at desc, length(f.case_number) desc, f.case_number desc fetch first 1 row only")
        .param(officeId).query(ROWS).optional();
  }

  /** @return whether the office that this one was to be merged into does not stand any more, so that a new plan is needed; the model asks this */
  public boolean isReceiverGone(String caseNumber) {
    return !register.findById(get(caseNumber).intoOffice()).orElseThrow().status().standing();
  }

  /** @return whether the office leads and stays; the model asks this */
  public boolean isLead(String caseNumber) {
    return get(caseNumber).leads();
  }
}
