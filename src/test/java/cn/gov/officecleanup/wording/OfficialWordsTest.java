package cn.gov.officecleanup.wording;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Shown;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Officials read the words of their own documents. */
class OfficialWordsTest {

  private static final Pattern NOT_THEIRS = Pattern.compile("行动|报结");

  /** a 请示 is 收文办理; 受理 is what an authority does with a person's objection, whose refusal and whose authority keep the word */
  private static final Pattern ACCEPTED = Pattern.compile("(?<!不予)受理(?!机关)");

  /** a complaint is 受理 by the law's own words (信访工作条例), in its models, forms and documents and in what is said there */
  private static final Pattern OF_COMPLAINTS = Pattern.compile("(?i).*complaint.*|.*(OfficialTemplate|TemplateTrial).*");

  /** a mark of punctuation that ends what another one has ended already, as where a sentence was put before a colon */
  private static final Pattern DOUBLED = Pattern.compile("[\\p{IsHan}”）][。：；，、！？]\\s?[。：；，、！？:;,.]");

  @Test
  void aSentenceEndsOnce() {
    assertThat(
        Shown.meeting(DOUBLED, Stream.of(Shown.onScreenAndPaper(), Shown.models(), Shown.literals()).flatMap(texts -> texts.stream())))
        .isEmpty();
  }

  @Test
  void cleaningUpIsWorkAndWhatEndsIsConcluded() {
    assertThat(
        Shown.meeting(NOT_THEIRS, Stream.of(Shown.onScreenAndPaper(), Shown.models(), Shown.literals()).flatMap(texts -> texts.stream())))
        .isEmpty();
  }

  @Test
  void anAuthorityAcceptsComplaintsAndNothingElse() {
    assertThat(Shown.meeting(ACCEPTED,
        Stream.of(Shown.onScreenAndPaper(), Shown.models(), Shown.literals())
            .flatMap(texts -> texts.stream())
            .filter(text -> !OF_COMPLAINTS.matcher(text.file().toString()).matches())))
        .isEmpty();
  }
}
