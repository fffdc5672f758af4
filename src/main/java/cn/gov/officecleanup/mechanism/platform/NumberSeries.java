package cn.gov.officecleanup.mechanism.platform;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers from 1 on, a series for each prefix and year. Who wants the next one waits until the transaction that drew the last has ended.
 */
public final class NumberSeries {

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  /** @param transactions of the database that {@code jdbc} works on */
  public NumberSeries(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(transactions);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Draws a number, within the caller's transaction.
   *
   * @param prefix at most 32 characters
   * @param year 0 for a series that goes on from year to year
   * @param taken the greatest number that is taken already; 0 where the series alone gives them out
   */
  public int draw(String prefix, int year, int taken) {
    if (!advance(prefix, year, taken)) {
      open(prefix, year);
      advance(prefix, year, taken);
    }
    return jdbc.sql("select last_number from document_number where prefix = ? and document_year = ?")
        .params(prefix, year)
        .query(Integer.class)
        .single();
  }

  /** The update keeps the row locked until the caller's transaction ends. */
  private boolean advance(String prefix, int year, int taken) {
    return jdbc.sql("update document_number set last_number = greatest(last_number, ?) + 1 where prefix = ? and document_year = ?")
        .params(taken, prefix, year)
        .update() == 1;
  }

  private void open(String prefix, int year) {
    try {
      // nested: on PostgreSQL a violated constraint would spoil the caller's whole transaction
      nested.executeWithoutResult(status -> jdbc.sql("insert into document_number (prefix, document_year, last_number) values (?, ?, 0)")
          .params(prefix, year)
          .update());
    } catch (DuplicateKeyException openedMeanwhile) {
      // another caller was first; its row is the one to advance
    }
  }
}
