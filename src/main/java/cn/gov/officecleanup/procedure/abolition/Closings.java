package cn.gov.officecleanup.procedure.abolition;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The closings of all abolitions. */
@Repository
class Closings {

  private final JdbcClient jdbc;

  Closings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps a closing in the place of what was handed in before. */
  void keep(String caseNumber, Closing closing) {
    jdbc.sql("delete from abolition_closing where case_number = ?").param(caseNumber).update();
    jdbc.sql("""
            insert into abolition_closing (case_number, accounts_closed_on, seal_handed_in_on, lease_ended_on, registration_cancelled_on)
            values (?, ?, ?, ?, ?)""")
        .params(caseNumber, closing.accountsClosedOn(), closing.sealHandedInOn(), closing.leaseEndedOn(), closing.registrationCancelledOn()).update();
  }

  Optional<Closing> of(String caseNumber) {
    return jdbc.sql("select * from abolition_closing where case_number = ?").param(caseNumber)
        .query((row, number) -> new Closing(row.getObject("accounts_closed_on", LocalDate.class), row.getObject("seal_handed_in_on", LocalDate.class),
            row.getObject("lease_ended_on", LocalDate.class), row.getObject("registration_cancelled_on", LocalDate.class)))
        .optional();
  }
}
