package cn.gov.officecleanup.mechanism.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The sending government's letter to the bureau that an office is wound up (C6, C7). Amounts in yuan, two decimals.
 *
 * @param number document number
 * @param date day of signature (成文日期)
 * @param issuer the sending government; for the province the office that writes for it
 * @param addressee the bureau
 * @param government full name of the sending government
 * @param office full name of the office
 * @param clause clause the abolition rests on
 * @param reason why it was abolished, a sentence
 * @param frozenAt when its assets were frozen, in Henan's time
 * @param frozen book value of what was frozen
 * @param due what had to come into the treasury
 * @param received what came in
 * @param assets what became of each asset; empty where it had none
 * @param debts what it owed, each with what became of it; may be empty
 * @param ledgerEntries how many entries the ledger has
 * @param seal hash of the last entry; null where it has none
 * @param differences what inventory and register differed in, each with its explanation; may be empty
 * @param placements how many people by what became of them; empty where it had none
 * @param closing what was closed, by its Chinese name
 * @param copyTo who gets a copy (抄送); may be empty
 */
public record ClosureReport(String number, LocalDate date, OfficialBody issuer, OfficialBody addressee, String government, String office,
    String registerNumber, String clause, String reason, OffsetDateTime frozenAt, BigDecimal frozen, BigDecimal due, BigDecimal received,
    List<Asset> assets, List<Asset> debts, int ledgerEntries, String seal, List<String> differences, Map<String, Integer> placements,
    Map<String, LocalDate> closing, List<String> copyTo) {

  public ClosureReport {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(addressee, "addressee");
    Objects.requireNonNull(government, "government");
    Objects.requireNonNull(office, "office");
    assets = List.copyOf(assets);
    debts = List.copyOf(debts);
    differences = List.copyOf(differences);
    copyTo = List.copyOf(copyTo);
  }

  /**
   * @param proceeds what came into the treasury for it, yuan, two decimals
   * @param receipts numbers of the treasury's receipts; may be empty
   */
  public record Asset(String number, String name, String kind, BigDecimal bookValue, String method, BigDecimal proceeds,
      List<String> receipts) {

    public Asset {
      receipts = List.copyOf(receipts);
    }
  }
}
