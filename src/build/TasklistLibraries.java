import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Makes the libraries of Tasklist small while the application is built: Camunda's web applications share one file of them, of which
 * Tasklist runs less than the half here. Arguments: the jar of the web applications' files, and the folder that the smaller file goes to.
 *
 * <p>
 * The file is a chunk of webpack's: functions by numbers, each of which asks for others by their numbers. Kept is, letter by letter, each
 * whose number is met in Tasklist's own script or in one that is kept, wherever it stands there; so too much may be kept, never too little.
 * What Tasklist never shows in this application is asked for all the same while it is loaded, and gets an empty function.
 */
public class TasklistLibraries {

  private static final String FOLDER = "META-INF/resources/webjars/camunda/";
  private static final String LIBRARIES = "lib/deps.js";
  private static final String TASKLIST = "app/tasklist/camunda-tasklist-bootstrap.js";
  private static final String SMALLER = "lib/tasklist-deps.js";
  /**
   * Words that are met in these alone, since the numbers change with every version. Camunda Forms: all of ours are HTML, which the lint of
   * the models demands; the modeler of decisions, of which Cockpit shows what there is; cases in CMMN: there are none.
   */
  private static final List<String> NEVER_SHOWN = List.of("FormPlayground", "dmnAutoPlace", "cmmn:CasePlanModel");
  /** digits of a module's number */
  private static final int LONGEST = 6;
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w$.])\\d+(?![\\w.])");
  private static final String MODULES = "(() => { const chunk = self.webpackChunkcamunda_bpm_webapp.pop(); "
      + "return Object.entries(chunk[1]).map(([number, code]) => [number, code.toString()]); })()";

  private static final Path SELF = Path.of("src/build/TasklistLibraries.java");

  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path target = Path.of(args[1], FOLDER + SMALLER);
    if (isNewer(target, jar) && isNewer(target, SELF)) {
      return;
    }
    try (ZipFile files = new ZipFile(jar.toFile())) {
      Files.createDirectories(target.getParent());
      Files.writeString(target, smaller(text(files, LIBRARIES), text(files, TASKLIST)));
    }
  }

  private static boolean isNewer(Path target, Path source) throws IOException {
    return Files.exists(target) && Files.getLastModifiedTime(target).compareTo(Files.getLastModifiedTime(source)) > 0;
  }

  private static String text(ZipFile files, String name) throws IOException {
    return new String(files.getInputStream(files.getEntry(FOLDER + name)).readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String smaller(String libraries, String tasklist) {
    Map<Integer, String> all = modules(libraries);
    Map<Integer, Set<Integer>> asks = new HashMap<>();
    all.forEach((module, code) -> asks.put(module, askedBy(code, all.keySet())));
    Set<Integer> first = new TreeSet<>();
    modules(tasklist).values().forEach(code -> first.addAll(askedBy(code, all.keySet())));
    Set<Integer> marked = all.keySet().stream().filter(module -> NEVER_SHOWN.stream().anyMatch(all.get(module)::contains))
        .collect(Collectors.toSet());
    Set<Integer> left = first.stream().filter(module -> !Collections.disjoint(reached(Set.of(module), asks), marked))
        .collect(Collectors.toSet());
    first.removeAll(left);
    Set<Integer> kept = reached(first, asks);
    if (marked.size() != NEVER_SHOWN.size() || left.size() != NEVER_SHOWN.size() || !Collections.disjoint(kept, left)) {
      throw new IllegalStateException("%s are in %s, to which Tasklist comes by %s: another version needs other words"
          .formatted(NEVER_SHOWN, marked, left));
    }
    String head = libraries.substring(0, libraries.indexOf('{', libraries.indexOf(".push(")) + 1);
    return Stream.concat(kept.stream().map(module -> module + ":" + all.get(module)), left.stream().map(module -> module + ":function(){}"))
        .collect(Collectors.joining(",", head, "}]);\n"));
  }

  private static Map<Integer, String> modules(String chunk) {
    try (Context context = Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
      context.eval("js", "globalThis.self = globalThis");
      context.eval("js", chunk);
      Value modules = context.eval("js", MODULES);
      Map<Integer, String> all = new TreeMap<>();
      for (long i = 0; i < modules.getArraySize(); i++) {
        Value module = modules.getArrayElement(i);
        all.put(Integer.valueOf(module.getArrayElement(0).asString()), module.getArrayElement(1).asString());
      }
      return all;
    }
  }

  private static Set<Integer> askedBy(String code, Set<Integer> modules) {
    return NUMBER.matcher(code).results().map(MatchResult::group).filter(number -> number.length() <= LONGEST).map(Integer::valueOf)
        .filter(modules::contains).collect(Collectors.toSet());
  }

  private static Set<Integer> reached(Set<Integer> from, Map<Integer, Set<Integer>> asks) {
    Set<Integer> reached = new TreeSet<>();
    Deque<Integer> next = new ArrayDeque<>(from);
    while (!next.isEmpty()) {
      Integer module = next.remove();
      if (reached.add(module)) {
        next.addAll(asks.get(module));
      }
    }
    return reached;
  }
}
