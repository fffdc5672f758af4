package cn.gov.officecleanup.mechanism.platform;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads rows into records: the component {@code caseNumber} from the column {@code case_number}. Spring's own mappers look for a column
 * {@code caseNumber} first and take the exception for an answer; H2 builds each of them with its stack trace and writes it into a file.
 *
 * @param <R> the record
 */
public final class RecordRows<R extends Record> implements RowMapper<R> {

  private final Constructor<R> constructor;
  private final String[] columns;
  private final Class<?>[] types;

  private RecordRows(Class<R> record) {
    RecordComponent[] components = record.getRecordComponents();
    constructor = BeanUtils.getResolvableConstructor(record);
    columns = Arrays.stream(components)
        .map(RecordComponent::getName)
        .map(JdbcUtils::convertPropertyNameToUnderscoreName)
        .toArray(String[]::new);
    types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
  }

  /** @return a mapper to a record all of whose components the query selects */
  public static <R extends Record> RecordRows<R> of(Class<R> record) {
    return new RecordRows<>(record);
  }

  @Override
  public R mapRow(ResultSet row, int number) throws SQLException {
    Object[] values = new Object[columns.length];
    for (int i = 0; i < columns.length; i++) {
      Object value = JdbcUtils.getResultSetValue(row, row.findColumn(columns[i]), types[i]);
      values[i] = DefaultConversionService.getSharedInstance().convert(value, types[i]);
    }
    return BeanUtils.instantiateClass(constructor, values);
  }
}
