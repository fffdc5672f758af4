package cn.gov.officecleanup.procedure.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** C3, C12, C17 */
class DocumentsCompleteTest {

  private static final List<BusinessEntity> WITHOUT_HOTEL = List.of();
  private static final List<BusinessEntity> WITH_HOTEL = List.of(new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, null));

  private final Applications applications = mock(Applications.class);
  private final CaseDocuments documents = mock(CaseDocuments.class);
  private final DocumentsComplete check = new DocumentsComplete(mock(CaseFindings.class), applications, documents);

  @Test
  void requestMinutesAndRulesAreEnoughWhereThereIsNothingToPartFrom() {
    assertThat(findings(WITHOUT_HOTEL, "REQUEST", "MINUTES", "MANAGEMENT_RULES")).isEmpty();
  }

  @Test
  void whereThereIsAHotelTheProofOrPromiseIsAttachedToo() {
    assertThat(findings(WITH_HOTEL, "REQUEST", "MINUTES", "MANAGEMENT_RULES")).extracting(Finding::clause).containsExactly("C17");
    assertThat(findings(WITH_HOTEL, "REQUEST", "MINUTES", "MANAGEMENT_RULES", "PARTING_PROOF")).isEmpty();
  }

  @Test
  void whatIsMissingIsNamedWithItsClause() {
    assertThat(findings(WITHOUT_HOTEL, "MANAGEMENT_RULES", "OTHER")).extracting(Finding::code)
        .containsExactly("REQUEST_MISSING", "MINUTES_MISSING");
    assertThat(findings(WITHOUT_HOTEL, "REQUEST", "MINUTES")).extracting(Finding::clause).containsExactly("C12");
  }

  private List<Finding> findings(List<BusinessEntity> entities, String... kinds) {
    when(applications.entitiesOf("案")).thenReturn(entities);
    when(documents.attachedAt("案", DocumentsComplete.STEPS)).thenReturn(Stream.of(kinds)
        .map(kind -> new StoredDocument(UUID.randomUUID(), "案", "410300", kind, kind + ".pdf", "application/pdf", 1, "0", "gov410300",
            Instant.EPOCH, "draft", "gov410300"))
        .toList());
    return check.check("案");
  }
}
