package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a form demands, read from the form itself, so that the browser and the server check by the same declaration and neither can be forgotten.
 */
public final class FormSchema {

  private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final TypeReference<List<Map<String, Object>>> ROWS = new TypeReference<>() { };
  private static final int DEFAULT_MAX_ROWS = 500;

  private final String heading;
  private final List<FormField> fields;
  /** by field: the conditions under which all the parts of the form that it stands in are shown */
  private final Map<String, List<String>> shownWhen;
  private final List<FormList> lists;
  private final List<Choice> documentKinds;

  private FormSchema(String heading, List<FormField> fields, Map<String, List<String>> shownWhen, List<FormList> lists,
                     List<Choice> documentKinds) {
    this.heading = heading;
    this.fields = fields;
    this.shownWhen = shownWhen;
    this.lists = lists;
    this.documentKinds = documentKinds;
  }

  /**
   * @param html the embedded form
   * @throws IllegalArgumentException when an input has no label, since its messages could not name it
   */
  public static FormSchema of(String html) {
    Document form = Jsoup.parse(html);
    List<FormField> fields = form.select("[cam-variable-name]").stream()
        .map(input -> FormField.of(input, input.attr("cam-variable-name"), labelOf(form, input))).toList();
    Map<String, List<String>> shownWhen = form.select("[data-shown-when] [cam-variable-name]").stream().collect(Collectors.toMap(
        input -> input.attr("cam-variable-name"), input -> input.parents().eachAttr("data-shown-when")));
    List<FormList> lists = form.select("table[data-list]").stream().map(FormSchema::list).toList();
    List<Choice> documentKinds = form.select("case-documents[kinds]").stream().flatMap(documents -> Stream.of(documents.attr("kinds").split(",")))
        .map(kind -> kind.split(":")).map(kind -> new Choice(kind[0], kind[1])).toList();
    return new FormSchema(form.select("form").attr("data-facts"), fields, shownWhen, lists, documentKinds);
  }

  private static FormList list(Element table) {
    List<FormField> columns = table.select("template [name]").stream()
        .map(input -> FormField.of(input, input.attr("name"), input.attr("aria-label"))).toList();
    return new FormList(table.attr("data-list"), table.select("caption").text(), columns,
        table.hasAttr("data-required-when") ? table.attr("data-required-when") : null,
        table.hasAttr("data-max-rows") ? Integer.parseInt(table.attr("data-max-rows")) : DEFAULT_MAX_ROWS);
  }

  private static String labelOf(Document form, Element input) {
    Element label = form.selectFirst("label[for=" + input.id() + "]");
    if (input.id().isEmpty() || label == null) {
      throw new IllegalArgumentException("no label for input " + input.attr("cam-variable-name"));
    }
    return label.text();
  }

  /**
   * Checks what was submitted.
   *
   * @param submitted variable names and values as they came in
   * @param choices   offers the choices of fields that depend on data
   * @return the values by name, blanks and what is not shown with these answers left out, texts stripped, tables as lists of rows
   * @throws RefusedException with a sentence for everything that is to be mended
   */
  Submission accept(Map<String, Object> submitted, Function<String, List<Choice>> choices) {
    List<Finding> findings = new ArrayList<>();
    if (submitted.keySet().stream().anyMatch(name -> !knows(name))) {
      findings.add(new Finding("UNKNOWN_FIELD", "提交了表单以外的内容，请刷新页面后按表单填写。", FormField.CLAUSE));
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (FormField field : fields) {
      Object value = submitted.get(field.name());
      List<Choice> offered = field.choices() == null ? null : choices.apply(field.choices());
      findings.addAll(field.check(value, submitted, offered, ""));
      if (isShown(field, submitted) && (value instanceof String text ? !text.isBlank() : value != null)) {
        values.put(field.name(), value instanceof String text ? text.strip() : value);
      }
    }
    for (FormList list : lists) {
      try {
        List<Map<String, Object>> rows = rows(submitted.get(list.name()));
        findings.addAll(list.check(rows, submitted));
        values.put(list.name(), rows);
      } catch (JsonProcessingException e) {
        findings.add(new Finding("UNREADABLE_TABLE", "“" + list.label() + "”的内容无法读取，请刷新页面后重新填写。", FormField.CLAUSE));
      }
    }
    if (!findings.isEmpty()) {
      throw new RefusedException(findings);
    }
    return new Submission(values);
  }

  private static List<Map<String, Object>> rows(Object value) throws JsonProcessingException {
    if (value == null || value.toString().isBlank()) {
      return List.of();
    }
    List<Map<String, Object>> rows = JSON.readValue(value.toString(), ROWS);
    if (rows == null || rows.contains(null)) {
      throw new JsonMappingException(null, "null instead of a row");
    }
    return rows;
  }

  private boolean isShown(FormField field, Map<String, ?> all) {
    return shownWhen.getOrDefault(field.name(), List.of()).stream().allMatch(condition -> FormField.isMet(condition, all));
  }

  private boolean knows(String name) {
    return fields.stream().anyMatch(field -> field.name().equals(name)) || lists.stream().anyMatch(list -> list.name().equals(name));
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

  /** @return the names of the data-dependent choices this form asks for */
  List<String> choiceNames() {
    return fields.stream().map(FormField::choices).filter(Objects::nonNull).distinct().toList();
  }

  /** @return the Chinese label of a value chosen in a field, empty where the form has no such field */
  Optional<String> labelOf(String fieldName, String value) {
    return fields.stream().filter(field -> field.name().equals(fieldName)).map(field -> field.labelOf(value)).findFirst();
  }
}
