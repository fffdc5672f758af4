package cn.gov.officecleanup.mechanism.document;

import java.time.Instant;
import java.util.UUID;

/**
 * What is known of a document of a case, without its content.
 *
 * @param governmentCode GB/T 2260 code of the government whose case it is; officials of other governments may not see it
 * @param kind what the document is for, a word of the procedure that stores it, e.g. {@code retention-reply}
 * @param fileName name without path, as the official handed it in
 * @param mediaType found from the content, one of {@link DocumentType}
 * @param sizeBytes length of the content in bytes
 * @param sha256 hash of the content, 64 lower-case hexadecimal digits
 * @param createdBy user id
 * @param step id in its model of the task at which it was attached; empty where the application filed it, null where it was attached before
 * that was kept
 * @param group id of the group whose step it was; null where none is known
 */
public record StoredDocument(UUID id, String caseNumber, String governmentCode, String kind, String fileName, String mediaType,
    long sizeBytes, String sha256, String createdBy, Instant createdAt, String step, String group) {
}
