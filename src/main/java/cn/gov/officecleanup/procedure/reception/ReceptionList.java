package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import java.util.List;

/** Who is received by whom with what: as planned, or as it took place (接待清单). */
record ReceptionList(List<Person> guests, List<Person> companions, List<Item> items) {

  BigDecimal sum() {
    return items.stream().map(Item::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
