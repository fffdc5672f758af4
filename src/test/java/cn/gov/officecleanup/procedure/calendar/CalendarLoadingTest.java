package cn.gov.officecleanup.procedure.calendar;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.deadline.LoadingCalendar;
import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.testkit.EngineTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new year's working days are loaded in Tasklist. */
@EngineTest
class CalendarLoadingTest {

  private static final LocalDate MAY_DAY = LocalDate.of(2027, 5, 3);

  @Autowired
  private WorkingDayCalendar calendar;
  @Autowired
  private LoadingCalendar loading;
  @Autowired
  private CalendarRows rows;
  @Autowired
  private JdbcClient jdbc;

  @AfterEach
  void forget() {
    asApplication();
    jdbc.sql("delete from loaded_day where load_id in (select id from calendar_load where origin = 'TASKLIST')").update();
    loading.load(2027, Map.of(), Map.of(), "");
    runDueJobs();
  }

  @Test
  void termsAreComputedByIt() {
    assertThat(calendar.isPublished(2027)).isFalse();
    assertThat(calendar.isWorkingDay(MAY_DAY)).isTrue();
    ProcessInstance loading = begin("provincialBureau");
    load(sound());
    asApplication();
    assertThat(loading).isEnded().hasPassed("enterDays", "daysLoaded");
    assertThat(jdbc.sql("select outcome from case_file where case_number = ?").param(loading.getBusinessKey()).query(String.class).single())
        .isEqualTo("LOADED");
    assertThat(calendar.isPublished(2027)).isTrue();
    assertThat(calendar.isWorkingDay(MAY_DAY)).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 5, 8))).as("a Saturday that is worked").isTrue();
    assertThat(calendar.plusWorkingDays(LocalDate.of(2027, 4, 30), 1)).isEqualTo(LocalDate.of(2027, 5, 6));
  }

  @Test
  void whatIsLoadedAgainReplacesWhatWasLoadedAndWhatTheApplicationBrought() {
    assertThat(calendar.isWorkingDay(LocalDate.of(2015, 10, 8))).isTrue();
    begin("provincialBureau");
    List<Map<String, String>> other = new ArrayList<>();
    for (int day = 1; day <= 11; day++) {
      other.add(day(LocalDate.of(2015, 10, day), "HOLIDAY"));
    }
    load(other, 2015);
    assertThat(calendar.isWorkingDay(LocalDate.of(2015, 10, 8))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2015, 1, 1))).as("not in the new arrangement").isTrue();
  }

  @Test
  void wrongDaysAreNamed() {
    begin("provincialBureau");
    List<Map<String, String>> wrong = sound();
    wrong.add(day(LocalDate.of(2026, 5, 1), "HOLIDAY"));
    wrong.add(day(LocalDate.of(2027, 5, 10), "WORKDAY"));
    assertThatThrownBy(() -> load(wrong)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("2026年5月1日不在2027年的安排之内")
        .hasMessageContaining("2027年5月10日不是周末");
    List<Map<String, String>> twice = sound();
    twice.add(day(MAY_DAY, "HOLIDAY"));
    assertThatThrownBy(() -> load(twice)).isInstanceOf(RefusedException.class).hasMessageMatching(".*“日期”与第\\d+行相同，请合并或者改正。");
    assertThatThrownBy(() -> load(sound().subList(0, 3))).isInstanceOf(RefusedException.class).hasMessageContaining("放假的日期不足11天");
    assertThat(calendar.isPublished(2027)).isFalse();
  }

  @Test
  void onlyTheBureauAndAdministratorsLoadIt() {
    assertThatThrownBy(() -> begin("gov410300")).isInstanceOf(AuthorizationException.class);
  }

  @Test
  void aFileIsReadIntoTheForm() {
    assertThat(
        rows.read(new ImportFile("2027.csv", "日期,安排,节日\n2027-01-01,放假,元旦\n2027/2/14,上班,春节\n".getBytes(StandardCharsets.UTF_8))).rows())
        .containsExactly(Map.of("day", "2027-01-01", "kind", "HOLIDAY", "name", "元旦"),
            Map.of("day", "2027-02-14", "kind", "WORKDAY", "name", "春节"));
    assertThatThrownBy(() -> rows.read(new ImportFile("2027.csv", "日期,安排,节日\n2027-01-01,休息,元旦\n".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("放假");
  }

  @Test
  void daysAreUnderstoodWithTheirWeekdays() throws IOException {
    Path file = Path.of("src/test/resources/cases/100-calendar-date-with-weekday.xlsx");
    assertThat(rows.read(new ImportFile("2027.xlsx", Files.readAllBytes(file))).rows())
        .extracting(row -> row.get("day") + " " + row.get("kind"))
        .containsExactly("2027-01-01 HOLIDAY", "2027-01-02 HOLIDAY", "2027-01-03 HOLIDAY");
  }

  private static ProcessInstance begin(String user) {
    as(user, user);
    return runtimeService().startProcessInstanceByKey("calendar-loading", Map.of("year", 2027));
  }

  private static void load(List<Map<String, String>> days) {
    load(days, 2027);
  }

  private static void load(List<Map<String, String>> days, int year) {
    taskService().complete(taskService().createTaskQuery().taskDefinitionKey("enterDays").singleResult().getId(),
        Map.of("year", year, "source", "国办发明电〔2026〕x号", "days", json(days)));
  }

  private static List<Map<String, String>> sound() {
    List<Map<String, String>> days = new ArrayList<>();
    for (int day = 1; day <= 5; day++) {
      days.add(day(LocalDate.of(2027, 5, day), "HOLIDAY"));
    }
    for (int day = 1; day <= 7; day++) {
      days.add(day(LocalDate.of(2027, 10, day), "HOLIDAY"));
    }
    days.add(day(LocalDate.of(2027, 5, 8), "WORKDAY"));
    return days;
  }

  private static Map<String, String> day(LocalDate day, String kind) {
    return Map.of("day", day.toString(), "kind", kind, "name", "节日");
  }

  private static String json(List<Map<String, String>> rows) {
    return rows.stream()
        .map(row -> "{\"day\": \"%s\", \"kind\": \"%s\", \"name\": \"%s\"}".formatted(row.get("day"), row.get("kind"), row.get("name")))
        .toList()
        .toString();
  }
}
