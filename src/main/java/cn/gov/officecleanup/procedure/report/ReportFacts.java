package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.campaign.Campaign;
import cn.gov.officecleanup.procedure.campaign.Campaigns;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What those who sign and review a report read of it: its deadlines, what stands in it, what was sent when (C20, C21). */
@Component
@Order(2)
class ReportFacts implements CaseFacts {

  private static final String DATES = "报送要求";
  private static final String WORDS = "报告内容";
  private static final String FIGURES = "数字（由登记册和案件统计）";
  private static final String OFFICES = "尚无清理结果的机构";
  private static final String VERSIONS = "历次报送";

  private final LocalityReports reports;
  private final Campaigns campaigns;
  private final ProvinceReportProgress province;
  private final Clock clock;

  ReportFacts(LocalityReports reports, Campaigns campaigns, ProvinceReportProgress province, Clock clock) {
    this.reports = reports;
    this.campaigns = campaigns;
    this.province = province;
    this.clock = clock;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (!OpeningLocalityReport.PROCEDURE.equals(file.procedureKey())) {
      return List.of();
    }
    LocalityReport report = reports.get(file.caseNumber());
    List<Fact> facts = new ArrayList<>();
    addDates(facts, campaigns.get(report.campaign()));
    List<ReportVersion> versions = reports.versionsOf(file.caseNumber());
    ReportVersion last = versions.isEmpty() ? null : versions.get(versions.size() - 1);
    boolean sent = last != null && (last.state() == ReportVersion.State.SENT || last.state() == ReportVersion.State.ACCEPTED);
    if (sent) {
      CaseFacts.add(facts, WORDS, "工作总结文号", last.documentNumber());
      CaseFacts.add(facts, WORDS, "核查发现的问题", last.findings());
    }
    (sent ? reports.figuresOf(last) : reports.figuresNow(file.caseNumber())).stream()
        .filter(figure -> !figure.figure().stated())
        .forEach(
            figure -> facts.add(new Fact(FIGURES, figure.figure().label(), "%s（上月%s）%s".formatted(figure.figure().text(figure.amount()),
                figure.figure().text(figure.monthBefore()), figure.words() == null ? "" : "　说明：" + figure.words()))));
    Map<Long, StatedReason> stated = reports.reasonsOf(file.caseNumber());
    reports.withoutOutcome(file.caseNumber())
        .forEach(office -> facts.add(new Fact(OFFICES, office.registerNumber(), text(office, stated))));
    province.inspectionOf(report.campaign(), report.unitCode()).ifPresent(found -> facts.add(new Fact("监督检查", "检查结果", found)));
    versions.forEach(version -> facts.add(new Fact(VERSIONS, "第%d稿".formatted(version.version()), text(version))));
    return facts;
  }

  private void addDates(List<Fact> facts, Campaign campaign) {
    facts.add(new Fact(DATES, "清理规范工作", campaign.name()));
    facts.add(new Fact(DATES, "清理期限", InWords.day(campaign.cleanupDeadline()) + "（含当日）"));
    long days = ChronoUnit.DAYS.between(LocalDate.now(clock), campaign.reportDeadline());
    facts.add(new Fact(DATES, "报送期限",
        "%s（含当日），%s".formatted(InWords.day(campaign.reportDeadline()), days >= 0 ? "还有%d天".formatted(days) : "已逾期%d天".formatted(-days))));
  }

  private static String text(Office office, Map<Long, StatedReason> stated) {
    StatedReason reason = stated.get(office.id());
    return "%s（%s）：%s".formatted(office.name(), office.status().label(),
        reason == null ? "尚未说明" : "%s，预计%s办结".formatted(reason.reason(), InWords.day(reason.expectedOn())));
  }

  private static String text(ReportVersion version) {
    return "%s报送，%s%s".formatted(InWords.moment(version.sentAt()), version.sending().replaceFirst("^第\\d+稿，", ""),
        version.decidedAt() == null ? "，" + version.state().label()
            : "；%s%s%s".formatted(InWords.moment(version.decidedAt()), version.state().label(),
                version.words() == null ? "" : "：" + version.words()));
  }
}
