package cn.gov.officecleanup.procedure.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was published (C19): nothing is overwritten, a correction is a further version, and what must not be read is taken off. */
@Repository
class PublishedVersions {

  private static final String OF_YEAR = " where office_id = ? and disclosed_year = ?";

  private final JdbcClient jdbc;

  PublishedVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The year of an office that was published. */
  record Year(long officeId, String officeName, int year) {
  }

  /** @return number of the newest version of a year; empty while there is none */
  Optional<Integer> last(long officeId, int year) {
    return jdbc.sql("select version from disclosure_version" + OF_YEAR + " order by version desc limit 1")
        .params(officeId, year)
        .query(Integer.class)
        .optional();
  }

  /** Publishes a version in the place of the one that is published now, if any. */
  void publish(String caseNumber, long officeId, int year, int version, LocalDate day, String content, String reason) {
    end(officeId, year, "CORRECTED", day, reason);
    jdbc.sql("insert into disclosure_version (office_id, disclosed_year, version, case_number, state, published_on, content, content_hash)"
        + " values (?, ?, ?, ?, 'PUBLISHED', ?, ?, ?)")
        .params(officeId, year, version, caseNumber, day, content, DigestUtils.sha256Hex(content))
        .update();
  }

  /** Takes off what is published, and the versions before that were corrected: what one must not tell, another might. */
  void withdraw(long officeId, int year, LocalDate day, String reason) {
    jdbc.sql("update disclosure_version set state = 'WITHDRAWN', ended_on = ?, ended_reason = ?" + OF_YEAR + " and state <> 'WITHDRAWN'")
        .params(day, reason, officeId, year)
        .update();
  }

  private void end(long officeId, int year, String state, LocalDate day, String reason) {
    jdbc.sql("update disclosure_version set state = ?, ended_on = ?, ended_reason = ?" + OF_YEAR + " and state = 'PUBLISHED'")
        .params(state, day, reason, officeId, year)
        .update();
  }

  /** @return the years of a government's offices that were published, the newest first */
  List<Year> of(String governmentCode) {
    return jdbc
        .sql("select distinct v.office_id, o.name, v.disclosed_year from disclosure_version v join office o on o.id = v.office_id"
            + " where o.government_code = ? order by v.disclosed_year desc, v.office_id")
        .param(governmentCode)
        .query((row, number) -> new Year(row.getLong("office_id"), row.getString("name"), row.getInt("disclosed_year")))
        .list();
  }
}
