package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What a government lays down for the receptions of its offices (机关事务管理条例 art. 28): the standard of the work meal by the city in which the
 * office is and the rank of the guests, each from its first day on, and where something may be bought. There is no built-in figure.
 */
@Repository
class ReceptionSettings {

  private static final String CLAUSE = "C18";

  private final JdbcClient jdbc;
  private final Clock clock;

  ReceptionSettings(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @throws RefusedException where one from the same day is laid down already; a later one takes its place from its own day on */
  void enterStandard(String governmentCode, String hostCityCode, GuestClass guestClass, BigDecimal perPerson, LocalDate validFrom,
      String documentNumber, String userId) {
    try {
      jdbc.sql("""
        insert into reception_standard (government_code, host_city_code, guest_class, per_person, valid_from, document_number, entered_by,
          entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(governmentCode, hostCityCode, guestClass.name(), perPerson, validFrom, documentNumber, userId, OffsetDateTime.now(clock))
          .update();
    } catch (DuplicateKeyException e) {
      throw new RefusedException("STANDARD_KNOWN", "%s起执行的%s标准已经登记，调整标准的，请填写新的执行日期。".formatted(InWords.day(validFrom), guestClass.label()),
          CLAUSE);
    }
  }

  /** @return whether one from this very day is laid down */
  boolean known(String governmentCode, String hostCityCode, GuestClass guestClass, LocalDate validFrom) {
    return jdbc.sql("""
      select count(*) from reception_standard where government_code = ? and host_city_code = ? and guest_class = ? and valid_from = ?""")
        .params(governmentCode, hostCityCode, guestClass.name(), validFrom)
        .query(Long.class)
        .single() > 0;
  }

  /** @return yuan per person and work meal on a day; empty where none is laid down */
  Optional<BigDecimal> standard(String governmentCode, String hostCityCode, GuestClass guestClass, LocalDate day) {
    return jdbc.sql("""
      select per_person from reception_standard where government_code = ? and host_city_code = ? and guest_class = ? and valid_from <= ?
      order by valid_from desc fetch first 1 rows only""")
        .params(governmentCode, hostCityCode, guestClass.name(), day)
        .query(BigDecimal.class)
        .optional();
  }

  /** @return the standards that were in force on a day of a year, in words */
  List<String> standardsIn(String governmentCode, String hostCityCode, int year) {
    LocalDate last = LocalDate.of(year, 12, 31);
    return jdbc.sql("""
      select * from reception_standard standard where government_code = ? and host_city_code = ? and valid_from <= ? and not exists (
        select 1 from reception_standard later where later.government_code = standard.government_code
          and later.host_city_code = standard.host_city_code and later.guest_class = standard.guest_class
          and later.valid_from > standard.valid_from and later.valid_from <= ?)
      order by guest_class, valid_from""")
        .params(governmentCode, hostCityCode, last, LocalDate.of(year, 1, 1))
        .query((row, number) -> "%s工作餐每人每餐%s，自%s起执行（%s）".formatted(GuestClass.valueOf(row.getString("guest_class")).label(),
            InWords.yuan(row.getBigDecimal("per_person")), InWords.day(row.getObject("valid_from", LocalDate.class)),
            row.getString("document_number")))
        .list();
  }

  /**
   * Enters a place or firm, or what it is meanwhile: the last entry holds, the others stay. Who enters one holds the government's row.
   *
   * @throws RefusedException where it is entered already as what it is
   */
  void enterSupplier(String governmentCode, String name, SupplierKind kind, String userId) {
    jdbc.sql("select code from government where code = ? for update").param(governmentCode).query(String.class).single();
    if (supplier(governmentCode, name).filter(kind::equals).isPresent()) {
      throw new RefusedException("SUPPLIER_KNOWN", "“%s”已经登记为%s，不必再次登记。".formatted(name, kind.label()), CLAUSE);
    }
    jdbc.sql("insert into reception_supplier (government_code, name, kind, entered_by, entered_at) values (?, ?, ?, ?, ?)")
        .params(governmentCode, name, kind.name(), userId, OffsetDateTime.now(clock))
        .update();
  }

  /** @return what a place or firm is; empty where the government has not entered it */
  Optional<SupplierKind> supplier(String governmentCode, String name) {
    return jdbc.sql("select kind from reception_supplier where government_code = ? and name = ? order by id desc fetch first 1 rows only")
        .params(governmentCode, name)
        .query(String.class)
        .optional()
        .map(SupplierKind::valueOf);
  }
}
