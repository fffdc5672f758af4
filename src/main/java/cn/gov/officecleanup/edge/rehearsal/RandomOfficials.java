package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.CampaignDeadlines;
import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.FormAssembly;
import cn.gov.officecleanup.mechanism.form.FormAssembly.OpenForm;
import cn.gov.officecleanup.mechanism.form.FormSchema;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.register.Office;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The officials of a rehearsal: each group has a pace of its own, sees its tasks as in Tasklist, decides by chance, forgets a document now
 * and then, and completes every task through the same interface, with its checks and rights, as a real official. The same seed gives the
 * same officials.
 */
@Component
@Profile(Rehearsing.PROFILE)
class RandomOfficials {

  /** ids that the engine counts in a rehearsal, in their order */
  static final Comparator<String> IN_ORDER = Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final String FORM_KEY_PREFIX = "embedded:deployment:";
  /** steps in which a locality reports how far it is: nobody does that before the cleanup is over */
  private static final Set<String> REPORTING = Set.of("locality-report", "locality-nil-report");
  private static final int CORRECTION_PERCENT = 5;
  /** of the working days: some five a year */
  private static final int VISIT_PERCENT = 2;
  private static final int LEAST_BUDGET = 1_000;
  /** of the offices that stay: how many have a hotel to part from */
  private static final int HOTEL_PERCENT = 20;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final FormService formService;
  private final IdentityService identity;
  private final FormAssembly opening;
  private final CaseDocuments documents;
  private final CaseFiles cases;
  private final CampaignDeadlines dates;
  private final WorkingDayCalendar calendar;
  private final KnowHow knowHow;
  private final Foretelling foretelling;
  private final ObjectMapper json;
  private final long seed;

  private final Map<String, Planned> planned = new HashMap<>();
  private final Map<String, Integer> visits = new HashMap<>();
  private final Map<String, FormSchema> schemas = new HashMap<>();
  private final Set<String> laidDown = new HashSet<>();
  private int done;
  private int returned;

  RandomOfficials(TaskService tasks, RuntimeService runtime, FormService formService, IdentityService identity, FormAssembly opening,
      CaseDocuments documents, CaseFiles cases, CampaignDeadlines dates, WorkingDayCalendar calendar, KnowHow knowHow,
      Foretelling foretelling, ObjectMapper json, @Value("${" + Rehearsing.SEED + "}") long seed) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.formService = formService;
    this.identity = identity;
    this.opening = opening;
    this.documents = documents;
    this.cases = cases;
    this.dates = dates;
    this.calendar = calendar;
    this.knowHow = knowHow;
    this.foretelling = foretelling;
    this.json = json;
    this.seed = seed;
  }

  /** A task that somebody will do. */
  private record Planned(String group, String caseNumber, int visit, LocalDate day) {
  }

  /** @return number of tasks done so far */
  int done() {
    return done;
  }

  /** @return how many of them sent something back or refused it */
  int returned() {
    return returned;
  }

  /** @return how many tasks were done after which the steps came that were told, in all that could be compared */
  RehearsalResult.Foretold foretold() {
    return new RehearsalResult.Foretold(foretelling.transitions(), foretelling.otherwise());
  }

  /**
   * Does what was planned for today or before; what comes up now is planned, perhaps for today.
   *
   * @param jobExecutor does what the engine has left to do after a task
   * @return whether anything was done
   * @throws RefusedException when the application refuses what a form, its checks and the rules allow
   */
  boolean work(LocalDate today, Runnable jobExecutor) {
    List<Task> open = tasks.createTaskQuery()
        .initializeFormKeys()
        .list()
        .stream()
        .sorted(Comparator.comparing(Task::getId, IN_ORDER))
        .toList();
    Map<String, String> numbers = casesOf(open.stream().filter(task -> !planned.containsKey(task.getId())).toList());
    open.forEach(task -> planned.computeIfAbsent(task.getId(), id -> plan(task, numbers.get(task.getProcessInstanceId()), today)));
    boolean worked = false;
    for (Task task : open) {
      Planned plan = planned.get(task.getId());
      if (!plan.day().isAfter(today)) {
        worked |= complete(task, plan, today, jobExecutor);
      }
    }
    return worked;
  }

  /** Now and then a locality finds a mistake in what it has sent, and corrects it (C20). */
  void correctReports(LocalDate today, List<String> groups) {
    Random random = random(today.toString());
    for (String group : groups) {
      if (random.nextInt(100) < CORRECTION_PERCENT) {
        List<Choice> correctable = as(group, () -> opening.ofStart("report-correction")).choices().get("correctable-reports");
        if (!correctable.isEmpty()) {
          as(group, () -> runtime.startProcessInstanceByKey("report-correction",
              Map.of("reportCase", correctable.get(0).value(), "reason", "核对后发现数字说明有误。")));
        }
      }
    }
  }

  /**
   * A government lets an office that stays receive guests in a year, on the first working days; in the first year it enters whom it has
   * posted there as well, and lets it part from its hotel.
   */
  void layDown(Office office, LocalDate today) {
    String government = Groups.officialsOf(office.governmentCode());
    String officeId = String.valueOf(office.id());
    String year = String.valueOf(today.getYear());
    if (!laidDown.add(year + officeId)) {
      return;
    }
    start(government, "reception-budget",
        Map.of("officeId", officeId, "budgetYear", year, "budgetEntry", "BUDGET", "budgetAmount",
            "%d.00".formatted(LEAST_BUDGET + random(year, officeId).nextInt(LEAST_BUDGET)), "budgetDocument",
            "预演财预〔%s〕%s号".formatted(year, officeId)));
    if (laidDown.add("standard" + office.governmentCode() + office.entry().hostCityCode())) {
      start(government, "reception-standard", Map.of("officeId", officeId, "guestClass", "OTHER", "perPerson", "60.00", "validFrom",
          today.withDayOfYear(1).toString(), "standardDocument", "预演财行〔%s〕1号".formatted(year)));
    }
    if (laidDown.add("supplier" + office.governmentCode())) {
      start(government, "reception-supplier",
          Map.of("governmentCode", office.governmentCode(), "supplierName", KnowHow.CANTEEN, "supplierKind", "CANTEEN"));
    }
    if (laidDown.add("head" + officeId)) {
      start(government, "staff-posting", Map.of("officeId", officeId));
      if (random("hotel", office.id()).nextInt(100) < HOTEL_PERCENT) {
        start(government, "entity-decoupling",
            Map.of("officeId", officeId, "entityName", "预演宾馆" + officeId, "entityKind", "HOTEL", "partBy", today.plusMonths(6).toString()));
      }
    }
  }

  /** @return whether somebody comes with a letter on this day */
  boolean isVisited(Office office, LocalDate today) {
    return random("visit", office.id(), today.toString()).nextInt(100) < VISIT_PERCENT;
  }

  /** Starts a procedure as a member of a group. */
  void start(String group, String procedure, Map<String, Object> submitted) {
    as(group, () -> runtime.startProcessInstanceByKey(procedure, submitted));
  }

  /** @return the case numbers of tasks by their process instances */
  private Map<String, String> casesOf(List<Task> come) {
    return come.isEmpty() ? Map.of()
        : runtime.createProcessInstanceQuery()
            .processInstanceIds(come.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
            .list()
            .stream()
            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }

  private Planned plan(Task task, String caseNumber, LocalDate today) {
    // several groups may urge; the first does
    String group = tasks.getIdentityLinksForTask(task.getId())
        .stream()
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .sorted()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody can do " + task));
    int visit = visits.merge(caseNumber + task.getTaskDefinitionKey(), 1, Integer::sum) - 1;
    // what is an own wish has no day, and is done at once
    LocalDate due = task.getDueDate() == null ? today : LocalDate.ofInstant(task.getDueDate().toInstant(), EngineClock.ZONE);
    LocalDate from = REPORTING.contains(formOf(task)) && today.isBefore(dates.day("cleanup-deadline"))
        ? dates.day("cleanup-deadline").plusDays(1)
        : today;
    return new Planned(group, caseNumber, visit,
        PaceOfWork.drawn(random(group)).dayOf(from, due, calendar, random(caseNumber, task.getTaskDefinitionKey(), visit)));
  }

  private boolean complete(Task task, Planned plan, LocalDate today, Runnable jobExecutor) {
    Optional<OpenForm> open = as(plan.group(), () -> opening.ofTask(task.getId()));
    if (open.isEmpty()) {
      return false; // what was done before it has withdrawn it
    }
    String form = formOf(task);
    TaskAtHand atHand = new TaskAtHand(plan.caseNumber(), form, schemaOf(task, form), open.get(), plan.visit(), today,
        random("do", plan.caseNumber(), task.getTaskDefinitionKey(), plan.visit()), false);
    try {
      complete(task, atHand, plan.group(), jobExecutor);
    } catch (RefusedException told) {
      complete(task, atHand.takingCare(), plan.group(), jobExecutor); // what was refused on the spot is put right on the spot
    }
    done++;
    return true;
  }

  private void complete(Task task, TaskAtHand atHand, String official, Runnable jobExecutor) {
    Map<String, Object> values = as(official, () -> filledIn(task, atHand, official));
    Set<String> next = foretelling.next(task.getId(), values.get(Submission.DECISION));
    as(official, () -> {
      tasks.complete(task.getId(), submitted(values));
      return null;
    });
    jobExecutor.run();
    foretelling.compare(task.getTaskDefinitionKey(), values.get(Submission.DECISION), next);
    returned += FormFilling.adverse(values.get(Submission.DECISION)) ? 1 : 0;
  }

  private Map<String, Object> filledIn(Task task, TaskAtHand atHand, String official) {
    attachDocuments(task.getTaskDefinitionKey(), atHand, official);
    Map<String, Object> values = FormFilling.fill(atHand);
    knowHow.apply(atHand, values);
    return values;
  }

  private void attachDocuments(String step, TaskAtHand task, String official) {
    String government = cases.get(task.caseNumber()).governmentCode();
    List<String> kinds = new ArrayList<>(task.schema().documentKinds().stream().map(Choice::value).toList());
    if (!kinds.isEmpty() && knowHow.forgets(task)) {
      kinds.remove(task.random().nextInt(kinds.size()));
    }
    kinds.forEach(kind -> documents.store(new NewDocument(task.caseNumber(), government, kind, kind + ".pdf",
        "%%PDF-1.4 %s %s %s %s".formatted(task.caseNumber(), kind, task.visit(), task.careful()).getBytes(StandardCharsets.UTF_8), official,
        step, official)));
  }

  private Map<String, Object> submitted(Map<String, Object> values) {
    Map<String, Object> submitted = new HashMap<>(values);
    submitted.replaceAll((field, value) -> value instanceof List<?> rows ? text(rows) : value);
    return submitted;
  }

  private String text(List<?> rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("rows of texts can always be written", e);
    }
  }

  private static String formOf(Task task) {
    String resource = task.getFormKey().substring(FORM_KEY_PREFIX.length());
    return resource.substring(resource.indexOf('/') + 1, resource.lastIndexOf('.'));
  }

  private FormSchema schemaOf(Task task, String form) {
    return schemas.computeIfAbsent(form, name -> {
      try (InputStream html = formService.getDeployedTaskForm(task.getId())) {
        return FormSchema.of(new String(html.readAllBytes(), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the form " + name, e);
      }
    });
  }

  private <T> T as(String group, Supplier<T> work) {
    identity.setAuthentication(group, List.of(group));
    try {
      return work.get();
    } finally {
      identity.clearAuthentication();
    }
  }

  /** Chance of its own for each matter, so that one decision more or less does not change all that follow. */
  private Random random(Object... matter) {
    return new Random(31 * seed + Objects.hash(matter));
  }
}
