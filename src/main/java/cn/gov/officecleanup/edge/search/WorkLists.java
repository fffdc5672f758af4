package cn.gov.officecleanup.edge.search;

import cn.gov.officecleanup.edge.search.WorkList.Light;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import cn.gov.officecleanup.mechanism.form.OwnTasks;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.urging.Urging;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists that officials work by: what is to be done (待办), what one did (已办), what one began (我发起的), what is to be read (待阅). Each is
 * only of what the official may see; what is late comes first. Their SQL statements do not grow with their rows.
 */
@Service
@Transactional(readOnly = true)
public class WorkLists {

  /** most rows of a list */
  static final int MOST = 1000;
  /** what is due within so many days is marked, as the filter 即将到期 has it */
  private static final int SOON = 7;
  /** a step that begins so soon after a return was begun by it: both are of one transaction */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final String RETURNED = "退回";

  private static final Comparator<ListedRow> LATE_FIRST = Comparator
      .comparing(ListedRow::lastDay, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(ListedRow::begunAt)
      .thenComparing(ListedRow::caseNumber);

  private final OwnTasks toDo;
  private final CaseSearch search;
  private final Procedures procedures;
  private final Opinions opinions;
  private final EscalationLedger escalations;
  private final MovingDeadlines deadlines;
  private final Urging urging;
  private final GroupNames groups;
  private final Officials officials;
  private final JdbcClient jdbc;
  private final Clock clock;

  WorkLists(OwnTasks toDo, CaseSearch search, Procedures procedures, Opinions opinions, EscalationLedger escalations,
      MovingDeadlines deadlines, Urging urging, GroupNames groups, Officials officials, JdbcClient jdbc, Clock clock) {
    this.toDo = toDo;
    this.search = search;
    this.procedures = procedures;
    this.opinions = opinions;
    this.escalations = escalations;
    this.deadlines = deadlines;
    this.urging = urging;
    this.groups = groups;
    this.officials = officials;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** @return a list of the official's */
  public WorkList of(WorkList.Kind kind, WorkList.Filter filter, Official official) {
    List<ListedRow> rows = switch (kind) {
      case TO_DO -> tasks(false);
      case TO_READ -> tasks(true);
      case DONE -> cases(handled(official));
      case BEGUN -> cases(search.readable("""
        (f.opened_by = :user or exists (select 1 from opinion b where b.case_number = f.case_number and b.user_id = :user
          and b.id = (select min(first.id) from opinion first where first.case_number = f.case_number)))""", official, MOST + 1)
          .stream()
          .collect(Collectors.toMap(Function.identity(), file -> "", (one, other) -> one, LinkedHashMap::new)));
    };
    return WorkList.of(rows.stream().limit(MOST).sorted(LATE_FIRST).toList(), filter, rows.size() > MOST);
  }

  // ---- tasks

  /**
   * A task that is open.
   *
   * @param caseNumber null where it is of no case
   */
  private record OpenTask(String id, String step, String name, String assignee, Instant createdAt, Instant due, String procedure,
      String definition, String caseNumber, String title, String office) {
  }

  private static final String OPEN_TASKS = """
    select t.id_, t.task_def_key_, t.name_, t.assignee_, t.create_time_, t.due_date_, t.proc_def_id_, e.business_key_, f.title,
      o.name as office
    from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ left join case_file f on f.case_number = e.business_key_
    left join office o on o.id = f.office_id where
    """;

  private List<OpenTask> openTasks(String condition, Collection<String> values) {
    return values.isEmpty() ? List.of() : jdbc.sql(OPEN_TASKS + condition).param("values", values).query((row, number) -> {
      String definition = row.getString("proc_def_id_");
      return new OpenTask(row.getString("id_"), row.getString("task_def_key_"), row.getString("name_"), row.getString("assignee_"),
          instant(row.getTimestamp("create_time_")), instant(row.getTimestamp("due_date_")), definition.split(":")[0], definition,
          row.getString("business_key_"), row.getString("title"), row.getString("office"));
    }).list();
  }

  private List<ListedRow> tasks(boolean onlyRead) {
    List<String> own = toDo.open(MOST + 1).stream().map(Task::getId).toList();
    List<OpenTask> open = openTasks("t.id_ in (:values)", own).stream()
        .filter(task -> !onlyRead || procedures.of(task.procedure).onlyRead())
        .toList();
    Known known = known(open);
    return open.stream()
        .map(task -> new ListedRow(task.id, Objects.toString(task.caseNumber, ""), Objects.toString(task.title, task.name), task.office,
            task.name, known.holder(task), task.createdAt, day(task.due), daysUntil(task.due), light(task.due), known.marks(task), null))
        .toList();
  }

  // ---- cases

  /** @return the cases in which the official completed a step, the latest first, with that step */
  private Map<CaseFile, String> handled(Official official) {
    Map<String, String> steps = new HashMap<>();
    jdbc.sql("""
      select o.case_number, o.step_name, o.given_at from opinion o
      where o.id in (select max(id) from opinion where user_id = :user group by case_number)""")
        .param("user", official.userId())
        .query(row -> {
          steps.put(row.getString("case_number"),
              "%s %s".formatted(InWords.moment(row.getObject("given_at", OffsetDateTime.class)), row.getString("step_name")));
        });
    Map<CaseFile, String> handled = new LinkedHashMap<>();
    search.readable("exists (select 1 from opinion h where h.case_number = f.case_number and h.user_id = :user)", official, MOST + 1)
        .forEach(file -> handled.put(file, steps.get(file.caseNumber())));
    return handled;
  }

  private List<ListedRow> cases(Map<CaseFile, String> files) {
    List<String> numbers = files.keySet().stream().map(CaseFile::caseNumber).toList();
    List<OpenTask> open = openTasks("e.business_key_ in (:values) order by t.create_time_, t.id_", numbers).stream()
        .filter(task -> !procedures.of(task.procedure).beside())
        .toList();
    Known known = known(open);
    Map<String, List<OpenTask>> byCase = open.stream().collect(Collectors.groupingBy(OpenTask::caseNumber));
    Map<String, String> offices = offices(numbers);
    return files.entrySet()
        .stream()
        .map(entry -> row(entry.getKey(), entry.getValue(), byCase.getOrDefault(entry.getKey().caseNumber(), List.of()),
            offices.get(entry.getKey().caseNumber()), known))
        .toList();
  }

  /** @return where these cases stand, in their order; that the official may read them is the caller's to see to */
  public List<ListedRow> of(List<CaseFile> files) {
    Map<CaseFile, String> none = new LinkedHashMap<>();
    files.forEach(file -> none.put(file, null));
    return cases(none);
  }

  private ListedRow row(CaseFile file, String handled, List<OpenTask> open, String office, Known known) {
    Instant due = open.stream().map(OpenTask::due).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    // what is left to be done in a case that was closed is still to be done: it is not 办结
    String step = joined(open.stream().map(OpenTask::name));
    return new ListedRow(null, file.caseNumber(), file.title(), office, !step.isEmpty() ? step : file.closedAt() == null ? "在办" : "已办结",
        joined(open.stream().map(known::holder)), file.openedAt().toInstant(), day(due), daysUntil(due), light(due),
        open.stream().flatMap(task -> known.marks(task).stream()).distinct().toList(), handled);
  }

  private Map<String, String> offices(List<String> numbers) {
    Map<String, String> offices = new HashMap<>();
    if (!numbers.isEmpty()) {
      jdbc.sql("select f.case_number, o.name from case_file f join office o on o.id = f.office_id where f.case_number in (:numbers)")
          .param("numbers", numbers)
          .query(row -> {
            offices.put(row.getString("case_number"), row.getString("name"));
          });
    }
    return offices;
  }

  // ---- what is known of open tasks

  /** What is known of open tasks, looked up for all of them at once. */
  private final class Known {

    private final Map<String, List<String>> candidates = new TreeMap<>();
    private final Map<String, String> users;
    private final Map<String, String> names;
    private final Map<String, Instant> urged;
    private final Map<String, Instant> returned;
    private final Set<String> supervised;
    private final Set<String> resting;

    Known(List<OpenTask> tasks) {
      List<String> ids = tasks.stream().map(OpenTask::id).toList();
      Set<String> numbers = tasks.stream()
          .map(OpenTask::caseNumber)
          .filter(Objects::nonNull)
          .collect(Collectors.toCollection(TreeSet::new));
      if (!ids.isEmpty()) {
        jdbc.sql(
            "select task_id_, group_id_ from act_ru_identitylink where task_id_ in (:ids) and group_id_ is not null order by group_id_")
            .param("ids", ids)
            .query(row -> {
              candidates.computeIfAbsent(row.getString("task_id_"), task -> new ArrayList<>()).add(row.getString("group_id_"));
            });
      }
      users = officials.namesOf(tasks.stream().map(OpenTask::assignee).filter(Objects::nonNull).distinct().toList());
      names = groups.namesOf(candidates.values().stream().flatMap(List::stream).distinct().toList());
      urged = urging.lastUrged(numbers);
      returned = opinions.lastDecided(RETURNED, numbers);
      supervised = escalations.openMisses().stream().map(Escalation::taskId).filter(Objects::nonNull).collect(Collectors.toSet());
      resting = deadlines.restingTasks(numbers);
    }

    String holder(OpenTask task) {
      return task.assignee != null ? users.getOrDefault(task.assignee, task.assignee)
          : joined(candidates.getOrDefault(task.id, List.of()).stream().map(names::get));
    }

    List<String> marks(OpenTask task) {
      Instant urgedAt = urged.get(task.caseNumber);
      Instant returnedAt = returned.get(task.caseNumber);
      return Stream
          .of(light(task.due) == Light.LATE ? "逾期" : null, supervised.contains(task.id) ? "已督办" : null,
              urgedAt != null && !urgedAt.isBefore(task.createdAt) ? "已催办" : null,
              returnedAt != null && Duration.between(returnedAt, task.createdAt).abs().compareTo(AT_ONCE) <= 0 ? RETURNED : null,
              resting.contains(task.id) ? "中止" : null)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  private Known known(List<OpenTask> tasks) {
    return new Known(tasks);
  }

  private static String joined(Stream<String> words) {
    return words.distinct().collect(Collectors.joining("、"));
  }

  private Light light(Instant due) {
    Integer days = daysUntil(due);
    return days == null || days > SOON ? Light.NONE : days < 0 ? Light.LATE : Light.SOON;
  }

  private Integer daysUntil(Instant due) {
    return due == null ? null : (int) ChronoUnit.DAYS.between(LocalDate.now(clock), day(due));
  }

  private static LocalDate day(Instant due) {
    return due == null ? null : LocalDate.ofInstant(due, EngineClock.ZONE);
  }

  private static Instant instant(Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
