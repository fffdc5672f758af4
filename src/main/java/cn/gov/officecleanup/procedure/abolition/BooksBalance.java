package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.procedure.decoupling.Decouplings;
import cn.gov.officecleanup.procedure.placement.StaffList;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * C6, C7: the ledger is as it was recorded, balances, and nothing in it is open; nobody of the staff is left without an outcome; the office
 * has parted from its business entities (C17).
 */
@Component
class BooksBalance extends Check {

  private final AssetLedger ledger;
  private final StaffList staff;
  private final CaseFiles cases;
  private final Decouplings decouplings;

  BooksBalance(CaseFindings findings, AssetLedger ledger, StaffList staff, CaseFiles cases, Decouplings decouplings) {
    super(findings);
    this.ledger = ledger;
    this.staff = staff;
    this.cases = cases;
    this.decouplings = decouplings;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    List<Finding> findings = new ArrayList<>(ledger.balanceOf(caseNumber).findings());
    ledger.check(caseNumber)
        .ifPresent(fault -> findings.add(new Finding("LEDGER_ROW_CHANGED", "资产台账%s，不能办结，请报审计部门核查。".formatted(fault.what()), "C7")));
    int unplaced = staff.withoutOutcome(caseNumber);
    if (unplaced > 0) {
      findings.add(new Finding("STAFF_UNPLACED", "还有%d名工作人员没有安置结果，请安置完毕后再办结。".formatted(unplaced), "C6"));
    }
    List<String> notParted = decouplings.openOf(cases.get(caseNumber).officeId());
    if (!notParted.isEmpty()) {
      findings.add(new Finding("NOT_PARTED_YET", "与%s的脱钩还没有办结，不能办结撤销，请先办结脱钩案件。".formatted(String.join("、", notParted)), "C17"));
    }
    return findings;
  }
}
