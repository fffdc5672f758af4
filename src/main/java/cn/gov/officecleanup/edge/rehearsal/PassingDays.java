package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets days pass in a rehearsal: what falls due at midnight falls due, what the officials have planned they do in the morning. */
@Component
@Profile(Rehearsing.PROFILE)
class PassingDays {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  private static final int MOST_ROUNDS = 1000;

  private final RandomOfficials officials;
  private final WorkingDayCalendar calendar;
  private final ManagementService management;

  private final List<String> failures = new ArrayList<>();

  PassingDays(RandomOfficials officials, WorkingDayCalendar calendar, ManagementService management) {
    this.officials = officials;
    this.calendar = calendar;
    this.management = management;
  }

  /** @return why the rehearsal cannot go on, a Chinese sentence each; empty as long as it can */
  List<String> failures() {
    return failures;
  }

  /** @param first what somebody begins in the morning of a working day, before the officials do their tasks */
  void pass(LocalDate day, Runnable first) {
    Rehearsing.setClock(day, LocalTime.MIDNIGHT);
    runDueJobs();
    if (calendar.isWorkingDay(day)) {
      Rehearsing.setClock(day, MORNING);
      work(day, first);
    }
  }

  private void work(LocalDate day, Runnable first) {
    try {
      first.run();
      boolean busy = true;
      for (int round = 0; busy && round < MOST_ROUNDS; round++) {
        busy = officials.work(day, this::runDueJobs);
        busy |= runDueJobs();
      }
    } catch (RefusedException refused) {
      failures.add("%s，系统不接受合乎要求的办理：%s".formatted(InWords.day(day), refused.getMessage()));
    }
  }

  /** @return whether anything was due */
  private boolean runDueJobs() {
    boolean any = false;
    for (List<Job> due = dueJobs(); !due.isEmpty() && failures.isEmpty(); due = dueJobs()) {
      any = true;
      run(due.get(0));
      for (Job job : due.subList(1, due.size())) {
        // one that ran before may have removed another of this list
        if (management.createJobQuery().jobId(job.getId()).count() > 0) {
          run(job);
        }
      }
    }
    return any;
  }

  private List<Job> dueJobs() {
    return management.createJobQuery()
        .executable()
        .list()
        .stream()
        .filter(job -> job.getProcessDefinitionKey() != null || job.getProcessInstanceId() != null)
        .sorted(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Job::getId, RandomOfficials.IN_ORDER))
        .toList();
  }

  private void run(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException failed) {
      failures.add("后台任务失败（%s）：%s".formatted(job.getProcessDefinitionKey(), failed.getMessage()));
    }
  }
}
