package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** C20: every office of the unit has an outcome, or it is stated why not and by when it will. */
@Component
public class OutcomesStated extends Check {

  private static final String CLAUSE = "C20";

  private final LocalityReports reports;

  OutcomesStated(CaseFindings findings, LocalityReports reports) {
    super(findings);
    this.reports = reports;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Map<Long, StatedReason> stated = reports.reasonsOf(caseNumber);
    return reports.withoutOutcome(caseNumber)
        .stream()
        .filter(office -> !stated.containsKey(office.id()))
        .map(office -> new Finding("OUTCOME_MISSING",
            "“%s”（%s，%s）尚无清理结果，请说明原因和预计办结日期。".formatted(office.name(), office.registerNumber(), office.status().label()), CLAUSE))
        .toList();
  }
}
