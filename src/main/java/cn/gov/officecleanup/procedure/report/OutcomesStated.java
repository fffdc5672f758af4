package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Office;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** C20: every office of the unit has an outcome, or it is stated why not and by when it will. */
@Component
public class OutcomesStated extends Check {

  private static final String CLAUSE = "C20";

  private final LocalityReports reports;
  private final Clock clock;

  OutcomesStated(CaseFindings findings, LocalityReports reports, Clock clock) {
    super(findings);
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Map<Long, StatedReason> stated = reports.reasonsOf(caseNumber);
    LocalDate today = LocalDate.now(clock);
    List<Finding> findings = new ArrayList<>();
    for (Office office : reports.withoutOutcome(caseNumber)) {
      StatedReason reason = stated.get(office.id());
      String which = "“%s”（%s，%s）".formatted(office.name(), office.registerNumber(), office.status().label());
      if (reason == null) {
        findings.add(new Finding("OUTCOME_MISSING", which + "尚无清理结果，请说明原因和预计办结日期。", CLAUSE));
      } else if (reason.expectedOn().isBefore(today)) {
        findings.add(new Finding("EXPECTED_DAY_PAST", which + "的预计办结日期%s已过，请改正。".formatted(reason.expectedOn()), CLAUSE));
      }
    }
    return findings;
  }
}
