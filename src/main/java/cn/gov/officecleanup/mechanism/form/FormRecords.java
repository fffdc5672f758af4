package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.platform.RecordRows;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ReflectionUtils;

/**
 * What a procedure keeps of each of its cases: one record, one row of a table by {@code case_number}, and the forms it is filled in with. A
 * field of these forms, a component of the record and a column of the table have one name ({@code takesEffectOn}, {@code takes_effect_on}):
 * reading and writing follow from it. A field that is no component, but a method of the record, is a choice that the others follow from: it
 * is shown, and nothing else need be kept of it.
 *
 * @param <R> the record; texts, days, whole numbers, amounts, choices (enums), boxes to tick
 */
public abstract class FormRecords<R extends Record> {

  private static final ConversionService CONVERSION = conversion();

  private final JdbcClient jdbc;
  private final Class<R> type;
  private final String table;
  private final List<String> forms;
  private final RowMapper<R> rows;
  private final Map<String, Class<?>> components;

  /**
   * @param forms names of the forms that are kept here, in the order in which their content is shown, without folder and ending; what
   * stands in two of them is shown as the first calls it
   */
  protected FormRecords(JdbcClient jdbc, Class<R> type, String table, String... forms) {
    this.jdbc = jdbc;
    this.type = type;
    this.table = table;
    this.forms = List.of(forms);
    this.rows = RecordRows.of(type);
    this.components = Stream.of(type.getRecordComponents())
        .collect(Collectors.toMap(RecordComponent::getName, RecordComponent::getType, (one, other) -> one, LinkedHashMap::new));
  }

  /** @return name of the table that keeps the records */
  public String table() {
    return table;
  }

  /** @return names of the forms that are kept here */
  public List<String> forms() {
    return forms;
  }

  /** @return the forms whose content those who handle the case read of this record, in their order */
  public List<String> formsShown(R record) {
    return forms;
  }

  /** @return whether a field is kept: as a component of the record, or because the record tells it from the others */
  public boolean keeps(String field) {
    return reading(field) != null;
  }

  /** @return whether a field is a component of the record */
  public boolean hasComponent(String field) {
    return components.containsKey(field);
  }

  /**
   * @return the record of a case
   * @throws org.springframework.dao.EmptyResultDataAccessException when it has none
   */
  public R get(String caseNumber) {
    return select("case_number = ?", caseNumber).single();
  }

  /** @return the record of a case; empty where it has none */
  public Optional<R> find(String caseNumber) {
    return select("case_number = ?", caseNumber).optional();
  }

  /** @return what the record says of these fields, by name, choices as forms name them; what is blank or not in the record is left out */
  public Map<String, Object> values(R record, Collection<String> fields) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.stream().filter(this::keeps).forEach(field -> {
      Object value = ReflectionUtils.invokeMethod(reading(field), record);
      if (value != null) {
        values.put(field, value instanceof Enum<?> choice ? choice.name() : value);
      }
    });
    return values;
  }

  /**
   * Keeps what a form was filled in with, in the place of what was there before; overridden where more follows from it.
   *
   * @param fields names of the form's fields; those left blank are kept as blank
   */
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    Map<String, Object> kept = new LinkedHashMap<>();
    fields.stream()
        .filter(this::hasComponent)
        .forEach(field -> kept.put(field, CONVERSION.convert(submission.values().get(field), kept(components.get(field)))));
    if (change(task.caseNumber(), kept) == 0) {
      begin(task.caseNumber(), kept);
    }
  }

  /** @return the records that meet a condition on the table's columns; what the condition asks for comes from parameters alone */
  protected JdbcClient.MappedQuerySpec<R> select(String condition, Object... parameters) {
    return jdbc.sql("select * from %s where %s".formatted(table, condition)).params(parameters).query(rows);
  }

  /** Begins the record of a case with what is known by now, by component. */
  protected void begin(String caseNumber, Map<String, ?> known) {
    Map<String, Object> row = columns(known);
    row.put("caseNumber", caseNumber);
    jdbc.sql("insert into %s (%s) values (%s)".formatted(table,
        row.keySet().stream().map(JdbcUtils::convertPropertyNameToUnderscoreName).collect(Collectors.joining(", ")),
        row.keySet().stream().map(":"::concat).collect(Collectors.joining(", ")))).params(row).update();
  }

  /**
   * Changes components of a case's record.
   *
   * @param components values by name; null to leave one blank
   * @return number of records changed: 1, or 0 where the case has none
   */
  protected int change(String caseNumber, Map<String, ?> components) {
    return jdbc.sql("update %s set %s where case_number = :caseNumber".formatted(table,
        components.keySet()
            .stream()
            .map(name -> "%s = :%s".formatted(JdbcUtils.convertPropertyNameToUnderscoreName(name), name))
            .collect(Collectors.joining(", "))))
        .params(columns(components))
        .param("caseNumber", caseNumber)
        .update();
  }

  /** Leaves components of a case's record blank. */
  protected void clear(String caseNumber, String... components) {
    Map<String, Object> blank = new LinkedHashMap<>();
    Stream.of(components).forEach(name -> blank.put(name, null));
    change(caseNumber, blank);
  }

  private Method reading(String field) {
    Method method = ReflectionUtils.findMethod(type, field);
    if (method != null) {
      ReflectionUtils.makeAccessible(method);
    }
    return method;
  }

  private static Map<String, Object> columns(Map<String, ?> components) {
    Map<String, Object> columns = new LinkedHashMap<>();
    components.forEach((name, value) -> columns.put(name, value instanceof Enum<?> choice ? choice.name() : value));
    return columns;
  }

  /** A choice is kept by its name. */
  private static Class<?> kept(Class<?> type) {
    return type.isEnum() ? String.class : type;
  }

  private static ConversionService conversion() {
    var service = new DefaultConversionService();
    service.addConverter(String.class, LocalDate.class, LocalDate::parse);
    return service;
  }
}
