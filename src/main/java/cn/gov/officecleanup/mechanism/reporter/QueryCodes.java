package cn.gov.officecleanup.mechanism.reporter;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The codes by which whoever reported something, known or not, asks how far it is. A code has 100 random bits, so that its hash, which
 * alone is kept, tells nothing of it; it is told once and cannot be found again, only replaced.
 */
@Repository
@Transactional
public class QueryCodes {

  /** without letters and digits that are taken for one another: Crockford's Base32 */
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int CHARACTERS = 20;

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  QueryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** @return a new code of the case, in four groups of five characters; one that it had before holds no more */
  public String issue(String caseNumber) {
    String code = random.ints(CHARACTERS, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
    // one after another, so that the last one told is the one that holds
    jdbc.sql("select case_number from case_file where case_number = ? for update").param(caseNumber).query(String.class).single();
    jdbc.sql("delete from query_code where case_number = ?").param(caseNumber).update();
    jdbc.sql("insert into query_code (case_number, code_hash) values (?, ?)").params(caseNumber, hash(code)).update();
    return code.replaceAll("(.{5})(?!$)", "$1-");
  }

  /** @return number of the case of a code as somebody types it: hyphens, blanks and small letters are passed over */
  @Transactional(readOnly = true)
  public Optional<String> find(String code) {
    String typed = code == null ? ""
        : code.replaceAll("[\\s\\u3000－—-]", "").toUpperCase(Locale.ROOT).replace('O', '0').replaceAll("[IL]", "1");
    return jdbc.sql("select case_number from query_code where code_hash = ?").param(hash(typed)).query(String.class).optional();
  }

  private static String hash(String code) {
    return DigestUtils.sha256Hex(code);
  }
}
