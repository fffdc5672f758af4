package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The documents attached to a disposal's case. */
@Component
class Proofs {

  /** Where a proof is owed, and by it by whom: a receipt that the proposer attached proves nothing. */
  enum Owed {

    /** with the proposal, by the government that proposes */
    PROPOSAL("propose", "correct"),
    /** with the appraisal, by the same */
    APPRAISAL("appraise"),
    /** when it was carried out, by the same */
    EXECUTION("carryOut"),
    /** with the receipts, by finance */
    RECEIPT("receive");

    private final Set<String> steps;

    Owed(String... steps) {
      this.steps = Set.of(steps);
    }
  }

  private final CaseDocuments documents;

  Proofs(CaseDocuments documents) {
    this.documents = documents;
  }

  /** @return whether a document of this kind was attached where it is owed */
  boolean attached(String caseNumber, Owed owed, ProofKind kind) {
    return documents.attachedAt(caseNumber, owed.steps).stream().anyMatch(document -> document.kind().equals(kind.name()));
  }

  /**
   * @return names and hashes of the documents of these kinds that were attached where they are owed, as the ledger keeps them; null where
   * there are none
   */
  String inWords(String caseNumber, Set<Owed> owed, ProofKind... kinds) {
    Set<String> steps = owed.stream().flatMap(where -> where.steps.stream()).collect(Collectors.toSet());
    Set<String> wanted = Arrays.stream(kinds).map(ProofKind::name).collect(Collectors.toSet());
    List<StoredDocument> attached = documents.attachedAt(caseNumber, steps);
    String words = attached.stream()
        .filter(document -> wanted.contains(document.kind()))
        .map(Proofs::inWords)
        .distinct()
        .collect(Collectors.joining("；"));
    return words.isEmpty() ? null : words;
  }

  /** @return the same of all kinds, wherever they are owed */
  String inWords(String caseNumber) {
    return inWords(caseNumber, EnumSet.allOf(Owed.class), ProofKind.values());
  }

  private static String inWords(StoredDocument document) {
    return "%s（SHA-256 %s）".formatted(document.fileName(), document.sha256());
  }
}
