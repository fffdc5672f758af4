package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The inspections of all campaigns. */
@Repository
class Inspections {

  private static final RowMapper<Inspection> ROWS = RecordRows.of(Inspection.class);

  private final JdbcClient jdbc;
  private final Clock clock;

  Inspections(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void pick(String campaign, Inspection inspection) {
    jdbc.sql("insert into inspection (campaign, unit_code, picked_by, score, reason) values (?, ?, ?, ?, ?)")
        .params(campaign, inspection.unitCode(), inspection.pickedBy().name(), inspection.score(), inspection.reason())
        .update();
  }

  void record(String campaign, String unitCode, Inspection.Result result, String finding) {
    jdbc.sql("update inspection set result = ?, finding = ?, recorded_at = ? where campaign = ? and unit_code = ?")
        .params(result.name(), finding, OffsetDateTime.now(clock), campaign, unitCode)
        .update();
  }

  /** @return inspections of a campaign, those by risk first, the highest before the others */
  List<Inspection> of(String campaign) {
    return jdbc.sql("""
      select unit_code, picked_by, score, reason, result, finding from inspection where campaign = ?
      order by case picked_by when 'RISK' then 0 else 1 end, score desc, unit_code""").param(campaign).query(ROWS).list();
  }
}
