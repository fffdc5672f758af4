package cn.gov.officecleanup.edge.search;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * What a search found, each kind the newest first.
 *
 * @param more whether there is more of some kind than is listed
 */
public record SearchResult(List<Case> cases, List<Office> offices, List<Document> documents, List<Person> people, boolean more) {

  /**
   * A case.
   *
   * @param procedure Chinese name of the procedure
   * @param closedAt null while it is open
   * @param finished whether it is closed and none of its own steps is open any more
   */
  public record Case(String caseNumber, String title, String procedure, String government, OffsetDateTime openedAt, OffsetDateTime closedAt,
      boolean finished) {
  }

  /** An office of the register. @param status Chinese word for it */
  public record Office(String registerNumber, String name, String government, String status) {
  }

  /** A document of a case. */
  public record Document(UUID id, String fileName, String mediaType, String caseNumber, OffsetDateTime createdAt) {
  }

  /**
   * Somebody who worked in an office that is abolished (C6).
   *
   * @param caseNumber number of the abolition
   * @param outcome Chinese word for what became of the person; null while that is open
   */
  public record Person(String name, String post, String office, String caseNumber, String outcome) {
  }
}
