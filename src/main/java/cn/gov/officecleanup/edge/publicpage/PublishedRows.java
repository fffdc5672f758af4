package cn.gov.officecleanup.edge.publicpage;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.procedure.appraisal.Grade;
import cn.gov.officecleanup.procedure.decoupling.PartingWay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the views of what is published; nothing in this package reads anything else. */
@Repository
class PublishedRows {

  private static final String DISCLOSURE = "select office, disclosed_year, version, state, published_on, ended_on, ended_reason, content,"
      + " content_hash, office_name, government_name from public_disclosure ";
  private static final String WITHDRAWAL = "select office, disclosed_year, version, published_on, ended_on, ended_reason, office_name,"
      + " government_name from public_withdrawal ";

  private final JdbcClient jdbc;

  PublishedRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A version that was published.
   *
   * @param endedOn day on which another took its place; null of the one that holds
   * @param content JSON
   * @param contentHash SHA-256 of it
   */
  public record Disclosure(long office, int disclosedYear, int version, State state, LocalDate publishedOn, LocalDate endedOn,
      String endedReason, String content, String contentHash, String officeName, String governmentName) {

    /** Whether a version holds. */
    public enum State {
      PUBLISHED,
      CORRECTED
    }

    /** @return whether another took its place */
    public boolean corrected() {
      return state == State.CORRECTED;
    }
  }

  /** A version that was taken off. */
  public record Withdrawal(long office, int disclosedYear, int version, LocalDate publishedOn, LocalDate endedOn, String endedReason,
      String officeName, String governmentName) {
  }

  /** An office that stays. */
  public record Office(long office, String officeName, String hostCityName, String workKind, String functions, String governmentName) {
  }

  /** How a year of an office was graded. */
  public record ShownGrade(long office, int appraisedYear, Grade decidedGrade) {
  }

  /**
   * An entity from which an office has parted.
   *
   * @param buyer of a public sale; null otherwise
   * @param salePrice yuan; null otherwise
   */
  public record Parting(String officeName, String governmentName, String entityName, PartingWay partingWay, LocalDate partedOn,
      String buyer, BigDecimal salePrice) {
  }

  /** Whom to tell. */
  public record Hotline(String body, String phone, String mailbox, String address, String hours) {
  }

  /** @return years of which something is published, the newest first */
  List<Integer> years() {
    return jdbc.sql("select distinct disclosed_year from public_disclosure order by disclosed_year desc").query(Integer.class).list();
  }

  /** @return the versions of a year that hold, by government and office */
  List<Disclosure> holdingIn(int year) {
    return jdbc.sql(DISCLOSURE + "where disclosed_year = ? and state = 'PUBLISHED' order by government_name, office_name, office")
        .param(year)
        .query(RecordRows.of(Disclosure.class))
        .list();
  }

  /** @return all versions of an office's year that can be read, the newest first */
  List<Disclosure> versions(long office, int year) {
    return jdbc.sql(DISCLOSURE + "where office = ? and disclosed_year = ? order by version desc")
        .params(office, year)
        .query(RecordRows.of(Disclosure.class))
        .list();
  }

  Optional<Disclosure> version(long office, int year, int version) {
    return versions(office, year).stream().filter(found -> found.version() == version).findFirst();
  }

  /** @return what was taken off of an office's year */
  List<Withdrawal> withdrawals(long office, int year) {
    return jdbc.sql(WITHDRAWAL + "where office = ? and disclosed_year = ? order by version desc")
        .params(office, year)
        .query(RecordRows.of(Withdrawal.class))
        .list();
  }

  List<Office> offices() {
    return jdbc.sql("select office, office_name, host_city_name, work_kind, functions, government_name from public_office"
        + " order by government_name, office_name, office").query(RecordRows.of(Office.class)).list();
  }

  /** @return the newest grade of each office that its government shows, with its year, by office */
  Map<Long, ShownGrade> grades() {
    return jdbc.sql("select office, appraised_year, decided_grade from public_grade order by appraised_year")
        .query(RecordRows.of(ShownGrade.class))
        .list()
        .stream()
        .collect(Collectors.toMap(ShownGrade::office, Function.identity(), (earlier, later) -> later));
  }

  /** @return what offices have parted from, the newest first */
  List<Parting> partings() {
    return jdbc.sql("select office_name, government_name, entity_name, parting_way, parted_on, buyer, sale_price from public_parting"
        + " order by parted_on desc, government_name, office_name, entity_name").query(RecordRows.of(Parting.class)).list();
  }

  List<Hotline> hotlines() {
    return jdbc.sql("select body, phone, mailbox, address, hours from public_hotline order by body")
        .query(RecordRows.of(Hotline.class))
        .list();
  }
}
