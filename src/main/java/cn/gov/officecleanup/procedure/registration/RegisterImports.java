package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import cn.gov.officecleanup.mechanism.register.ImportForesight.Start;
import cn.gov.officecleanup.mechanism.register.ImportPreview;
import cn.gov.officecleanup.mechanism.register.ImportRow;
import cn.gov.officecleanup.mechanism.register.RegisterTable;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The imports: their files, what was previewed of them, and how far they are kept (C21). */
@Repository
class RegisterImports {

  /** What has become of a row. */
  enum State {
    /** the register says just so already */
    UNCHANGED,
    /** waits to be kept */
    PENDING,
    KEPT,
    /** was to be kept, but the register had changed by then */
    LEFT,
    TAKEN_BACK,
    /** was to be taken back, but something else had happened to it by then */
    STAYS
  }

  /**
   * An import of the case.
   *
   * @param withdrawalCase number of the case in which it is, or was, taken back; null while it is not
   */
  record Import(String caseNumber, boolean allOrNothing, String governments, boolean applies, String notes, OffsetDateTime previewedAt,
      int previewNumber, OffsetDateTime confirmedAt, OffsetDateTime keptAt, String withdrawalCase, OffsetDateTime takenBackAt) {

    /** @return whether a government's offices may be registered */
    Predicate<String> allowed() {
      return governments == null ? code -> true : List.of(governments.split(" "))::contains;
    }
  }

  /**
   * A row with what has become of it.
   *
   * @param reason why it was left out, in Chinese; null where it was not
   */
  record KeptRow(int position, ImportRow row, State state, String reason) {
  }

  private static final RecordRows<Import> IMPORTS = RecordRows.of(Import.class);
  private static final RecordRows<Start> STARTS = RecordRows.of(Start.class);

  /** characters of a file's name that are kept */
  private static final int LONGEST_NAME = 100;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final Clock clock;

  RegisterImports(JdbcClient jdbc, JdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  /**
   * Begins an import.
   *
   * @param governments codes of those whose offices may be registered; null for all
   */
  void begin(String caseNumber, boolean allOrNothing, List<String> governments, List<ImportFile> files) {
    jdbc.sql("""
      insert into register_import (case_number, all_or_nothing, governments, applies, previewed_at, preview_number)
      values (?, ?, ?, false, ?, 0)""")
        .params(caseNumber, allOrNothing, governments == null ? null : String.join(" ", governments), OffsetDateTime.now(clock))
        .update();
    for (int i = 0; i < files.size(); i++) {
      jdbc.sql("insert into register_import_file (case_number, position, file_name, content) values (?, ?, ?, ?)")
          .params(caseNumber, i, WrittenText.beginning(files.get(i).name(), LONGEST_NAME), files.get(i).content())
          .update();
    }
  }

  /** @return the import of a case; empty for one of a time when imports were kept at once */
  Optional<Import> find(String caseNumber) {
    return jdbc.sql("select * from register_import where case_number = ?").param(caseNumber).query(IMPORTS).optional();
  }

  /** @return the import that is taken back in a case */
  Optional<Import> findTakenBackBy(String withdrawalCase) {
    return jdbc.sql("select * from register_import where withdrawal_case = ?").param(withdrawalCase).query(IMPORTS).optional();
  }

  /** @return the imports that are kept and that nobody takes back, the newest first, at most so many */
  List<Import> kept(int most) {
    return jdbc.sql("""
      select * from register_import where kept_at is not null and withdrawal_case is null
      order by kept_at desc, length(case_number) desc, case_number desc fetch first ? rows only""").param(most).query(IMPORTS).list();
  }

  /** @return numbers of the cases of later imports that have kept, and not taken back, something that an import kept as well */
  List<String> keptOver(Import earlier) {
    return jdbc.sql("""
      select later.case_number from register_import later
      join register_import_row over on over.case_number = later.case_number and over.state in ('KEPT', 'STAYS')
      join register_import_row mine on mine.table_name = over.table_name and mine.register_number = over.register_number
        and mine.row_key = over.row_key and mine.state = 'KEPT'
      where mine.case_number = ? and later.case_number <> mine.case_number and later.confirmed_at >= ?
      group by later.case_number order by length(later.case_number), later.case_number""")
        .params(earlier.caseNumber(), earlier.confirmedAt())
        .query(String.class)
        .list();
  }

  /** @return ids of the offices of which the import has kept what is stated */
  Set<Long> officesKept(String caseNumber) {
    return Set.copyOf(jdbc.sql("""
      select id from office where register_number in (select register_number from register_import_row
        where case_number = ? and table_name = 'OFFICES' and state in ('KEPT', 'STAYS'))""").param(caseNumber).query(Long.class).list());
  }

  /** @return ids of the offices about which something was foretold to begin */
  Set<Long> officesForetold(String caseNumber) {
    return Set.copyOf(jdbc.sql("""
      select id from office where register_number in (select register_number from register_import_start where case_number = ?)""")
        .param(caseNumber)
        .query(Long.class)
        .list());
  }

  /** @return rows in a state, the last of the preview first, at most so many */
  List<KeptRow> lastRows(String caseNumber, State state, int most) {
    return jdbc.sql("select * from register_import_row where case_number = ? and state = ? order by position desc fetch first ? rows only")
        .params(caseNumber, state.name(), most)
        .query((row, number) -> kept(row))
        .list();
  }

  /** Begins to take an import back, which one case does, once. */
  boolean beginWithdrawal(String caseNumber, String withdrawalCase) {
    return jdbc.sql("""
      update register_import set withdrawal_case = ? where case_number = ? and kept_at is not null and withdrawal_case is null""")
        .params(withdrawalCase, caseNumber)
        .update() == 1;
  }

  void endWithdrawal(String caseNumber) {
    jdbc.sql("update register_import set taken_back_at = ? where case_number = ?").params(OffsetDateTime.now(clock), caseNumber).update();
  }

  /**
   * @return the import of a case that has one
   * @throws java.util.NoSuchElementException when it has none
   */
  Import get(String caseNumber) {
    return find(caseNumber).orElseThrow();
  }

  List<ImportFile> files(String caseNumber) {
    return jdbc.sql("select file_name, content from register_import_file where case_number = ? order by position")
        .param(caseNumber)
        .query((row, number) -> new ImportFile(row.getString("file_name"), row.getBytes("content")))
        .list();
  }

  /** Keeps a preview in the place of the one before. */
  void keepPreview(String caseNumber, ImportPreview preview, List<Start> starts) {
    jdbc.sql("delete from register_import_row where case_number = ?").param(caseNumber).update();
    jdbc.sql("delete from register_import_start where case_number = ?").param(caseNumber).update();
    jdbc.sql("""
      update register_import set applies = ?, notes = ?, previewed_at = ?, preview_number = preview_number + 1 where case_number = ?""")
        .params(preview.applies(), String.join("", preview.notes()), OffsetDateTime.now(clock), caseNumber)
        .update();
    batches.batchUpdate("""
      insert into register_import_row (case_number, position, table_name, source, number, register_number, row_key, before_import,
        after_import, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        IntStream.range(0, preview.rows().size()).mapToObj(i -> row(caseNumber, i, preview.rows().get(i))).toList());
    batches.batchUpdate(
        "insert into register_import_start (case_number, position, register_number, office_name, what) values (?, ?, ?, ?, ?)",
        IntStream.range(0, starts.size())
            .mapToObj(i -> new Object[]{caseNumber, i, starts.get(i).registerNumber(), starts.get(i).officeName(), starts.get(i).what()})
            .toList());
  }

  private static Object[] row(String caseNumber, int position, ImportRow row) {
    State state = row.unchanged() ? State.UNCHANGED : State.PENDING;
    return new Object[]{caseNumber, position, row.table().name(), row.source(), row.number(), row.registerNumber(), row.key(), row.before(),
        row.after(), state.name()};
  }

  /** @return what begins by itself, in the order of the preview */
  List<Start> starts(String caseNumber) {
    return jdbc.sql("select register_number, office_name, what from register_import_start where case_number = ? order by position")
        .param(caseNumber)
        .query(STARTS)
        .list();
  }

  /** @return all rows in the order of the preview */
  List<KeptRow> rows(String caseNumber) {
    return jdbc.sql("select * from register_import_row where case_number = ? order by position")
        .param(caseNumber)
        .query((row, number) -> kept(row))
        .list();
  }

  /** @return rows in a state, in the order of the preview, at most so many */
  List<KeptRow> rows(String caseNumber, State state, int most) {
    return jdbc.sql("select * from register_import_row where case_number = ? and state = ? order by position fetch first ? rows only")
        .params(caseNumber, state.name(), most)
        .query((row, number) -> kept(row))
        .list();
  }

  private static KeptRow kept(ResultSet row) throws SQLException {
    return new KeptRow(row.getInt("position"),
        new ImportRow(RegisterTable.valueOf(row.getString("table_name")), row.getString("source"), row.getInt("number"),
            row.getString("register_number"), row.getString("row_key"), row.getString("before_import"), row.getString("after_import")),
        State.valueOf(row.getString("state")), row.getString("reason"));
  }

  /** Notes what has become of a row. */
  void note(String caseNumber, int position, State state, String reason) {
    jdbc.sql("update register_import_row set state = ?, reason = ? where case_number = ? and position = ?")
        .params(state.name(), reason, caseNumber, position)
        .update();
  }

  void confirm(String caseNumber) {
    jdbc.sql("update register_import set confirmed_at = ? where case_number = ?").params(OffsetDateTime.now(clock), caseNumber).update();
  }

  void end(String caseNumber) {
    jdbc.sql("update register_import set kept_at = ? where case_number = ?").params(OffsetDateTime.now(clock), caseNumber).update();
  }
}
