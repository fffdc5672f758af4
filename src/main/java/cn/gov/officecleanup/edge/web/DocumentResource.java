package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentType;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.document.WordView;
import cn.gov.officecleanup.mechanism.document.WorkbookView;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.AttachingDocuments;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.seal.DocumentSeals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/**
 * The documents of cases: read by those who may read the government's cases, attached, filed as of another kind and taken back by those who
 * have the task at hand that takes them.
 */
@RestController
@RequestMapping(SignedIn.PATH)
class DocumentResource {

  /** kinds of documents that are exports */
  private static final Set<String> EXPORTS = Set.of("REGISTER", "LEDGER");

  private final CaseDocuments documents;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Officials officials;
  private final AttachingDocuments attaching;
  private final AssetLedger ledger;
  private final Auditing auditing;
  private final DocumentSeals seals;

  DocumentResource(CaseDocuments documents, CaseFiles cases, CaseReading reading, Officials officials, AttachingDocuments attaching,
      AssetLedger ledger, Auditing auditing, DocumentSeals seals) {
    this.documents = documents;
    this.seals = seals;
    this.cases = cases;
    this.reading = reading;
    this.officials = officials;
    this.attaching = attaching;
    this.ledger = ledger;
    this.auditing = auditing;
  }

  @GetMapping("/documents/{id}")
  ResponseEntity<byte[]> download(@PathVariable UUID id) {
    StoredDocument document = readable(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(document.fileName(), StandardCharsets.UTF_8).build().toString())
        .body(documents.content(id).orElseThrow());
  }

  /**
   * What the seal of a document says.
   *
   * @param holds whether the document is as it was sealed
   */
  record SealShown(String body, OffsetDateTime sealedAt, boolean holds) {
  }

  @GetMapping("/documents/{id}/seal")
  ResponseEntity<SealShown> seal(@PathVariable UUID id) {
    readable(id);
    return seals.of(id)
        .map(kept -> new SealShown(kept.body(), kept.sealedAt(), seals.holds(kept, documents.content(id).orElseThrow())))
        .map(ResponseEntity::ok)
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @GetMapping("/documents/{id}/sheets")
  WorkbookView sheets(@PathVariable UUID id) {
    if (!DocumentType.XLSX.mediaType().equals(readable(id).mediaType())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return WorkbookView.of(documents.content(id).orElseThrow());
  }

  @GetMapping("/documents/{id}/pages")
  WordView pages(@PathVariable UUID id) {
    if (!DocumentType.DOCX.mediaType().equals(readable(id).mediaType())) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return WordView.of(documents.content(id).orElseThrow());
  }

  private StoredDocument readable(UUID id) {
    StoredDocument document = documents.find(id)
        .filter(found -> cases.find(found.caseNumber())
            .filter(file -> reading.mayReadDocument(officials.required(), file, found.kind()))
            .isPresent())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (EXPORTS.contains(document.kind())) {
      auditing.exported(document.fileName(), "查看或者下载", document.caseNumber());
    }
    if (cases.find(document.caseNumber()).filter(reading::isAboutAPerson).isPresent()) {
      auditing.sawPersonalData(document.caseNumber(), document.fileName());
    }
    return document;
  }

  @PostMapping("/tasks/{taskId}/documents")
  StoredDocument attach(@PathVariable String taskId, @RequestParam String kind, @RequestParam MultipartFile file) throws IOException {
    return attaching.attach(taskId, kind, file.getOriginalFilename(), file.getBytes())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PutMapping("/documents/{id}/kind")
  StoredDocument changeKind(@PathVariable UUID id, @RequestParam String kind) {
    return attaching.changeKind(ownAtHand(id, "更改"), kind);
  }

  @DeleteMapping("/documents/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(@PathVariable UUID id) {
    ownAtHand(id, "删除");
    documents.remove(id);
  }

  /** @param act what is to be done with it, in the sentences that refuse it */
  private StoredDocument ownAtHand(UUID id, String act) {
    StoredDocument document = documents.find(id)
        .filter(attaching::isAtHand)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!document.createdBy().equals(officials.required().userId())) {
      throw new RefusedException("NOT_OWN_DOCUMENT", "只能%s自己上传的附件。".formatted(act), "附件要求");
    }
    if (ledger.restsOn(document.caseNumber(), document.sha256())) {
      throw new RefusedException("DOCUMENT_IN_LEDGER", "该附件已作为凭证记入资产台账，不能%s。".formatted(act), "C7");
    }
    return document;
  }
}
