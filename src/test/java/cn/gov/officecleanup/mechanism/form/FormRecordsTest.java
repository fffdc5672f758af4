package cn.gov.officecleanup.mechanism.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A field of a form, a component of a record and a column of a table have one name; the rest follows. */
class FormRecordsTest {

  private static final String CASE = "案1";
  private static final FormSchema FORM = FormSchema.of("""
    <form data-facts="方案">
      <label for="way">方式</label>
      <select id="way" cam-variable-name="way"><option value="BUY">购买</option><option value="LEND">借用</option></select>
      <div data-shown-when="way=BUY">
        <label for="price">价款</label><input type="number" step="0.01" id="price" cam-variable-name="price">
      </div>
      <div data-shown-when="way=BUY|LEND">
        <label for="fromDay">日期</label><input type="date" id="fromDay" cam-variable-name="fromDay">
      </div>
      <label for="people">人数</label><input type="number" id="people" cam-variable-name="people">
      <label for="size">规模</label><input id="size" cam-variable-name="size">
      <label for="told">已告知</label><input type="checkbox" id="told" cam-variable-name="told">
      <label for="decision">意见</label><input id="decision" cam-variable-name="decision">
    </form>""");

  private Samples samples;

  enum Way {
    BUY,
    LEND
  }

  record Sample(String caseNumber, long officeId, Way way, BigDecimal price, LocalDate fromDay, Integer people, Boolean told,
      String words) {

    String size() {
      return people == null ? null : people > 1 ? "MANY" : "ONE";
    }
  }

  private static class Samples extends FormRecords<Sample> {

    Samples(JdbcClient jdbc) {
      super(jdbc, Sample.class, "sample", "sample-plan");
    }
  }

  @BeforeEach
  void theCaseHasARecord() {
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource("jdbc:h2:mem:form-records;DB_CLOSE_DELAY=-1", "sa", ""));
    jdbc.sql("drop table if exists sample").update();
    jdbc.sql("""
      create table sample (case_number varchar(32) primary key, office_id bigint default 8, way varchar(8), price numeric(18, 2),
        from_day date,
        people integer, told boolean, words varchar(100))""").update();
    samples = new Samples(jdbc);
    samples.begin(CASE, Map.of("officeId", 7L, "words", "不在表单中"));
  }

  @Test
  void whatIsFilledInIsKeptByItsName() {
    fillIn(CASE, Map.of("way", "BUY", "price", "12.5", "fromDay", "2015-09-01", "people", "3", "told", true, "decision", "agree"));
    assertThat(samples.get(CASE))
        .isEqualTo(new Sample(CASE, 7, Way.BUY, new BigDecimal("12.50"), LocalDate.of(2015, 9, 1), 3, true, "不在表单中"));
  }

  @Test
  void whatIsLeftBlankOrNotShownIsKeptAsBlank() {
    fillIn(CASE, Map.of("way", "BUY", "price", "12.5", "fromDay", "2015-09-01", "people", "3"));
    fillIn(CASE, Map.of("way", "LEND", "price", "12.5", "fromDay", "2015-09-02", "people", " "));
    assertThat(samples.get(CASE)).isEqualTo(new Sample(CASE, 7, Way.LEND, null, LocalDate.of(2015, 9, 2), null, null, "不在表单中"));
  }

  @Test
  void theFormShowsWhatTheRecordSaysOfItsFields() {
    fillIn(CASE, Map.of("way", "LEND", "people", "3"));
    assertThat(samples.values(samples.get(CASE), FORM.fieldNames())).containsOnly(entry("way", "LEND"), entry("people", 3),
        entry("size", "MANY"));
    assertThat(List.of("way", "size", "decision")).filteredOn(samples::keeps).containsExactly("way", "size");
    assertThat(List.of("way", "size", "decision")).filteredOn(samples::hasComponent).containsExactly("way");
  }

  @Test
  void aCaseWithoutARecordGetsOne() {
    assertThat(samples.find("案2")).isEmpty();
    fillIn("案2", Map.of("way", "LEND"));
    assertThat(samples.get("案2")).isEqualTo(new Sample("案2", 8, Way.LEND, null, null, null, null, null));
  }

  @Test
  void whatDoesNotCountAnyMoreIsCleared() {
    fillIn(CASE, Map.of("way", "LEND", "people", "3"));
    samples.clear(CASE, "people", "words");
    assertThat(samples.get(CASE)).isEqualTo(new Sample(CASE, 7, Way.LEND, null, null, null, null, null));
  }

  private void fillIn(String caseNumber, Map<String, Object> answers) {
    samples.keep(new FormTask("1", "plan", "提出方案", "sample-plan", caseNumber, "1"), FORM.fieldNames(),
        FORM.accept(answers, new Given(List.of(), Set.of(), Map.of(), Map.of())));
  }
}
