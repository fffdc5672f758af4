package cn.gov.henan.officecleanup.audit;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.form.Choice;
import cn.gov.henan.officecleanup.form.ChoiceProvider;
import cn.gov.henan.officecleanup.identity.Groups;
import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.ledger.AssetLedger;
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
    return !official.groups().contains(Groups.AUDIT) ? List.of() : ledger.cases().stream()
        .map(number -> new Choice(number, number + " " + cases.find(number).map(CaseFile::title).orElse(""))).toList();
  }
}
