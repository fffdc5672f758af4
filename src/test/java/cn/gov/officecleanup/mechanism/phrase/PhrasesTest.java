package cn.gov.officecleanup.mechanism.phrase;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.testkit.EngineTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whose phrases are offered to whom, and what is kept of them. */
@EngineTest
class PhrasesTest {

  private static final String LEADER = "gov410900Leader";
  private static final String OTHER = "gov410900";

  @Autowired
  private Phrases phrases;
  @Autowired
  private JdbcClient jdbc;

  @AfterEach
  void nobody() {
    asApplication();
    jdbc.sql("delete from own_phrase").update();
  }

  @Test
  void eachHasTheOwnAndAllTheOffices() {
    as(LEADER);
    phrases.keep(List.of("请抓紧办理。", "同意上报。"));
    assertThat(phrases.own()).containsExactly("请抓紧办理。", "同意上报。");
    as(OTHER);
    assertThat(phrases.own()).isEmpty();
    assertThat(phrases.office()).isNotEmpty();
    phrases.keep(List.of("已核。"));
    as(LEADER);
    assertThat(phrases.own()).containsExactly("请抓紧办理。", "同意上报。");
    phrases.keep(List.of("同意上报。"));
    assertThat(phrases.own()).as("in place of those before").containsExactly("同意上报。");
  }

  @Test
  void theyAreCleanedAsAllTextIs() {
    as(LEADER);
    assertThat(phrases.keep(Arrays.asList("\u200B 同意。\u3000", "", null, " \u00A0", "同意。", "请\n补充。"))).containsExactly("同意。", "请 补充。")
        .isEqualTo(phrases.own());
  }

  @Test
  void thereAreLimitsToTheirNumberAndLength() {
    as(LEADER);
    List<String> most = IntStream.range(0, Phrases.MOST).mapToObj(i -> "𠅤".repeat(Phrases.LONGEST - 2) + (10 + i)).toList();
    assertThat(phrases.keep(most)).hasSize(Phrases.MOST);
    assertThat(phrases.own()).isEqualTo(most);
    assertThatThrownBy(() -> phrases.keep(IntStream.rangeClosed(0, Phrases.MOST).mapToObj(i -> "第%d条".formatted(i)).toList()))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("最多20条，现有21条");
    assertThatThrownBy(() -> phrases.keep(List.of("好".repeat(Phrases.LONGEST + 1)))).isInstanceOf(RefusedException.class)
        .hasMessageContaining("每条最多100字，现有101字");
    assertThat(phrases.own()).as("what was refused changes nothing").isEqualTo(most);
  }
}
