package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.Figures;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** The forms in which the bureau inspects (C14), lets missing reports go, and the national bureau files its receipt (C20). */
@Component
class SummaryForms implements FormContent {

  private static final String INSPECTION = "report-inspection";
  private static final String WAIVER = "report-waiver";
  private static final String RECEIPT = "summary-receipt";
  private static final String UNIT = "unit";
  private static final String REASON = "reason";

  private final ProvincialReports reports;
  private final Inspections inspections;
  private final Summaries summaries;
  private final ReportingUnits units;
  private final Officials officials;

  SummaryForms(ProvincialReports reports, Inspections inspections, Summaries summaries, ReportingUnits units, Officials officials) {
    this.reports = reports;
    this.inspections = inspections;
    this.summaries = summaries;
    this.units = units;
    this.officials = officials;
  }

  @Override
  public Set<String> forms() {
    return Set.of(INSPECTION, WAIVER, RECEIPT);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    ProvincialReport report = reports.get(task.caseNumber());
    return switch (task.form()) {
      case INSPECTION -> Map.of("inspections", inspections.of(report.campaign()).stream().map(this::row).toList());
      case WAIVER -> {
        List<String> missing = reports.missingOf(task.caseNumber());
        yield Map.of("missing",
            summaries.now(task.caseNumber())
                .rows()
                .stream()
                .filter(row -> missing.contains(row.unit().code()))
                .map(row -> Map.of(UNIT, row.unit().code(), "label", row.unit().name(), "sending", row.sending(), REASON, ""))
                .toList());
      }
      case RECEIPT -> {
        Figures totals = summaries.drafted(task.caseNumber()).totals();
        yield SummaryDocuments.NATIONAL.stream().collect(Collectors.toMap(SummaryForms::nameOf, totals::text));
      }
      default -> Map.of();
    };
  }

  @Override
  public Set<String> keeps() {
    return Set.of("inspections", "missing");
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    switch (task.form()) {
      case INSPECTION -> record(task.caseNumber(), submission);
      case WAIVER -> waive(task.caseNumber(), submission);
      default -> {
        // the receipt's record keeps the rest
      }
    }
  }

  /** @return how the form of the national bureau names a figure, e.g. toBeAbolished */
  private static String nameOf(Figure figure) {
    return JdbcUtils.convertUnderscoreNameToPropertyName(figure.name());
  }

  private void record(String caseNumber, Submission submission) {
    String campaign = reports.get(caseNumber).campaign();
    Map<String, Submission> rows = submission.rows("inspections")
        .stream()
        .collect(Collectors.toMap(row -> row.text(UNIT), row -> row, (one, other) -> other));
    List<Finding> faults = new ArrayList<>();
    for (Inspection inspection : inspections.of(campaign)) {
      String name = units.get(inspection.unitCode()).name();
      Submission row = rows.get(inspection.unitCode());
      if (row == null) {
        faults.add(new Finding("INSPECTION_MISSING", "“%s”的检查结果没有填写，抽取的单位都要检查。".formatted(name), "C14"));
        continue;
      }
      inspections.record(campaign, inspection.unitCode(), Inspection.Result.valueOf(row.text("result")), row.text("finding"));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  private void waive(String caseNumber, Submission submission) {
    String campaign = reports.get(caseNumber).campaign();
    Map<String, String> reasons = new HashMap<>();
    submission.rows("missing").forEach(row -> reasons.put(row.text(UNIT), row.text(REASON)));
    List<Finding> faults = new ArrayList<>();
    for (String unit : reports.missingOf(caseNumber)) {
      if (reasons.get(unit) == null) {
        faults.add(new Finding("WAIVER_WITHOUT_REASON", "“%s”缺报，请写明同意先行上报的理由；不同意的，请待其报送。".formatted(units.get(unit).name()), "C20"));
      } else {
        reports.waive(campaign, unit, reasons.get(unit), officials.required().name());
      }
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
  }

  private Map<String, Object> row(Inspection inspection) {
    return Map.of(UNIT, inspection.unitCode(), "label", units.get(inspection.unitCode()).name(), "picked", inspection.pickedBy().label(),
        REASON, inspection.reason(), "result", inspection.result() == null ? "" : inspection.result().name(), "finding",
        Objects.toString(inspection.finding(), ""));
  }
}
