package cn.gov.officecleanup.mechanism.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The sending government tells those concerned that an office is abolished (C6).
 *
 * @param number document number
 * @param date day of signature (成文日期)
 * @param government full name of the sending government, the issuer
 * @param office full name of the office
 * @param registerNumber number of the office in the register
 * @param clause clause the abolition rests on
 * @param reason why it was abolished, a sentence
 * @param successor who answers for what the office left (撤销后有关事务的承接单位)
 * @param archivesReceiver which archives keep its files; null where that is not known
 * @param addressee 主送机关, without colon
 * @param copyTo who gets a copy (抄送); may be empty
 */
public record AbolitionNotice(String number, LocalDate date, String government, String office, String registerNumber, String clause,
    String reason, String successor, String archivesReceiver, String addressee, List<String> copyTo) {

  public AbolitionNotice {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(government, "government");
    Objects.requireNonNull(office, "office");
    Objects.requireNonNull(addressee, "addressee");
    copyTo = List.copyOf(copyTo);
  }
}
