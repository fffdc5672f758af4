package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.deadline.CalendarLoads.Origin;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a year's working days, or other ones for it, and has every deadline that rests on them computed anew, in portions, by the job
 * executor.
 */
@Service
public class LoadingCalendar {

  private static final String SHIPPED = "随系统发布或者配置的日历文件";

  private final CalendarLoads loads;
  private final WorkingDayCalendar calendar;
  private final RecomputingJobs jobs;

  LoadingCalendar(CalendarLoads loads, WorkingDayCalendar calendar, RecomputingJobs jobs) {
    this.loads = loads;
    this.calendar = calendar;
    this.jobs = jobs;
  }

  /**
   * Loads a year in the place of what counted for it before.
   *
   * @param days by day whether it is worked; days that are as the week has them are not in it
   * @param names by day the name of the holiday
   * @param source number of the State Council's notice
   */
  @Transactional
  public void load(int year, Map<LocalDate, Boolean> days, Map<LocalDate, String> names, String source) {
    long load = loads.add(Origin.TASKLIST, year, days, names, source);
    jobs.begin(load, load);
  }

  /** A version of the application, or a file of the configuration, may bring a year that was not known before, or know it better. */
  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  void takeFiles() {
    Map<Integer, Map<LocalDate, Boolean>> before = loads.of(Origin.FILE, Long.MAX_VALUE);
    long[] added = calendar.ofFiles()
        .entrySet()
        .stream()
        .filter(year -> !year.getValue().equals(before.get(year.getKey())))
        .flatMapToLong(year -> LongStream.of(loads.add(Origin.FILE, year.getKey(), year.getValue(), Map.of(), SHIPPED)))
        .toArray();
    // what was computed before the first start rests on the same files
    if (added.length > 0 && !before.isEmpty()) {
      jobs.begin(added[0], added[added.length - 1]);
    }
  }
}
