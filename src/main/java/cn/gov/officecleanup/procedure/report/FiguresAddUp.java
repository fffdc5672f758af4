package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Office;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * C21: what the register says now and what its history says are the same, the parts add up to the whole, and nothing has more outcomes than
 * there are assets and people. Register and history are counted from tables of their own.
 */
@Component
public class FiguresAddUp extends Check {

  private static final String CLAUSE = "C21";

  private final LocalityReports reports;
  private final FigureCounts counts;

  FiguresAddUp(CaseFindings findings, LocalityReports reports, FigureCounts counts) {
    super(findings);
    this.reports = reports;
    this.counts = counts;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    List<Office> offices = reports.officesOf(caseNumber);
    FigureCounts.Snapshot history = counts.now();
    List<Finding> findings = new ArrayList<>();
    offices.stream()
        .filter(office -> !history.of(List.of(office.id())).amounts().containsKey(figureOf(office)))
        .forEach(office -> findings.add(new Finding("STATUS_DIFFERS",
            "“%s”（%s）的登记状态“%s”与变动记录不一致，请报省机关事务管理局核查登记册。".formatted(office.name(), office.registerNumber(), office.status().label()),
            CLAUSE)));
    Figures sums = history.of(offices.stream().map(Office::id).toList());
    BigDecimal parts = Stream
        .of(Figure.RETAINED, Figure.NO_MEASURE, Figure.MERGED, Figure.ABOLISHED, Figure.TO_BE_ABOLISHED, Figure.PENDING)
        .map(sums::of)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (parts.compareTo(sums.of(Figure.BEFORE)) != 0) {
      findings.add(differs("清理前机构数与各类结果之和", sums.of(Figure.BEFORE), parts));
    }
    BigDecimal registered = new BigDecimal(offices.size());
    BigDecimal counted = sums.of(Figure.BEFORE).add(sums.of(Figure.ESTABLISHED));
    if (registered.compareTo(counted) != 0) {
      findings.add(differs("登记册中的机构数与变动记录中的机构数", registered, counted));
    }
    if (sums.of(Figure.ASSETS_DISPOSED).compareTo(sums.of(Figure.ASSETS_FROZEN)) > 0
        || sums.of(Figure.PLACED).compareTo(sums.of(Figure.STAFF)) > 0) {
      findings.add(new Finding("MORE_THAN_ALL", "已处置的资产多于冻结的资产，或者已安置的人员多于应安置的人员，请报省机关事务管理局核查。", CLAUSE));
    }
    return findings;
  }

  private static Figure figureOf(Office office) {
    return office.outcome().newlyEstablished() ? Figure.ESTABLISHED : FigureCounts.figureOf(office.status(), office.outcome().clause());
  }

  private static Finding differs(String what, BigDecimal one, BigDecimal other) {
    return new Finding("FIGURES_DIFFER", "%s不一致（%s、%s），请报省机关事务管理局核查登记册。".formatted(what, one.toBigInteger(), other.toBigInteger()), CLAUSE);
  }
}
