package cn.gov.officecleanup.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Days, moments and amounts have one format on every page and in every answer: {@code text.InWords} on the server, {@code page.js} in the
 * browser. Looks for a second way.
 */
class OneFormatTest {

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern FORMATTED = Pattern
      .compile("DateTimeFormatter\\.of|SimpleDateFormat\\(|DecimalFormat\\(|NumberFormat\\.get|%,?(\\.\\d)?[df]元|%,\\.2f|%s元");
  private static final Pattern FORMATTED_IN_BROWSER = Pattern.compile("\\bIntl\\.|\\.toLocale\\w*\\(|\\.toFixed\\(");
  private static final Pattern MEASURED = Pattern.compile("java\\.time\\..*|java\\.util\\.Date|java\\.math\\.BigDecimal|double|float");
  private static final Pattern FOR_OFFICIALS = Pattern.compile("\\p{IsHan}");
  /** others that format, and why */
  private static final Map<String, String> LISTED = Map.of("InWords", "the one way", "Amounts",
      "tells the places of an amount that are too many", "AuditWorkbook", "cells that Excel sorts as text", "LedgerWorkbook",
      "cells that Excel sorts as text", "RehearsalFiles", "columns that programs read", "RehearsalChart", "months along an axis",
      "CaseDocuments", "the size of a file");

  @Test
  void nothingElseFormats() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(SOURCES, ".java")) {
      found(file, FORMATTED, found);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void norDoesAnythingElseInTheBrowser() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(Path.of("src/main/resources"), ".js")) {
      if (!file.endsWith("lib/cleanup/page.js")) {
        found(file, FORMATTED_IN_BROWSER, found);
      }
    }
    assertThat(found).isEmpty();
  }

  /** What is put into a sentence as it is would be read as 2015-10-31 or 1234.5. */
  @Test
  void noSentenceTakesADayOrAnAmountAsItIs() throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<String> found = new ArrayList<>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task = (JavacTask) compiler.getTask(null, manager, diagnostic -> {
      }, List.of("-proc:none", "-cp", System.getProperty("java.class.path")), null,
          manager.getJavaFileObjectsFromPaths(files(SOURCES, ".java")));
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      units.forEach(unit -> new Sentences(Trees.instance(task), unit, found).scan(unit, null));
    }
    assertThat(found).isEmpty();
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  private static void found(Path file, Pattern pattern, List<String> found) throws IOException {
    if (isListed(file.getFileName().toString())) {
      return;
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (pattern.matcher(line).find()) {
        found.add("%s:%d %s".formatted(file.getFileName(), number, line.strip()));
      }
    }
  }

  private static boolean isListed(String fileName) {
    return LISTED.containsKey(fileName.replaceFirst("\\.java$", ""));
  }

  /** Looks at what is put into texts that officials read. */
  private static final class Sentences extends TreePathScanner<Void, Void> {

    private final Trees trees;
    private final CompilationUnitTree unit;
    private final String name;
    private final List<String> found;

    Sentences(Trees trees, CompilationUnitTree unit, List<String> found) {
      this.trees = trees;
      this.unit = unit;
      this.name = Path.of(unit.getSourceFile().getName()).getFileName().toString();
      this.found = found;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
      if (call.getMethodSelect().toString().matches("(?s).*\\.formatted|String\\.format")) {
        call.getArguments().forEach(argument -> look(call, argument));
      }
      return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitBinary(BinaryTree sum, Void nothing) {
      if (sum.getKind() == Tree.Kind.PLUS && "java.lang.String".equals(String.valueOf(trees.getTypeMirror(getCurrentPath())))) {
        look(sum, sum.getLeftOperand());
        look(sum, sum.getRightOperand());
      }
      return super.visitBinary(sum, nothing);
    }

    private void look(Tree text, ExpressionTree part) {
      String type = String.valueOf(trees.getTypeMirror(new TreePath(getCurrentPath(), part)));
      if (MEASURED.matcher(type).matches() && FOR_OFFICIALS.matcher(source(text)).find() && !isListed(name)) {
        found.add(
            "%s:%d %s".formatted(name, unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, part)), part));
      }
    }

    private String source(Tree tree) {
      try {
        return unit.getSourceFile()
            .getCharContent(true)
            .subSequence((int) trees.getSourcePositions().getStartPosition(unit, tree),
                (int) trees.getSourcePositions().getEndPosition(unit, tree))
            .toString();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
