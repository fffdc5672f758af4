package cn.gov.officecleanup.mechanism.document;

import java.util.Objects;

/**
 * A document to be stored with a case.
 *
 * @param governmentCode GB/T 2260 code of the government whose case it is
 * @param kind what the document is for, a word of the procedure that stores it, e.g. {@code retention-reply}
 * @param fileName as the official's machine named it; a path before the name is dropped
 * @param createdBy user id
 * @param step id in its model of the task at which it is attached; empty where the application files it
 * @param group id of the group whose step it is; null where the application files it
 * @param issuer Chinese title of the body that issues it and whose seal it gets; null where it is no document that goes out
 */
public record NewDocument(String caseNumber, String governmentCode, String kind, String fileName, byte[] content, String createdBy,
    String step, String group, String issuer) {

  public NewDocument {
    Objects.requireNonNull(caseNumber, "caseNumber");
    Objects.requireNonNull(governmentCode, "governmentCode");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(createdBy, "createdBy");
    Objects.requireNonNull(step, "step");
  }

  /** A document that the application files by itself. */
  public NewDocument(String caseNumber, String governmentCode, String kind, String fileName, byte[] content, String createdBy) {
    this(caseNumber, governmentCode, kind, fileName, content, createdBy, "", null, null);
  }

  /** A document that is attached. */
  public NewDocument(String caseNumber, String governmentCode, String kind, String fileName, byte[] content, String createdBy, String step,
      String group) {
    this(caseNumber, governmentCode, kind, fileName, content, createdBy, step, group, null);
  }

  /** @return this document as one that a body issues */
  public NewDocument issuedBy(String body) {
    return new NewDocument(caseNumber, governmentCode, kind, fileName, content, createdBy, step, group, body);
  }
}
