package cn.gov.officecleanup.testkit;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Empties the project's own tables but for what every installation has, for tests that look at the whole register. */
public final class EmptyTables {

  private EmptyTables() {
  }

  public static void clear(JdbcClient jdbc) {
    List<String> tables = jdbc.sql("""
      select table_name from information_schema.tables where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'
        and table_name not like 'ACT\\_%' escape '\\' and table_name not like 'DATABASECHANGELOG%'
        and table_name not in ('GOVERNMENT', 'PROVINCIAL_DEPARTMENT', 'DOCUMENT_NUMBER', 'AUDIT_EVENT', 'AUDIT_HEAD')""")
        .query(String.class)
        .list();
    jdbc.sql("set referential_integrity false").update();
    try {
      tables.forEach(table -> jdbc.sql("delete from " + table).update());
    } finally {
      jdbc.sql("set referential_integrity true").update();
    }
  }
}
