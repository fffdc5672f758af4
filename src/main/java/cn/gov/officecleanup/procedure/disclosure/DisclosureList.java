package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** C19: who published what was spent on receptions, in time, late or not, for the bureau. */
@Component
public class DisclosureList {

  private static final String TITLE = "公务接待公开情况";
  private static final List<Column> COLUMNS = Column.of("年度:8", "派出地政府:26", "办事机构:36", "应公开日期:14", "首次公开日期:14", "现行版本:10", "情况:24");

  private final JdbcClient jdbc;
  private final Clock clock;

  DisclosureList(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The disclosure of an office's year.
   *
   * @param publishedOn day on which it was published first; null where it was not
   * @param version that is published now; null where none is
   */
  record Row(int disclosedYear, String government, String office, LocalDate publishBy, LocalDate publishedOn, Integer version) {

    /** @return how it stands on a day, in words */
    String state(LocalDate today) {
      if (publishedOn == null) {
        return publishBy.isBefore(today) ? "逾期未公开" : "未到期";
      }
      String told = publishedOn.isAfter(publishBy) ? "逾期公开" : "按期公开";
      return version == null ? told + "，已撤下" : told;
    }
  }

  /** @return a line for each office and year that was to be published, the newest year first */
  List<Row> rows() {
    return jdbc.sql("""
      select d.disclosed_year, g.name as government, o.name as office, d.publish_by,
        (select min(v.published_on) from disclosure_version v
          where v.office_id = d.office_id and v.disclosed_year = d.disclosed_year) as published_on,
        (select max(v.version) from disclosure_version v
          where v.office_id = d.office_id and v.disclosed_year = d.disclosed_year and v.state = 'PUBLISHED') as version
      from disclosure d join office o on o.id = d.office_id join government g on g.code = o.government_code
      where d.corrects is null order by d.disclosed_year desc, g.code, o.id""").query(Row.class).list();
  }

  /** @return the list as a workbook */
  public byte[] workbook() {
    LocalDate today = LocalDate.now(clock);
    List<List<Object>> rows = rows().stream()
        .map(row -> Arrays.<Object>asList(row.disclosedYear(), row.government(), row.office(), row.publishBy(), row.publishedOn(),
            row.version(), row.state(today)))
        .toList();
    return new TableWorkbook().sheet(TITLE, TITLE, COLUMNS, rows).toBytes();
  }
}
