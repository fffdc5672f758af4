package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TitleLinesTest {

  @Test
  void aShortTitleTakesOneLine() {
    assertThat(TitleLines.of(List.of("某机关", "关于保留", "甲办事处的批复"), 20)).containsExactly("某机关关于保留甲办事处的批复");
  }

  @Test
  void aLongTitleTakesFewLinesOfEvenLengthWithoutTearingAPieceApart() {
    assertThat(TitleLines.of(List.of("河南省人民政府", "关于保留", "洛阳市人民政府", "驻郑州办事处的批复"), 20)).containsExactly("河南省人民政府关于保留", "洛阳市人民政府驻郑州办事处的批复");
  }

  @Test
  void aPieceLongerThanALineIsCutIntoEvenParts() {
    assertThat(TitleLines.of(List.of("一二三四五六七八九十甲"), 4)).containsExactly("一二三", "四五六七", "八九十甲");
  }
}
