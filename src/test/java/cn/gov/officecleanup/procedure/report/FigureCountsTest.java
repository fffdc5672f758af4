package cn.gov.officecleanup.procedure.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.mechanism.register.OfficeStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the plan asks nothing of is no office that was kept: it is told by the clause that the decision table gives to it alone. */
class FigureCountsTest {

  private static final Pattern RULE = Pattern.compile("<rule .*?</rule>", Pattern.DOTALL);
  private static final Pattern CLAUSE = Pattern.compile("-clause\">\\s*<text>\"(\\w+)\"</text>");

  @Test
  void noMeasureIsAFigureOfItsOwn() throws IOException {
    List<String> rules = RULE.matcher(Files.readString(Path.of("processes/office-disposition.dmn")))
        .results()
        .map(rule -> rule.group())
        .filter(rule -> CLAUSE.matcher(rule).find())
        .toList();
    assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
      String clause = CLAUSE.matcher(rule).results().findFirst().orElseThrow().group(1);
      assertThat(FigureCounts.figureOf(OfficeStatus.RETAINED, clause)).as(rule)
          .isEqualTo(rule.contains("\"NO_MEASURE\"") || rule.contains("\"OUTSIDE_PLAN\"") ? Figure.NO_MEASURE : Figure.RETAINED);
    });
  }

  @Test
  void anOfficeThatWasKeptByDecisionIsKept() {
    assertThat(FigureCounts.figureOf(OfficeStatus.RETAINED, "C3")).isEqualTo(Figure.RETAINED);
    assertThat(FigureCounts.figureOf(OfficeStatus.RETAINED, null)).isEqualTo(Figure.RETAINED);
  }
}
