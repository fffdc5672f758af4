package cn.gov.officecleanup.mechanism.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A form of a reception (C18) that is kept with the accounts: what was approved, what took place, or what was paid for it.
 *
 * @param form which of the three it is
 * @param date of the approval, the signature or the payment
 * @param office full name of the office that receives
 * @param guests each by name, unit and post, as the companions
 * @param total of the items
 * @param payable what of it is paid at most: not the meals of who was too many at table
 * @param cut why it is less than the total, in words; empty where that is told by the total alone
 * @param available what the year's budget has left for it and others, in words
 * @param payments that were made
 * @param opinion what was decided, in words; empty where nothing is
 * @param signer name of who decides, signs or pays
 */
public record ReceptionSheet(OfficialTemplate form, String caseNumber, LocalDate date, String office, Letter letter, List<String> guests,
    List<String> companions, List<Item> items, BigDecimal total, BigDecimal payable, String cut, String available, List<Payment> payments,
    String opinion, String signer) {

  /** The letter it rests on, and the visit that it announces. */
  public record Letter(String sender, String number, LocalDate date, String purpose, String guestClass, LocalDate from, LocalDate to,
      String route) {
  }

  /** Something that is bought for the guests. */
  public record Item(String kind, LocalDate day, String supplier, String content, int quantity, BigDecimal price, BigDecimal amount) {
  }

  /** What a supplier got, by its invoice. */
  public record Payment(LocalDate day, String supplier, BigDecimal amount, String method, String invoice) {
  }

  public ReceptionSheet {
    guests = List.copyOf(guests);
    companions = List.copyOf(companions);
    items = List.copyOf(items);
    payments = List.copyOf(payments);
  }
}
