package cn.gov.officecleanup.procedure.audit;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerBalance;
import cn.gov.officecleanup.mechanism.ledger.LedgerFault;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Checks the asset ledgers from the command line (C7). Exit code: 0 all sound, 1 a row is bad or a ledger does not balance, 2 not checked.
 */
@Component
@Scope(BeanDefinition.SCOPE_PROTOTYPE) // arguments are read into it
@Command(name = "ledger-check", description = "核查资产台账：逐条核对记录是否完整，核对是否平衡。", exitCodeListHeading = "%n退出码：%n",
    exitCodeList = {"0:记录完整，全部平衡", "1:有记录被改动或者台账不平衡", "2:未能核查"})
public class LedgerCheckCommand implements Callable<Integer> {

  private final AssetLedger ledger;
  private final CaseFiles cases;

  @Parameters(paramLabel = "案号", arity = "0..*", description = "只核查这些撤销案件的台账；不写则核查全部")
  private List<String> caseNumbers;

  @Spec
  private CommandSpec spec;

  public LedgerCheckCommand(AssetLedger ledger, CaseFiles cases) {
    this.ledger = ledger;
    this.cases = cases;
  }

  @Override
  public Integer call() {
    List<String> known = ledger.cases();
    List<String> checked = caseNumbers == null || caseNumbers.isEmpty() ? known : caseNumbers;
    checked.stream().filter(number -> !known.contains(number)).findFirst().ifPresent(number -> {
      throw new RefusedException("LEDGER_UNKNOWN", "没有案号为“%s”的资产台账，请核对案号。".formatted(number), "C7");
    });
    int bad = 0;
    for (String number : checked) {
      bad += report(number) ? 0 : 1;
    }
    out().println(bad == 0 ? "核查%d个台账，记录完整，全部平衡。".formatted(checked.size()) : "核查%d个台账，%d个有问题。".formatted(checked.size(), bad));
    return bad == 0 ? 0 : 1;
  }

  /** @return whether the ledger is sound */
  private boolean report(String number) {
    LedgerBalance balance = ledger.balanceOf(number);
    Optional<LedgerFault> fault = ledger.check(number);
    out().println(
        "%s %s：记录%d条，冻结%d项%s，已处置%d项%s，未处置%d项%s，应缴%s，已缴%s，%s，%s".formatted(number, cases.find(number).map(CaseFile::title).orElse(""),
            ledger.entriesOf(number).size(), balance.frozenAssets(), InWords.yuan(balance.frozen()), balance.disposedAssets(),
            InWords.yuan(balance.disposed()), balance.openAssets(), InWords.yuan(balance.open()), InWords.yuan(balance.due()),
            InWords.yuan(balance.received()), balance.balanced() ? "平衡" : "不平衡", fault.map(LedgerFault::what).orElse("记录完整")));
    return balance.balanced() && fault.isEmpty();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
