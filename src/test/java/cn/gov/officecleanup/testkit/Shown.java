package cn.gov.officecleanup.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** What the product shows officials, as its sources have it: forms, pages and scripts, templates of documents, models, its own words. */
public final class Shown {

  private static final Path JAVA = Path.of("src/main/java");
  private static final Path DEMO = JAVA.resolve("cn/gov/officecleanup/edge/demo");
  private static final Path RESOURCES = Path.of("src/main/resources");
  /** comments and characters are passed over; texts are groups 1 and 2 */
  private static final Pattern LITERAL = Pattern
      .compile("//[^\n]*|/\\*.*?\\*/|'(?:[^'\\\\\n]|\\\\.)+'|" + "\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  /** comments of a script or page are nobody's to read */
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->|/\\*.*?\\*/|(?<=^|\\s)//[^\n]*", Pattern.DOTALL);
  /** what an element is submitted as; what is read is the element's content */
  private static final Pattern VALUE = Pattern.compile("\\svalue=\"[^\"]*\"");
  private static final Pattern NAME = Pattern.compile("\\s(?:name|label)=\"([^\"]*)\"");

  /** A text and the file it stands in. */
  public record Text(Path file, String words) {
  }

  private Shown() {
  }

  /** @return what forms, pages, scripts and templates of documents show */
  public static List<Text> onScreenAndPaper() {
    List<Text> texts = new ArrayList<>();
    texts.addAll(read(Path.of("forms"), ".*\\.html", Shown::withoutComments));
    texts.addAll(read(RESOURCES.resolve("META-INF/resources"), ".*\\.(html|js|json|css)", Shown::withoutComments));
    texts.addAll(read(RESOURCES.resolve("web"), ".*\\.html", Shown::withoutComments));
    texts.addAll(files(RESOURCES.resolve("documents"), ".*\\.docx").map(file -> new Text(file, word(file))).toList());
    return texts;
  }

  /** @return names in the models and their decision tables, which the web applications show */
  public static List<Text> names() {
    return read(Path.of("processes"), ".*\\.(bpmn|dmn)",
        content -> NAME.matcher(content).results().map(name -> name.group(1)).collect(Collectors.joining("\n")));
  }

  /** @return the models and decision tables as they are */
  public static List<Text> models() {
    return read(Path.of("processes"), ".*\\.(bpmn|dmn)", content -> content);
  }

  /** @return the texts that stand in the program, but for the sample's */
  public static List<Text> literals() {
    return files(JAVA, ".*\\.java").filter(file -> !file.startsWith(DEMO))
        .flatMap(file -> literals(file).map(text -> new Text(file, text)))
        .toList();
  }

  /** @return the texts that stand in a source, as they are written there */
  public static Stream<String> literals(Path source) {
    return LITERAL.matcher(content(source))
        .results()
        .map(text -> text.group(1) != null ? text.group(1) : text.group(2))
        .filter(Objects::nonNull);
  }

  /** @return where a pattern is met, as file and word */
  public static List<String> meeting(Pattern pattern, Stream<Text> texts) {
    return texts
        .flatMap(text -> pattern.matcher(text.words())
            .results()
            .map(met -> text.file() + ": " + met.group() + " in "
                + text.words().substring(Math.max(0, met.start() - 20), Math.min(text.words().length(), met.end() + 20))))
        .distinct()
        .toList();
  }

  private static List<Text> read(Path folder, String name, Function<String, String> words) {
    return files(folder, name).map(file -> new Text(file, words.apply(content(file)))).toList();
  }

  private static String withoutComments(String content) {
    return VALUE.matcher(COMMENT.matcher(content).replaceAll(" ")).replaceAll(" ");
  }

  private static Stream<Path> files(Path folder, String name) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(file -> file.getFileName().toString().matches(name)).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String word(Path file) {
    try (var docx = new XWPFDocument(Files.newInputStream(file)); var text = new XWPFWordExtractor(docx)) {
      return text.getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
