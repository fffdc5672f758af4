package cn.gov.officecleanup.mechanism.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which of the procedures' records a case has: asked of all their tables at once, however many procedures there are. */
@Component
class KeptRecords {

  private final JdbcClient jdbc;
  private final ObjectProvider<FormRecords<?>> records;

  KeptRecords(JdbcClient jdbc, ObjectProvider<FormRecords<?>> records) {
    this.jdbc = jdbc;
    this.records = records;
  }

  /** @return the kinds of record that a case has, in the order of the application's */
  List<FormRecords<?>> of(String caseNumber) {
    List<FormRecords<?>> all = records.stream().toList();
    String ofEach = IntStream.range(0, all.size())
        .mapToObj(kind -> "select %d as kind from %s where case_number = :case".formatted(kind, all.get(kind).table()))
        .collect(Collectors.joining(" union all ", "", " order by kind"));
    return jdbc.sql(ofEach).param("case", caseNumber).query(Integer.class).list().stream().<FormRecords<?>>map(all::get).toList();
  }
}
