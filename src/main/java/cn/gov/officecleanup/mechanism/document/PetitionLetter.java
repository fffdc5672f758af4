package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;

/**
 * What the documents to somebody who complained have in common (信访). That one is named in none of them: each is addressed by the number of
 * the case.
 *
 * @param number of the document; of a notice that of the case
 * @param receivedOn when the complaint was received
 */
public record PetitionLetter(String number, LocalDate date, OfficialBody issuer, String caseNumber, LocalDate receivedOn) {

  /**
   * It is accepted.
   *
   * @param handler full name of who handles it
   * @param decidedBy last day on which it is decided in time; null where the law fixes none
   */
  public record Acceptance(PetitionLetter letter, String handler, LocalDate decidedBy) {
  }

  /**
   * It is not accepted.
   *
   * @param reason why, in a sentence
   * @param otherWay where to turn instead
   */
  public record Refusal(PetitionLetter letter, String reason, String otherWay) {
  }

  /**
   * How it was handled.
   *
   * @param request what was asked
   * @param facts what was found
   * @param basis names of the rules
   * @param reviewer full name of the next higher body; null where nobody reviews it
   */
  public record Reply(PetitionLetter letter, String request, String facts, String opinion, String basis, String reviewer) {
  }
}
