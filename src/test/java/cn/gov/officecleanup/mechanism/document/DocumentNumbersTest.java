package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest
@Import(DocumentNumbers.class)
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DocumentNumbersTest {

  private static final int THREADS = 8;
  private static final int CALLS = 25;

  @Autowired
  private DocumentNumbers numbers;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private PlatformTransactionManager transactionManager;
  private TransactionTemplate transaction;

  @BeforeEach
  void setUp() {
    transaction = new TransactionTemplate(transactionManager);
  }

  @AfterEach
  void forgetNumbers() {
    jdbc.sql("delete from document_number").update();
  }

  @Test
  void aNumberHasHexagonalBracketsAndNoLeadingZeros() {
    assertThat(next("豫政函", 2026)).isEqualTo("豫政函〔2026〕1号");
    assertThat(next("豫政函", 2026)).isEqualTo("豫政函〔2026〕2号");
  }

  @Test
  void everyPrefixAndYearHasItsOwnSequence() {
    next("豫政函", 2026);
    assertThat(next("豫政文", 2026)).isEqualTo("豫政文〔2026〕1号");
    assertThat(next("豫政函", 2027)).isEqualTo("豫政函〔2027〕1号");
  }

  @Test
  void aRollbackGivesTheNumberBack() {
    next("豫政函", 2026);
    transaction.executeWithoutResult(status -> {
      assertThat(numbers.next("豫政函", 2026)).isEqualTo("豫政函〔2026〕2号");
      status.setRollbackOnly();
    });
    assertThat(next("豫政函", 2026)).isEqualTo("豫政函〔2026〕2号");
  }

  @Test
  void aNumberIsNotGivenOutWithoutATransactionToBelongTo() {
    assertThatThrownBy(() -> numbers.next("豫政函", 2026)).isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void concurrentCallersOfWhomSomeRollBackLeaveNoGapAndNoDuplicate() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<List<String>>> results = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int thread = 0; thread < THREADS; thread++) {
        results.add(threads.submit(callsAfter(start)));
      }
      start.countDown();
      List<String> committed = new ArrayList<>();
      for (Future<List<String>> result : results) {
        committed.addAll(result.get());
      }
      int expected = THREADS * (CALLS - CALLS / 5);
      assertThat(committed)
          .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, expected).mapToObj(i -> "豫政函〔2026〕" + i + "号").toList());
    } finally {
      threads.shutdownNow();
    }
  }

  /** Every fifth transaction of a caller rolls back, the very first of all among them. */
  private Callable<List<String>> callsAfter(CountDownLatch start) {
    return () -> {
      start.await();
      List<String> committed = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        boolean rollBack = call % 5 == 0;
        String number = transaction.execute(status -> {
          if (rollBack) {
            status.setRollbackOnly();
          }
          return numbers.next("豫政函", 2026);
        });
        if (!rollBack) {
          committed.add(number);
        }
      }
      return committed;
    };
  }

  private String next(String prefix, int year) {
    return transaction.execute(status -> numbers.next(prefix, year));
  }
}
