package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TitleLinesTest {

  @Test
  void aShortTitleTakesOneLine() {
    assertThat(TitleLines.of(List.of("某机关", "关于保留", "甲办事处的批复"), 20)).containsExactly("某机关关于保留甲办事处的批复");
  }

  @Test
  void aLongTitleTakesFewLinesOfEvenLengthWithoutTearingAPieceApart() {
    assertThat(TitleLines.of(List.of("河南省人民政府", "关于保留", "洛阳市人民政府", "驻郑州办事处的批复"), 20)).containsExactly("河南省人民政府关于保留", "洛阳市人民政府驻郑州办事处的批复");
  }

  @ParameterizedTest
  @ValueSource(strings = {"驻郑州市农产品质量安全发展服务中心联络办事处撤销办结情况的函", "驻马店市人民政府机关事务管理办公室驻郑州办事处资产的函", "巩义市人民政府发展和改革委员会驻西安市联络处申请审核意见的请示"})
  void aPieceLongerThanALineBreaksBetweenWords(String piece) {
    List<String> lines = TitleLines.of(List.of("某机关", "关于", piece), 20);
    assertThat(String.join("", lines)).isEqualTo("某机关关于" + piece);
    String shown = String.join("|", lines);
    for (String word : List.of("郑州", "西安", "驻马店", "农产品", "质量", "安全", "发展", "服务", "中心", "联络", "办事处", "撤销", "办结", "情况", "人民政府", "机关", "事务",
        "管理", "办公室", "资产", "委员会", "申请", "审核", "意见", "请示", "驻郑州", "驻西安")) {
      assertThat(shown.replace("|", "").split(word, -1)).as(word).hasSameSizeAs(shown.split(word, -1));
    }
  }

  @Test
  void aWordLongerThanALineIsCutIntoEvenParts() {
    assertThat(TitleLines.of(List.of("一二三四五六七八九十甲"), 4)).containsExactly("一二三", "四五六七", "八九十甲");
  }
}
