package cn.gov.officecleanup.mechanism.platform;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers that tell things apart and may have gaps, as those of cases and offices: drawn at once and for good, whatever becomes of the
 * caller's transaction, so that nobody waits for it, however long it is (an import opens hundreds of cases).
 */
public final class RunningNumbers {

  private final NumberSeries series;
  private final TransactionTemplate apart;

  /**
   * @param connections none of a pool: a caller that keeps one of a pool while it waits for another would wait for ever once all callers do
   */
  public RunningNumbers(DataSource connections) {
    var transactions = new DataSourceTransactionManager(connections);
    this.series = new NumberSeries(JdbcClient.create(connections), transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * @param prefix at most 32 characters, of no series of {@code DocumentNumbers}
   * @param year 0 for a series that goes on from year to year
   * @return the next number of the series, from 1
   */
  public int next(String prefix, int year) {
    return next(prefix, year, 0);
  }

  /** @param taken the greatest number that was given otherwise; the next one is greater */
  public int next(String prefix, int year, int taken) {
    return apart.execute(status -> series.draw(prefix, year, taken));
  }
}
