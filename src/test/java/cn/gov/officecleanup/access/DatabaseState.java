package cn.gov.officecleanup.access;

import java.io.InputStream;
import java.security.MessageDigest;
import java.sql.Blob;
import java.sql.Clob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Remembers every table of the application and of the engine, tells which of them were changed since, and puts them back. On H2, which says
 * when a table was last written.
 */
final class DatabaseState {

  /** notes of who looked and who was refused, and what keeps sign-ins and the engine going, are to be written */
  private static final Set<String> WRITTEN_BY_LOOKING = Set.of("AUDIT_EVENT", "AUDIT_HEAD", "ACT_GE_PROPERTY", "ACT_RU_METER_LOG",
      "ACT_RU_TASK_METER_LOG", "SIGN_IN_SOURCE", "SIGN_IN_MINUTE");
  private static final Set<String> KEPT_BY_SIGNING_IN = Set.of("ATTEMPTS_", "LOCK_EXP_TIME_");

  private final JdbcClient jdbc;
  private final Map<String, String> before = new HashMap<>();
  private final Map<String, Long> seen = new HashMap<>();

  DatabaseState(JdbcClient jdbc) {
    this.jdbc = jdbc;
    jdbc.sql("create schema kept").update();
    lastWritten().forEach((table, moment) -> {
      jdbc.sql("create table kept.%s as select * from public.%s".formatted(table, table)).update();
      before.put(table, digest(table));
      seen.put(table, moment);
    });
  }

  private Map<String, Long> lastWritten() {
    Map<String, Long> written = new HashMap<>();
    jdbc.sql("""
      select table_name, last_modification from information_schema.tables
      where table_schema = 'PUBLIC' and table_type = 'BASE TABLE' and table_name not like 'DATABASECHANGELOG%'""").query(row -> {
      if (!WRITTEN_BY_LOOKING.contains(row.getString(1))) {
        written.put(row.getString(1), row.getLong(2));
      }
    });
    return written;
  }

  /** @return the tables that do not hold what they held */
  Set<String> changed() {
    Set<String> changed = new TreeSet<>();
    lastWritten().forEach((table, moment) -> {
      if (!moment.equals(seen.get(table))) {
        if (digest(table).equals(before.get(table))) {
          seen.put(table, moment);
        } else {
          changed.add(table);
        }
      }
    });
    return changed;
  }

  /** Makes the tables hold what they held. */
  void restore(Set<String> tables) {
    jdbc.sql("set referential_integrity false").update();
    try {
      tables.forEach(table -> {
        jdbc.sql("delete from public." + table).update();
        jdbc.sql("insert into public.%s select * from kept.%s".formatted(table, table)).update();
      });
    } catch (DataAccessException e) {
      throw new IllegalStateException("cannot put back " + tables, e);
    } finally {
      jdbc.sql("set referential_integrity true").update();
    }
    Map<String, Long> written = lastWritten();
    tables.forEach(table -> seen.put(table, written.get(table)));
  }

  private String digest(String table) {
    List<String> rows = new ArrayList<>();
    jdbc.sql("select * from public." + table).query(row -> {
      StringBuilder text = new StringBuilder();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        String column = row.getMetaData().getColumnName(i);
        if (!(table.equals("ACT_ID_USER") && KEPT_BY_SIGNING_IN.contains(column))) {
          text.append(column).append('=').append(text(row.getObject(i))).append('|');
        }
      }
      rows.add(text.toString());
    });
    rows.sort(null);
    return String.join("\n", rows);
  }

  private static String text(Object value) {
    try {
      if (value instanceof Blob blob) {
        try (InputStream content = blob.getBinaryStream()) {
          return hash(content.readAllBytes());
        }
      }
      if (value instanceof Clob clob) {
        return clob.getSubString(1, (int) clob.length());
      }
      return value instanceof byte[] bytes ? hash(bytes) : String.valueOf(value);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
