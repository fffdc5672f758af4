package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.mechanism.text.SearchedRows;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes what older versions wrote findable at the start, in portions, each a transaction of its own: an interrupted start loses nothing.
 */
@Component
class FillingSearchKeys {

  private static final int PORTION = 500;

  private final List<SearchedRows> searched;
  private final TransactionOperations transactions;

  FillingSearchKeys(List<SearchedRows> searched, TransactionOperations transactions) {
    this.searched = searched;
    this.transactions = transactions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    for (SearchedRows rows : searched) {
      Integer filled = PORTION;
      while (filled != null && filled == PORTION) {
        filled = transactions.execute(status -> rows.fillKeys(PORTION));
      }
    }
  }
}
