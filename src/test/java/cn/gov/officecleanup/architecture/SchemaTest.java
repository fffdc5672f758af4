package cn.gov.officecleanup.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.MemoryDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** What the project's own tables, the change sets that make them and the SQL that reads them keep to. */
@SpringJUnitConfig(MemoryDatabase.class)
class SchemaTest {

  private static final Path CHANGE_SETS = Path.of("src/main/resources/db/changelog/changes");
  private static final Path SOURCES = Path.of("src/main/java");

  private static final String OWN = "lower(table_schema) = 'public' and upper(table_name) not like 'ACT/_%' escape '/'"
      + " and upper(table_name) not like 'DATABASECHANGELOG%'";
  /** what an official asked for, whether there is such a case or not; events are never changed */
  private static final Set<String> NO_REFERENCES = Set.of("audit_event.case_number");
  /** columns by whom or what, which hold a word of a fixed list */
  private static final Set<String> NO_USERS = Set.of("escalation.closed_by", "inspection.picked_by");

  private static final Pattern FILE = Pattern.compile("(\\d{3})-[a-z]+(-[a-z]+)*\\.(sql|yaml)");
  private static final Pattern ID = Pattern.compile("(?m)^(?:--changeset office-cleanup:| +id: )(\\S+)");
  /** those that were named before ids began with the number of their file; what a database has run keeps its id */
  private static final Set<String> NAMED_BEFORE = Set.of("case-file", "opinion", "finding", "escalation", "case-deadline", "application",
      "application-entity", "311-session-end", "312-no-lasting-locks", "313-rights-on-oneself", "314-rights-by-group",
      "315-substitutions-counted");

  private static final Pattern TEXT = Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern ORDER = Pattern.compile("order by ([^\"]*)", Pattern.DOTALL);
  private static final Pattern BY_LENGTH_OR_SUBQUERY = Pattern.compile("length\\((\\S+?)\\)( desc)?, \\1|\\(select [^)]*\\)");
  private static final Pattern NUMBER_BY_ITS_TEXT = Pattern.compile("\\b(case|register|asset|document)_number\\b");

  @Autowired
  private JdbcClient jdbc;

  /** A column that may refer to another table. */
  record Column(String name, String type, long width) {
  }

  /** A reference to another table, or an index or key by which rows are found: the columns in order. */
  record Columns(String of, List<String> names) {

    boolean begins(Columns other) {
      return of.equals(other.of) && other.names.size() >= names.size()
          && Set.copyOf(other.names.subList(0, names.size())).equals(Set.copyOf(names));
    }
  }

  @ParameterizedTest
  @CsvSource({"'(.*_)?case(_number)?|campaign', 32", "unit_code, 8", "government_code, 6", "office_id, 0", "document_id, 0"})
  void whatTellsAThingIsAReferenceToItOfOneWidth(Pattern named, int width) {
    Set<String> referring = columns("FOREIGN KEY").stream()
        .flatMap(key -> key.names.stream().map(name -> key.of + "." + name))
        .collect(Collectors.toSet());
    Set<String> keys = Set.of("case_file.case_number", "campaign_unit.unit_code");
    assertThat(columnsNamed(named).filter(column -> !NO_REFERENCES.contains(column.name))).isNotEmpty().allSatisfy(column -> {
      assertThat(referring.contains(column.name) || keys.contains(column.name)).as("%s refers to what it names", column.name).isTrue();
      assertThat(width == 0 || column.width == width).as("%s is %d wide", column.name, column.width).isTrue();
    });
  }

  @Test
  void idsOfUsersHaveOneWidth() {
    assertThat(columnsNamed(Pattern.compile("user_id|absent|substitute|.*_by")).filter(column -> column.type.equals("CHARACTER VARYING"))
        .filter(column -> !NO_USERS.contains(column.name))).hasSizeGreaterThan(10)
        .allSatisfy(column -> assertThat(column.width).as(column.name).isEqualTo(255));
  }

  /** H2 makes an index for a reference that has none, PostgreSQL does not: each is declared, or begins a key. */
  @Test
  void everyReferenceIsFoundFromWhatItRefersTo() {
    List<Columns> found = new ArrayList<>(columns("PRIMARY KEY"));
    found.addAll(columns("UNIQUE"));
    found.addAll(grouped("select index_name, table_name, column_name from information_schema.index_columns c where " + OWN
        + " and exists (select 1 from information_schema.indexes i where i.index_name = c.index_name and not i.is_generated)"
        + " order by index_name, ordinal_position"));
    assertThat(columns("FOREIGN KEY")).hasSizeGreaterThan(30)
        .allSatisfy(key -> assertThat(found).as("index of %s", key).anyMatch(key::begins));
  }

  @Test
  void changeSetsAreNamedByTheirFileAndThatByItsPlace() throws IOException {
    try (Stream<Path> files = Files.list(CHANGE_SETS)) {
      assertThat(files.toList()).isNotEmpty().allSatisfy(file -> {
        var name = FILE.matcher(file.getFileName().toString());
        assertThat(name.matches()).as("%s", file).isTrue();
        assertThat(ID.matcher(Files.readString(file)).results().map(id -> id.group(1)).filter(id -> !NAMED_BEFORE.contains(id)))
            .as("%s", file)
            .allMatch(id -> id.startsWith(name.group(1) + "-"));
      });
    }
  }

  /** By its text the number 10000 comes before 9999. */
  @Test
  void numbersAreNotOrderedByTheirText() throws IOException {
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      assertThat(sources.filter(file -> file.toString().endsWith(".java")).flatMap(SchemaTest::ordersByText)).isEmpty();
    }
  }

  private static Stream<String> ordersByText(Path source) {
    try {
      return TEXT.matcher(Files.readString(source))
          .results()
          .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
          .flatMap(text -> ORDER.matcher(text).results().map(order -> order.group(1)))
          .filter(order -> NUMBER_BY_ITS_TEXT.matcher(BY_LENGTH_OR_SUBQUERY.matcher(order).replaceAll("")).find())
          .map(order -> source.getFileName() + " orders by " + order.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<Column> columnsNamed(Pattern named) {
    return jdbc
        .sql("select lower(table_name), lower(column_name), data_type, coalesce(character_maximum_length, 0)"
            + " from information_schema.columns where " + OWN
            + " and table_name in (select table_name from information_schema.tables where table_type = 'BASE TABLE')")
        .query((row, number) -> new Column(row.getString(1) + "." + row.getString(2), row.getString(3), row.getLong(4)))
        .list()
        .stream()
        .filter(column -> named.matcher(column.name.substring(column.name.indexOf('.') + 1)).matches());
  }

  private List<Columns> columns(String kindOfConstraint) {
    return grouped("select constraint_name, table_name, column_name from information_schema.key_column_usage u where " + OWN
        + " and exists (select 1 from information_schema.table_constraints c where c.constraint_name = u.constraint_name"
        + " and c.constraint_type = '" + kindOfConstraint + "') order by constraint_name, ordinal_position");
  }

  private List<Columns> grouped(String rows) {
    List<Columns> grouped = new ArrayList<>();
    List<String> last = new ArrayList<>();
    jdbc.sql(rows).query(row -> {
      if (!last.equals(List.of(row.getString(1)))) {
        last.clear();
        last.add(row.getString(1));
        grouped.add(new Columns(row.getString(2).toLowerCase(), new ArrayList<>()));
      }
      grouped.get(grouped.size() - 1).names.add(row.getString(3).toLowerCase());
    });
    return grouped;
  }
}
