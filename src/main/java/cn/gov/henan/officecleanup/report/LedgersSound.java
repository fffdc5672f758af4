package cn.gov.henan.officecleanup.report;

import cn.gov.henan.officecleanup.finding.CaseFindings;
import cn.gov.henan.officecleanup.finding.Check;
import cn.gov.henan.officecleanup.finding.Finding;
import cn.gov.henan.officecleanup.ledger.AssetLedger;
import cn.gov.henan.officecleanup.register.Office;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** C7: the asset ledgers of the unit's abolitions are as they were recorded, and balance. */
@Component
class LedgersSound extends Check {

  private final LocalityReports reports;
  private final AssetLedger ledger;
  private final JdbcClient jdbc;

  LedgersSound(CaseFindings findings, LocalityReports reports, AssetLedger ledger, JdbcClient jdbc) {
    super(findings);
    this.reports = reports;
    this.ledger = ledger;
    this.jdbc = jdbc;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Set<Long> offices = reports.officesOf(caseNumber).stream().map(Office::id).collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    for (String abolition : abolitionsOf(offices)) {
      ledger.check(abolition).ifPresent(fault -> findings.add(new Finding("LEDGER_ROW_CHANGED", "%s的资产台账%s，请报审计部门核查。"
          .formatted(abolition, fault.what()), "C7")));
      if (!ledger.balanceOf(abolition).balanced()) {
        findings.add(new Finding("LEDGER_DIFFERS", "%s的资产台账不平衡，请报审计部门核查。".formatted(abolition), "C7"));
      }
    }
    return findings;
  }

  private List<String> abolitionsOf(Set<Long> offices) {
    Set<String> withLedger = new HashSet<>(ledger.cases());
    return jdbc.sql("select case_number, office_id from case_file where procedure_key = 'office-abolition' order by case_number")
        .query((row, number) -> offices.contains(row.getLong("office_id")) ? row.getString("case_number") : "").list().stream()
        .filter(withLedger::contains).toList();
  }
}
