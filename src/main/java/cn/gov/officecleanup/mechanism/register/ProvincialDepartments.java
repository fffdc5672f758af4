package cn.gov.officecleanup.mechanism.register;

import cn.gov.officecleanup.mechanism.province.Province;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The departments of the province that keep an office. The offices that the provincial government itself sends are its general office's
 * (办公厅).
 */
@Repository
@Transactional
public class ProvincialDepartments {

  /** code of the provincial government's general office */
  public static final String GENERAL_OFFICE = "01";

  private final JdbcClient jdbc;
  private final Province province;
  private final RowMapper<ProvincialDepartment> rows;

  public ProvincialDepartments(JdbcClient jdbc, Province province) {
    this.jdbc = jdbc;
    this.province = province;
    this.rows = (row, number) -> new ProvincialDepartment(row.getString("code"), row.getString("name"),
        province.name() + row.getString("name"));
  }

  /** @return the departments that have, or had, an office in the register, by code; one that is new gets its code */
  public List<ProvincialDepartment> ofRegister() {
    for (String name : jdbc.sql("""
      select distinct department_name from office where government_code = ? and sender_kind = 'DEPARTMENT'
        and department_name not in (select name from provincial_department) order by department_name""")
        .param(province.code())
        .query(String.class)
        .list()) {
      int last = jdbc.sql("select max(code) from provincial_department").query(Integer.class).single();
      jdbc.sql("insert into provincial_department (code, name) values (?, ?)").params("%02d".formatted(last + 1), name).update();
    }
    return jdbc.sql("""
      select code, name from provincial_department where name in (select department_name from office where government_code = :province)
        or code = :general and exists (select 1 from office where government_code = :province and sender_kind = 'GOVERNMENT')
          order by code""").param("province", province.code()).param("general", GENERAL_OFFICE).query(rows).list();
  }

  /** @return every department that ever had an office in the register, by code */
  @Transactional(readOnly = true)
  public List<ProvincialDepartment> all() {
    return jdbc.sql("select code, name from provincial_department order by code").query(rows).list();
  }

  /** @return the department of a code, if there is one */
  @Transactional(readOnly = true)
  public Optional<ProvincialDepartment> find(String code) {
    return jdbc.sql("select code, name from provincial_department where code = ?").param(code).query(rows).optional();
  }
}
