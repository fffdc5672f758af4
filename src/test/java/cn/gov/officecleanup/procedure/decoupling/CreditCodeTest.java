package cn.gov.officecleanup.procedure.decoupling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GB 32100: the last character follows from the others. */
class CreditCodeTest {

  @ParameterizedTest
  @CsvSource({"91350100M000100Y43,true", "91350100M000100Y34,false", "91350100M000100Y4,false", "91350100M000100YO3,false", "'',false"})
  void aCodeIsSoundByItsLastCharacter(String code, boolean sound) {
    assertThat(CreditCode.isSound(code)).isEqualTo(sound);
  }
}
