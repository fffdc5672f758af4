package cn.gov.officecleanup.mechanism.document;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives out document numbers (发文字号), e.g. 豫政函〔2026〕1号: one sequence for each prefix and year, without gaps.
 * A number belongs to the caller's transaction: when that rolls back, the next caller gets the same number.
 */
@Repository
public class DocumentNumbers {

  private final JdbcClient jdbc;
  private final TransactionTemplate nested;

  DocumentNumbers(JdbcClient jdbc, PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.nested = new TransactionTemplate(transactionManager);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Others who want a number of the same prefix and year wait until the caller's transaction ends: take the number late.
   *
   * @param prefix the issuing body's code word (发文机关代字), e.g. 豫政函
   * @param year   four digits
   * @return the number in the form of GB/T 9704-2012: hexagonal brackets, no leading zeros
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String prefix, int year) {
    return "%s〔%d〕%d号".formatted(prefix, year, nextValue(prefix, year));
  }

  /** @return a number as it stands in a draft: the number itself is given when the document is issued */
  public static String unnumbered(String prefix, int year) {
    return "%s〔%d〕　号".formatted(prefix, year);
  }

  /** @return the next number of the same sequence by itself, for numbers of another form; from 1 */
  @Transactional(propagation = Propagation.MANDATORY)
  public int nextValue(String prefix, int year) {
    if (!advance(prefix, year)) {
      open(prefix, year);
      advance(prefix, year);
    }
    return jdbc.sql("select last_number from document_number where prefix = :prefix and document_year = :year")
        .param("prefix", prefix)
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  /** The update keeps the row locked until the caller's transaction ends. */
  private boolean advance(String prefix, int year) {
    return jdbc.sql("update document_number set last_number = last_number + 1 where prefix = :prefix and document_year = :year")
        .param("prefix", prefix)
        .param("year", year)
        .update() == 1;
  }

  private void open(String prefix, int year) {
    try {
      // nested: on PostgreSQL a violated constraint would spoil the caller's whole transaction
      nested.executeWithoutResult(status -> jdbc
          .sql("insert into document_number (prefix, document_year, last_number) values (:prefix, :year, 0)")
          .param("prefix", prefix)
          .param("year", year)
          .update());
    } catch (DuplicateKeyException openedMeanwhile) {
      // another caller was first; its row is the one to advance
    }
  }
}
