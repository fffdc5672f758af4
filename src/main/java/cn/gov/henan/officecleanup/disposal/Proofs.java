package cn.gov.henan.officecleanup.disposal;

import cn.gov.henan.officecleanup.document.CaseDocuments;
import cn.gov.henan.officecleanup.document.StoredDocument;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The documents attached to a disposal's case. */
@Component
class Proofs {

  private final CaseDocuments documents;

  Proofs(CaseDocuments documents) {
    this.documents = documents;
  }

  /** @return whether a document of this kind is attached */
  boolean attached(String caseNumber, ProofKind kind) {
    return documents.list(caseNumber).stream().anyMatch(document -> document.kind().equals(kind.name()));
  }

  /** @return names and hashes of the documents of these kinds, as the ledger keeps them; null where there are none */
  String inWords(String caseNumber, ProofKind... kinds) {
    Set<String> wanted = Arrays.stream(kinds).map(ProofKind::name).collect(Collectors.toSet());
    String words = documents.list(caseNumber).stream().filter(document -> wanted.contains(document.kind())).map(Proofs::inWords)
        .collect(Collectors.joining("；"));
    return words.isEmpty() ? null : words;
  }

  private static String inWords(StoredDocument document) {
    return "%s（SHA-256 %s）".formatted(document.fileName(), document.sha256());
  }
}
