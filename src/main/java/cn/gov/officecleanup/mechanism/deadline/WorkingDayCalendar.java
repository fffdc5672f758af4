package cn.gov.officecleanup.mechanism.deadline;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Which days are worked, as the State Council publishes it year by year: weekends and public holidays are not, make-up days (调休上班) are. For
 * a year that is not published, only weekends are known; {@link #isPublished} tells, so that such a day is flagged. A new year is loaded in
 * Tasklist (导入工作日历), or from a further file named in {@code cleanup.calendar.location}; what was loaded in Tasklist counts for its year.
 */
@Component
public class WorkingDayCalendar {

  private enum Kind {
    HOLIDAY,
    WORKDAY
  }

  private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder()
      .setHeader()
      .setSkipHeaderRecord(true)
      .setTrim(true)
      .setIgnoreEmptyLines(true)
      .get();

  private final Map<Integer, Map<LocalDate, Boolean>> files = new TreeMap<>();
  private final LoadedYears loaded;

  /**
   * @param locations files with the columns year (whose arrangement it is), date, kind (HOLIDAY or WORKDAY), name, source; a later file
   * wins
   * @throws IllegalStateException when a file has a row that cannot be read: a calendar read in part would yield wrong deadlines
   */
  @Autowired
  WorkingDayCalendar(@Value("${cleanup.calendar.location}") List<Resource> locations, LoadedYears loaded) {
    this.loaded = loaded;
    locations.forEach(this::load);
  }

  /** A calendar of nothing but what was loaded, as it may have been at another time. */
  WorkingDayCalendar(LoadedYears loaded) {
    this(List.of(), loaded);
  }

  /** @return by year whether days are worked that are not as the week has them, as files have it */
  Map<Integer, Map<LocalDate, Boolean>> ofFiles() {
    return files;
  }

  private void load(Resource location) {
    try (Reader reader = new InputStreamReader(location.getInputStream(), StandardCharsets.UTF_8); var rows = FORMAT.parse(reader)) {
      rows.forEach(row -> take(row, location));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the calendar " + location.getDescription(), e);
    }
  }

  private void take(CSVRecord row, Resource location) {
    try {
      files.computeIfAbsent(Integer.valueOf(row.get("year")), year -> new TreeMap<>())
          .put(LocalDate.parse(row.get("date")), Kind.valueOf(row.get("kind")) == Kind.WORKDAY);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalStateException("row %d of the calendar %s should have year, date like 2015-10-01 and kind HOLIDAY or WORKDAY"
          .formatted(row.getRecordNumber(), location.getDescription()), e);
    }
  }

  /** @return whether people work on this day */
  public boolean isWorkingDay(LocalDate day) {
    Map<Integer, Map<LocalDate, Boolean>> years = loaded.byYear();
    // the arrangement of the year that begins may reach into the last days of December
    for (int year : new int[]{day.getYear() + 1, day.getYear()}) {
      Boolean worked = years.getOrDefault(year, files.getOrDefault(year, Map.of())).get(day);
      if (worked != null) {
        return worked;
      }
    }
    return !isWeekend(day);
  }

  /** @return whether the holidays of this year are known; if not, its days are computed from weekends */
  public boolean isPublished(int year) {
    return files.containsKey(year) || loaded.byYear().containsKey(year);
  }

  /**
   * Counts working days from the day after {@code day}: the day on which something happens does not count (民法典第二百零一条).
   *
   * @param workingDays 1 or more
   * @return the last day of the term, always a working day
   */
  public LocalDate plusWorkingDays(LocalDate day, int workingDays) {
    LocalDate last = day;
    for (int counted = 0; counted < workingDays; counted++) {
      last = workingDayFrom(last.plusDays(1));
    }
    return last;
  }

  /** @return how many working days are left after a day until the end of another; 0 where that is over */
  public int workingDaysBetween(LocalDate day, LocalDate last) {
    return last.isAfter(day) ? (int) day.plusDays(1).datesUntil(last.plusDays(1)).filter(this::isWorkingDay).count() : 0;
  }

  /** @return the day itself where it is a working day, else the next one that is */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate candidate = day;
    while (!isWorkingDay(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
