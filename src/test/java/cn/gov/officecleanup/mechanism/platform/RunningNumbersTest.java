package cn.gov.officecleanup.mechanism.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.MemoryDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(MemoryDatabase.class)
class RunningNumbersTest {

  private static final Duration AT_ONCE = Duration.ofMillis(500);

  @Autowired
  private RunningNumbers numbers;
  @Autowired
  private PlatformTransactionManager transactions;

  @Test
  void whoDrewANumberKeepsNobodyWaitingHoweverLongTheTransactionStaysOpen() {
    var transaction = new TransactionTemplate(transactions);
    transaction.executeWithoutResult(open -> {
      int first = numbers.next("OPEN", 2026);
      assertThat(CompletableFuture.supplyAsync(() -> transaction.execute(other -> numbers.next("OPEN", 2026)))).succeedsWithin(AT_ONCE)
          .isEqualTo(first + 1);
      assertThat(numbers.next("OPEN", 2026)).isEqualTo(first + 2);
    });
  }

  @Test
  void aNumberIsDrawnForGood() {
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      assertThat(numbers.next("GOOD", 2026)).isEqualTo(1);
      status.setRollbackOnly();
    });
    assertThat(numbers.next("GOOD", 2026)).isEqualTo(2);
  }

  @Test
  void everySeriesHasItsOwnNumbersAboveThoseThatAreTaken() {
    assertThat(numbers.next("OWN", 2026)).isEqualTo(1);
    assertThat(numbers.next("OWN", 2027)).isEqualTo(1);
    assertThat(numbers.next("OWN", 2027, 41)).isEqualTo(42);
    assertThat(numbers.next("OWN", 2027, 7)).isEqualTo(43);
  }

  @Test
  void manyAtOnceDrawDifferentNumbers() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> draws = IntStream.range(0, 200).<Callable<Integer>>mapToObj(i -> () -> numbers.next("MANY", 2026)).toList();
      List<Integer> drawn = new ArrayList<>();
      for (Future<Integer> draw : threads.invokeAll(draws)) {
        drawn.add(draw.get());
      }
      assertThat(drawn.stream().sorted().toList()).isEqualTo(IntStream.rangeClosed(1, 200).boxed().collect(Collectors.toList()));
    } finally {
      threads.shutdownNow();
    }
  }
}
