package cn.gov.officecleanup.mechanism.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.LedgerSequences.Together;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does to a ledger, by some way, what is done to the model, and compares after each operation: what is refused and with which code, every
 * figure, the chain.
 */
final class LedgerRun {

  private final AssetLedger ledger;
  private final TransactionTemplate transaction;
  private final String caseNumber;
  private final LedgerDriver driver;
  private LedgerModel model;

  /**
   * @param driver the way to the ledger
   * @param bookValues of the assets that were frozen, A-01, A-02, …
   */
  LedgerRun(AssetLedger ledger, TransactionTemplate transaction, String caseNumber, LedgerDriver driver, List<BigDecimal> bookValues) {
    this.ledger = ledger;
    this.transaction = transaction;
    this.caseNumber = caseNumber;
    this.driver = driver;
    this.model = new LedgerModel(bookValues, LedgerSequences.RECEIPTS);
    compare(model);
  }

  /** Does all of it, or, where one of it is refused or the transaction is given up, nothing. */
  void play(Together together) {
    LedgerModel after = model.copy();
    boolean kept = together.single() ? taken(together.operations().get(0), after) : Boolean.TRUE.equals(transaction.execute(status -> {
      boolean allTaken = together.operations().stream().allMatch(operation -> taken(operation, after));
      if (!allTaken || together.rolledBack()) {
        status.setRollbackOnly();
      }
      return allTaken && !together.rolledBack();
    }));
    if (kept) {
      model = after;
    }
    compare(model);
  }

  private boolean taken(LedgerOperation operation, LedgerModel expected) {
    Optional<String> refused = refusal(() -> operation.on(driver));
    assertThat(refused).as("refusal of %s", operation).isEqualTo(refusal(() -> operation.on(expected)));
    if (refused.isEmpty()) {
      compare(expected);
    }
    return refused.isEmpty();
  }

  private void compare(LedgerModel expected) {
    LedgerBalance balance = ledger.balanceOf(caseNumber);
    assertThat(balance.balanced()).as("balanced: %s", balance).isTrue();
    assertThat(balance).isEqualTo(expected.balance());
    assertThat(ledger.check(caseNumber)).isEmpty();
    assertThat(ledger.entriesOf(caseNumber)).hasSize(expected.entries());
    assertThat(ledger.assetsOf(caseNumber).stream().collect(Collectors.toMap(FrozenAsset::assetNumber, asset -> ledger.ended(asset.id()))))
        .isEqualTo(expected.ended());
  }

  private static Optional<String> refusal(Runnable operation) {
    try {
      operation.run();
      return Optional.empty();
    } catch (RefusedException e) {
      return Optional.of(e.findings().stream().map(Finding::code).collect(Collectors.joining(",")));
    }
  }
}
