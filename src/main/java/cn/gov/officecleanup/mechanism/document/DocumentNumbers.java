package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.platform.NumberSeries;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out document numbers (发文字号), e.g. 豫政函〔2026〕1号: one sequence for each prefix and year, without gaps. A number belongs to the
 * caller's transaction: when that rolls back, the next caller gets the same number.
 */
@Repository
public class DocumentNumbers {

  private final NumberSeries series;

  DocumentNumbers(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
    this.series = new NumberSeries(jdbc, transactionManager);
  }

  /**
   * Others who want a number of the same prefix and year wait until the caller's transaction ends: take the number late.
   *
   * @param prefix the issuing body's code word (发文机关代字), e.g. 豫政函
   * @param year four digits
   * @return the number in the form of GB/T 9704-2012: hexagonal brackets, no leading zeros
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String prefix, int year) {
    return "%s〔%d〕%d号".formatted(prefix, year, series.draw(prefix, year, 0));
  }

  /** @return a number as it stands in a draft: the number itself is given when the document is issued */
  public static String unnumbered(String prefix, int year) {
    return "%s〔%d〕　号".formatted(prefix, year);
  }
}
