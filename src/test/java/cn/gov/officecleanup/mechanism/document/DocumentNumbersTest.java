package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.BareCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest(properties = "cleanup.official-documents.code-words=classpath:demo/code-words.csv")
@EnableConfigurationProperties(OfficialDocumentProperties.class)
@Import({DocumentNumbers.class, CodeWords.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class DocumentNumbersTest {

  private static final int THREADS = 8;
  private static final int CALLS = 25;
  private static final String CASE = "BL-2026-000001";
  private static final String OTHER = "BL-2026-000002";
  /** bodies with a registry of their own */
  private static final String COURT = "某省高级人民法院";
  private static final String PORT = "某某港管理委员会";

  @TestConfiguration
  static class Today {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneId.of("Asia/Shanghai"));
    }
  }

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
    BareCases.enter(jdbc, List.of(CASE, OTHER));
  }

  @AfterEach
  void forgetNumbers() {
    jdbc.sql("delete from document_number").update();
    jdbc.sql("delete from entered_number").update();
    jdbc.sql("delete from case_file").update();
  }

  @Test
  void aNumberHasHexagonalBracketsAndNoLeadingZeros() {
    assertThat(next("河南省人民政府", 2026)).isEqualTo("豫政函〔2026〕1号");
    assertThat(next("河南省人民政府", 2026)).isEqualTo("豫政函〔2026〕2号");
  }

  @Test
  void everyBodyAndYearHasItsOwnSequence() {
    next("河南省人民政府", 2026);
    assertThat(next("河南省机关事务管理局", 2026)).isEqualTo("豫机管〔2026〕1号");
    assertThat(next("河南省人民政府", 2027)).isEqualTo("豫政函〔2027〕1号");
  }

  @Test
  void aRollbackGivesTheNumberBack() {
    next("河南省人民政府", 2026);
    transaction.executeWithoutResult(status -> {
      assertThat(numbers.issue(CASE, "河南省人民政府", 2026)).isEqualTo("豫政函〔2026〕2号");
      status.setRollbackOnly();
    });
    assertThat(next("河南省人民政府", 2026)).isEqualTo("豫政函〔2026〕2号");
  }

  @Test
  void aNumberIsNotGivenOutWithoutATransactionToBelongTo() {
    assertThatThrownBy(() -> numbers.issue(CASE, "河南省人民政府", 2026)).isInstanceOf(IllegalTransactionStateException.class);
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
          return numbers.issue(CASE, "河南省人民政府", 2026);
        });
        if (!rollBack) {
          committed.add(number);
        }
      }
      return committed;
    };
  }

  // --- bodies that count for themselves

  @Test
  void aBodyWithARegistryOfItsOwnHasTheNumberThatWasEntered() {
    assertThat(numbers.notUsed(CASE, COURT)).isEmpty();
    enter(CASE, COURT, "某高法函〔2026〕17号");
    assertThat(numbers.notUsed(CASE, COURT)).as("until the document goes out").contains("某高法函〔2026〕17号");
    assertThat(next(COURT, 2026)).isEqualTo("某高法函〔2026〕17号");
    assertThat(numbers.notUsed(CASE, COURT)).isEmpty();
    assertThat(numbers.numbering(COURT)).isEqualTo("某省高级人民法院自行编号，请填写其公文登记簿上的文号。");
    assertThat(numbers.draft(COURT, 2026)).isEqualTo("　　〔2026〕　号");
    assertThat(numbers.draft("河南省人民政府", 2026)).isEqualTo("豫政函〔2026〕　号");
  }

  @Test
  void withoutItNothingIsIssued() {
    assertRefused(() -> enter(CASE, COURT, null), "“发文字号”不能为空：某省高级人民法院自行编号");
    assertRefused(() -> next(COURT, 2026), "“发文字号”不能为空");
    enter(CASE, COURT, "某高法函〔2026〕17号");
    next(COURT, 2026);
    assertRefused(() -> next(COURT, 2026), "“发文字号”不能为空");
  }

  @ParameterizedTest
  @ValueSource(strings = {"某高法函[2026]17号", "某高法函〔2026〕017号", "〔2026〕17号", "某高法函〔26〕17号", "某高法函〔2026〕17", "court〔2026〕17号"})
  void aNumberHasTheFormOfTheStandard(String number) {
    assertRefused(() -> enter(CASE, COURT, number), "应为代字、六角括号内的年份、序号");
  }

  @Test
  void aNumberIsOfTheYearOfItsDocumentAndOfItsBodysWord() {
    assertRefused(() -> enter(CASE, COURT, "某高法函〔2025〕17号"), "年份应为签发的年份2026");
    assertRefused(() -> enter(CASE, COURT, "豫政函〔2026〕17号"), "其他机关交由本系统编号的代字");
    assertRefused(() -> enter(CASE, "河南省人民政府", "豫政函〔2026〕17号"), "应当留空");
  }

  @Test
  void aNumberIsUsedOnce() {
    enter(CASE, COURT, "某高法函〔2026〕17号");
    assertRefused(() -> enter(OTHER, COURT, "某高法函〔2026〕17号"), "已经用过");
    assertRefused(() -> enter(OTHER, PORT, "某高法函〔2026〕17号"), "已经用过");
    enter(OTHER, COURT, "某高法函〔2026〕18号");
    next(COURT, 2026);
    assertRefused(() -> enter(CASE, COURT, "某高法函〔2026〕17号"), "已经用过");
  }

  @Test
  void aNumberThatWasNotUsedIsReplaced() {
    enter(CASE, COURT, "某高法函〔2026〕17号");
    enter(CASE, COURT, "某高法函〔2026〕19号");
    enter(OTHER, COURT, "某高法函〔2026〕17号");
    assertThat(next(COURT, 2026)).isEqualTo("某高法函〔2026〕19号");
  }

  @Test
  void theCountGoesOnWhereTheRegistryEnded() {
    jdbc.sql("insert into entered_number (code_word, document_year, position, case_number, body, entered_at, issued_at) "
        + "values ('豫政函', 2026, 41, ?, '河南省人民政府', current_timestamp, current_timestamp)").param(CASE).update();
    assertThat(next("河南省人民政府", 2026)).isEqualTo("豫政函〔2026〕42号");
  }

  @Test
  void aTableThatNamesAWordTwiceIsRefused(@TempDir Path folder) throws IOException {
    Path table = Files.writeString(folder.resolve("code-words.csv"), "body,word\n甲机关,某函\n乙机关,某函\n");
    assertThatThrownBy(() -> new CodeWords(new OfficialDocumentProperties(table.toUri().toString(), Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 2");
  }

  private void enter(String caseNumber, String body, String number) {
    transaction.executeWithoutResult(status -> numbers.enter(caseNumber, body, number));
  }

  private static void assertRefused(ThrowingCallable call, String words) {
    assertThatThrownBy(call).isInstanceOf(RefusedException.class).hasMessageContaining(words);
  }

  private String next(String body, int year) {
    return transaction.execute(status -> numbers.issue(CASE, body, year));
  }
}
