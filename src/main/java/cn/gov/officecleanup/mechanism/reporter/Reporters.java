package cn.gov.officecleanup.mechanism.reporter;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who reported something, one row a case, encrypted; a case without a row was reported by nobody who is known (信访工作条例第三十条、第四十六条).
 */
@Repository
@Transactional
public class Reporters {

  /** identities that are encrypted anew in one transaction */
  private static final int PORTION = 200;
  private static final int FEWEST_CHARACTERS_OF_REASON = 4;
  private static final int MOST_CHARACTERS_OF_REASON = 200;
  private static final String LAW = "信访工作条例";
  private static final RowMapper<Row> ROWS = RecordRows.of(Row.class);

  private record Row(String id, String caseNumber, String receivingGroup, String keyId, byte[] name, byte[] phone, byte[] address) {
  }

  private final JdbcClient jdbc;
  private final Sealing sealing;
  private final ReporterKeys keys;
  private final Officials officials;
  private final Auditing auditing;
  private final Clock clock;

  Reporters(JdbcClient jdbc, Sealing sealing, ReporterKeys keys, Officials officials, Auditing auditing, Clock clock) {
    this.jdbc = jdbc;
    this.sealing = sealing;
    this.keys = keys;
    this.officials = officials;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Keeps who reported a case, in the place of what was known before.
   *
   * @param receivingGroup id of the group whose members alone may read it
   * @param reporter of an anonymous one nothing is kept
   */
  public void keep(String caseNumber, String receivingGroup, Reporter reporter) {
    jdbc.sql("delete from reporter_identity where case_number = ?").param(caseNumber).update();
    if (reporter.isAnonymous()) {
      return;
    }
    String id = UUID.randomUUID().toString();
    jdbc.sql("""
      insert into reporter_identity (id, case_number, receiving_group, key_id, name, phone, address, kept_at)
      values (:id, :caseNumber, :receivingGroup, :key, :name, :phone, :address, :now)""")
        .param("id", id)
        .param("caseNumber", caseNumber)
        .param("receivingGroup", receivingGroup)
        .param("key", keys.current())
        .param("name", sealing.seal(reporter.name(), id + ":name"))
        .param("phone", sealing.seal(reporter.phone(), id + ":phone"))
        .param("address", sealing.seal(reporter.address(), id + ":address"))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  /** @return whether anything is known of who reported the case; what it is, is not told */
  @Transactional(readOnly = true)
  public boolean isKnown(String caseNumber) {
    return row(caseNumber).isPresent();
  }

  /** @return whether a written notice can reach who reported the case: name and address are known */
  @Transactional(readOnly = true)
  public boolean isReachable(String caseNumber) {
    return row(caseNumber).filter(row -> row.name != null && row.address != null).isPresent();
  }

  /**
   * Shows who reported a case; the look is noted in the audit log with its reason, whoever looks.
   *
   * @param reason why it is needed, 4 to 200 characters
   * @return empty where it was reported by nobody who is known, or the signed-in official is not of the body that received it
   * @throws RefusedException without a reason
   */
  public Optional<Reporter> look(String caseNumber, String reason) {
    Optional<Row> row = row(caseNumber).filter(kept -> officials.required().groups().contains(kept.receivingGroup));
    int length = reason == null ? 0 : reason.strip().length();
    if (row.isPresent() && (length < FEWEST_CHARACTERS_OF_REASON || length > MOST_CHARACTERS_OF_REASON)) {
      throw new RefusedException("REASON_MISSING", "查看举报人、信访人身份，请先写明理由（4至200个字）；每次查看都会记入审计日志。", LAW);
    }
    row.ifPresent(kept -> auditing.foundPeople(caseNumber, "查看举报人、信访人身份：" + reason.strip()));
    return row.map(this::opened);
  }

  private Reporter opened(Row row) {
    return new Reporter(sealing.open(row.name, row.keyId, row.id + ":name"), sealing.open(row.phone, row.keyId, row.id + ":phone"),
        sealing.open(row.address, row.keyId, row.id + ":address"));
  }

  /**
   * Encrypts with the key in use a portion of what a former one encrypted.
   *
   * @return number of identities that were; 0: none is left
   * @throws RefusedException when a former key is not set, or what is kept was changed
   */
  public int encryptAnew() {
    List<Row> portion = jdbc.sql("select * from reporter_identity where key_id <> :key order by id fetch first :most rows only")
        .param("key", keys.current())
        .param("most", PORTION)
        .query(ROWS)
        .list();
    portion.forEach(row -> {
      Reporter reporter = opened(row);
      jdbc.sql("update reporter_identity set key_id = :key, name = :name, phone = :phone, address = :address where id = :id")
          .param("key", keys.current())
          .param("name", sealing.seal(reporter.name(), row.id + ":name"))
          .param("phone", sealing.seal(reporter.phone(), row.id + ":phone"))
          .param("address", sealing.seal(reporter.address(), row.id + ":address"))
          .param("id", row.id)
          .update();
    });
    return portion.size();
  }

  private Optional<Row> row(String caseNumber) {
    return jdbc.sql("select * from reporter_identity where case_number = ?").param(caseNumber).query(ROWS).optional();
  }
}
