package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Deadline;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Notice;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.Standing;
import cn.gov.officecleanup.edge.rehearsal.RehearsalResult.UnitCourse;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerSoundness;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.procedure.report.FigureCounts;
import cn.gov.officecleanup.procedure.report.FiguresAddUp;
import cn.gov.officecleanup.procedure.report.LedgersSound;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.OutcomesStated;
import cn.gov.officecleanup.procedure.report.ReportVersion;
import cn.gov.officecleanup.procedure.summary.ProvincialReports;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Looks back on a rehearsed campaign: how far everybody was by each deadline, what was missed, and whether anything is stuck, lost or
 * unbalanced.
 */
@Component
@Profile(Rehearsing.PROFILE)
class CourseOfCampaign {

  private static final int MOST_NAMED = 10;

  private final ReportingUnits units;
  private final LocalityReports reports;
  private final ProvincialReports provincial;
  private final FigureCounts counts;
  private final EscalationLedger escalations;
  private final GroupNames names;
  private final AssetLedger ledger;
  private final LedgerSoundness soundness;
  private final List<Check> checks;
  private final TaskService tasks;
  private final RuntimeService runtime;

  CourseOfCampaign(ReportingUnits units, LocalityReports reports, ProvincialReports provincial, FigureCounts counts,
      EscalationLedger escalations, GroupNames names, AssetLedger ledger, LedgerSoundness soundness, OutcomesStated outcomesStated,
      FiguresAddUp figuresAddUp, LedgersSound ledgersSound, TaskService tasks, RuntimeService runtime) {
    this.units = units;
    this.reports = reports;
    this.provincial = provincial;
    this.counts = counts;
    this.escalations = escalations;
    this.names = names;
    this.ledger = ledger;
    this.soundness = soundness;
    this.checks = List.of(outcomesStated, figuresAddUp, ledgersSound);
    this.tasks = tasks;
    this.runtime = runtime;
  }

  RehearsalResult result(RehearsalPlan plan, String campaign, LocalDate concluded, LocalDate ended, RandomOfficials officials,
      List<String> failures) {
    List<Deadline> deadlines = List.of(new Deadline("保留申请期限", plan.applicationDeadline()), new Deadline("清理期限", plan.cleanupDeadline()),
        new Deadline("报送期限", plan.reportDeadline()));
    List<OffsetDateTime> moments = Stream.concat(deadlines.stream().map(Deadline::day), Stream.of(ended))
        .map(day -> day.plusDays(1).atStartOfDay(EngineClock.ZONE).toOffsetDateTime().minusNanos(1_000_000))
        .toList();
    List<FigureCounts.Snapshot> snapshots = moments.stream().map(counts::at).toList();
    Map<String, List<Office>> offices = units.officesByUnit();
    List<UnitCourse> courses = reports.of(campaign).stream().map(report -> course(report, moments, snapshots, offices)).toList();
    List<Notice> notices = escalations.all()
        .stream()
        .map(entry -> new Notice(entry, names.nameOf(entry.lateGroup()),
            entry.superiors().stream().map(names::nameOf).collect(Collectors.joining("、"))))
        .toList();
    return new RehearsalResult(plan, deadlines, courses, notices, concluded, ended, officials.done(), officials.returned(), List.of(),
        officials.foretold(), faults(campaign, concluded, failures));
  }

  private UnitCourse course(LocalityReport report, List<OffsetDateTime> moments, List<FigureCounts.Snapshot> snapshots,
      Map<String, List<Office>> offices) {
    ReportingUnit unit = reports.unitOf(report);
    List<Long> own = offices.getOrDefault(unit.code(), List.of()).stream().map(Office::id).toList();
    List<ReportVersion> versions = reports.versionsOf(report.caseNumber());
    List<Standing> standings = new ArrayList<>();
    for (int i = 0; i < moments.size(); i++) {
      standings.add(new Standing(snapshots.get(i).of(own), stage(versions, moments.get(i))));
    }
    return new UnitCourse(unit.code(), unit.name(), standings);
  }

  private static String stage(List<ReportVersion> versions, OffsetDateTime moment) {
    return versions.stream()
        .filter(version -> !version.sentAt().isAfter(moment))
        .reduce((first, last) -> last)
        .map(version -> version.sending() + "，"
            + (version.decidedAt() != null && !version.decidedAt().isAfter(moment) ? version.state() : ReportVersion.State.SENT).label())
        .orElse("未报送");
  }

  private List<String> faults(String campaign, LocalDate concluded, List<String> failures) {
    if (!failures.isEmpty()) {
      return List.copyOf(failures); // it was broken off: what is open because of that is no news
    }
    List<String> faults = new ArrayList<>();
    // ---- stuck
    List<Task> open = tasks.createTaskQuery().list();
    open.stream().limit(MOST_NAMED).forEach(task -> faults.add("停滞：“%s”始终没有办结。".formatted(task.getName())));
    if (open.size() > MOST_NAMED) {
      faults.add("停滞：共有%d项任务没有办结。".formatted(open.size()));
    }
    escalations.openMisses()
        .stream()
        .filter(miss -> miss.taskId() == null)
        .forEach(miss -> faults.add("停滞：%s“%s”逾期，始终没有办结。".formatted(miss.caseNumber(), miss.stepName())));
    runtime.createIncidentQuery().list().forEach(incident -> faults.add("停滞：后台任务失败：%s".formatted(incident.getIncidentMessage())));
    if (concluded == null) {
      faults.add("停滞：清理规范工作没有结束。");
    }
    // ---- lost
    Set<String> waived = provincial.waiversOf(campaign).keySet();
    reports.of(campaign)
        .stream()
        .filter(report -> report.acceptedVersion() == null && !waived.contains(report.unitCode()))
        .forEach(report -> faults.add("遗失：%s的报告没有被接收，也没有经同意先行上报。".formatted(reports.unitOf(report).name())));
    if (!provincial.isConcluded(campaign)) {
      faults.add("遗失：全省报告没有收到国家机关事务管理局的回执。");
    }
    // ---- lost or unbalanced, as the checks of the reports find it
    reports.of(campaign)
        .stream()
        .filter(report -> report.acceptedVersion() != null)
        .forEach(report -> checks.forEach(check -> check.check(report.caseNumber())
            .stream()
            .filter(finding -> !finding.code().equals("EXPECTED_DAY_PAST"))
            .forEach(finding -> faults.add("不符：%s：%s".formatted(reports.unitOf(report).name(), finding.message())))));
    ledger.cases().forEach(abolition -> soundness.faultsOf(abolition, "请核查").forEach(finding -> faults.add("不平：" + finding.message())));
    return faults.stream().distinct().toList();
  }
}
