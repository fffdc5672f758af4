package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a form demands, read from the form itself, so that the browser and the server check by the same declaration and neither can be
 * forgotten.
 */
public final class FormSchema {

  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() {
  };
  private static final int DEFAULT_MAX_ROWS = 500;

  private final String heading;
  private final List<FormField> fields;
  /** names of what is shown and not filled in ({@code <output name>}) */
  private final List<String> shown;
  private final List<FormList> lists;
  private final List<Choice> documentKinds;
  private final List<DemandedDocument> demandedDocuments;

  private FormSchema(String heading, List<FormField> fields, List<String> shown, List<FormList> lists, List<Choice> documentKinds,
      List<DemandedDocument> demandedDocuments) {
    this.heading = heading;
    this.fields = fields;
    this.shown = shown;
    this.lists = lists;
    this.documentKinds = documentKinds;
    this.demandedDocuments = demandedDocuments;
  }

  /**
   * @param html the embedded form
   * @throws IllegalArgumentException when an input has no label, since its messages could not name it, or a demand names what the form has
   * not
   */
  public static FormSchema of(String html) {
    Document form = Jsoup.parse(html);
    Map<String, String> labels = new HashMap<>();
    form.select("output[name]").forEach(shown -> labels.put(shown.attr("name"), labelOf(form, shown)));
    form.select("[cam-variable-name]").forEach(input -> labels.put(input.attr("cam-variable-name"), labelOf(form, input)));
    List<FormField> fields = form.select("[cam-variable-name]")
        .stream()
        .map(input -> FormField.of(input, input.attr("cam-variable-name"), labelOf(form, input), labels))
        .toList();
    List<FormList> lists = form.select("table[data-list]").stream().map(table -> list(table, labels)).toList();
    List<Choice> documentKinds = form.select("case-documents[kinds]")
        .stream()
        .flatMap(documents -> Stream.of(documents.attr("kinds").split(",")))
        .map(kind -> kind.split(":"))
        .map(kind -> new Choice(kind[0], kind[1]))
        .toList();
    Map<String, String> kinds = documentKinds.stream().collect(Collectors.toMap(Choice::value, Choice::label));
    return new FormSchema(form.select("form").attr("data-facts"), fields, form.select("output[name]").eachAttr("name"), lists,
        documentKinds, form.select("case-documents").stream().flatMap(documents -> DemandedDocument.of(documents, kinds)).toList());
  }

  private static FormList list(Element table, Map<String, String> labelsOfForm) {
    Map<String, String> labels = new HashMap<>(labelsOfForm);
    table.select("template [name]").forEach(input -> labels.put(input.attr("name"), input.attr("aria-label")));
    List<FormField> columns = table.select("template [name]")
        .stream()
        .map(input -> FormField.of(input, input.attr("name"), input.attr("aria-label"), labels))
        .toList();
    return new FormList(table.attr("data-list"), table.select("caption").text(), columns, table.hasAttr("data-required"),
        table.hasAttr("data-required-when") ? table.attr("data-required-when") : null,
        table.hasAttr("data-max-rows") ? Integer.parseInt(table.attr("data-max-rows")) : DEFAULT_MAX_ROWS);
  }

  private static String labelOf(Document form, Element input) {
    Element label = form.selectFirst("label[for=" + input.id() + "]");
    if (input.id().isEmpty() || label == null) {
      throw new IllegalArgumentException("no label for input " + input.attr(input.hasAttr("name") ? "name" : "cam-variable-name"));
    }
    return label.text();
  }

  /**
   * Checks what was submitted.
   *
   * @param cameIn variable names and values as they came in
   * @param circumstances what it is measured by
   * @return the values by name, blanks and what is not shown with these answers left out, texts cleaned, tables as lists of rows
   * @throws RefusedException with a sentence for everything that is to be mended
   */
  Submission accept(Map<String, Object> cameIn, Circumstances circumstances) {
    Map<String, Object> submitted = new HashMap<>(cameIn);
    submitted.replaceAll((name, value) -> hasField(name) ? written(value) : value);
    List<Finding> findings = new ArrayList<>();
    if (submitted.keySet().stream().anyMatch(name -> !knows(name))) {
      findings.add(new Finding("UNKNOWN_FIELD", "提交了表单以外的内容，请刷新页面后按表单填写。", FormField.CLAUSE));
    }
    Function<String, Object> answers = name -> hasField(name) ? submitted.get(name) : circumstances.shown(name);
    Map<String, Object> values = new LinkedHashMap<>();
    for (FormField field : fields) {
      Object value = submitted.get(field.name());
      findings.addAll(field.check(value, submitted, circumstances, answers, ""));
      misnamed(field, submitted, circumstances).ifPresent(findings::add);
      if (field.isShown(answers) && (value instanceof String text ? !text.isBlank() : value != null)) {
        values.put(field.name(), value instanceof String text ? text.strip() : value);
      }
    }
    for (FormList list : lists) {
      try {
        List<Map<String, Object>> rows = rows(submitted.get(list.name()));
        findings.addAll(list.check(rows, submitted, circumstances, answers));
        values.put(list.name(), rows);
      } catch (JsonProcessingException e) {
        findings.add(new Finding("UNREADABLE_TABLE", "“" + list.label() + "”的内容无法读取，请刷新页面后重新填写。", FormField.CLAUSE));
      }
    }
    findings.addAll(missingDocuments(submitted, circumstances));
    if (!findings.isEmpty()) {
      throw new RefusedException(findings);
    }
    return new Submission(values);
  }

  /** A name that goes with a code is that of the code. */
  private Optional<Finding> misnamed(FormField field, Map<String, Object> submitted, Circumstances circumstances) {
    Object given = submitted.get(field.name());
    if (field.labelOf() == null || given == null) {
      return Optional.empty();
    }
    FormField coded = fields.stream().filter(other -> other.name().equals(field.labelOf())).findFirst().orElseThrow();
    return circumstances.choices(coded.choices())
        .stream()
        .filter(choice -> choice.value().equals(submitted.get(coded.name())) && !choice.label().equals(given.toString().strip()))
        .findFirst()
        .map(choice -> field.finding("NAME_OF_ANOTHER", "",
            "与“%s”不符，%s应为“%s”，请重新选择。".formatted(coded.label(), choice.value(), choice.label())));
  }

  private List<Finding> missingDocuments(Map<String, Object> submitted, Circumstances circumstances) {
    List<DemandedDocument> demanded = demandedDocuments.stream().filter(document -> document.demanded(submitted)).toList();
    if (demanded.isEmpty()) {
      return List.of();
    }
    Set<String> attached = circumstances.attached().stream().map(StoredDocument::kind).collect(Collectors.toSet());
    return demanded.stream().filter(document -> !attached.contains(document.kind().value())).map(DemandedDocument::missing).toList();
  }

  private static List<Map<String, Object>> rows(Object value) throws JsonProcessingException {
    if (value == null || value.toString().isBlank()) {
      return List.of();
    }
    List<Map<String, Object>> rows = JSON.readValue(value.toString(), ROWS);
    if (rows == null || rows.contains(null)) {
      throw new JsonMappingException(null, "null instead of a row");
    }
    rows.forEach(row -> row.replaceAll((column, cell) -> written(cell)));
    return rows;
  }

  private static Object written(Object value) {
    return value instanceof String text ? WrittenText.of(text) : value;
  }

  private boolean knows(String name) {
    return hasField(name) || lists.stream().anyMatch(list -> list.name().equals(name));
  }

  private boolean hasField(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name));
  }

  /** @return names of what the form shows and nobody fills in there */
  List<String> shown() {
    return shown;
  }

  /** @return the single inputs in their order */
  public List<FormField> fields() {
    return fields;
  }

  /** @return the names of the single inputs in their order */
  public List<String> fieldNames() {
    return fields.stream().map(FormField::name).toList();
  }

  /** @return under which heading what was filled in is shown later; empty where it is not */
  Optional<String> heading() {
    return Optional.of(heading).filter(words -> !words.isEmpty());
  }

  /** @return the tables in their order */
  public List<FormList> lists() {
    return lists;
  }

  /** @return kinds of the documents that can be attached in the form, and in no other way */
  public List<Choice> documentKinds() {
    return documentKinds;
  }

  /**
   * @param answers what the form is filled in with, by field
   * @return by field, why which of its options may not be chosen
   */
  Map<String, Map<String, String>> unlawful(Circumstances circumstances, Map<String, ?> answers) {
    Map<String, Map<String, String>> unlawful = new LinkedHashMap<>();
    fields.stream()
        .filter(field -> field.lawfulBy() != null)
        .forEach(field -> field.options()
            .forEach(option -> circumstances.against(field.lawfulBy(), option.value(), answers)
                .ifPresent(finding -> unlawful.computeIfAbsent(field.name(), name -> new LinkedHashMap<>())
                    .put(option.value(), finding.message()))));
    return unlawful;
  }

  /**
   * @param answers what the form is filled in with, by field
   * @return by the names the form gives them, the choices that depend on data, without those that the rules do not leave open
   */
  Map<String, List<Choice>> choices(Circumstances circumstances, Map<String, ?> answers) {
    Map<String, List<Choice>> choices = new LinkedHashMap<>();
    fields.stream()
        .filter(field -> field.choices() != null)
        .forEach(field -> choices.computeIfAbsent(field.choices(),
            name -> circumstances.choices(name)
                .stream()
                .filter(choice -> field.lawfulBy() == null || circumstances.against(field.lawfulBy(), choice.value(), answers).isEmpty())
                .toList()));
    return choices;
  }

  /** @return the Chinese label of a value chosen in a field, empty where the form has no such field */
  Optional<String> labelOf(String fieldName, String value) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).map(field -> field.labelOf(value)).findFirst();
  }
}
