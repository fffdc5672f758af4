package cn.gov.officecleanup.mechanism.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.ledger.LedgerSequences.Together;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import java.util.stream.IntStream;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import net.jqwik.api.statistics.StatisticsReport.StatisticsReportMode;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** C7: whatever is tried on a ledger, in whichever order, it takes what is lawful, refuses the rest, balances, and its chain is sound. */
class LedgerPropertyTest {

  private static final int MOST_OPERATIONS = 30;

  private static AnnotationConfigApplicationContext application;

  @BeforeContainer
  static void start() {
    application = new AnnotationConfigApplicationContext(LedgerTestDatabase.class);
  }

  @AfterContainer
  static void stop() {
    application.close();
  }

  /** The amounts' limits are among those generated. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReportMode.OFF)
  void theLedgerTakesWhatIsLawfulRefusesTheRestAndAlwaysBalances(@ForAll("bookValues") List<BigDecimal> bookValues,
      @ForAll("sequences") List<Together> sequence) {
    AssetLedger ledger = application.getBean(AssetLedger.class);
    String caseNumber = application.getBean(SampleLedgers.class)
        .freeze(bookValues.stream().map(BigDecimal::toPlainString).toArray(String[]::new));
    LedgerRun run = new LedgerRun(ledger, application.getBean(TransactionTemplate.class), caseNumber, new Straight(ledger, caseNumber),
        bookValues);
    sequence.forEach(run::play);
    LedgerBalance balance = ledger.balanceOf(caseNumber);
    goesFarEnough("some asset ended", balance.disposedAssets() > 0, 25);
    goesFarEnough("money came in", balance.received().signum() > 0, 20);
    goesFarEnough("something was given up in the middle",
        sequence.stream().anyMatch(together -> together.rolledBack() && together.operations().size() > 1), 30);
    goesFarEnough("an asset was sold and paid",
        ledger.entriesOf(caseNumber)
            .stream()
            .filter(entry -> entry.step() == LedgerStep.RECEIVED)
            .anyMatch(entry -> ledger.ended(entry.assetId())),
        1);
  }

  /**
   * However the lot is made up and in however many receipts it is paid: each counts whole, and in the end each asset is paid to the fen.
   */
  @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
  void everyReceiptOfALotCountsWholeAndTheLastPaysEachOfItsAssetsToTheFen(@ForAll("lots") List<BigDecimal> values,
      @ForAll("part") BigDecimal price, @ForAll("parts") List<BigDecimal> parts) {
    AssetLedger ledger = application.getBean(AssetLedger.class);
    String caseNumber = application.getBean(SampleLedgers.class)
        .freeze(values.stream().map(BigDecimal::toPlainString).toArray(String[]::new));
    List<Long> lot = ledger.assetsOf(caseNumber).stream().map(FrozenAsset::id).sorted().toList();
    BigDecimal due = price.multiply(new BigDecimal("100000")).setScale(2);
    List<BigDecimal> prices = Shares.of(due, values);
    IntStream.range(0, lot.size()).forEach(i -> ledger.record(lot.get(i), LedgerStep.PRICED, prices.get(i), null, null, null));
    BigDecimal left = due;
    for (int n = 0; left.signum() > 0; n++) {
      BigDecimal amount = n == parts.size() ? left : left.multiply(parts.get(n)).setScale(2, RoundingMode.UP);
      String receipt = "打包%s-%d".formatted(caseNumber, n);
      ledger.receive(lot, amount, receipt, caseNumber, "财政票据", null);
      List<LedgerEntry> entries = ledger.entriesOf(caseNumber)
          .stream()
          .filter(entry -> receipt.equalsIgnoreCase(entry.receiptNumber()))
          .toList();
      assertThat(entries.stream().map(LedgerEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(amount);
      assertThat(entries).extracting(LedgerEntry::document).containsOnly("财政票据");
      left = left.subtract(amount);
    }
    assertThat(lot).allSatisfy(asset -> assertThat(ledger.outstandingOf(asset)).isEqualByComparingTo("0.00"));
    lot.forEach(asset -> ledger.dispose(asset, DisposalMethod.SALE, caseNumber, "成交确认书", null));
    assertThat(ledger.balanceOf(caseNumber).settled()).isTrue();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Provide
  Arbitrary<List<BigDecimal>> lots() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("0.01"), new BigDecimal("50000.00"))
        .ofScale(2)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<BigDecimal> part() {
    return Arbitraries.bigDecimals().between(new BigDecimal("0.0000001"), BigDecimal.ONE).ofScale(7);
  }

  @Provide
  Arbitrary<List<BigDecimal>> parts() {
    return part().list().ofMaxSize(4);
  }

  /** Fails where fewer of the sequences than this share, in percent, get there. */
  private static void goesFarEnough(String where, boolean there, int leastPercent) {
    Statistics.label(where).collect(there).coverage(coverage -> coverage.check(true).percentage(percent -> percent >= leastPercent));
  }

  @Provide
  Arbitrary<List<BigDecimal>> bookValues() {
    return LedgerSequences.bookValues();
  }

  @Provide
  Arbitrary<List<Together>> sequences() {
    return LedgerSequences.sequences(MOST_OPERATIONS);
  }

  /** The way to the ledger that no procedure stands in. */
  private record Straight(AssetLedger ledger, String caseNumber) implements LedgerDriver {

    @Override
    public int assets() {
      return ledger.assetsOf(caseNumber).size();
    }

    @Override
    public BigDecimal outstandingOf(int asset) {
      return ledger.outstandingOf(id(asset));
    }

    @Override
    public void record(int asset, LedgerStep step, BigDecimal amount) {
      ledger.record(id(asset), step, amount, null, null, null);
    }

    @Override
    public void receive(int asset, BigDecimal amount, String receiptNumber) {
      // other runs use the same receipts
      boolean none = LedgerSequences.RECEIPTS.get(receiptNumber).isEmpty();
      ledger.receive(List.of(id(asset)), amount, none ? receiptNumber : receiptNumber + caseNumber, null, null, null);
    }

    @Override
    public void dispose(int asset, DisposalMethod method) {
      ledger.dispose(id(asset), method, null, null, null);
    }

    @Override
    public void correctValue(int asset, BigDecimal value) {
      ledger.correctValue(id(asset), value, "盘点");
    }

    @Override
    public void reportMissing(int asset) {
      ledger.reportMissing(id(asset), "盘亏");
    }

    @Override
    public void addSurplus(String assetNumber, BigDecimal value) {
      ledger.addSurplus(caseNumber, new OfficeAsset(assetNumber, AssetKind.OTHER, "盘盈", value), "盘盈");
    }

    /** Keys rise in the order in which assets come into the ledger. */
    private long id(int asset) {
      List<Long> ids = ledger.assetsOf(caseNumber).stream().map(FrozenAsset::id).sorted().toList();
      return ids.get(asset % ids.size());
    }
  }
}
