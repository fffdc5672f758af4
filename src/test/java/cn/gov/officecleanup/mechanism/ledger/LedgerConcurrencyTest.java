package cn.gov.officecleanup.mechanism.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * C7: officials who write to one ledger in the same second all succeed where the law lets them, and the law holds as if they came one by
 * one.
 */
@SpringJUnitConfig(LedgerTestDatabase.class)
@Timeout(120)
class LedgerConcurrencyTest {

  private static final int WRITERS = 16;
  private static final long LONG_ENOUGH_TO_BE_WAITED_FOR = 300;

  @Autowired
  private AssetLedger ledger;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private SampleLedgers samples;
  @Autowired
  private TransactionTemplate transaction;

  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private final ExecutorService coordinator = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    coordinator.shutdownNow();
    threads.shutdownNow();
  }

  @Test
  void manyWriteAtOnceAndTheChainHasNoGap() throws Exception {
    String caseNumber = samples.freeze("191600.00");
    long asset = assets(caseNumber).get(0);
    ledger.record(asset, LedgerStep.PRICED, yuan("16.00"), null, null, null);
    assertThat(atOnce(i -> IntStream.range(0, 4)
        .forEach(n -> ledger.receive(List.of(asset), yuan("0.25"), "票%s-%d-%d".formatted(caseNumber, i, n), null, null, null)))).isEmpty();
    assertThat(ledger.entriesOf(caseNumber)).extracting(LedgerEntry::entryNumber)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 2 + WRITERS * 4).boxed().toList());
    assertThat(ledger.check(caseNumber)).isEmpty();
    assertThat(ledger.balanceOf(caseNumber).outstanding()).isEqualByComparingTo("0.00");
  }

  @Test
  void ofManyReceiptsForTheSameProceedsNoMoreThanWhatIsDueIsTaken() throws Exception {
    String caseNumber = samples.freeze("191600.00");
    long asset = assets(caseNumber).get(0);
    ledger.record(asset, LedgerStep.PRICED, yuan("100.00"), null, null, null);
    assertThat(atOnce(i -> ledger.receive(List.of(asset), yuan("10.00"), "票%s-%d".formatted(caseNumber, i), null, null, null)))
        .hasSize(WRITERS - 10)
        .containsOnly("RECEIPT_EXCEEDS");
    assertThat(ledger.outstandingOf(asset)).isEqualByComparingTo("0.00");
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void ofManyOutcomesPricesAndSurplusesOfOneNumberOneIsTaken() throws Exception {
    String caseNumber = samples.freeze("191600.00", "1.00");
    long sold = assets(caseNumber).get(0);
    long transferred = assets(caseNumber).get(1);
    assertThat(atOnce(i -> ledger.record(sold, LedgerStep.PRICED, yuan("1.00"), null, null, null))).hasSize(WRITERS - 1)
        .containsOnly("PRICED_TWICE");
    assertThat(atOnce(i -> ledger.dispose(transferred, DisposalMethod.TRANSFER, null, null, null))).hasSize(WRITERS - 1)
        .containsOnly("ASSET_ENDED");
    OfficeAsset surplus = new OfficeAsset("X-01", AssetKind.OTHER, "字画", yuan("500.00"));
    assertThat(atOnce(i -> ledger.addSurplus(caseNumber, surplus, "赠送"))).hasSize(WRITERS - 1).containsOnly("ASSET_TWICE");
    assertThat(ledger.balanceOf(caseNumber).balanced()).isTrue();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void anOfficeIsFrozenByOneOnly() throws Exception {
    Office office = samples.office("1.00", "2.00");
    List<String> cases = IntStream.range(0, WRITERS).mapToObj(i -> samples.open(office)).toList();
    assertThat(atOnce(i -> ledger.freeze(cases.get(i), office.id()))).hasSize(WRITERS - 1).containsOnly("FROZEN_ALREADY");
  }

  @Test
  void aReceiptIsUsedInOneCaseOnlyAlsoWhenTwoEnterItAtOnce() throws Exception {
    List<Long> assets = List.of(assets(samples.freeze("1.00")).get(0), assets(samples.freeze("1.00")).get(0));
    assets.forEach(asset -> ledger.record(asset, LedgerStep.PRICED, yuan("10.00"), null, null, null));
    Future<?> second = whileUncommitted(() -> ledger.receive(List.of(assets.get(0)), yuan("10.00"), "两案同票", null, null, null),
        () -> ledger.receive(List.of(assets.get(1)), yuan("10.00"), "两案同票", null, null, null));
    assertThatThrownBy(second::get).hasRootCauseInstanceOf(RefusedException.class).hasStackTraceContaining("两案同票");
    assertThat(ledger.outstandingOf(assets.get(1))).isEqualByComparingTo("10.00");
  }

  @Test
  void anOutcomeCountsTheValueThatAnotherIsJustCorrecting() throws Exception {
    String caseNumber = samples.freeze("100.00");
    long asset = assets(caseNumber).get(0);
    whileUncommitted(() -> ledger.correctValue(asset, yuan("40.00"), "差错"),
        () -> ledger.dispose(asset, DisposalMethod.TRANSFER, null, null, null)).get();
    assertThat(ledger.balanceOf(caseNumber).disposed()).isEqualByComparingTo("40.00");
    assertThat(ledger.balanceOf(caseNumber).settled()).isTrue();
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void nothingIsCorrectedAfterAnOutcomeThatAnotherIsJustRecording() throws Exception {
    String caseNumber = samples.freeze("100.00", "200.00");
    long asset = assets(caseNumber).get(0);
    Future<?> correction = whileUncommitted(() -> ledger.dispose(asset, DisposalMethod.TRANSFER, null, null, null),
        () -> ledger.correctValue(asset, yuan("40.00"), "差错"));
    assertThatThrownBy(correction::get).hasRootCauseInstanceOf(RefusedException.class).hasStackTraceContaining("已经处置完毕");
    long other = assets(caseNumber).get(1);
    Future<?> report = whileUncommitted(() -> ledger.dispose(other, DisposalMethod.TRANSFER, null, null, null),
        () -> ledger.reportMissing(other, "丢失"));
    assertThatThrownBy(report::get).hasRootCauseInstanceOf(RefusedException.class).hasStackTraceContaining("已经处置完毕");
    assertThat(ledger.check(caseNumber)).isEmpty();
  }

  @Test
  void anAssetEnteredWhileTheOfficeIsBeingFrozenIsFrozenOrRefused() throws Exception {
    Office before = samples.office("1.00");
    String frozenAfter = samples.open(before);
    whileUncommitted(() -> SampleOffice.give(register, before, "B-01", AssetKind.OTHER, "5.00"),
        () -> ledger.freeze(frozenAfter, before.id())).get();
    assertThat(ledger.assetsOf(frozenAfter)).extracting(FrozenAsset::assetNumber).containsExactly("A-01", "B-01");

    Office after = samples.office("1.00");
    String frozenBefore = samples.open(after);
    Future<?> entry = whileUncommitted(() -> ledger.freeze(frozenBefore, after.id()),
        () -> SampleOffice.give(register, after, "B-01", AssetKind.OTHER, "5.00"));
    assertThatThrownBy(entry::get).hasRootCauseInstanceOf(RefusedException.class).hasStackTraceContaining("已经冻结");
  }

  @Test
  void oneCasesWritersDoNotWaitForAnothers() throws Exception {
    String one = samples.freeze("1.00");
    String other = samples.freeze("1.00");
    CountDownLatch done = new CountDownLatch(1);
    transaction.executeWithoutResult(status -> {
      ledger.dispose(assets(one).get(0), DisposalMethod.TRANSFER, null, null, null);
      threads.submit(() -> {
        ledger.dispose(assets(other).get(0), DisposalMethod.TRANSFER, null, null, null);
        done.countDown();
      });
      assertThat(await(done)).as("the other case is written to while this transaction is open").isTrue();
    });
    assertThat(ledger.balanceOf(one).settled()).isTrue();
    assertThat(ledger.balanceOf(other).settled()).isTrue();
  }

  @Test
  void whoLooksWhileOthersWriteSeesASoundAndBalancedLedger() throws Exception {
    String caseNumber = samples.freeze(IntStream.range(0, WRITERS * 12).mapToObj(i -> i + ".01").toArray(String[]::new));
    List<Long> assets = assets(caseNumber);
    Future<List<String>> writing = coordinator.submit(() -> atOnce(i -> {
      for (int n = i; n < assets.size(); n += WRITERS) {
        ledger.correctValue(assets.get(n), yuan("7.77"), "盘点");
        ledger.dispose(assets.get(n), DisposalMethod.TRANSFER, null, null, null);
      }
    }));
    int looks = 0;
    while (!writing.isDone()) {
      LedgerBalance balance = ledger.balanceOf(caseNumber);
      assertThat(balance.balanced()).as("%s", balance).isTrue();
      assertThat(ledger.check(caseNumber)).isEmpty();
      looks++;
    }
    assertThat(writing.get()).isEmpty();
    assertThat(looks).isPositive();
    assertThat(ledger.balanceOf(caseNumber).settled()).isTrue();
  }

  /** @return the codes of what was refused */
  private List<String> atOnce(IntConsumer work) throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    List<String> refused = Collections.synchronizedList(new ArrayList<>());
    List<Callable<Void>> writers = IntStream.range(0, WRITERS).<Callable<Void>>mapToObj(i -> () -> {
      together.await();
      try {
        work.accept(i);
      } catch (RefusedException e) {
        e.findings().stream().map(Finding::code).forEach(refused::add);
      }
      return null;
    }).toList();
    for (Future<Void> done : threads.invokeAll(writers)) {
      done.get();
    }
    return refused;
  }

  /** Does the first in a transaction that stays open for a while, in which the second begins. */
  private Future<?> whileUncommitted(Runnable first, Runnable second) {
    return transaction.execute(status -> {
      first.run();
      Future<?> waiting = threads.submit(() -> transaction.executeWithoutResult(other -> second.run()));
      assertThatThrownBy(() -> waiting.get(LONG_ENOUGH_TO_BE_WAITED_FOR, TimeUnit.MILLISECONDS)).as("the second waits for the first")
          .isInstanceOf(TimeoutException.class);
      return waiting;
    });
  }

  private List<Long> assets(String caseNumber) {
    return ledger.assetsOf(caseNumber).stream().map(FrozenAsset::id).toList();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static BigDecimal yuan(String amount) {
    return new BigDecimal(amount);
  }
}
