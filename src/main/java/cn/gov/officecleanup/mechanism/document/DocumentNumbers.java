package cn.gov.officecleanup.mechanism.document;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.NumberSeries;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of official documents (发文字号), e.g. 豫政函〔2026〕1号. A body has its own registry: its number is entered at the step that signs. Where
 * it has given its code word to this application, the number is counted: one sequence for each word and year, without gaps. A number
 * belongs to the caller's transaction: when that rolls back, the next caller gets the same number.
 */
@Repository
public class DocumentNumbers {

  /** With these words {@link #numbering} ends where the number is entered. */
  public static final String TO_BE_ENTERED = "请填写其公文登记簿上的文号。";

  private static final Pattern NUMBER = Pattern.compile("([\\x{4E00}-\\x{9FA5}]{2,16})〔([12]\\d{3})〕([1-9]\\d{0,4})号");
  private static final String RULE = "GB/T 9704";

  private final JdbcClient jdbc;
  private final NumberSeries series;
  private final TransactionTemplate nested;
  private final CodeWords codeWords;
  private final Clock clock;

  DocumentNumbers(JdbcClient jdbc, PlatformTransactionManager transactionManager, CodeWords codeWords, Clock clock) {
    this.jdbc = jdbc;
    this.series = new NumberSeries(jdbc, transactionManager);
    this.nested = new TransactionTemplate(transactionManager);
    this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    this.codeWords = codeWords;
    this.clock = clock;
  }

  /**
   * Gives a document its number. Where it is counted, others who want one of the same body and year wait until the caller's transaction
   * ends: take the number late.
   *
   * @param caseNumber case in which the document is issued
   * @param body full title of the issuing body, e.g. 河南省人民政府
   * @param year four digits
   * @return the number in the form of GB/T 9704-2012: hexagonal brackets, no leading zeros
   * @throws RefusedException when the body has its own registry and no number was entered for the document
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String issue(String caseNumber, String body, int year) {
    return codeWords.of(body).map(word -> count(word, year)).orElseGet(() -> entered(caseNumber, body));
  }

  /**
   * Gives a number to a document that goes out beside the one whose number is entered.
   *
   * @return as {@link #issue}; the number is left open where the body has its own registry, for it to fill in as it publishes the document
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String issueOrLeaveOpen(String body, int year) {
    return codeWords.of(body).map(word -> count(word, year)).orElseGet(() -> draft(body, year));
  }

  /** @return a number as it stands in a draft: the number itself is given when the document is issued */
  public String draft(String body, int year) {
    return unnumbered(codeWords.of(body).orElse("　　"), year);
  }

  static String unnumbered(String word, int year) {
    return "%s〔%d〕　号".formatted(word, year);
  }

  /** @return who numbers a body's documents, for who signs them */
  public String numbering(String body) {
    return codeWords.of(body)
        .map(word -> "%s的代字“%s”已交由本系统编号，签发后自动编号，不用填写。".formatted(body, word))
        .orElseGet(() -> "%s自行编号，%s".formatted(body, TO_BE_ENTERED));
  }

  /**
   * Keeps the number from a body's own registry for the next document that it issues in a case, in the place of one that was not used.
   *
   * @param number what was filled in; null where nothing was
   * @throws RefusedException when it is missing, of another form or year, or was used before; or given though it is counted
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void enter(String caseNumber, String body, String number) {
    if (codeWords.of(body).isPresent()) {
      if (number != null) {
        throw refused("NUMBER_IS_COUNTED", "应当留空：" + numbering(body));
      }
      return;
    }
    if (number == null) {
      throw refused("NUMBER_MISSING", "不能为空：" + numbering(body));
    }
    Matcher parts = NUMBER.matcher(number);
    if (!parts.matches()) {
      throw refused("NUMBER_MALFORMED", "“%s”的格式不对，应为代字、六角括号内的年份、序号，例如“某政函〔2027〕1号”。".formatted(number));
    }
    OffsetDateTime now = OffsetDateTime.now(clock);
    int year = Integer.parseInt(parts.group(2));
    if (year != now.getYear()) {
      throw refused("NUMBER_OF_ANOTHER_YEAR", "“%s”中的年份应为签发的年份%d，请核对后重新填写。".formatted(number, now.getYear()));
    }
    if (codeWords.isGiven(parts.group(1))) {
      throw refused("CODE_WORD_OF_ANOTHER", "“%s”用了其他机关交由本系统编号的代字，请核对后重新填写。".formatted(number));
    }
    int position = Integer.parseInt(parts.group(3));
    forgetUnused(caseNumber, body);
    if (position <= counted(parts.group(1), year)) {
      throw used(number);
    }
    try {
      // nested: on PostgreSQL a violated constraint would spoil the caller's whole transaction
      nested.executeWithoutResult(status -> jdbc.sql("""
        insert into entered_number (code_word, document_year, position, case_number, body, entered_at)
        values (?, ?, ?, ?, ?, ?)""").params(parts.group(1), year, position, caseNumber, body, now).update());
    } catch (DuplicateKeyException e) {
      throw used(number);
    }
  }

  private String count(String word, int year) {
    // what the body entered before it gave its word away
    int taken = jdbc.sql("select coalesce(max(position), 0) from entered_number where code_word = ? and document_year = ?")
        .params(word, year)
        .query(Integer.class)
        .single();
    return number(word, year, series.draw(word, year, taken));
  }

  /** @return the number that was entered for the next document of a body in a case, which has not gone out yet */
  public Optional<String> notUsed(String caseNumber, String body) {
    return jdbc.sql("""
      select code_word, document_year, position from entered_number where case_number = ? and body = ? and issued_at is null""")
        .params(caseNumber, body)
        .query((row, index) -> number(row.getString("code_word"), row.getInt("document_year"), row.getInt("position")))
        .optional();
  }

  private String entered(String caseNumber, String body) {
    String number = notUsed(caseNumber, body).orElseThrow(() -> refused("NUMBER_MISSING", "不能为空：" + numbering(body)));
    jdbc.sql("update entered_number set issued_at = ? where case_number = ? and body = ? and issued_at is null")
        .params(OffsetDateTime.now(clock), caseNumber, body)
        .update();
    return number;
  }

  private void forgetUnused(String caseNumber, String body) {
    jdbc.sql("delete from entered_number where case_number = ? and body = ? and issued_at is null").params(caseNumber, body).update();
  }

  private int counted(String word, int year) {
    return jdbc.sql("select coalesce(max(last_number), 0) from document_number where prefix = ? and document_year = ?")
        .params(word, year)
        .query(Integer.class)
        .single();
  }

  private static String number(String word, int year, int position) {
    return "%s〔%d〕%d号".formatted(word, year, position);
  }

  private static RefusedException used(String number) {
    return refused("NUMBER_USED", "“%s”已经用过，请核对公文登记簿后重新填写。".formatted(number));
  }

  private static RefusedException refused(String code, String what) {
    return new RefusedException(code, "“发文字号”" + what, RULE);
  }
}
