package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The people of the offices that are abolished (C6). Who may see them is for the caller to check. */
@Repository
public class StaffList {

  private final JdbcClient jdbc;

  StaffList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Keeps the list of an abolition in the place of the one before.
   *
   * @return the members with their keys
   * @throws RefusedException when a placement has begun
   */
  public List<StaffMember> replace(String abolitionCase, List<StaffMember> members) {
    if (jdbc.sql("select count(*) from placement p join staff_member s on s.id = p.person_id where s.abolition_case = ?")
        .param(abolitionCase)
        .query(Integer.class)
        .single() > 0) {
      throw new RefusedException("PLACEMENT_BEGUN", "人员安置已经开始，名单不能再改动。", "C6");
    }
    jdbc.sql("delete from staff_member where abolition_case = ?").param(abolitionCase).update();
    for (StaffMember member : members) {
      jdbc.sql("""
        insert into staff_member (abolition_case, position, name, identity_number, birth_date, gender, status, post, post_level, hired_on,
          relatives, protection, protected_until, protection_proof)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(abolitionCase, member.position(), member.name(), member.identityNumber(), member.birthDate(), member.gender().name(),
              member.status().name(), member.post(), nameOf(member.postLevel()), member.hiredOn(), member.relatives(),
              nameOf(member.protection()), member.protectedUntil(), member.protectionProof())
          .update();
    }
    return of(abolitionCase);
  }

  /** @return the people of an abolition in the order of the list */
  public List<StaffMember> of(String abolitionCase) {
    return jdbc.sql("select * from staff_member where abolition_case = ? order by position")
        .param(abolitionCase)
        .query(StaffList::member)
        .list();
  }

  /**
   * @return a person
   * @throws org.springframework.dao.EmptyResultDataAccessException when there is none of this id
   */
  public StaffMember get(long id) {
    return jdbc.sql("select * from staff_member where id = ?").param(id).query(StaffList::member).single();
  }

  /** @return names of the people of an abolition and of their declared close relatives, in the form in which they are compared (A9) */
  public Set<String> connectedNames(String abolitionCase) {
    return of(abolitionCase).stream()
        .flatMap(member -> Stream.concat(PersonName.in(member.name()).stream(), PersonName.in(member.relatives()).stream()))
        .collect(Collectors.toSet());
  }

  /** @return number of people of an abolition */
  public int size(String abolitionCase) {
    return count("select count(*) from staff_member where abolition_case = ?", abolitionCase);
  }

  /** @return number of people of an abolition whose placement is not carried out */
  public int withoutOutcome(String abolitionCase) {
    return count("select count(*) from staff_member where abolition_case = ? and outcome is null", abolitionCase);
  }

  /** @return number of people of an abolition by what became of them */
  public Map<PlacementOutcome, Integer> outcomes(String abolitionCase) {
    Map<PlacementOutcome, Integer> outcomes = new TreeMap<>();
    jdbc.sql("select outcome from staff_member where abolition_case = ? and outcome is not null")
        .param(abolitionCase)
        .query(String.class)
        .list()
        .forEach(outcome -> outcomes.merge(PlacementOutcome.valueOf(outcome), 1, Integer::sum));
    return outcomes;
  }

  /**
   * Records what became of a person.
   *
   * @throws RefusedException when something did already
   */
  void place(long personId, PlacementOutcome outcome, LocalDate on) {
    if (jdbc.sql("update staff_member set outcome = ?, outcome_on = ? where id = ? and outcome is null")
        .params(outcome.name(), on, personId)
        .update() == 0) {
      throw new RefusedException("PLACED_ALREADY", "该人员已经安置，一人只能有一个安置结果。", "C6");
    }
  }

  private int count(String sql, String abolitionCase) {
    return jdbc.sql(sql).param(abolitionCase).query(Integer.class).single();
  }

  private static StaffMember member(ResultSet row, int number) throws SQLException {
    return new StaffMember(row.getLong("id"), row.getInt("position"), row.getString("name"), row.getString("identity_number"),
        row.getObject("birth_date", LocalDate.class), StaffMember.Gender.valueOf(row.getString("gender")),
        StaffStatus.valueOf(row.getString("status")), row.getString("post"), choice(row, "post_level", PostLevel.class),
        row.getObject("hired_on", LocalDate.class), row.getString("relatives"), choice(row, "protection", Protection.class),
        row.getObject("protected_until", LocalDate.class), row.getString("protection_proof"));
  }

  private static String nameOf(Enum<?> choice) {
    return choice == null ? null : choice.name();
  }

  private static <E extends Enum<E>> E choice(ResultSet row, String column, Class<E> type) throws SQLException {
    String name = row.getString(column);
    return name == null ? null : Enum.valueOf(type, name);
  }
}
