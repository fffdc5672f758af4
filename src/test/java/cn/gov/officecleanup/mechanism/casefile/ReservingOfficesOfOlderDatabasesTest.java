package cn.gov.officecleanup.mechanism.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A database in which several cases about one office were open at once is taken over: the first has the office, none is lost. */
class ReservingOfficesOfOlderDatabasesTest {

  @Test
  void theFirstOfSeveralHasTheOfficeOrTheSeat() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:reserving-of-older-databases")) {
      JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      jdbc.sql("""
        create table case_file (case_number varchar(32) primary key, procedure_key varchar(64), government_code varchar(6),
          office_id bigint,
          opened_at timestamp with time zone, closed_at timestamp with time zone)""").update();
      jdbc.sql("create table application (case_number varchar(32) primary key, host_city_code varchar(6))").update();
      open(jdbc, "BL-1", "retention-application", 7L, "2015-09-01");
      open(jdbc, "CX-1", "office-abolition", 7L, "2015-09-02");
      open(jdbc, "CX-2", "office-abolition", 7L, "2015-09-02");
      open(jdbc, "ZC-1", "asset-disposal", 8L, "2015-09-01");
      open(jdbc, "CX-3", "office-abolition", 8L, "2015-09-03");
      open(jdbc, "BL-2", "retention-application", 9L, "2015-09-01");
      jdbc.sql("update case_file set closed_at = opened_at where case_number = 'BL-2'").update();
      open(jdbc, "CX-4", "office-abolition", 9L, "2015-09-04");
      for (String[] establishment : new String[][]{{"SL-1", "310000"}, {"SL-2", "310115"}, {"SL-3", "429004"}, {"SL-4", "429005"},
          {"SL-5", "430121"}}) {
        open(jdbc, establishment[0], "office-establishment", null, "2015-09-01");
        jdbc.sql("insert into application values (?, ?)").params((Object[]) establishment).update();
      }
      new Liquibase("db/changelog/changes/330-one-case-at-a-time.sql", new ClassLoaderResourceAccessor(), new JdbcConnection(connection))
          .update();
      assertThat(reserved(jdbc)).containsExactly("BL-1 office:7", "CX-3 office:8", "CX-4 office:9", "SL-1 seat:410300:31",
          "SL-3 seat:410300:429004", "SL-4 seat:410300:429005", "SL-5 seat:410300:4301");
      assertThat(jdbc.sql("select count(*) from case_file").query(Integer.class).single()).isEqualTo(12);
    }
  }

  private static void open(JdbcClient jdbc, String number, String procedure, Long office, String day) {
    jdbc.sql("insert into case_file values (?, ?, '410300', ?, cast(? as timestamp with time zone), null)")
        .params(number, procedure, office, day + " 09:00:00+08")
        .update();
  }

  private static List<String> reserved(JdbcClient jdbc) {
    return jdbc.sql("select case_number || ' ' || reserved_for from case_file where reserved_for is not null order by case_number")
        .query(String.class)
        .list();
  }
}
