package cn.gov.officecleanup.procedure.summary;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.procedure.campaign.ReportingUnits;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.procedure.report.Figure;
import cn.gov.officecleanup.procedure.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who compile, sign, review and receive the summary read of it (C14, C20, C21). */
@Component
@Order(4)
class SummaryFacts implements CaseFacts {

  private static final String DATES = "清理规范工作";
  private static final String TOTALS = "全省数字";
  private static final String UNITS = "各地各部门";
  private static final String INSPECTIONS = "监督检查";
  private static final List<Figure> IN_ONE_LINE = List.of(Figure.BEFORE, Figure.RETAINED, Figure.NO_MEASURE, Figure.MERGED,
      Figure.ABOLISHED, Figure.TO_BE_ABOLISHED, Figure.PENDING);

  private final ProvincialReports reports;
  private final Campaigns campaigns;
  private final Summaries summaries;
  private final Inspections inspections;
  private final ReportingUnits units;

  SummaryFacts(ProvincialReports reports, Campaigns campaigns, Summaries summaries, Inspections inspections, ReportingUnits units) {
    this.reports = reports;
    this.campaigns = campaigns;
    this.summaries = summaries;
    this.inspections = inspections;
    this.units = units;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (!OpeningProvincialReport.PROCEDURE.equals(file.procedureKey())) {
      return List.of();
    }
    ProvincialReport report = reports.get(file.caseNumber());
    Campaign campaign = campaigns.get(report.campaign());
    // what is with the provincial government stays as it was signed
    SummaryTable table = report.submittedAt() == null ? summaries.now(file.caseNumber()) : summaries.drafted(file.caseNumber());
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(DATES, "名称", campaign.name()));
    facts.add(new Fact(DATES, "清理期限", InWords.day(campaign.cleanupDeadline())));
    facts.add(new Fact(DATES, "报送期限", InWords.day(campaign.reportDeadline())));
    facts.add(new Fact(DATES, "报送情况", "应报%d个单位，已接收%d份".formatted(table.rows().size(), table.accepted())));
    CaseFacts.add(facts, DATES, "请示文号", report.requestNumber());
    CaseFacts.add(facts, DATES, "报告文号", report.documentNumber());
    Figures totals = table.totals();
    Stream.of(Figure.values()).forEach(figure -> facts.add(new Fact(TOTALS, figure.label(), totals.text(figure))));
    inspections.of(report.campaign())
        .forEach(inspection -> facts
            .add(new Fact(INSPECTIONS, units.get(inspection.unitCode()).name(), "%s：%s%s".formatted(inspection.pickedBy().label(),
                inspection.reason(), inspection.result() == null ? "" : "；" + inspection.outcome()))));
    table.rows().forEach(row -> facts.add(new Fact(UNITS, row.unit().name(), inOneLine(row))));
    return facts;
  }

  private static String inOneLine(SummaryTable.Row row) {
    return IN_ONE_LINE.stream().map(figure -> figure.label() + row.figures().count(figure)).collect(Collectors.joining("，")) + "；"
        + row.sending();
  }
}
