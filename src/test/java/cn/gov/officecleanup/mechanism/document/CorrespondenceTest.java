package cn.gov.officecleanup.mechanism.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes to whom decides the kind of the document. */
class CorrespondenceTest {

  private static final Map<String, OfficialBody> BODIES = Stream
      .of(body("省政府", OfficialBody.Role.GOVERNMENT, "410000", null), body("省政府办公厅", OfficialBody.Role.OFFICE, "410000", null),
          body("省财政厅", OfficialBody.Role.DEPARTMENT, "410000", "财政"), body("省局", OfficialBody.Role.DEPARTMENT, "410000", "机关事务"),
          body("国管局", OfficialBody.Role.DEPARTMENT, "000000", "机关事务"), body("市政府", OfficialBody.Role.GOVERNMENT, "410300", null),
          body("市政府办公室", OfficialBody.Role.OFFICE, "410300", null), body("市财政局", OfficialBody.Role.DEPARTMENT, "410300", "财政"),
          body("县政府", OfficialBody.Role.GOVERNMENT, "410322", null), body("县政府办公室", OfficialBody.Role.OFFICE, "410322", null),
          body("县财政局", OfficialBody.Role.DEPARTMENT, "410322", "财政"), body("邻市政府", OfficialBody.Role.GOVERNMENT, "410200", null))
      .collect(Collectors.toMap(OfficialBody::title, Function.identity()));

  @ParameterizedTest
  @CsvSource({
      // upwards
      "市政府, 省政府, ASK, 请示", "市政府, 省政府, TELL, 报告", "县政府, 市政府, ASK, 请示", "县政府, 省政府, TELL, 报告", "省局, 省政府, ASK, 请示", "省局, 国管局, TELL, 报告",
      "县财政局, 市财政局, ASK, 请示", "市财政局, 市政府, TELL, 报告",
      // downwards: a reply only to a request
      "省政府, 市政府, ANSWER_REQUEST, 批复", "省政府, 市政府, TELL, 通知", "市政府, 县政府, TELL, 通知", "省政府, 省局, ANSWER_REQUEST, 批复", "省财政厅, 市财政局, TELL, 通知",
      // not above each other
      "市政府, 省局, TELL, 函", "县政府, 省局, TELL, 函", "省局, 市政府, ASK, 函", "市政府, 邻市政府, ASK, 函", "市财政局, 市政府办公室, TELL, 函", "市政府办公室, 市财政局, TELL, 函",
      "省政府办公厅, 省局, TELL, 函", "市政府办公室, 县政府, TELL, 函", "省财政厅, 国管局, ASK, 函", "市财政局, 县政府, ANSWER_REQUEST, 函"})
  void theKindFollowsFromWhoWritesToWhom(String from, String to, Correspondence.Purpose purpose, String kind) {
    assertThat(Correspondence.kind(BODIES.get(from), BODIES.get(to), purpose).label()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({"市政府, 市政府办公室", "市政府办公室, 市政府", "市政府, 市政府"})
  void whatAGovernmentDecidesForItselfIsNoDocument(String from, String to) {
    assertThatThrownBy(() -> Correspondence.kind(BODIES.get(from), BODIES.get(to), Correspondence.Purpose.ANSWER_REQUEST))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static OfficialBody body(String title, OfficialBody.Role role, String government, String line) {
    List<String> above = switch (government) {
      case "000000" -> List.of();
      case "410000" -> List.of("000000");
      case "410322" -> List.of("410300", "410000", "000000");
      default -> List.of("410000", "000000");
    };
    return new OfficialBody(title, role, government, above, line);
  }
}
