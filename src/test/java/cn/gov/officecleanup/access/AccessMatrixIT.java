package cn.gov.officecleanup.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The matrix: every address of the application and of the engine's interface, as they stand in the resources' annotations, called as every
 * group of the demo and as nobody, for the cases, persons, documents and users of a county, and held against the verdicts of {@code
 * access/verdicts.txt}. Each cell asks for the status, for the marks of what is the county's in the answer, for a Chinese sentence where it
 * is a refusal, and for what was changed in the database. What fails is in {@code target/access-matrix/failures.txt}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"spring.datasource.url=jdbc:h2:mem:matrix", "server.address=127.0.0.1", "cleanup.admin.password=a-password-for-this-test",
        "camunda.bpm.job-execution.enabled=false", "cleanup.public-page.requests-per-minute=10000", "logging.level.root=off",
        "logging.level.cn.gov.officecleanup.access=info"})
class AccessMatrixIT {

  private static final Logger LOG = LoggerFactory.getLogger(AccessMatrixIT.class);
  /** fewer would mean that addresses are not found any more */
  private static final int FEWEST_CELLS = 15_000;
  private static final String ENGINE = "/camunda/api/engine/engine/{name}";
  private static final String COUNT = "/count";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String JSON = "application/json";
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  @LocalServerPort
  private int port;
  @Autowired
  private ServletContext servlets;
  @Autowired
  private ApplicationContext context;
  @Autowired
  private JdbcClient jdbc;

  private final Map<Role, Caller> callers = new EnumMap<>(Role.class);
  private final Set<Mark> met = ConcurrentHashMap.newKeySet();
  private final List<String> failures = new ArrayList<>();
  /** how long the lists were that a role got, by its name and the list's path */
  private final Map<String, Integer> lengths = new ConcurrentHashMap<>();
  private Requests requests;
  private ForeignThings things;
  private DatabaseState database;
  private int cells;
  private final AtomicInteger sentences = new AtomicInteger();

  /** The levels of loggers are the whole JVM's: who reads the log in another test finds it as it was. */
  @AfterAll
  static void speakAgain() {
    LoggingSystem.get(AccessMatrixIT.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
  }

  @Test
  void everyServletIsOneWhoseAddressesAreKnown() {
    assertThat(servlets.getServletRegistrations()
        .values()
        .stream()
        .filter(servlet -> servlet.getInitParameter(JaxRsAddresses.APPLICATION) == null && !servlet.getName().equals("dispatcherServlet"))
        .filter(servlet -> !servlet.getMappings().isEmpty())
        .map(ServletRegistration::getName)).isEmpty();
  }

  @Test
  void everyAddressHasAVerdictAndEveryVerdictAnAddress() throws Exception {
    Set<String> without = new TreeSet<>(addresses().stream().map(Address::name).toList());
    without.removeAll(verdicts().keySet());
    assertThat(without).as("addresses without a verdict").isEmpty();
    Set<String> gone = new TreeSet<>(verdicts().keySet());
    addresses().forEach(address -> gone.remove(address.name()));
    assertThat(gone).as("verdicts without an address").isEmpty();
  }

  @Test
  void nobodyGetsInWhereTheyDoNotBelong() throws Exception {
    requests = new Requests();
    things = ForeignThings.prepare(context);
    for (Role role : Role.values()) {
      callers.put(role, new Caller("http://127.0.0.1:" + port, role, password(role)));
    }
    database = new DatabaseState(jdbc);
    Map<String, Verdict> verdicts = verdicts();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Address address : addresses()) {
        Verdict verdict = verdicts.get(address.name());
        if (verdict != null) {
          hold(address, verdict, threads);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    holdBackWhatIsConfided(verdicts);
    report();
    assertThat(cells).isGreaterThanOrEqualTo(FEWEST_CELLS);
    assertThat(met).as("marks that were found where they may be; else they would be looked for in vain")
        .containsAll(EnumSet.complementOf(EnumSet.of(Mark.PASSWORD)));
    assertThat(sentences).as("refusals whose sentence was read").hasPositiveValue();
    assertThat(failures).isEmpty();
  }

  /** C14: by whichever id one asks, and however far one's office reaches. */
  private void holdBackWhatIsConfided(Map<String, Verdict> verdicts) throws Exception {
    Map<String, String> values = things.valuesOfWhatIsConfided();
    for (Address address : addresses()) {
      // what names no thing was asked before, and is looked through for this case as for all others
      boolean asked = requests.target(address, values).equals(requests.target(address, things.values(false)));
      if (!address.method().equals("GET") || verdicts.get(address.name()) == Verdict.SIGN_IN || asked) {
        continue;
      }
      for (Role role : Role.values()) {
        Caller.Answer answer = callers.get(role).call(requests, address, values, JSON + ", */*;q=0.5");
        String target = requests.target(address, values);
        String text = answer.text();
        boolean told = things.marks().get(Mark.CONFIDED).stream().anyMatch(word -> text.contains(word) && !target.contains(word));
        if (told && !Mark.CONFIDED.mayBeKnownTo(role)) {
          failures.add("CONFIDED | %s | %s | %d: %s".formatted(role, address.name(), answer.status(), shortened(text)));
        }
      }
    }
  }

  private void hold(Address address, Verdict verdict, ExecutorService threads) throws Exception {
    boolean twice = !requests.target(address, things.values(false)).equals(requests.target(address, things.values(true)));
    for (boolean aboutAPerson : twice ? new boolean[]{false, true} : new boolean[]{false}) {
      List<String> accepted = Stream.concat(Stream.of(JSON + ", */*;q=0.5"),
          address.produces().stream().filter(type -> address.method().equals("GET") && address.produces().size() > 1 && !type.equals(JSON)))
          .toList();
      for (String accept : accepted) {
        hold(new Call(address, verdict, aboutAPerson, accept), threads);
      }
    }
  }

  /** One address, called for one thing, as all roles. */
  private record Call(Address address, Verdict verdict, boolean aboutAPerson, String accept) {

    boolean mayChange(Role role) {
      return verdict.mayChange(role, aboutAPerson);
    }
  }

  private void hold(Call call, ExecutorService threads) throws Exception {
    List<Role> looking = Stream.of(Role.values()).filter(role -> !call.mayChange(role)).toList();
    List<Future<Void>> done = new ArrayList<>();
    for (Role role : looking) {
      done.add(threads.submit(() -> {
        judge(call, role);
        return null;
      }));
    }
    for (Future<Void> one : done) {
      one.get();
    }
    // who it was is asked only when something was changed
    Set<String> changed = call.verdict == Verdict.SIGN_IN ? Set.of() : database.changed();
    if (!changed.isEmpty()) {
      database.restore(changed);
      for (Role role : looking) {
        callers.get(role).call(requests, call.address, things.values(call.aboutAPerson), call.accept);
        Set<String> byRole = database.changed();
        if (!byRole.isEmpty()) {
          database.restore(byRole);
          fail(call, role, "changed " + byRole);
        }
      }
    }
    for (Role role : Role.values()) {
      if (call.mayChange(role)) {
        judge(call, role);
        database.restore(database.changed());
      }
    }
  }

  private void judge(Call call, Role role) throws IOException, InterruptedException {
    Map<String, String> values = things.values(call.aboutAPerson);
    Caller.Answer answer = callers.get(role).call(requests, call.address, values, call.accept);
    Verdict.Outcome outcome = call.verdict.outcome(role, call.aboutAPerson);
    int status = answer.status();
    boolean held = switch (outcome) {
      case ANSWER -> status / 100 == 2;
      case ANY -> status / 100 == 2 || status / 100 == 4;
      case REFUSED -> status / 100 == 4;
      case NOT_FOUND -> status == 404;
    };
    if (!held) {
      fail(call, role, "%s wanted, %d came: %s".formatted(outcome, status, shortened(answer.text())));
    }
    String asked = requests.target(call.address, values);
    String text = answer.text();
    if (status / 100 == 4 && text.stripLeading().startsWith("{")) {
      sentences.incrementAndGet();
      if (!CHINESE.matcher(MAPPER.readTree(answer.body()).path("detail").asText()).find()) {
        fail(call, role, "refused with %d, and not in Chinese: %s".formatted(status, shortened(text)));
      }
    }
    things.marks().forEach((mark, words) -> {
      if (words.stream().anyMatch(word -> text.contains(word) && !asked.contains(word))) {
        if (mark.mayBeKnownTo(role)) {
          met.add(mark);
        } else {
          fail(call, role, "told %s, status %d: %s".formatted(mark, status, shortened(text)));
        }
      }
    });
    count(call, role, answer);
    synchronized (this) {
      cells++;
    }
  }

  /** A number tells as well: what counts is to count what the caller gets as a list, and no more. */
  private void count(Call call, Role role, Caller.Answer answer) throws IOException {
    String path = role + " " + call.address.path();
    Integer listed = path.endsWith(COUNT) ? lengths.get(path.substring(0, path.length() - COUNT.length())) : null;
    if (!call.address.method().equals("GET") || answer.status() != 200 || !answer.text().matches("(?s)\\s*[\\[{].*")) {
      return;
    }
    JsonNode content = MAPPER.readTree(answer.body());
    if (content.isArray()) {
      lengths.put(path, content.size());
    } else if (listed != null && content.path("count").asInt() != listed) {
      fail(call, role, "counts %s, lists %d".formatted(content.path("count"), listed));
    }
  }

  private synchronized void fail(Call call, Role role, String what) {
    String address = call.address.name().replace(ENGINE, "~") + (call.aboutAPerson ? " (person)" : "");
    failures.add(
        "%s | %s | %s%s | %s".formatted(call.verdict, role, address, call.accept.startsWith(JSON) ? "" : " (" + call.accept + ")", what));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ");
    return line.length() > 160 ? line.substring(0, 160) : line;
  }

  private void report() throws IOException {
    Path report = Files.createDirectories(Path.of("target", "access-matrix")).resolve("failures.txt");
    Files.write(report, failures.stream().sorted().toList(), StandardCharsets.UTF_8);
    LOG.info("access matrix: {} cells, {} of them failing, see {}", cells, failures.size(), report);
  }

  private List<Address> addresses() throws Exception {
    Map<String, Address> all = new TreeMap<>();
    Stream.of(JaxRsAddresses.of(servlets), SpringAddresses.ofHandlers(context), SpringAddresses.ofPages())
        .flatMap(List::stream)
        .forEach(address -> all.putIfAbsent(address.name(), address));
    return List.copyOf(all.values());
  }

  /** @return the verdicts by the names of addresses */
  private static Map<String, Verdict> verdicts() throws IOException {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (String line : new ClassPathResource("access/verdicts.txt").getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] parts = line.trim().split("\\s+");
        String address = parts[1] + " " + parts[2].replaceFirst("^~", Matcher.quoteReplacement(ENGINE));
        if (verdicts.put(address, Verdict.valueOf(parts[0])) != null) {
          throw new IllegalStateException("two verdicts: " + line);
        }
      }
    }
    return verdicts;
  }

  private static String password(Role role) {
    return switch (role) {
      case SYSTEM_ADMINISTRATOR -> "a-password-for-this-test";
      case SECURITY_ADMINISTRATOR -> "security";
      case AUDIT_ADMINISTRATOR -> "auditor";
      default -> ForeignThings.PASSWORD;
    };
  }
}
