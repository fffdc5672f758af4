package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerBalance;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.placement.StaffList;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How far an office is wound up: the freeze, the ledger's balance, how many people are placed. Nothing about a person. */
@Component
@Order(2)
class AbolitionFacts implements CaseFacts {

  private static final String SECTION = "撤销办理情况";

  private final OfficeRegister register;
  private final AssetLedger ledger;
  private final StaffList staff;

  AbolitionFacts(OfficeRegister register, AssetLedger ledger, StaffList staff) {
    this.register = register;
    this.ledger = ledger;
    this.staff = staff;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    Optional<OffsetDateTime> frozenAt = OpeningAbolitionCase.PROCEDURE.equals(file.procedureKey())
        ? register.assetsFrozenAt(file.officeId())
        : Optional.empty();
    if (frozenAt.isEmpty()) {
      return List.of();
    }
    LedgerBalance balance = ledger.balanceOf(file.caseNumber());
    List<Fact> facts = new ArrayList<>(List.of(fact("资产冻结时刻", InWords.moment(frozenAt.get())),
        fact("冻结资产", amount(balance.frozenAssets(), balance.frozen())), fact("已处置", amount(balance.disposedAssets(), balance.disposed())),
        fact("未处置", amount(balance.openAssets(), balance.open())), fact("应缴和已缴国库", "应缴%s，已缴%s，尚未缴%s".formatted(InWords.yuan(balance.due()),
            InWords.yuan(balance.received()), InWords.yuan(balance.outstanding()))),
        fact("台账", balance.balanced() ? "平衡" : "不平衡，请审计部门核查")));
    LedgerBalance.Debts debts = balance.debts();
    if (debts.number() > 0) {
      facts.add(fact("债务", "%s，已了结%s，未了结%s".formatted(amount(debts.number(), debts.owed()), InWords.yuan(debts.settled()),
          InWords.yuan(debts.unsettled()))));
    }
    int people = staff.size(file.caseNumber());
    if (people > 0) {
      facts.add(fact("工作人员", "共%d人，已安置%d人".formatted(people, people - staff.withoutOutcome(file.caseNumber()))));
    }
    return facts;
  }

  private static String amount(int assets, BigDecimal value) {
    return "%d项，账面%s".formatted(assets, InWords.yuan(value));
  }

  private static Fact fact(String label, String value) {
    return new Fact(SECTION, label, value);
  }
}
