package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.campaign.ReportingUnit;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.FigureCounts;
import cn.gov.officecleanup.procedure.report.Figures;
import cn.gov.officecleanup.procedure.report.LocalityReport;
import cn.gov.officecleanup.procedure.report.LocalityReports;
import cn.gov.officecleanup.procedure.report.ReportVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How much speaks for inspecting a unit (C14: by risk), each point with its reason. The points are this product's rule: what is missing or
 * late weighs most, then what the locality itself could not explain away, then what is still open.
 */
@Component
class Risks {

  private final LocalityReports reports;
  private final ReportingUnits units;
  private final FigureCounts counts;

  Risks(LocalityReports reports, ReportingUnits units, FigureCounts counts) {
    this.reports = reports;
    this.units = units;
    this.counts = counts;
  }

  /**
   * A unit's risk.
   *
   * @param score points, 0 or more
   * @param reasons in words, the heaviest first; empty where nothing speaks for it
   */
  record Risk(ReportingUnit unit, int score, List<String> reasons) {

    private static Risk of(ReportingUnit unit, List<Point> points) {
      return new Risk(unit, points.stream().mapToInt(Point::weight).sum(), points.stream().map(Point::reason).toList());
    }
  }

  private record Point(int weight, String reason) {
  }

  /** @return the risk of every unit that reports in the campaign, the highest first */
  List<Risk> of(String campaign) {
    Map<String, List<Office>> offices = units.officesByUnit();
    FigureCounts.Snapshot now = counts.now();
    return reports.of(campaign)
        .stream()
        .map(report -> risk(report, now.of(offices.getOrDefault(report.unitCode(), List.of()).stream().map(Office::id).toList())))
        .sorted((one, other) -> other.score() - one.score())
        .toList();
  }

  private Risk risk(LocalityReport report, Figures figures) {
    List<Point> points = new ArrayList<>();
    List<ReportVersion> versions = reports.versionsOf(report.caseNumber());
    Optional<ReportVersion> last = versions.stream().reduce((first, next) -> next);
    if (last.isEmpty()) {
      points.add(new Point(50, "没有报送"));
    } else if (last.get().daysLate() > 0) {
      points.add(new Point(20 + Math.min(20, last.get().daysLate()), "逾期%d天报送".formatted(last.get().daysLate())));
    }
    last.filter(version -> version.explanation() != null).ifPresent(version -> points.add(new Point(20, "核查有问题，附说明报送")));
    long returned = versions.stream().filter(version -> version.state() == ReportVersion.State.RETURNED).count();
    if (returned > 0) {
      points.add(new Point((int) Math.min(30, 10 * returned), "被退回%d次".formatted(returned)));
    }
    addOpen(points, figures, Figure.LATE, 2, "有%d件事项逾期未办结");
    addOpen(points, figures, Figure.PENDING, 3, "有%d个机构尚未确定清理结果");
    addOpen(points, figures, Figure.TO_BE_ABOLISHED, 1, "有%d个机构应予撤销尚未办结");
    return Risk.of(units.get(report.unitCode()), points);
  }

  private static void addOpen(List<Point> points, Figures figures, Figure figure, int weight, String reason) {
    int open = figures.count(figure);
    if (open > 0) {
      points.add(new Point(Math.min(15, weight * open), reason.formatted(open)));
    }
  }
}
