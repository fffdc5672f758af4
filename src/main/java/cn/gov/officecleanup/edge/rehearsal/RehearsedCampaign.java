package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.deadline.CampaignDeadlines;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.ImportMode;
import cn.gov.officecleanup.mechanism.register.ImportReport;
import cn.gov.officecleanup.mechanism.register.RegisterImport;
import cn.gov.officecleanup.mechanism.sheet.ImportFile;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The campaign that is rehearsed, played day by day. */
@Component
@Profile(Rehearsing.PROFILE)
class RehearsedCampaign {

  /** how long after the report deadline the last case may end; what is open then is stuck */
  private static final int PATIENCE_MONTHS = 24;

  private final RegisterImport register;
  private final PassingDays days;
  private final RehearsedRegime regime;
  private final RandomOfficials officials;
  private final CourseOfCampaign course;
  private final Campaigns campaigns;
  private final LocalityReports reports;
  private final CampaignDeadlines dates;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identity;

  RehearsedCampaign(RegisterImport register, PassingDays days, RehearsedRegime regime, RandomOfficials officials, CourseOfCampaign course,
      Campaigns campaigns, LocalityReports reports, CampaignDeadlines dates, RuntimeService runtime, TaskService tasks,
      IdentityService identity) {
    this.register = register;
    this.days = days;
    this.regime = regime;
    this.officials = officials;
    this.course = course;
    this.campaigns = campaigns;
    this.reports = reports;
    this.dates = dates;
    this.runtime = runtime;
    this.tasks = tasks;
    this.identity = identity;
  }

  /** @throws RefusedException when the register cannot be taken over or the campaign not be started */
  RehearsalResult play(byte[] registerCopy, RehearsalPlan plan) {
    takeOver(registerCopy);
    String campaign = start(plan);
    return playOn(campaign, new RehearsalPlan(plan.start(), dates.day("application-deadline"), plan.cleanupDeadline(),
        plan.reportDeadline(), plan.seed(), plan.years()));
  }

  /** Plays a campaign that runs, from the day on which the plan starts to the end of everything. */
  RehearsalResult playOn(String campaign, RehearsalPlan plan) {
    regime.holdBack();
    LocalDate last = plan.reportDeadline().plusMonths(PATIENCE_MONTHS);
    LocalDate ended = plan.start();
    LocalDate concluded = null;
    for (LocalDate day = plan.start(); !day.isAfter(last) && days.failures().isEmpty()
        && (concluded == null || tasks.createTaskQuery().count() > 0); day = day.plusDays(1)) {
      LocalDate today = day;
      days.pass(day,
          () -> officials.correctReports(today, reports.of(campaign).stream().map(report -> reports.unitOf(report).officials()).toList()));
      ended = day;
      if (concluded == null && campaigns.running().isEmpty()) {
        concluded = day;
      }
    }
    RehearsalResult result = course.result(plan, campaign, concluded, ended, officials, days.failures());
    return result.faults().isEmpty() ? result.with(regime.play(ended, plan.years()), regime.faults(), days.failures()) : result;
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
}
