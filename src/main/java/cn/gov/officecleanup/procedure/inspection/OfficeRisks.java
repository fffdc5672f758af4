package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much speaks for inspecting an office, counted from what the system knows (C14). The points are this product's rule: the lowest grade
 * weighs most, then an entity that should be parted, what was not disclosed, what is late. Four statements, however many offices.
 */
@Component
class OfficeRisks {

  private static final int MOST_FOR_LATE_WORK = 20;

  private final OfficeRegister register;
  private final JdbcClient jdbc;
  private final Clock clock;

  OfficeRisks(OfficeRegister register, JdbcClient jdbc, Clock clock) {
    this.register = register;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * An office's risk.
   *
   * @param score points, 0 or more
   * @param reasons in words; empty where nothing speaks for it
   */
  record Risk(long officeId, int score, List<String> reasons) {
  }

  /** @return the risk of every office that stays, the highest first, of equal ones in the order of the register */
  List<Risk> now() {
    LocalDate today = LocalDate.now(clock);
    Map<Long, Integer> late = counted("""
      select f.office_id, count(distinct e.subject) counted from escalation e join case_file f on f.case_number = e.case_number
      where e.kind = 'MISS' and e.closed_at is null and f.office_id is not null and not f.confided group by f.office_id""");
    Map<Long, Integer> lowest = counted("select office_id, count(*) counted from appraisal where decided_grade = 'UNQUALIFIED' "
        + "and appraised_year >= ? group by office_id", today.getYear() - 2);
    Map<Long, Integer> undisclosed = counted(
        "select office_id, count(*) counted from disclosure d where corrects is null and publish_by < ? "
            + "and not exists (select 1 from disclosure_version v where v.office_id = d.office_id and v.disclosed_year = d.disclosed_year) "
            + "group by office_id",
        today);
    Map<Long, Integer> unparted = counted(
        "select office_id, count(*) counted from office_business_entity where parted_on is null " + "and part_by < ? group by office_id",
        today);
    return register.all().stream().filter(office -> office.status().stays()).map(office -> {
      List<String> reasons = new ArrayList<>();
      int score = points(office, lowest, 30, 60, "年度考核不合格%d次", reasons) + points(office, unparted, 25, 50, "经营性实体逾期没有脱钩%d个", reasons)
          + points(office, undisclosed, 20, 40, "公务接待逾期没有公开%d个年度", reasons)
          + points(office, late, 4, MOST_FOR_LATE_WORK, "逾期未办结的事项%d件", reasons);
      return new Risk(office.id(), score, reasons);
    }).sorted(Comparator.comparingInt(Risk::score).reversed().thenComparing(Risk::officeId)).toList();
  }

  private static int points(Office office, Map<Long, Integer> counted, int each, int most, String words, List<String> reasons) {
    int count = counted.getOrDefault(office.id(), 0);
    if (count > 0) {
      reasons.add(words.formatted(count));
    }
    return Math.min(most, each * count);
  }

  private Map<Long, Integer> counted(String sql, Object... parameters) {
    Map<Long, Integer> counted = new HashMap<>();
    jdbc.sql(sql).params(parameters).query(row -> {
      counted.put(row.getLong("office_id"), row.getInt("counted"));
    });
    return counted;
  }
}
