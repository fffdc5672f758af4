package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.register.OfficeInCase;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the register which offices have an open case; of one that is confided it does not learn. */
@Component
class OfficesInCases implements OfficeInCase {

  private final JdbcClient jdbc;

  OfficesInCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> openCaseOf(long officeId) {
    return jdbc.sql("""
      select title, case_number from case_file where office_id = ? and closed_at is null and not confided
      order by opened_at, length(case_number), case_number fetch first 1 row only""")
        .param(officeId)
        .query((row, number) -> "“%s”（%s）".formatted(row.getString("title"), row.getString("case_number")))
        .optional();
  }
}
