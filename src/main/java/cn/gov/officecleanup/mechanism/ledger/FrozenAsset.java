package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.register.AssetKind;
import java.math.BigDecimal;

/**
 * An asset of an office that is wound up (C6).
 *
 * @param id key
 * @param caseNumber number of the abolition's case
 * @param assetNumber unique within the office
 * @param kind its kind; null where a hand in the database wrote something else
 * @param bookValue book value in yuan as confirmed, two decimals
 * @param origin where it is known from; null where a hand in the database wrote something else
 * @param missing whether the inventory did not find it (盘亏)
 * @param explanation of a difference between inventory and register; null where there is none
 */
public record FrozenAsset(long id, String caseNumber, long officeId, String assetNumber, AssetKind kind, String name, BigDecimal bookValue,
    Origin origin, boolean missing, String explanation) {

  /** Where a frozen asset is known from. */
  public enum Origin {
    /** the register of offices */
    REGISTER,
    /** the inventory found it beyond the register (盘盈) */
    SURPLUS
  }

  /** @return whether it is a debt, which counts on a side of its own */
  public boolean owed() {
    return kind != null && kind.owed();
  }

  /** @return whether inventory and register differ about it */
  public boolean differs() {
    return missing || origin == Origin.SURPLUS || explanation != null;
  }
}
