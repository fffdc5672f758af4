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
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Adds the province's figures up (C21): those of the accepted reports, and those of the register where none is accepted. What was drafted
 * is kept, so that the figures that are signed are the figures that are sent.
 */
@Repository
class Summaries {

  private final JdbcClient jdbc;
  private final ProvincialReports provincial;
  private final LocalityReports reports;
  private final ReportingUnits units;
  private final FigureCounts counts;

  Summaries(JdbcClient jdbc, ProvincialReports provincial, LocalityReports reports, ReportingUnits units, FigureCounts counts) {
    this.jdbc = jdbc;
    this.provincial = provincial;
    this.reports = reports;
    this.units = units;
    this.counts = counts;
  }

  /** @return the table as it is now */
  SummaryTable now(String caseNumber) {
    String campaign = provincial.get(caseNumber).campaign();
    Map<String, String> waivers = provincial.waiversOf(campaign);
    Map<String, List<Office>> offices = units.officesByUnit();
    FigureCounts.Snapshot now = counts.now();
    return new SummaryTable(reports.of(campaign).stream().map(report -> row(report, waivers, offices, now)).toList());
  }

  private SummaryTable.Row row(LocalityReport report, Map<String, String> waivers, Map<String, List<Office>> offices,
      FigureCounts.Snapshot now) {
    ReportingUnit unit = units.get(report.unitCode());
    return reports.acceptedVersion(report)
        .map(version -> new SummaryTable.Row(unit, reports.sumsOf(version), sending(version), true))
        .orElseGet(() -> new SummaryTable.Row(unit, now.of(offices.getOrDefault(unit.code(), List.of()).stream().map(Office::id).toList()),
            missing(report, waivers.get(unit.code())), false));
  }

  /** An explanation goes on with the report, in plain sight (C20). */
  private static String sending(ReportVersion version) {
    return version.explanation() == null ? version.sending() : "%s：%s".formatted(version.sending(), version.explanation());
  }

  private String missing(LocalityReport report, String waiver) {
    String stage = reports.lastVersion(report.caseNumber()).map(ReportVersion::state).map(state -> switch (state) {
      case SENT -> "已报送，尚未接收";
      case RETURNED -> "退回更正中";
      default -> "更正中";
    }).orElse("未报送");
    return "%s，数字按登记册统计%s".formatted(stage, waiver == null ? "" : "（经省局负责同志同意先行上报：%s）".formatted(waiver));
  }

  /** Keeps the table as it is now, in the place of the one drafted before. */
  SummaryTable draft(String caseNumber) {
    String campaign = provincial.get(caseNumber).campaign();
    SummaryTable table = now(caseNumber);
    jdbc.sql("delete from summary_figure where case_number = ?").param(caseNumber).update();
    jdbc.sql("delete from summary_row where case_number = ?").param(caseNumber).update();
    for (SummaryTable.Row row : table.rows()) {
      jdbc.sql("insert into summary_row (case_number, campaign, unit_code, sending, accepted) values (?, ?, ?, ?, ?)")
          .params(caseNumber, campaign, row.unit().code(), row.sending(), row.accepted())
          .update();
      for (Figure figure : Figure.values()) {
        jdbc.sql("insert into summary_figure (case_number, unit_code, figure, amount) values (?, ?, ?, ?)")
            .params(caseNumber, row.unit().code(), figure.name(), row.figures().of(figure))
            .update();
      }
    }
    return table;
  }

  /** @return the table as drafted last */
  SummaryTable drafted(String caseNumber) {
    Map<String, Map<Figure, BigDecimal>> figures = new HashMap<>();
    jdbc.sql("select unit_code, figure, amount from summary_figure where case_number = ?").param(caseNumber).query(row -> {
      figures.computeIfAbsent(row.getString("unit_code"), code -> new EnumMap<>(Figure.class))
          .put(Figure.valueOf(row.getString("figure")), row.getBigDecimal("amount"));
    });
    return new SummaryTable(jdbc.sql("select unit_code, sending, accepted from summary_row where case_number = ? order by unit_code")
        .param(caseNumber)
        .query((row, number) -> new SummaryTable.Row(units.get(row.getString("unit_code")),
            new Figures(Objects.requireNonNull(figures.get(row.getString("unit_code")))), row.getString("sending"),
            row.getBoolean("accepted")))
        .list());
  }

  /** @return the figures of the register at this moment, to hold against the reports */
  Figures register() {
    return counts.now().of(units.officesByUnit().values().stream().flatMap(List::stream).map(Office::id).toList());
  }
}
