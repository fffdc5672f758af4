package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.seal.DocumentSeals;
import cn.gov.officecleanup.testkit.BareCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.autoconfigure.jdbc.JdbcTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@JdbcTest(properties = {"cleanup.documents.max-size=64KB", "cleanup.documents.most-at-step=3", "cleanup.documents.most-in-case=5"})
@EnableConfigurationProperties(DocumentProperties.class)
@Import({CaseDocuments.class, DocumentSeals.class, CaseDocumentsTest.FixedClock.class})
@Transactional(propagation = Propagation.NOT_SUPPORTED)
class CaseDocumentsTest {

  private static final Instant NOW = Instant.parse("2015-11-02T01:00:00Z");
  private static final byte[] PDF = "%PDF-1.7\n豫".getBytes(StandardCharsets.UTF_8);

  @TestConfiguration
  static class FixedClock {

    @Bean
    Clock clock() {
      return Clock.fixed(NOW, ZoneId.of("Asia/Shanghai"));
    }
  }

  @Autowired
  private CaseDocuments documents;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private PlatformTransactionManager transactionManager;

  @BeforeEach
  void openCases() {
    BareCases.enter(jdbc, List.of("BL-1", "BL-2"));
  }

  @AfterEach
  void forgetDocuments() {
    jdbc.sql("delete from document").update();
    jdbc.sql("delete from stored_content").update();
  }

  @Test
  void aStoredDocumentComesBackWithMetadataAndContent() {
    StoredDocument stored = documents.store(document("BL-1", "请示.pdf", PDF));

    assertThat(documents.list("BL-1")).containsExactly(stored);
    assertThat(documents.find(stored.id())).contains(stored);
    assertThat(documents.content(stored.id())).hasValueSatisfying(content -> assertThat(content).isEqualTo(PDF));
    assertThat(stored).returns("410300", StoredDocument::governmentCode)
        .returns("application/pdf", StoredDocument::mediaType)
        .returns((long) PDF.length, StoredDocument::sizeBytes)
        .returns(NOW, StoredDocument::createdAt);
    assertThat(stored.sha256()).hasSize(64);
  }

  @Test
  void anUnknownDocumentIsAbsent() {
    assertThat(documents.content(UUID.randomUUID())).isEmpty();
    assertThat(documents.find(UUID.randomUUID())).isEmpty();
    assertThat(documents.list("BL-0")).isEmpty();
  }

  @Test
  void theSameContentIsStoredOnceForACaseAndKindUnlessUnderAnotherName() {
    StoredDocument first = documents.store(document("BL-1", "请示.pdf", PDF));

    assertThat(documents.store(document("BL-1", "请示.pdf", PDF))).isEqualTo(first);
    assertThat(documents.store(document("BL-1", "请示（副本）.pdf", PDF)).fileName()).isEqualTo("请示（副本）.pdf");
    assertThat(documents.store(document("BL-2", "请示.pdf", PDF)).id()).isNotEqualTo(first.id());
    assertThat(documents.list("BL-1")).extracting(StoredDocument::fileName).containsExactlyInAnyOrder("请示.pdf", "请示（副本）.pdf");
    assertThat(contents()).isEqualTo(1);
  }

  @Test
  void aContentIsKeptOnceAndGoesWithTheLastDocumentThatHoldsIt() {
    StoredDocument one = documents.store(document("BL-1", "请示.pdf", PDF));
    StoredDocument other = documents.store(document("BL-2", "请示.pdf", PDF));
    assertThat(contents()).isEqualTo(1);
    documents.remove(one.id());
    assertThat(documents.content(other.id())).hasValueSatisfying(content -> assertThat(content).isEqualTo(PDF));
    documents.remove(other.id());
    assertThat(contents()).isZero();
  }

  private int contents() {
    return jdbc.sql("select count(*) from stored_content").query(Integer.class).single();
  }

  @Test
  void theSameContentSentTwiceAtOnceIsStoredOnceAndSpoilsNoTransaction() throws Exception {
    int callers = 8;
    TransactionTemplate transaction = new TransactionTemplate(transactionManager);
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(callers);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        results.add(threads.submit(() -> {
          start.await();
          return transaction.execute(status -> {
            documents.store(document("BL-1", "请示.pdf", PDF));
            return documents.list("BL-1").size();
          });
        }));
      }
      start.countDown();
      for (Future<Integer> result : results) {
        assertThat(result.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aDocumentIsGoneWhenTheCallersTransactionRollsBack() {
    new TransactionTemplate(transactionManager).executeWithoutResult(status -> {
      documents.store(document("BL-1", "请示.pdf", PDF));
      status.setRollbackOnly();
    });
    assertThat(documents.list("BL-1")).isEmpty();
  }

  @Test
  void theTypeIsToldByTheContentNotByTheName() throws IOException {
    assertThat(mediaType("a.txt", docx())).isEqualTo(DocumentType.DOCX.mediaType());
    assertThat(mediaType("b.txt", xlsx(XSSFWorkbookType.XLSX))).isEqualTo(DocumentType.XLSX.mediaType());
    assertThat(mediaType("c.txt", zip("OFD.xml"))).isEqualTo("application/ofd");
    assertThat(mediaType("d.txt", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0})).isEqualTo("image/png");
    assertThat(mediaType("e.txt", new byte[]{(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0})).isEqualTo("image/jpeg");
  }

  @Test
  void otherContentIsRefusedInWordsThatSayWhatIsAllowed() {
    assertThatThrownBy(() -> documents.store(document("BL-1", "请示.pdf", "<html>".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("“请示.pdf”")
        .hasMessageContaining("PDF、OFD、DOCX、XLSX、PNG、JPEG");
  }

  @Test
  void packagesThatAreNotDocumentsAreRefused() throws IOException {
    byte[] docx = docx();
    byte[] damaged = Arrays.copyOf(docx, docx.length / 2);
    for (byte[] content : List.of(zip("readme.txt"), damaged, xlsx(XSSFWorkbookType.XLSM))) {
      assertThatThrownBy(() -> documents.store(document("BL-1", "请示.docx", content))).isInstanceOfSatisfying(RefusedException.class,
          refused -> assertThat(refused.findings().get(0).code()).isEqualTo("DOCUMENT_TYPE_NOT_ALLOWED"));
    }
  }

  @Test
  void anEmptyDocumentIsRefused() {
    assertThatThrownBy(() -> documents.store(document("BL-1", "请示.pdf", new byte[0]))).isInstanceOf(RefusedException.class)
        .hasMessage("文件“请示.pdf”是空的，请检查后重新上传。");
  }

  @Test
  void theSizeLimitIsTheLargestThatIsAccepted() {
    byte[] largest = Arrays.copyOf(PDF, 64 * 1024);
    assertThat(documents.store(document("BL-1", "请示.pdf", largest)).sizeBytes()).isEqualTo(64 * 1024);

    assertThatThrownBy(() -> documents.store(document("BL-1", "请示.pdf", Arrays.copyOf(PDF, 64 * 1024 + 1))))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("超过上限");
  }

  @Test
  void onlyTheNameIsKeptOfAPath() {
    assertThat(documents.store(document("BL-1", "C:\\公文\\请示\r\n.pdf", PDF)).fileName()).isEqualTo("请示.pdf");
  }

  @ParameterizedTest
  @CsvSource({"poly.html, poly.pdf", "请示, 请示.pdf", "请示.PDF, 请示.PDF", "方案V2.0, 方案V2.0.pdf", "a\u202Efdp.exe, afdp.pdf", "../../x.pdf, x.pdf",
      "请示\u0000.html, 请示.pdf", ".pdf, .pdf", "a<b>:c.pdf, a_b__c.pdf", "' ', 未命名.pdf", "..., 未命名.pdf", "'C:\\a\\', 未命名.pdf",
      "\uD800.pdf, .pdf", "\u200B\u2066x\u2069.pdf, x.pdf"})
  void aNameShowsWhatItIsAndEndsAsItsContentIs(String given, String kept) {
    assertThat(documents.store(document("BL-1", given, PDF)).fileName()).isEqualTo(kept);
  }

  @Test
  void aNameOfBeforeIsHandedOutCleanAsWell() {
    StoredDocument stored = documents.store(document("BL-1", "请示.pdf", PDF));
    jdbc.sql("update document set file_name = ?").param("a\u202Efdp.html").update();
    assertThat(documents.find(stored.id()).orElseThrow().fileName()).isEqualTo("afdp.pdf");
  }

  @Test
  void aNameThatIsTooLongIsSaidToBe() {
    assertThat(documents.store(document("BL-1", "长".repeat(196) + ".pdf", PDF)).fileName()).hasSize(200);
    assertThatThrownBy(() -> documents.store(document("BL-1", "长".repeat(1996) + ".pdf", PDF))).isInstanceOf(RefusedException.class)
        .hasMessage("文件名有2000个字，超过上限200个字，请改短文件名后重新上传。");
  }

  @Test
  void aCheckCountsWhatWasAttachedAtTheStepThatOwesIt() {
    documents.store(attached("propose", 1));
    documents.store(document("BL-1", "归档.pdf", PDF));
    assertThat(documents.attachedAt("BL-1", Set.of("receive"))).isEmpty();
    StoredDocument own = documents.store(attached("receive", 1));
    assertThat(documents.attachedAt("BL-1", Set.of("receive"))).as("the same file, attached by who owes it").containsExactly(own);
    assertThat(documents.attachedAt("BL-1", Set.of("receive", "propose"))).hasSize(2);
  }

  @Test
  void whatWasAttachedBeforeStepsWereKeptCountsAsItDid() {
    documents.store(attached("propose", 1));
    jdbc.sql("update document set step = null, step_group = null").update();
    assertThat(documents.attachedAt("BL-1", Set.of("receive"))).hasSize(1);
  }

  @Test
  void officialsAttachSoManyAtAStepAndInACase() {
    IntStream.rangeClosed(1, 3).forEach(i -> documents.store(attached("draft", i)));
    assertThat(documents.store(attached("draft", 1))).as("what is there already is not one more").isNotNull();
    assertThatThrownBy(() -> documents.store(attached("draft", 4))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("本环节最多上传3个附件");
    IntStream.rangeClosed(4, 5).forEach(i -> documents.store(attached("correct", i)));
    assertThatThrownBy(() -> documents.store(attached("correct", 6))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("本案最多上传5个附件");
    documents.store(document("BL-1", "批复.pdf", PDF));
    assertThat(documents.list("BL-1")).as("what the application files is not counted").hasSize(6);
  }

  private static NewDocument attached(String step, int number) {
    return new NewDocument("BL-1", "410300", "RECEIPT", number + ".pdf", ("%PDF-1.7 " + number).getBytes(StandardCharsets.UTF_8),
        "gov410300", step, "gov410300");
  }

  private String mediaType(String fileName, byte[] content) {
    return documents.store(document("BL-1", fileName, content)).mediaType();
  }

  private static NewDocument document(String caseNumber, String fileName, byte[] content) {
    return new NewDocument(caseNumber, "410300", "request", fileName, content, "gov410300");
  }

  private static byte[] docx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XWPFDocument docx = new XWPFDocument()) {
      docx.createParagraph().createRun().setText("请示");
      docx.write(out);
    }
    return out.toByteArray();
  }

  private static byte[] xlsx(XSSFWorkbookType type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(type)) {
      workbook.createSheet("资产");
      workbook.write(out);
    }
    return out.toByteArray();
  }

  private static byte[] zip(String entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(1);
    }
    return out.toByteArray();
  }
}
