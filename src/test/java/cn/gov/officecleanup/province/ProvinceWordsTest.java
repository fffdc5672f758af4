package cn.gov.officecleanup.province;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.testkit.Henan;
import cn.gov.officecleanup.testkit.Shown;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The province stands in the configuration, the file of its governments and the sample, and nowhere else. */
class ProvinceWordsTest {

  /** its name, its capital's and its short form; codes of places in it */
  static final Pattern OF_HENAN = Pattern.compile("河南|郑|豫|(?<![0-9A-Fa-f#.])41\\d{4}(?![0-9A-Fa-f])");

  @Test
  void nothingThatIsShippedNamesHenan() {
    Stream<Shown.Text> shipped = Stream.of(Shown.onScreenAndPaper(), Shown.models(), Shown.literals()).flatMap(List::stream);
    assertThat(Shown.meeting(OF_HENAN, shipped)).isEmpty();
  }

  @Test
  void henanIsWhatIsServedUnlessAnotherProvinceIsConfigured() {
    assertThat(Henan.PROVINCE.plan()).isEqualTo("河南省清理规范驻省会城市办事机构实施方案");
    assertThat(Henan.PROVINCE.capitalInShort()).isEqualTo("郑州");
    assertThat(Henan.PROVINCE.contains("419001")).isTrue();
    assertThat(Henan.PROVINCE.contains("420100")).isFalse();
    assertThat(Henan.PROVINCE.capitalContains("410184")).isTrue();
    assertThat(Henan.PROVINCE.capitalContains("410200")).isFalse();
  }

  @Test
  void aCapitalOutsideOfTheProvinceIsRefused() {
    assertThatThrownBy(() -> province("410000", "420100")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("410000");
    assertThatThrownBy(() -> province("410100", "410100")).isInstanceOf(IllegalArgumentException.class);
  }

  private static Province province(String code, String capital) {
    return new Province(code, "某省", "某", new Province.City(capital, "某市"), "某省人民政府", "某省人民政府办公厅", "某省机关事务管理局");
  }
}
