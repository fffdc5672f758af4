package cn.gov.officecleanup.mechanism.phrase;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each official's own phrases, which nobody else reads or changes. */
@Repository
@Transactional
public class Phrases {

  /** most phrases of an official */
  public static final int MOST = 20;
  /** most characters of a phrase */
  public static final int LONGEST = 100;

  private static final String RULE = "常用意见";

  private final PhraseProperties properties;
  private final JdbcClient jdbc;
  private final Officials officials;

  Phrases(PhraseProperties properties, JdbcClient jdbc, Officials officials) {
    this.properties = properties;
    this.jdbc = jdbc;
    this.officials = officials;
  }

  /** @return those that all officials are offered */
  public List<String> office() {
    return properties.office();
  }

  /** @return those of whoever is signed in, in that one's order */
  @Transactional(readOnly = true)
  public List<String> own() {
    return jdbc.sql("select words from own_phrase where user_id = ? order by ordinal")
        .param(officials.required().userId())
        .query(String.class)
        .list();
  }

  /**
   * Keeps the phrases of whoever is signed in, in the place of those before.
   *
   * @param given a line each; blank ones and those that are there already are left out
   * @return what is kept
   * @throws RefusedException when they are more than {@value #MOST}, or one has more than {@value #LONGEST} characters, or another window
   * of this official keeps some at the same moment
   */
  public List<String> keep(List<String> given) {
    List<String> phrases = given.stream()
        .filter(Objects::nonNull)
        .map(WrittenText::inOneLine)
        .filter(words -> !words.isEmpty())
        .distinct()
        .toList();
    if (phrases.size() > MOST) {
      throw new RefusedException("TOO_MANY_PHRASES", "常用意见最多%d条，现有%d条，请删去不用的。".formatted(MOST, phrases.size()), RULE);
    }
    phrases.stream().filter(words -> WrittenText.length(words) > LONGEST).findFirst().ifPresent(words -> {
      throw new RefusedException("PHRASE_TOO_LONG",
          "“%s”太长，常用意见每条最多%d字，现有%d字。".formatted(WrittenText.beginning(words, 20), LONGEST, WrittenText.length(words)), RULE);
    });
    String user = officials.required().userId();
    try {
      jdbc.sql("delete from own_phrase where user_id = ?").param(user).update();
      for (int i = 0; i < phrases.size(); i++) {
        jdbc.sql("insert into own_phrase (user_id, ordinal, words) values (?, ?, ?)").params(user, i + 1, phrases.get(i)).update();
      }
    } catch (DuplicateKeyException keptMeanwhile) {
      throw new RefusedException("PHRASES_KEPT_ELSEWHERE", "您刚刚在另一窗口保存了常用意见，请刷新页面后再修改。", RULE);
    }
    return phrases;
  }
}
