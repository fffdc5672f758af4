package cn.gov.officecleanup.mechanism.deadline;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dates of the campaign that was started last, by name. */
@Repository
class StartedCampaignDates {

  private final JdbcClient jdbc;

  StartedCampaignDates(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LocalDate> day(String name) {
    return jdbc.sql("select last_day from campaign_day where name = ?").param(name).query(LocalDate.class).optional();
  }

  void fix(String name, LocalDate day) {
    if (jdbc.sql("update campaign_day set last_day = ? where name = ?").params(day, name).update() == 0) {
      jdbc.sql("insert into campaign_day (name, last_day) values (?, ?)").params(name, day).update();
    }
  }
}
