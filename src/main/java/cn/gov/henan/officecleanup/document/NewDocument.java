package cn.gov.henan.officecleanup.document;

import java.util.Objects;

/**
 * A document to be stored with a case.
 *
 * @param governmentCode GB/T 2260 code of the government whose case it is
 * @param kind           what the document is for, a word of the procedure that stores it, e.g. {@code retention-reply}
 * @param fileName       as the official's machine named it; a path before the name is dropped
 * @param createdBy      user id
 */
public record NewDocument(String caseNumber, String governmentCode, String kind, String fileName, byte[] content, String createdBy) {

  public NewDocument {
    Objects.requireNonNull(caseNumber, "caseNumber");
    Objects.requireNonNull(governmentCode, "governmentCode");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(createdBy, "createdBy");
  }
}
