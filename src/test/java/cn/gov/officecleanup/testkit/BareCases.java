package cn.gov.officecleanup.testkit;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of no procedure, for what only needs that there is a case. */
public final class BareCases {

  private BareCases() {
  }

  /** Enters open cases of Luoyang's; a number that is there already stays as it is. */
  public static void enter(JdbcClient jdbc, Collection<String> caseNumbers) {
    caseNumbers.forEach(number -> jdbc.sql("""
      insert into case_file (case_number, procedure_key, title, government_code, opened_by, opened_at)
      select ?, 'sample', '样例', '410300', 'system', current_timestamp from audit_head
      where not exists (select 1 from case_file where case_number = ?)""").params(number, number).update());
  }
}
