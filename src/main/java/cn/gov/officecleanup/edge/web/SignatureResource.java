package cn.gov.officecleanup.edge.web;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.signature.Signatures;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Each official's own signature, which nobody else can set or fetch, and those that the opinions of readable cases bear. */
@RestController
@RequestMapping(SignedIn.PATH)
class SignatureResource {

  private final Signatures signatures;
  private final Opinions opinions;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Officials officials;

  SignatureResource(Signatures signatures, Opinions opinions, CaseFiles cases, CaseReading reading, Officials officials) {
    this.signatures = signatures;
    this.opinions = opinions;
    this.cases = cases;
    this.reading = reading;
    this.officials = officials;
  }

  /** @param keptAt since when it is kept; null if there is none */
  record Own(OffsetDateTime keptAt) {
  }

  @GetMapping("/signature")
  Own own() {
    return new Own(signatures.of(officials.required()).map(Signatures.Kept::keptAt).orElse(null));
  }

  @GetMapping(path = "/signature/picture", produces = MediaType.IMAGE_PNG_VALUE)
  byte[] ownPicture() {
    return found(signatures.of(officials.required()).flatMap(kept -> signatures.picture(kept.id())));
  }

  @PostMapping("/signature")
  Own keep(@RequestParam MultipartFile file) throws IOException {
    return new Own(signatures.keep(file.getBytes()).keptAt());
  }

  @DeleteMapping("/signature")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw() {
    signatures.withdraw();
  }

  @GetMapping(path = "/cases/{caseNumber}/signatures/{id}", produces = MediaType.IMAGE_PNG_VALUE)
  byte[] onOpinion(@PathVariable String caseNumber, @PathVariable long id) {
    return found(cases.find(caseNumber)
        .filter(file -> reading.mayRead(officials.required(), file))
        .filter(file -> opinions.of(caseNumber).stream().map(Opinion::signatureId).anyMatch(Long.valueOf(id)::equals))
        .flatMap(file -> signatures.picture(id)));
  }

  private static byte[] found(Optional<byte[]> picture) {
    return picture.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
