package cn.gov.officecleanup.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.officecleanup.testkit.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;

/**
 * No key of a procedure and no id of a step stands as a literal outside of the package that carries the procedure out: what mechanisms must
 * know of it, its model says. Edges that play officials are free: an official knows the procedures by their names and fills in their forms.
 */
class ProcedureLiteralsTest {

  private static final Path SOURCES = Path.of("src/main/java/cn/gov/officecleanup");
  private static final Set<String> PLAY_OFFICIALS = Set.of("edge/demo", "edge/rehearsal");

  private static final Pattern IN_SQL = Pattern.compile("'([^'\n]*)'");
  private static final Pattern PROCESS = Pattern.compile("<bpmn:process id=\"([^\"]+)\"");
  private static final Pattern STEP = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\"");

  /** Which package carries out which procedures; those of a package that handles whatever case are mechanisms' own. */
  private static final Map<String, Set<String>> CARRIED_OUT_BY = Map.ofEntries(
      Map.entry("procedure/abolition", Set.of("office-abolition", "abolition-by-disposition", "special-work-end")),
      // one record, one way to the decision and one withdrawal for both applications
      Map.entry("procedure/application",
          Set.of("application-handling", "application-checks", "application-withdrawal", "three-level-approval", "retention-application",
              "office-establishment", "retention-change")),
      Map.entry("procedure/appraisal", Set.of("annual-appraisal", "appraisal-consequences", "appraisal-correction", "year-overview")),
      Map.entry("procedure/audit", Set.of("ledger-audit")), Map.entry("procedure/calendar", Set.of("calendar-loading")),
      Map.entry("procedure/campaign", Set.of("cleanup-campaign")), Map.entry("procedure/change", Set.of("retention-change")),
      Map.entry("procedure/complaint", Set.of("complaint-handling")),
      Map.entry("procedure/disclosure", Set.of("reception-disclosure", "disclosure-correction")),
      Map.entry("procedure/disposal", Set.of("asset-disposal", "disposal-approval")),
      Map.entry("procedure/establishment", Set.of("office-establishment")),
      Map.entry("procedure/inspection", Set.of("inspection-plan", "inspection", "inspection-feedback")),
      Map.entry("procedure/integration", Set.of("office-integration")),
      Map.entry("procedure/decoupling", Set.of("entity-decoupling", "decoupling-approval", "decoupling-report")),
      Map.entry("procedure/placement", Set.of("staff-placement")),
      Map.entry("procedure/registration", Set.of("register-import", "import-withdrawal", "register-export")),
      Map.entry("procedure/reception",
          Set.of("official-reception", "reception-budget", "reception-standard", "reception-supplier", "reception-revocation",
              "reception-refund", "reception-shortage", "reception-recovery")),
      Map.entry("procedure/report", Set.of("locality-report", "report-review", "county-report", "report-correction")),
      Map.entry("procedure/retention", Set.of("retention-application")),
      Map.entry("procedure/rotation", Set.of("staff-posting", "staff-rotation", "posting-change", "rotation-plan", "term-audit")),
      Map.entry("procedure/summary", Set.of("provincial-report", "provincial-review", "national-receipt")),
      Map.entry("procedure/supervision", Set.of("supervision")), Map.entry("procedure/template", Set.of("template-revision")),
      Map.entry("procedure/urging", Set.of("case-urging")), Map.entry("mechanism/yearly", Set.of("year-beginning")),
      Map.entry("mechanism/handling",
          Set.of("opinion-request", "assistance", "case-circulation", "substitution", "substitution-end", "deadline-extension")));

  /** Where one procedure really starts another. */
  private static final Map<String, Set<String>> STARTED_BY = Map.of("procedure/campaign",
      Set.of("retention-application", "office-integration"));

  /** Words that are spelled like a key or step and mean something else there. */
  // commands of the command line
  private static final Map<String, Set<String>> OTHER_WORDS = Map.of("mechanism/register", Set.of("register-import", "register-export"),
      "mechanism/document", Set.of("closing", "plan", "fill", "nil"), // what is filled into a report; words of Word's own format
      "mechanism/deadline", Set.of("closing"), // a parameter of a statement
      // what officials choose or fill in
      "procedure/abolition", Set.of("accept"), "procedure/complaint", Set.of("accept", "approve"), "procedure/summary", Set.of("result"));

  @Test
  void everyProcedureIsCarriedOutByAPackage() throws IOException {
    assertThat(CARRIED_OUT_BY.values().stream().flatMap(Set::stream).collect(Collectors.toSet())).isEqualTo(models().keySet());
  }

  @Test
  void aProcedureAndItsStepsAreNamedInItsOwnPackageAlone() throws IOException {
    Map<String, Set<String>> namesByProcedure = models();
    Set<String> names = namesByProcedure.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    Map<String, Set<String>> strangers = new TreeMap<>();
    Map<String, Set<String>> literals = literals();
    literals.forEach((folder, found) -> {
      Set<String> known = Stream.of(CARRIED_OUT_BY, STARTED_BY)
          .flatMap(map -> map.getOrDefault(folder, Set.of()).stream())
          .flatMap(key -> namesByProcedure.get(key).stream())
          .collect(Collectors.toCollection(TreeSet::new));
      known.addAll(OTHER_WORDS.getOrDefault(folder, Set.of()));
      found.stream()
          .filter(names::contains)
          .filter(name -> !known.contains(name))
          .forEach(name -> strangers.computeIfAbsent(folder, none -> new TreeSet<>()).add(name));
    });
    PLAY_OFFICIALS.forEach(strangers::remove);
    assertThat(strangers).isEmpty();
    OTHER_WORDS.forEach((folder, words) -> assertThat(literals.get(folder)).as("%s has no such word any more", folder).containsAll(words));
  }

  /** @return by the procedure's key it and the ids of its steps; those of partners in one file together */
  private static Map<String, Set<String>> models() throws IOException {
    Map<String, Set<String>> models = new HashMap<>();
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      files.filter(file -> file.toString().endsWith(".bpmn")).map(ProcedureLiteralsTest::text).forEach(model -> {
        List<String> keys = all(PROCESS, model).toList();
        Set<String> names = Stream.concat(keys.stream(), all(STEP, model)).collect(Collectors.toSet());
        keys.forEach(key -> models.put(key, names));
      });
    }
    return models;
  }

  /** @return by folder the literals of its classes, and the literals of SQL in them */
  private static Map<String, Set<String>> literals() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java"))
          .collect(Collectors.groupingBy(file -> SOURCES.relativize(file.getParent()).toString().replace('\\', '/'),
              Collectors.flatMapping(file -> literalsIn(file), Collectors.toSet())));
    }
  }

  private static Stream<String> literalsIn(Path source) {
    return Shown.literals(source).flatMap(literal -> Stream.concat(Stream.of(literal), all(IN_SQL, literal)));
  }

  private static Stream<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
