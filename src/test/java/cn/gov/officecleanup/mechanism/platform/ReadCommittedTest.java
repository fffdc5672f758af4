package cn.gov.officecleanup.mechanism.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.EngineTest;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What laws of the domain rely on: whoever has waited for a lock sees what its holder committed, also where the same query was asked
 * before.
 */
@EngineTest
class ReadCommittedTest {

  private static final int ROUNDS = 20;

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transaction;

  @Test
  void whoWaitedForALockSeesWhatItsHolderCommitted() throws Exception {
    ExecutorService waiting = Executors.newSingleThreadExecutor();
    transaction.executeWithoutResult(status -> {
      insert("lock");
      insert("fact");
    });
    try {
      for (int round = 1; round <= ROUNDS; round++) {
        int before = round - 1;
        CountDownLatch asked = new CountDownLatch(1);
        Future<Integer> seen = transaction.execute(status -> {
          lock();
          jdbc.sql("update document_number set last_number = last_number + 1 where prefix = 'fact'").update();
          Future<Integer> after = waiting.submit(() -> transaction.execute(other -> {
            assertThat(fact()).isEqualTo(before);
            asked.countDown();
            lock();
            return fact();
          }));
          await(asked);
          return after;
        });
        assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo(round);
      }
    } finally {
      waiting.shutdownNow();
      transaction.executeWithoutResult(status -> jdbc.sql("delete from document_number where prefix in ('lock', 'fact')").update());
    }
  }

  @Test
  void whoWaitsForALockWaitsLongerThanADocumentTakes() {
    assertThat(jdbc.sql("call lock_timeout()").query(Integer.class).single()).as("milliseconds").isEqualTo(15_000);
  }

  private void insert(String prefix) {
    jdbc.sql("insert into document_number (prefix, document_year, last_number) values (?, 2015, 0)").param(prefix).update();
  }

  private void lock() {
    jdbc.sql("select last_number from document_number where prefix = 'lock' for update").query(Integer.class).single();
  }

  private int fact() {
    return jdbc.sql("select last_number from document_number where prefix = 'fact'").query(Integer.class).single();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
      TimeUnit.MILLISECONDS.sleep(20); // until the other waits for the lock
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
