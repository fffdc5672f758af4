package cn.gov.officecleanup.mechanism.register;

import java.math.BigDecimal;

/**
 * An asset of an office, or a debt (C6).
 *
 * @param assetNumber unique within the office, up to 40 characters
 * @param kind its kind
 * @param name what it is
 * @param bookValue original book value in yuan, two decimals, 0 or more; of a debt what is owed
 */
public record OfficeAsset(String assetNumber, AssetKind kind, String name, BigDecimal bookValue) {

  public OfficeAsset {
    bookValue = bookValue.setScale(2);
  }
}
