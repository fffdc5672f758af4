package cn.gov.officecleanup.mechanism.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.testkit.EngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a body issues bears its seal, by whatever a bureau plugs in. */
@EngineTest
class DocumentSealsTest {

  private static final String BODY = "河南省人民政府";
  private static final byte[] CONTENT = "%PDF-1.4 reply".getBytes(StandardCharsets.US_ASCII);

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Clock clock;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseDocuments documents;

  /** A bureau's own: the seal is the document backwards. */
  private static final class Backwards implements ElectronicSeal {

    @Override
    public Optional<byte[]> put(String body, byte[] document) {
      return body.equals(BODY) ? Optional.of(backwards(document)) : Optional.empty();
    }

    @Override
    public boolean holds(byte[] seal, String body, byte[] document) {
      return body.equals(BODY) && Arrays.equals(backwards(seal), document);
    }

    private static byte[] backwards(byte[] bytes) {
      byte[] turned = new byte[bytes.length];
      for (int i = 0; i < bytes.length; i++) {
        turned[i] = bytes[bytes.length - 1 - i];
      }
      return turned;
    }
  }

  @Test
  void whatABodyIssuesBearsItsSealAndTheSealTellsWhenItWasTouched() {
    DocumentSeals seals = seals(new Backwards());
    UUID document = stored();
    seals.put(document, BODY, CONTENT);
    DocumentSeals.Kept kept = seals.of(document).orElseThrow();
    assertThat(kept.body()).isEqualTo(BODY);
    assertThat(seals.holds(kept, CONTENT)).isTrue();
    assertThat(seals.holds(kept, "%PDF-1.4 other".getBytes(StandardCharsets.US_ASCII))).isFalse();
    assertThat(seals.sealedIn(documents.find(document).orElseThrow().caseNumber())).containsExactly(document);
  }

  @Test
  void aBodyWithoutSealAndAnInstallationWithoutSealsIssueAllTheSame() {
    UUID document = stored();
    seals(new Backwards()).put(document, "洛阳市人民政府", CONTENT);
    new DocumentSeals(jdbc, new StaticListableBeanFactory().getBeanProvider(ElectronicSeal.class), clock).put(document, BODY, CONTENT);
    assertThat(seals(new Backwards()).of(document)).isEmpty();
  }

  @Test
  void aSealThatCannotBePutIsNotLeftOutSilently() {
    DocumentSeals seals = seals(new ElectronicSeal() {
      @Override
      public Optional<byte[]> put(String body, byte[] document) {
        throw new IllegalStateException("the seal server is down");
      }

      @Override
      public boolean holds(byte[] seal, String body, byte[] document) {
        return false;
      }
    });
    UUID document = stored();
    assertThatThrownBy(() -> seals.put(document, BODY, CONTENT)).hasMessageContaining("down");
  }

  private DocumentSeals seals(ElectronicSeal seal) {
    return new DocumentSeals(jdbc, new StaticListableBeanFactory(Map.of("seal", seal)).getBeanProvider(ElectronicSeal.class), clock);
  }

  private UUID stored() {
    String caseNumber = cases.open("BL", "retention-application", "印章", "410300", null, null);
    return documents.store(new NewDocument(caseNumber, "410300", "REPLY", "批复.pdf", CONTENT, CaseFiles.SYSTEM)).id();
  }
}
