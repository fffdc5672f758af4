package cn.gov.officecleanup.procedure.calendar;

import cn.gov.officecleanup.mechanism.deadline.LoadingCalendar;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Takes a year's working days and days off as the State Council publishes them (国务院办公厅关于部分节假日安排的通知). */
@Component
class CalendarForm implements FormContent {

  private static final String FORM = "calendar-loading";
  private static final String CLAUSE = "C20";
  /** fewer holidays no year has: the seven statutory feasts alone give thirteen days since 2025, eleven before */
  private static final int FEWEST_HOLIDAYS = 11;

  private final LoadingCalendar calendar;

  CalendarForm(LoadingCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public Set<String> forms() {
    return Set.of(FORM);
  }

  @Override
  public Set<String> keeps() {
    return Set.of("year", "source", "days");
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    int year = submission.number("year");
    Map<LocalDate, Boolean> worked = new TreeMap<>();
    Map<LocalDate, String> names = new TreeMap<>();
    List<Finding> faults = new ArrayList<>();
    for (Submission row : submission.rows("days")) {
      LocalDate day = row.day("day");
      boolean works = "WORKDAY".equals(row.text("kind"));
      // the New Year's holiday may reach into the year before
      if (day.isBefore(LocalDate.of(year - 1, 12, 25)) || day.getYear() > year) {
        faults.add(new Finding("OTHER_YEAR", "%s不在%d年的安排之内，请核对年份和日期。".formatted(InWords.day(day), year), CLAUSE));
      }
      if (works && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
        faults.add(new Finding("WORKED_ANYWAY", "%s不是周末，本来就上班，不会是调休上班日，请核对。".formatted(InWords.day(day)), CLAUSE));
      }
      worked.put(day, works);
      names.put(day, row.text("name"));
    }
    if (worked.values().stream().filter(works -> !works).count() < FEWEST_HOLIDAYS) {
      faults.add(new Finding("HOLIDAYS_MISSING", "放假的日期不足%d天，请把全年的放假和调休安排一次列全。".formatted(FEWEST_HOLIDAYS), CLAUSE));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    calendar.load(year, worked, names, submission.text("source"));
  }
}
