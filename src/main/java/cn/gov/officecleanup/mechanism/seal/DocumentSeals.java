package cn.gov.officecleanup.mechanism.seal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the seals of the documents that are issued, in the caller's transaction: what is issued bears its seal from the beginning. */
@Repository
public class DocumentSeals {

  private final JdbcClient jdbc;
  private final ObjectProvider<ElectronicSeal> seals;
  private final Clock clock;

  DocumentSeals(JdbcClient jdbc, ObjectProvider<ElectronicSeal> seals, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.clock = clock;
  }

  /**
   * A seal that a document bears.
   *
   * @param body Chinese title of the body whose it is
   * @param seal as {@link ElectronicSeal#put} gave it
   */
  public record Kept(UUID documentId, String body, OffsetDateTime sealedAt, byte[] seal) {
  }

  /** Seals a document that a body issues, where a seal of that body is kept. @throws IllegalStateException when it cannot be put */
  public void put(UUID documentId, String body, byte[] document) {
    seals.orderedStream()
        .flatMap(seal -> seal.put(body, document).stream())
        .findFirst()
        .ifPresent(seal -> jdbc.sql("insert into document_seal (document_id, body, sealed_at, seal) values (:document, :body, :now, :seal)")
            .param("document", documentId)
            .param("body", body)
            .param("now", OffsetDateTime.now(clock))
            .param("seal", seal)
            .update());
  }

  /** @return the seal of a document; empty where it bears none */
  public Optional<Kept> of(UUID documentId) {
    return jdbc.sql("select document_id, body, sealed_at, seal from document_seal where document_id = :document")
        .param("document", documentId)
        .query((row, number) -> new Kept(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, OffsetDateTime.class),
            row.getBytes(4)))
        .optional();
  }

  /** @return the ids of the documents of a case that bear a seal */
  public List<UUID> sealedIn(String caseNumber) {
    return jdbc.sql("select s.document_id from document_seal s join document d on d.id = s.document_id where d.case_number = :case")
        .param("case", caseNumber)
        .query(UUID.class)
        .list();
  }

  /** @return whether the document is as it was sealed, by a seal of the body that is kept now */
  public boolean holds(Kept kept, byte[] document) {
    return seals.orderedStream().anyMatch(seal -> seal.holds(kept.seal(), kept.body(), document));
  }
}
