package cn.gov.officecleanup.procedure.reception;

import java.math.BigDecimal;
import java.util.List;

/** Who is received by whom with what: as planned, or as it took place (接待清单). */
record ReceptionList(List<Person> guests, List<Person> companions, List<Item> items) {

  BigDecimal sum() {
    return items.stream().map(Item::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** @return yuan, of the items of a supplier */
  static BigDecimal sum(List<Item> items, String supplier) {
    return items.stream()
        .filter(item -> item.supplier().equals(supplier))
        .map(Item::amount)
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  /** @return the work meals; the rules allow one, and nothing shares two */
  List<Item> meals() {
    return items.stream().filter(item -> item.kind() == ItemKind.WORK_MEAL).toList();
  }

  /** @return of each item what may be paid of it: nothing of the work meals of companions above what the rule allows */
  List<Item> payable() {
    int above = Math.max(0, companions.size() - Companions.atMost(guests.size()));
    return items.stream().map(item -> item.kind() == ItemKind.WORK_MEAL ? item.less(above) : item).toList();
  }

  /** @return what may be paid in all */
  BigDecimal payableSum() {
    return new ReceptionList(guests, companions, payable()).sum();
  }
}
