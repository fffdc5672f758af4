package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.handling.MoreTimeOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * All there is about a case, for an official who may read it.
 *
 * @param procedure Chinese name of the procedure
 * @param closedAt null while it is open
 * @param due when the whole case is due; null where it has no term, or none any more
 * @param findings those still open
 * @param opinions in the order they were given
 * @param late reminders and misses, in the order they were noted
 * @param waiting what is to be done now, and by whom
 * @param coming what comes after it
 * @param readings who was to read it, and who has (传阅)
 * @param sealed ids of those documents that bear an electronic seal
 * @param related the case it came out of and those that came out of it, as far as the official may read them
 * @param linked the cases that officials linked with it, as far as the official may read them
 * @param linkable whether the official may link it with others
 * @param assets what the office owned, with what became of each; empty where the case winds no office up
 * @param ledger what was recorded about them, in order
 * @param recallable Chinese name of the step that the official may take back (撤回); null where there is none
 * @param urgeable whether the official may urge the case now (催办)
 * @param moreTime what the official can ask of the deadline of the whole case (延期、中止)
 * @param diagrams the procedures that ran for it, each with the way it took
 */
public record CasePage(String caseNumber, String title, String procedure, String government, OffsetDateTime openedAt,
    OffsetDateTime closedAt, Instant due, List<CaseFacts.Fact> facts, List<Finding> findings, List<Opinion> opinions, List<Late> late,
    List<Waiting> waiting, List<ComingSteps.After> coming, List<Reading> readings, List<StoredDocument> documents, List<UUID> sealed,
    List<SearchResult.Case> related, List<Linked> linked, boolean linkable, List<Asset> assets, List<Entry> ledger, String recallable,
    boolean urgeable, MoreTimeOptions moreTime, List<Diagram> diagrams) {

  /**
   * A reminder or a miss.
   *
   * @param what Chinese word for it
   * @param closedAt null while the work is not done
   */
  public record Late(String what, String stepName, String group, OffsetDateTime dueAt, OffsetDateTime notedAt, OffsetDateTime closedAt) {
  }

  /**
   * A task that is open.
   *
   * @param group Chinese name of who has to do it
   * @param assignee name of who took it on; null while nobody did
   * @param due null where it has no due date
   * @param late whether that has passed, by the clock of the server
   */
  public record Waiting(String stepName, String group, String assignee, Instant since, Instant due, boolean late) {
  }

  /**
   * One to whom it was sent to read.
   *
   * @param group Chinese name
   * @param userName who confirmed that it was read; null while nobody has
   */
  public record Reading(String group, String userName, OffsetDateTime readAt, String words) {
  }

  /**
   * A case that an official linked with it.
   *
   * @param words what they have to do with each other
   * @param own whether the official linked them, and may take that back
   */
  public record Linked(String caseNumber, String title, String words, String linkedBy, boolean own) {
  }

  /**
   * An asset.
   *
   * @param bookValue yuan, two decimals
   * @param outcome how it left; null while it is open
   */
  public record Asset(String assetNumber, String kind, String name, BigDecimal bookValue, String outcome) {
  }

  /** An entry of the ledger. @param amount yuan, two decimals */
  public record Entry(int entryNumber, String assetNumber, String step, BigDecimal amount, String receiptNumber, String userName,
      OffsetDateTime recordedAt) {
  }

  /**
   * The way that a procedure took.
   *
   * @param processInstanceId names the diagram's model
   * @param steps every element that was reached, in the order it was
   */
  public record Diagram(String processInstanceId, String name, Instant startedAt, Instant endedAt, List<Step> steps) {
  }

  /**
   * An element of a diagram that was reached.
   *
   * @param userName who did it; null where nobody did, or nobody has yet
   * @param endedAt null while it is there
   * @param canceled whether it was left without being done
   */
  public record Step(String elementId, String userName, Instant startedAt, Instant endedAt, boolean canceled) {
  }
}
