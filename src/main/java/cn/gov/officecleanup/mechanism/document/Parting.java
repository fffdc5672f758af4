package cn.gov.officecleanup.mechanism.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the documents about an office's parting from a business entity have in common (C17).
 *
 * @param office full name of the office
 * @param government full name of the sending government
 * @param entity name of the entity
 * @param way Chinese name of the way in which they part
 * @param transferee who gets the entity; null where nobody does
 * @param partBy promised last day; null where none is
 * @param assets how many of the office's assets the entity uses
 */
public record Parting(String office, String government, String entity, String way, String transferee, LocalDate partBy, int assets) {

  public Parting {
    Objects.requireNonNull(office, "office");
    Objects.requireNonNull(government, "government");
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(way, "way");
  }

  /**
   * The office asks its government to approve the plan (请示).
   *
   * @param number document number
   * @param signer who signed it (签发人); blank on drafts
   * @param date day of signature (成文日期)
   * @param kind Chinese name of the kind of entity
   * @param registration clause that says how the entity is registered
   * @param share percent of it that is the office's
   * @param settlements what becomes of employees, debts and guarantees
   */
  public record Request(String number, String signer, LocalDate date, Parting parting, String kind, String registration, String share,
      BigDecimal netAssets, BigDecimal liabilities, int employees, String settlements) {
  }

  /**
   * The government answers the office's request by its approval (批复).
   *
   * @param request what is answered
   * @param copyTo who gets a copy (抄送)
   */
  public record Reply(String number, LocalDate date, Parting parting, Named request, List<String> copyTo) {

    public Reply {
      copyTo = List.copyOf(copyTo);
    }
  }

  /**
   * The office reports to its government that it has parted (报告).
   *
   * @param reply the approval of the plan; null where that was given without a document
   */
  public record Report(String number, String signer, LocalDate date, Parting parting, Named reply, Completion completion) {
  }

  /** The government asks the bureau, which is not below it, to verify (函). */
  public record Letter(String number, LocalDate date, OfficialBody issuer, OfficialBody bureau, Parting parting, Completion completion,
      List<String> copyTo) {

    public Letter {
      copyTo = List.copyOf(copyTo);
    }
  }

  /** A document by its title, without book-title marks, and number. */
  public record Named(String title, String number) {
  }

  /**
   * How far it is done: a clause for each strand, without a full stop.
   *
   * @param punctuality clause that says whether the day was met; null where none was promised
   * @param note what else is to be said; null where nothing is
   */
  public record Completion(String people, String accounts, String assets, String functions, LocalDate partedOn, String punctuality,
      String note) {
  }
}
