package cn.gov.officecleanup.mechanism.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name has one form in which it is compared, however it is written. */
class PersonNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"王明", "王　明", "王 明", "王\u00A0明", " 王明\u200B", "王\u200B明", "\uFEFF王明", "王\t明", "王\n明", "王\u2003明"})
  void blanksAndWhatCannotBeSeenMakeNoOther(String written) {
    assertThat(PersonName.canonical(written)).isEqualTo("王明");
    assertThat(PersonName.in(written)).contains("王明");
  }

  @ParameterizedTest
  @ValueSource(strings = {"买买提·艾山", "买买提•艾山", "买买提・艾山", "买买提‧艾山", "买买提．艾山", "买买提 · 艾山", "买买提艾山"})
  void dotsMakeNoOther(String written) {
    assertThat(PersonName.canonical(written)).isEqualTo("买买提艾山");
    assertThat(PersonName.in(written)).contains("买买提艾山");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"李红（妻）、王强(长子)|李红,王强", "赵大伟 赵小伟|赵大伟,赵小伟", "赵大伟　赵小伟|赵大伟,赵小伟", "妻：李红；子：王强|李红,王强", "妻子李红，女儿王小红|李红,王小红", "李红（原名李虹）|李红,李虹",
          "李红和王强|李红,王强", "李红/王强|李红,王强", "王 明、李 强|王明,李强", "李红 妻 王强 长子|李红,王强", "李红-妻|李红", "李红［妻］；王强【子】|李红,王强", "John Smith|johnsmith",
          "法定代表人：李红；实际控制人：王强|李红,王强"})
  void severalAreTakenApart(String written, String names) {
    assertThat(PersonName.in(written)).contains(names.split(","));
  }

  @Test
  void noNameIsMadeOfTwoThatAreParted() {
    assertThat(PersonName.in("李小妹、王亲属")).containsExactlyInAnyOrder("李小妹", "王亲属");
    assertThat(PersonName.in("李红（妻）、王强(长子)")).containsExactlyInAnyOrder("李红", "王强");
    assertThat(PersonName.in("欧阳 振华")).contains("欧阳振华");
    assertThat(PersonName.in("王 亲属")).contains("王亲属");
  }

  @ParameterizedTest
  @CsvSource({"趙剛,赵刚,true", "王小明,王晓明,true", "王婷,王亭,true", "王五,赵五,false", "王明,王明,false", "王明,王小明,false", "王小明,李晓明,false"})
  void namesOfOneCharacterApartOrInTraditionalCharactersAreNear(String one, String other, boolean near) {
    assertThat(PersonName.near(PersonName.canonical(one), PersonName.canonical(other))).isEqualTo(near);
  }
}
