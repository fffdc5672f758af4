package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import org.springframework.transaction.annotation.Transactional;

/** Freezes offices for tests. */
public class SampleLedgers {

  private final OfficeRegister register;
  private final CaseFiles cases;
  private final AssetLedger ledger;

  SampleLedgers(OfficeRegister register, CaseFiles cases, AssetLedger ledger) {
    this.register = register;
    this.cases = cases;
    this.ledger = ledger;
  }

  /**
   * Freezes a new office with an asset, … for each value.
   *
   * @param bookValues yuan
   * @return the number of the case
   */
  @Transactional
  public String freeze(String... bookValues) {
    Office office = office(bookValues);
    String caseNumber = open(office);
    ledger.freeze(caseNumber, office.id());
    return caseNumber;
  }

  /** @return a new office with an asset, … for each value, not frozen yet */
  @Transactional
  public Office office(String... bookValues) {
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    for (int i = 0; i < bookValues.length; i++) {
      SampleOffice.give(register, office, "A-%02d".formatted(i + 1), kind(i), bookValues[i]);
    }
    return office;
  }

  /** @return of which kind the asset of this position is: every third a debt, which counts on a side of its own */
  static AssetKind kind(int position) {
    return position % 3 == 2 ? AssetKind.DEBT : AssetKind.values()[position % AssetKind.values().length];
  }

  /** @return number of a new case in which the office is abolished */
  @Transactional
  public String open(Office office) {
    return cases.open("CX", "office-abolition", office.name() + "撤销", office.governmentCode(), office.id(), null);
  }
}
