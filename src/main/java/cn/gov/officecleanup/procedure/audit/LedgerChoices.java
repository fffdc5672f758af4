package cn.gov.officecleanup.procedure.audit;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers auditors the abolitions that have a ledger. */
@Component
class LedgerChoices implements ChoiceProvider {

  private final AssetLedger ledger;
  private final CaseFiles cases;

  LedgerChoices(AssetLedger ledger, CaseFiles cases) {
    this.ledger = ledger;
    this.cases = cases;
  }

  @Override
  public String name() {
    return "ledgers";
  }

  @Override
  public List<Choice> offer(Official official) {
    return !official.groups().contains(Groups.AUDIT) ? List.of()
        : ledger.cases()
            .stream()
            .map(number -> new Choice(number, number + " " + cases.find(number).map(CaseFile::title).orElse("")))
            .toList();
  }
}
