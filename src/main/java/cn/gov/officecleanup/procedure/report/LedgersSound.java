package cn.gov.officecleanup.procedure.report;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerSoundness;
import java.util.List;
import org.springframework.stereotype.Component;

/** C7: the asset ledgers of the unit's abolitions are as they were recorded, and balance. */
@Component
public class LedgersSound extends Check {

  private final LocalityReports reports;
  private final AssetLedger ledger;
  private final LedgerSoundness soundness;

  LedgersSound(CaseFindings findings, LocalityReports reports, AssetLedger ledger, LedgerSoundness soundness) {
    super(findings);
    this.reports = reports;
    this.ledger = ledger;
    this.soundness = soundness;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    return reports.officesOf(caseNumber)
        .stream()
        .flatMap(office -> ledger.casesOf(office.id()).stream())
        .flatMap(abolition -> soundness.faultsOf(abolition, "请报审计部门核查").stream())
        .toList();
  }
}
