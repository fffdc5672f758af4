package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what is wrong with a ledger (C7): its first bad row, that it does not balance. What is merely open is not wrong. */
@Component
public class LedgerSoundness {

  private static final String CLAUSE = "C7";

  private final AssetLedger ledger;
  private final CaseFiles cases;

  LedgerSoundness(AssetLedger ledger, CaseFiles cases) {
    this.ledger = ledger;
    this.cases = cases;
  }

  /**
   * @param caseNumber number of the abolition
   * @param whatToDo what the reader is to do about a bad row, without full stop
   */
  public List<Finding> faultsOf(String caseNumber, String whatToDo) {
    List<Finding> faults = new ArrayList<>();
    String which = "%s（%s）".formatted(cases.find(caseNumber).map(CaseFile::title).orElse(""), caseNumber);
    ledger.check(caseNumber)
        .ifPresent(
            fault -> faults.add(new Finding("LEDGER_ROW_CHANGED", "%s的资产台账%s，%s。".formatted(which, fault.what(), whatToDo), CLAUSE)));
    LedgerBalance balance = ledger.balanceOf(caseNumber);
    if (!balance.balanced()) {
      faults.add(new Finding("LEDGER_DIFFERS", "%s：%s".formatted(which, balance.findings().get(0).message()), CLAUSE));
    }
    return faults;
  }
}
