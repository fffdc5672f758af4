package cn.gov.officecleanup.mechanism.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** The web applications' Chinese texts against the English ones in the engine's jar: an upgrade shows here what is not translated yet. */
class ChineseLocaleTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{}|%\\w|\\bLT\\b|</?(?:a|br|strong)\\b[^>]*>");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  /** Written the same in Chinese: identifiers, file formats, signs, date patterns in figures and numbers. */
  private static final Set<String> SAME_IN_CHINESE = Set.of("ID", "ID*", "CSV", "JSON", "<", "<=", ">", ">=", "YYYY-MM-DDTHH:mm:ss", "L",
      "YYYY-MM-DD", "HH:mm", "1", "4");
  /** Texts with nothing to translate: an empty one and the plural ending, which Chinese has not. */
  private static final Set<String> WITHOUT_CHINESE = Set.of("", "s");

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void hasExactlyTheEnginesTexts(String app) throws IOException {
    assertThat(texts(app, "zh-CN").keySet()).isEqualTo(texts(app, "en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void everyTextIsChinese(String app) throws IOException {
    Map<String, String> english = texts(app, "en");
    Map<String, String> other = texts(app, "zh-CN");
    other.entrySet()
        .removeIf(text -> WITHOUT_CHINESE.contains(english.get(text.getKey())) ? text.getValue().isEmpty()
            : SAME_IN_CHINESE.contains(text.getValue()) || CHINESE.matcher(text.getValue()).find());
    assertThat(other).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void placeholdersAndMarkupAreKept(String app) throws IOException {
    Map<String, String> english = texts(app, "en");
    Map<String, String> other = texts(app, "zh-CN");
    other.entrySet().removeIf(text -> placeholders(text.getValue()).equals(placeholders(english.getOrDefault(text.getKey(), ""))));
    assertThat(other).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
  void theApplicationIsConfiguredForIt(String app) throws IOException {
    assertThat(resource(app, "scripts/config.js")).as("see ScriptFunctionsTest for what it comes to").contains("export default webapp(");
  }

  private static Map<String, String> texts(String app, String locale) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    collect("", new ObjectMapper().readTree(resource(app, "locales/" + locale + ".json")), texts);
    return texts;
  }

  private static void collect(String path, JsonNode node, Map<String, String> texts) {
    if (node.isObject()) {
      node.fields().forEachRemaining(field -> collect(path + "/" + field.getKey(), field.getValue(), texts));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), texts);
      }
    } else {
      texts.put(path, node.asText());
    }
  }

  private static List<String> placeholders(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).sorted().toList();
  }

  /** The engine's files start with a byte order mark, which JSON does not allow. */
  private static String resource(String app, String file) throws IOException {
    return new ClassPathResource("META-INF/resources/webjars/camunda/app/" + app + "/" + file).getContentAsString(UTF_8)
        .replace("\uFEFF", "");
  }
}
