package cn.gov.officecleanup.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** One thing has one wording in all forms, and one wording means one thing. */
class FormLabelsTest {

  private static final String OF_THE_STEP = "what is decided or said differs from step to step, and is called by it";
  private static final String OF_THE_ROW = "a row's part, called by what the row is about";
  /** fields that are called differently, and why */
  private static final Map<String, String> LISTED = Map.ofEntries(Map.entry("decision", OF_THE_STEP), Map.entry("opinion", OF_THE_STEP),
      Map.entry("message", OF_THE_STEP), Map.entry("reason", OF_THE_STEP), Map.entry("reasons", OF_THE_STEP),
      Map.entry("explanation", OF_THE_STEP), Map.entry("words", OF_THE_STEP), Map.entry("read", OF_THE_STEP), Map.entry("kind", OF_THE_ROW),
      Map.entry("name", OF_THE_ROW), Map.entry("carriedOutOn", "an asset is handed over, a placement is done"),
      Map.entry("conditions", "those that the bureau proposes and those that the reply sets"),
      Map.entry("floorArea", "what an office has and what a new one is to have"),
      Map.entry("vehicles", "what an office has and what a new one is to have"),
      Map.entry("method", "the one that is proposed and the one that was approved"),
      Map.entry("saleMode", "the one that is proposed and the one that was approved"),
      Map.entry("officeId", "the office that is chosen for a procedure, which is called by it"),
      Map.entry("specialWorkEnd", "the day that is asked for and the one that stands, beside the one it is to be changed to"),
      Map.entry("received", "a reply that came in and money that was paid in"),
      Map.entry("receivedOn", "the day of a payment and the day of a report"),
      Map.entry("receiptNumber", "the number of a payment and that of a report"),
      Map.entry("sanctioned", "where it is shown its unit stands behind the number"));

  @Test
  void aFieldIsCalledTheSameInAllForms() throws IOException {
    Map<String, Set<String>> labels = new TreeMap<>();
    all((field, label) -> labels.computeIfAbsent(field, name -> new TreeSet<>()).add(label));
    assertThat(labels).as("forms").hasSizeGreaterThan(100);
    labels.values().removeIf(wordings -> wordings.size() == 1);
    assertThat(labels.keySet()).as("of several wordings: %s", labels).isEqualTo(new TreeSet<>(LISTED.keySet()));
  }

  @Test
  void noTwoFieldsAreCalledTheSame() throws IOException {
    Map<String, Set<String>> fields = new TreeMap<>();
    all((field, label) -> fields.computeIfAbsent(label, name -> new TreeSet<>()).add(field));
    fields.values().removeIf(names -> names.size() == 1);
    assertThat(fields).isEmpty();
  }

  /** Steps at which the same is asked have one form: models may share it. */
  @Test
  void noFormStandsTwice() throws IOException {
    Map<String, Set<String>> forms = new TreeMap<>();
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        forms.computeIfAbsent(Files.readString(file), content -> new TreeSet<>()).add(file.getFileName().toString());
      }
    }
    assertThat(forms).hasSizeGreaterThan(50);
    assertThat(forms.values()).allMatch(names -> names.size() == 1);
  }

  /** Takes a field's name and what officials call it. */
  private interface Field {

    void is(String name, String label);
  }

  private static void all(Field field) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("forms"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".html")).toList()) {
        Document form = Jsoup.parse(Files.readString(file));
        form.select("template").forEach(template -> template.parent().append(template.html()));
        for (Element input : form.select("[cam-variable-name], [name]:is(input, select, textarea, output)")) {
          String name = input.hasAttr("cam-variable-name") ? input.attr("cam-variable-name") : input.attr("name");
          Element label = input.id().isEmpty() ? null : form.selectFirst("label[for=" + input.id() + "]");
          if (input.hasAttr("aria-label") || label != null) {
            field.is(name, input.hasAttr("aria-label") ? input.attr("aria-label") : label.text().strip());
          }
        }
      }
    }
  }
}
