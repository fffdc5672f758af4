package cn.gov.officecleanup.mechanism.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Whoever signs a document enters its number, and nobody else. */
class NumberingDocumentsTest {

  private static final String BODY = "某市人民政府";
  private static final String NUMBER = "某政函〔2026〕1号";

  private final DocumentNumbers numbers = mock(DocumentNumbers.class);
  private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
  private final NumberingDocuments numbering = new NumberingDocuments(beans.getBeanProvider(SigningForm.class), numbers);

  @Test
  void theNumberIsTakenWithTheDecisionThatSendsTheDocumentOut() {
    signedAt("letter-sign", Optional.of(BODY));
    numbering.keep(task("letter-sign"), submission("sign"));
    verify(numbers).enter("BL-1", BODY, NUMBER);
  }

  @ParameterizedTest
  @CsvSource({"letter-sign, return", "letter-draft, sign"})
  void noNumberIsTakenWhereNothingGoesOut(String form, String decision) {
    signedAt("letter-sign", Optional.of(BODY));
    numbering.keep(task(form), submission(decision));
    verify(numbers, never()).enter(any(), any(), any());
  }

  @Test
  void aDocumentThatHasItsNumberIsNotAskedForAnother() {
    signedAt("letter-sign", Optional.empty());
    numbering.keep(task("letter-sign"), submission("sign"));
    verify(numbers, never()).enter(any(), any(), any());
    assertThat(numbering.values(task("letter-sign"))).isEmpty();
  }

  @Test
  void whoSignsReadsWhoNumbers() {
    signedAt("letter-sign", Optional.of(BODY));
    when(numbers.numbering(BODY)).thenReturn("某市人民政府自行编号。");
    assertThat(numbering.values(task("letter-sign"))).isEqualTo(Map.of("numbering", "某市人民政府自行编号。"));
    assertThat(numbering.values(task("letter-draft"))).isEmpty();
  }

  private void signedAt(String form, Optional<String> body) {
    beans.registerSingleton("letterSigning", SigningForm.of(form, Set.of("return"), caseNumber -> body));
  }

  private static FormTask task(String form) {
    return new FormTask("1", "sign", "签发", form, "BL-1", "2");
  }

  private static Submission submission(String decision) {
    return new Submission(Map.of(Submission.DECISION, decision, Submission.DOCUMENT_NUMBER, NUMBER));
  }
}
