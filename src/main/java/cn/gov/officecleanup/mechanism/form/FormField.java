package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.document.FileName;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.WrittenText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.jsoup.nodes.Element;

/**
 * One input of a form and what it demands, read from the form's own HTML5 attributes: {@code required},
 * {@code data-required-when="field=value"}, {@code minlength}, {@code maxlength}, {@code pattern} (explained by {@code title}),
 * {@code min}, {@code max}, {@code step}, {@code type}, the options of a select, {@code data-choices}, {@code data-lawful-by},
 * {@code data-unique} among the rows of a table, {@code data-not-before} and {@code data-not-after} of a date.
 *
 * @param shownWhen conditions of the parts that it stands in ({@code data-shown-when}), all of which are met where it is seen
 * @param labelOf the field of whose choice it has the words ({@code data-label-of}), so that a code and its name go together; null for
 * others
 */
public record FormField(String name, String label, Kind kind, boolean required, String requiredWhen, Integer minLength, Integer maxLength,
    String pattern, String patternMeaning, String min, String max, Integer decimals, List<Choice> options, String choices, String lawfulBy,
    boolean unique, List<DayBound> bounds, List<String> shownWhen, String labelOf) {

  /** How it is filled in. */
  public enum Kind {
    TEXT,
    NUMBER,
    DATE,
    CHECKBOX,
    SELECT,
    FILE
  }

  static final String CLAUSE = "表单";
  /** A date field of a browser ends here; the engine's timers cannot hold the furthest days that Java can. */
  private static final int LAST_YEAR = 9999;

  /**
   * @param labels labels of what a bound of the field can name
   * @throws IllegalArgumentException when a bound names something else
   */
  static FormField of(Element input, String name, String label, Map<String, String> labels) {
    return new FormField(name, label, kindOf(input), input.hasAttr("required"), textOrNull(input, "data-required-when"),
        intOrNull(input, "minlength"), intOrNull(input, "maxlength"), textOrNull(input, "pattern"), textOrNull(input, "title"),
        textOrNull(input, "min"), textOrNull(input, "max"), decimals(input.attr("step")),
        input.select("option")
            .stream()
            .filter(option -> !option.attr("value").isEmpty())
            .map(option -> new Choice(option.attr("value"), option.text()))
            .toList(),
        textOrNull(input, "data-choices"), textOrNull(input, "data-lawful-by"), input.hasAttr("data-unique"),
        DayBound.of(input, labels).toList(),
        input.parents().stream().filter(part -> part.hasAttr("data-shown-when")).map(part -> part.attr("data-shown-when")).toList(),
        textOrNull(input, "data-label-of"));
  }

  private static Kind kindOf(Element input) {
    if (input.normalName().equals("select")) {
      return Kind.SELECT;
    }
    return switch (input.attr("type")) {
      case "number" -> Kind.NUMBER;
      case "date" -> Kind.DATE;
      case "checkbox" -> Kind.CHECKBOX;
      case "file" -> Kind.FILE;
      default -> Kind.TEXT;
    };
  }

  /**
   * @param value what was submitted, null where nothing was
   * @param all everything that was submitted beside it, for {@code data-required-when}
   * @param answers what is filled in or shown under the names that its bounds and the conditions of its parts have
   * @param place where the field stands, put before its label in messages; empty or like 第2行
   */
  List<Finding> check(Object value, Map<String, ?> all, Circumstances circumstances, Function<String, Object> answers, String place) {
    if (value == null || value instanceof String text && text.isBlank() || kind == Kind.CHECKBOX && !isTrue(value) || isNoFile(value)) {
      return demanded(all) ? List.of(finding("REQUIRED", place, kind == Kind.CHECKBOX ? "必须勾选确认。" : verb() + "。")) : List.of();
    }
    if (kind == Kind.FILE) {
      return checkFile(value, place);
    }
    List<Finding> findings = checkText(value.toString().strip(), all, circumstances, place);
    if (findings.isEmpty() && isShown(answers)) {
      bounds.stream()
          .flatMap(bound -> bound.brokenBy(LocalDate.parse(value.toString().strip()), circumstances.today(), answers).stream())
          .map(broken -> finding("WRONG_DAY", place, broken))
          .forEach(findings::add);
    }
    return findings;
  }

  /** Tasklist sends a file field that nothing was chosen in as a file without name. */
  static boolean isNoFile(Object value) {
    return value instanceof FileValue file && (file.getFilename() == null || file.getFilename().isBlank());
  }

  /** @return whether it must be filled in beside everything that was submitted */
  public boolean demanded(Map<String, ?> all) {
    return required || isMet(requiredWhen, all::get);
  }

  /** @return whether all the parts of the form that it stands in are shown with these answers */
  boolean isShown(Function<String, ?> answers) {
    return shownWhen.stream().allMatch(condition -> isMet(condition, answers));
  }

  /**
   * @return whether {@code field=value}, {@code field=one|other} or, for any answer, {@code field=*} is so; not so where there is no
   * condition
   */
  static boolean isMet(String condition, Function<String, ?> answers) {
    if (condition == null) {
      return false;
    }
    String[] parts = condition.split("=", 2);
    Object other = answers.apply(parts[0]);
    return other != null
        && (parts[1].equals("*") ? !other.toString().isBlank() : List.of(parts[1].split("\\|")).contains(other.toString()));
  }

  /** The engine hands a file out under the very name it came with. */
  private List<Finding> checkFile(Object value, String place) {
    if (!(value instanceof FileValue file)) {
      return List.of(finding("NOT_A_FILE", place, "应为文件，请选择文件。"));
    }
    if (file.getFilename().length() > FileName.MOST) {
      return List.of(
          finding("FILE_NAME_TOO_LONG", place, "的文件名有%d个字，超过上限%d个字，请改短文件名后重新选择。".formatted(file.getFilename().length(), FileName.MOST)));
    }
    return FileName.clean(file.getFilename()).equals(file.getFilename()) ? List.of()
        : List.of(finding("FILE_NAME_UNREADABLE", place, "的文件名中有不能使用的字符，请改用普通的文件名后重新选择。"));
  }

  private List<Finding> checkText(String text, Map<String, ?> all, Circumstances circumstances, String place) {
    List<Finding> findings = new ArrayList<>();
    int length = WrittenText.length(text);
    if (minLength != null && length < minLength) {
      findings.add(finding("TOO_SHORT", place, "至少填写%d个字，现有%d个字。".formatted(minLength, length)));
    }
    if (maxLength != null && length > maxLength) {
      findings.add(finding("TOO_LONG", place, "最多填写%d个字，现有%d个字。".formatted(maxLength, length)));
    }
    if (pattern != null && !Pattern.matches(pattern, text)) {
      findings.add(finding("WRONG_FORMAT", place, "填写格式不对，应为：" + Objects.requireNonNullElse(patternMeaning, pattern) + "。"));
    }
    switch (kind) {
      case NUMBER -> checkNumber(text, place, findings);
      case DATE -> checkDate(text, place, findings);
      case SELECT -> {
        List<Choice> allowed = choices == null ? options : circumstances.choices(choices);
        if (allowed.stream().noneMatch(choice -> choice.value().equals(text))) {
          findings.add(finding("NO_SUCH_CHOICE", place, "只能从列出的选项中选择；选项可能刚刚变化，请刷新页面后重新选择。"));
        } else if (lawfulBy != null) {
          circumstances.against(lawfulBy, text, all).ifPresent(findings::add);
        }
      }
      default -> {
      }
    }
    return findings;
  }

  private void checkNumber(String text, String place, List<Finding> findings) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
        findings.add(finding("NOT_WHOLE", place, decimals == 0 ? "应填写整数。" : "最多%d位小数。".formatted(decimals)));
      }
      if (min != null && number.compareTo(new BigDecimal(min)) < 0 || max != null && number.compareTo(new BigDecimal(max)) > 0) {
        findings.add(finding("OUT_OF_RANGE", place, "应在%s至%s之间。".formatted(min == null ? "任意值" : min, max == null ? "任意值" : max)));
      }
    } catch (NumberFormatException e) {
      findings.add(finding("NOT_A_NUMBER", place, "应填写数字。"));
    }
  }

  private void checkDate(String text, String place, List<Finding> findings) {
    try {
      if (LocalDate.parse(text).getYear() > LAST_YEAR) {
        findings.add(finding("NOT_A_DATE", place, "应填写日期，例如2015-10-31。"));
      }
    } catch (DateTimeException e) {
      findings.add(finding("NOT_A_DATE", place, "应填写日期，例如2015-10-31。"));
    }
  }

  private String verb() {
    return switch (kind) {
      case SELECT -> "不能为空，请选择";
      case FILE -> "不能为空，请选择文件";
      default -> "不能为空，请填写";
    };
  }

  Finding finding(String code, String place, String what) {
    return new Finding(code, place + "“" + label + "”" + what, CLAUSE);
  }

  /** @return the Chinese label of a chosen value, the value itself where the form names none */
  String labelOf(String value) {
    return options.stream().filter(choice -> choice.value().equals(value)).map(Choice::label).findFirst().orElse(value);
  }

  static boolean isTrue(Object value) {
    return Boolean.parseBoolean(String.valueOf(value));
  }

  /** @return how many decimals a number may have by its step, like 2 for 0.01; 0 without one, null for any */
  private static Integer decimals(String step) {
    if (step.isEmpty()) {
      return 0;
    }
    return step.equals("any") ? null : Math.max(0, new BigDecimal(step).scale());
  }

  private static String textOrNull(Element input, String attribute) {
    return input.hasAttr(attribute) ? input.attr(attribute) : null;
  }

  private static Integer intOrNull(Element input, String attribute) {
    return input.hasAttr(attribute) ? Integer.valueOf(input.attr(attribute)) : null;
  }
}
