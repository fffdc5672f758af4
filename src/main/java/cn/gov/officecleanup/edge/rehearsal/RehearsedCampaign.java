package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.deadline.CampaignDeadlines;
import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.ImportReport;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The campaign that is rehearsed, played day by day: what falls due at midnight falls due, what the officials have planned they do in the
 * morning.
 */
@Component
@Profile(Rehearsing.PROFILE)
class RehearsedCampaign {

  private static final LocalTime MORNING = LocalTime.of(9, 0);
  /** how long after the report deadline the last case may end; what is open then is stuck */
  private static final int PATIENCE_MONTHS = 24;
  private static final int MOST_ROUNDS = 1000;

  private final RegisterImport register;
  private final RandomOfficials officials;
  private final CourseOfCampaign course;
  private final Campaigns campaigns;
  private final LocalityReports reports;
  private final CampaignDeadlines dates;
  private final WorkingDayCalendar calendar;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final IdentityService identity;

  private final List<String> failures = new ArrayList<>();

  RehearsedCampaign(RegisterImport register, RandomOfficials officials, CourseOfCampaign course, Campaigns campaigns,
      LocalityReports reports, CampaignDeadlines dates, WorkingDayCalendar calendar, RuntimeService runtime, TaskService tasks,
      ManagementService management, IdentityService identity) {
    this.register = register;
    this.officials = officials;
    this.course = course;
    this.campaigns = campaigns;
    this.reports = reports;
    this.dates = dates;
    this.calendar = calendar;
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.identity = identity;
  }

  /** @throws RefusedException when the register cannot be taken over or the campaign not be started */
  RehearsalResult play(byte[] registerCopy, RehearsalPlan plan) {
    takeOver(registerCopy);
    String campaign = start(plan);
    return playOn(campaign,
        new RehearsalPlan(plan.start(), dates.day("application-deadline"), plan.cleanupDeadline(), plan.reportDeadline(), plan.seed()));
  }

  /** Plays a campaign that runs, from the day on which the plan starts to the end of everything. */
  RehearsalResult playOn(String campaign, RehearsalPlan plan) {
    LocalDate last = plan.reportDeadline().plusMonths(PATIENCE_MONTHS);
    LocalDate ended = plan.start();
    LocalDate concluded = null;
    for (LocalDate day = plan.start(); !day.isAfter(last) && failures.isEmpty()
        && (concluded == null || tasks.createTaskQuery().count() > 0); day = day.plusDays(1)) {
      Rehearsing.setClock(day, LocalTime.MIDNIGHT);
      runDueJobs();
      if (calendar.isWorkingDay(day)) {
        Rehearsing.setClock(day, MORNING);
        work(day, campaign);
      }
      ended = day;
      if (concluded == null && campaigns.running().isEmpty()) {
        concluded = day;
      }
    }
    return course.result(plan, campaign, concluded, ended, officials, failures);
  }

  private void takeOver(byte[] registerCopy) {
    ImportReport report = register.run(List.of(new ImportFile("登记册.xlsx", registerCopy)), ImportMode.ALL_OR_NOTHING, government -> true);
    if (report.hasProblems()) {
      throw new RefusedException("REGISTER_UNSOUND",
          "登记册中有%d处内容不能用于预演，第一处：%s".formatted(report.problems().size(), report.problems().get(0).message()), "C20");
    }
  }

  private String start(RehearsalPlan plan) {
    Map<String, Object> submitted = new HashMap<>(Map.of("name", "清理规范工作预演", "cleanupDeadline", plan.cleanupDeadline().toString(),
        "reportDeadline", plan.reportDeadline().toString()));
    if (plan.applicationDeadline() != null) {
      submitted.put("applicationDeadline", plan.applicationDeadline().toString());
    }
    identity.setAuthentication(Groups.PROVINCIAL_BUREAU, List.of(Groups.PROVINCIAL_BUREAU));
    try {
      runtime.startProcessInstanceByKey("cleanup-campaign", submitted);
    } finally {
      identity.clearAuthentication();
    }
    return campaigns.running().map(Campaign::caseNumber).orElseThrow();
  }

  private void work(LocalDate day, String campaign) {
    officials.correctReports(day, reports.of(campaign).stream().map(report -> reports.unitOf(report).officials()).toList());
    try {
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
      for (Job job : due) {
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
