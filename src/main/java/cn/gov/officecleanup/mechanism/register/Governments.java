package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.province.Province;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The governments of the province by GB/T 2260, reference data of an installation, loaded from the file that
 * {@code cleanup.province.governments} names.
 */
@Repository
public class Governments {

  private static final int CITY_DIGITS = 4;

  private static final RowMapper<Government> GOVERNMENT = (row, number) -> new Government(row.getString("code"), row.getString("name"),
      GovernmentLevel.valueOf(row.getString("level")), row.getString("parent_code"), row.getBoolean("province_administered"));

  private final JdbcClient jdbc;
  private final Province province;

  public Governments(JdbcClient jdbc, Province province) {
    this.jdbc = jdbc;
    this.province = province;
  }

  /** @return all governments by code */
  public List<Government> all() {
    return jdbc.sql("select * from government order by code").query(GOVERNMENT).list();
  }

  /**
   * @return those who take part whether they have an office or not: the province, the cities and the province-administered counties; and
   * whoever sent an office of the register
   */
  public List<Government> concerned() {
    return jdbc.sql("""
      select * from government where level <> 'COUNTY' or province_administered or code in (select government_code from office)
        order by code""").query(GOVERNMENT).list();
  }

  /** @return the government of a code, if there is one */
  public Optional<Government> find(String code) {
    return jdbc.sql("select * from government where code = ?").param(code).query(GOVERNMENT).optional();
  }

  /**
   * @return the government of a code
   * @throws RefusedException if there is none
   */
  public Government get(String code) {
    return find(code).orElseThrow(() -> new RefusedException("GOVERNMENT_UNKNOWN", "派出地政府名录中没有代码为“" + code + "”的政府，请核对行政区划代码。", "C21"));
  }

  /**
   * A locality (地) that answers for itself to the province: a city with its counties, or a province-administered county.
   *
   * @return the government itself and those whose superior it is, by code; for the province: all
   */
  public List<Government> locality(String code) {
    return all().stream()
        .filter(government -> province.code().equals(code) || government.code().equals(code) || code.equals(government.superiorCode()))
        .toList();
  }

  /** @return GB/T 2260 code of the city in which the place of a code lies */
  static String cityOf(String code) {
    return code.substring(0, CITY_DIGITS) + "00";
  }
}
