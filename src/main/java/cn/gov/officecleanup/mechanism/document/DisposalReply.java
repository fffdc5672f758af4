package cn.gov.officecleanup.mechanism.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The letter that tells of the approval to dispose of an asset of an abolished office (C6, C7; A2): the finance department answers who
 * proposed it; what a government approves for its own office is approved inside, and the office tells the finance department.
 *
 * @param number document number
 * @param date day of signature (成文日期)
 * @param issuer the finance department where it approves, else the sending government's office
 * @param addressee the other of the two
 * @param government full name of the sending government
 * @param office full name of the abolished office
 * @param asset what is disposed of
 * @param method Chinese name of the method
 * @param saleMode Chinese name of how it is sold; null where it is not
 * @param receiver who is to get it; null where nobody does
 * @param appraisal null where none was needed
 * @param rules rules it rests on, without full stop
 * @param copyTo who gets a copy (抄送); may be empty
 */
public record DisposalReply(String number, LocalDate date, OfficialBody issuer, OfficialBody addressee, String government, String office,
    Asset asset, String method, String saleMode, String receiver, Appraisal appraisal, String rules, List<String> copyTo) {

  public DisposalReply {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(addressee, "addressee");
    Objects.requireNonNull(office, "office");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(rules, "rules");
    copyTo = List.copyOf(copyTo);
  }

  /** @param bookValue yuan, two decimals */
  public record Asset(String number, String kind, String name, BigDecimal bookValue) {
  }

  /**
   * @param value yuan, two decimals
   * @param percent of the value below which a deal goes back for approval (A5)
   * @param floor that share of the value, yuan, two decimals
   */
  public record Appraisal(String agency, String report, LocalDate referenceDate, BigDecimal value, int percent, BigDecimal floor) {
  }
}
