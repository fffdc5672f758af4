package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.signature.Signatures;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps every opinion of every case: who, when, at which level, in which words. Nothing is changed or removed. */
@Repository
public class Opinions {

  private static final RowMapper<Opinion> ROWS = RecordRows.of(Opinion.class);

  private final JdbcClient jdbc;
  private final GroupNames groupNames;
  private final Signatures signatures;
  private final Clock clock;

  Opinions(JdbcClient jdbc, GroupNames groupNames, Signatures signatures, Clock clock) {
    this.jdbc = jdbc;
    this.groupNames = groupNames;
    this.signatures = signatures;
    this.clock = clock;
  }

  /**
   * Keeps an opinion; it bears the signature of the official who is signed in, where that is who gives it and keeps one.
   *
   * @param group group that had to do the step; names the level
   */
  public void give(String caseNumber, String step, String stepName, String group, Official official, String decision, String decisionLabel,
      String words) {
    jdbc.sql("""
      insert into opinion (case_number, step, step_name, level_name, user_id, user_name, decision, decision_label, words, given_at,
        signature_id)
      values (:caseNumber, :step, :stepName, :level, :userId, :userName, :decision, :decisionLabel, :words, :givenAt, :signature)""")
        .param("caseNumber", caseNumber)
        .param("step", step)
        .param("stepName", stepName)
        .param("level", groupNames.nameOf(group))
        .param("userId", official.userId())
        .param("userName", official.name())
        .param("decision", decision)
        .param("decisionLabel", decisionLabel)
        .param("words", words)
        .param("givenAt", OffsetDateTime.now(clock))
        .param("signature", signatures.signing(official).orElse(null))
        .update();
  }

  /** @return all opinions of a case in the order they were given */
  public List<Opinion> of(String caseNumber) {
    return jdbc.sql("select * from opinion where case_number = :caseNumber order by id").param("caseNumber", caseNumber).query(ROWS).list();
  }

  /** @return when this step was last noted in each of these cases, by case number */
  public Map<String, Instant> lastNoted(String step, Collection<String> caseNumbers) {
    return last("step = :words", step, caseNumbers);
  }

  /** @return when each of these cases was last decided in words that begin like this, by case number */
  public Map<String, Instant> lastDecided(String words, Collection<String> caseNumbers) {
    return last("decision_label like :words", words + "%", caseNumbers);
  }

  private Map<String, Instant> last(String condition, String words, Collection<String> caseNumbers) {
    Map<String, Instant> last = new HashMap<>();
    if (!caseNumbers.isEmpty()) {
      jdbc.sql("select case_number, max(given_at) as given_at from opinion where case_number in (:cases) and " + condition
          + " group by case_number").param("cases", caseNumbers).param("words", words).query(row -> {
            last.put(row.getString("case_number"), row.getObject("given_at", OffsetDateTime.class).toInstant());
          });
    }
    return last;
  }

  /** @return whether the user did any of these steps in this case */
  public boolean gaveAny(String caseNumber, String userId, List<String> steps) {
    return jdbc.sql("select count(*) from opinion where case_number = :caseNumber and user_id = :userId and step in (:steps)")
        .param("caseNumber", caseNumber)
        .param("userId", userId)
        .param("steps", steps)
        .query(Long.class)
        .single() > 0;
  }
}
