package cn.gov.officecleanup.mechanism.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for finds what was written, however either was typed. */
class SearchTextTest {

  @ParameterizedTest
  @CsvSource({"豫机管〔2027〕1号, 豫机管[2027]1号", "豫机管〔2027〕1号, 豫机管 2027 1", "豫机管〔2027〕1号, 〔2027〕", "豫机管〔2027〕1号, 豫机管（２０２７）１号",
      "豫机管〔2027〕1号, ［2027］ 1 号", "豫机管〔2027〕1号, 【2027】", "豫机管〔2027〕1号, yjg 2027", "豫机管(2027) 1 号, 豫机管〔2027〕1号", "BL-2026-0001, ｂｌ－２０２６－０００１",
      "BL-2026-0001, 2026 0001", "豫驻００４２, 豫驻0042", "洛阳市驻郑办事处, lyszzbsc", "洛阳市驻郑办事处, LYSZZBSC", "洛阳市驻郑办事处, luoyang", "洛阳市驻郑办事处, 洛阳 办事处",
      "洛阳市驻郑办事处, 办事处、洛阳", "洛阳市驻郑办事处, 洛陽市駐鄭辦事處", "洛陽市駐鄭辦事處, 洛阳市驻郑办事处", "王　明, 王明", "王 明, 王明", "王明, 王　明", "阿依·古丽, 阿依•古丽", "阿依·古丽, 阿依古丽",
      "王\u200B明, 王明", "重庆市, cqs", "厦门市, xms", "长沙市, cs", "长春市, ccs", "漯河市, lhs", "漯河市, luohe", "长垣县, cyx", "泌阳县, byx", "曾大伟, zdw",
      "解放路, jfl", "乾隆路, 乾"})
  void isFound(String written, String asked) {
    assertThat(SearchText.words(asked)).isNotEmpty().allSatisfy(word -> assertThat(SearchText.key(written)).contains(word));
  }

  @ParameterizedTest
  @CsvSource({"豫机管〔2027〕11号, 豫机管〔2027〕1号", "豫机管〔2026〕1号, 〔2027〕", "洛阳市驻郑办事处, lyszbbsc", "洛阳市驻郑办事处, 洛阳 武汉", "豫驻0042, 豫驻00420"})
  void isNotFound(String written, String asked) {
    assertThat(SearchText.words(asked)).anySatisfy(word -> assertThat(SearchText.key(written)).doesNotContain(word));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "%", "_", "〔〕", "\u3000\u200B", "、"})
  void whatHasNeitherLetterNorDigitAsksForNothing(String asked) {
    assertThat(SearchText.words(asked)).isEmpty();
    assertThat(SearchText.key(asked)).isEmpty();
  }

  @Test
  void eachTextIsFoundForItself() {
    assertThat(SearchText.parts("洛阳", null, "豫驻1")).as("豫 is xu and xie as well, and in old texts shu")
        .containsExactly("洛阳", "ly", "luoyang", "豫驻1", "yz1", "xz1", "sz1", "yuzhu1");
    assertThat(SearchText.words("洛阳　豫驻１ 洛阳")).isEqualTo(List.of("洛阳", "豫驻1"));
  }

  @Test
  void charactersBeyondTheBasicPlaneAreKept() {
    assertThat(SearchText.key("𠮷野路")).contains("𠮷野路", "𠮷yl");
  }
}
