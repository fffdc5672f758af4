package cn.gov.officecleanup.procedure.campaign;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The campaigns and who reports in each. */
@Repository
public class Campaigns {

  private static final RowMapper<Campaign> ROWS = RecordRows.of(Campaign.class);

  /** what a campaign covers; there is no smaller scope */
  private static final String WHOLE_PROVINCE = "PROVINCE";
  private static final String COLUMNS = "select case_number, name, application_deadline, cleanup_deadline, report_deadline from campaign ";

  private final JdbcClient jdbc;
  private final ReportingUnits units;
  private final Clock clock;

  Campaigns(JdbcClient jdbc, ReportingUnits units, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.clock = clock;
  }

  /** @return the campaign under way, if there is one */
  public Optional<Campaign> running() {
    return jdbc.sql(COLUMNS + "where open_scope = ?").param(WHOLE_PROVINCE).query(ROWS).optional();
  }

  /** @return the campaign under way or, where none is, the one that was started last */
  public Optional<Campaign> last() {
    return running().or(() -> jdbc.sql(COLUMNS + """
      order by (select opened_at from case_file f where f.case_number = campaign.case_number) desc fetch first 1 row only""")
        .query(ROWS)
        .optional());
  }

  /**
   * @return the campaign of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when the case is no campaign
   */
  public Campaign get(String caseNumber) {
    return jdbc.sql(COLUMNS + "where case_number = ?").param(caseNumber).query(ROWS).single();
  }

  /** @return name of the campaign of a case; the model asks this */
  public String nameOf(String caseNumber) {
    return get(caseNumber).name();
  }

  /** @return codes of the units that report in the campaign; the model opens a report for each */
  public List<String> unitsOf(String caseNumber) {
    return jdbc.sql("select unit_code from campaign_unit where campaign = ? order by unit_code")
        .param(caseNumber)
        .query(String.class)
        .list();
  }

  /** @throws RefusedException when another campaign for the same scope is under way, even one that is being started at this moment */
  void open(Campaign campaign) {
    refuseSecond();
    try {
      jdbc.sql("""
        insert into campaign (case_number, name, application_deadline, cleanup_deadline, report_deadline, open_scope)
        values (?, ?, ?, ?, ?, ?)""")
          .params(campaign.caseNumber(), campaign.name(), campaign.applicationDeadline(), campaign.cleanupDeadline(),
              campaign.reportDeadline(), WHOLE_PROVINCE)
          .update();
    } catch (DuplicateKeyException startedMeanwhile) {
      throw secondRefused("另一项");
    }
  }

  /** @throws RefusedException when a campaign for the same scope is under way */
  void refuseSecond() {
    running().ifPresent(campaign -> {
      throw secondRefused("“%s”（%s）".formatted(campaign.name(), campaign.caseNumber()));
    });
  }

  private static RefusedException secondRefused(String which) {
    return new RefusedException("CAMPAIGN_UNDER_WAY", "全省范围的清理规范工作%s正在进行，结束以前不能再启动。".formatted(which), "C20");
  }

  /** @return codes of the units that have an office now, or always report, and that were not in the campaign before */
  List<String> takeInNewUnits(String caseNumber) {
    List<String> present = unitsOf(caseNumber);
    List<String> added = new ArrayList<>();
    for (ReportingUnit unit : units.all()) {
      if (!present.contains(unit.code())) {
        jdbc.sql("insert into campaign_unit (campaign, unit_code, joined_at) values (?, ?, ?)")
            .params(caseNumber, unit.code(), OffsetDateTime.now(clock))
            .update();
        added.add(unit.code());
      }
    }
    return added;
  }

  void end(String caseNumber) {
    jdbc.sql("update campaign set open_scope = null where case_number = ?").param(caseNumber).update();
  }
}
