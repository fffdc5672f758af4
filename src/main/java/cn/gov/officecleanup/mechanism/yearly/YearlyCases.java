package cn.gov.officecleanup.mechanism.yearly;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which offices have their case of which year in which yearly procedure, and which are still owed one. */
@Repository
public class YearlyCases {

  static final String BEGUN = "YEAR_BEGUN";

  private static final List<String> STAYING = Arrays.stream(OfficeStatus.values()).filter(OfficeStatus::stays).map(Enum::name).toList();

  private final JdbcClient jdbc;

  YearlyCases(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes an office's case of a year. The database keeps a second one out, also in the same moment.
   *
   * @throws RefusedException when there is one
   */
  public void enter(String procedureKey, long officeId, int year, String caseNumber) {
    try {
      jdbc.sql("insert into yearly_case (procedure_key, office_id, case_year, case_number) values (?, ?, ?, ?)")
          .params(procedureKey, officeId, year, caseNumber)
          .update();
    } catch (DuplicateKeyException twice) {
      throw new RefusedException(new Finding(BEGUN, "该办事机构%d年度的这一事项已经启动，每个年度只办理一次；请在案件查询中打开已有的案件。".formatted(year), "C12"), twice);
    }
  }

  /** @return the year of which a yearly case is */
  public int yearOf(String caseNumber) {
    return jdbc.sql("select case_year from yearly_case where case_number = ?").param(caseNumber).query(Integer.class).single();
  }

  /**
   * @param year in which a procedure is looked at
   * @return the first year of which it has cases: that in which it was first looked at, so that whoever begins to use it is not sent the
   * years before
   */
  int firstYear(String procedureKey, int year) {
    return jdbc.sql("select first_year from yearly_procedure where procedure_key = ?")
        .param(procedureKey)
        .query(Integer.class)
        .optional()
        .orElseGet(() -> {
          jdbc.sql("insert into yearly_procedure (procedure_key, first_year) values (?, ?)").params(procedureKey, year).update();
          return year;
        });
  }

  /** @return ids of the offices that stayed on any day of the year and have no case of it, in the order in which they were entered */
  List<Long> owed(String procedureKey, int year, int most) {
    return jdbc.sql("""
      select o.id from office o where o.status <> 'WITHDRAWN'
        and exists (select 1 from office_status_change c where c.office_id = o.id and c.status_to in (:staying) and c.changed_at < :end
          and not exists (select 1 from office_status_change d where d.office_id = o.id and d.id > c.id
            and d.status_to not in (:staying) and d.changed_at < :start))
        and not exists (select 1 from yearly_case y where y.procedure_key = :procedure and y.office_id = o.id and y.case_year = :year)
      order by o.id fetch first :most rows only""")
        .param("staying", STAYING)
        .param("start", start(year))
        .param("end", start(year + 1))
        .param("procedure", procedureKey)
        .param("year", year)
        .param("most", most)
        .query(Long.class)
        .list();
  }

  private static OffsetDateTime start(int year) {
    return LocalDate.of(year, 1, 1).atStartOfDay(EngineClock.ZONE).toOffsetDateTime();
  }
}
