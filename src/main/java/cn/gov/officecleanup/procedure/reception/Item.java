package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What is bought for a reception. */
record Item(ItemKind kind, LocalDate heldOn, String supplier, String content, int quantity, BigDecimal unitPrice) {

  /** @return quantity by price, to the fen */
  BigDecimal amount() {
    return unitPrice.multiply(BigDecimal.valueOf(quantity)).setScale(2);
  }

  /** @return the same of so many fewer, at least none */
  Item less(int fewer) {
    return new Item(kind, heldOn, supplier, content, Math.max(0, quantity - fewer), unitPrice);
  }
}
