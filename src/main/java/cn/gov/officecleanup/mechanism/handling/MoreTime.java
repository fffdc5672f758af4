package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines;
import cn.gov.officecleanup.mechanism.deadline.MovingDeadlines.Work;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.CompletionGuard;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.identity.Superiors;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.procedures.Procedure.CaseOf;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for more time (延期) or for a rest (中止), by the procedure {@value #PROCESS}: who has a task, for that; the officials whose case it is,
 * for the whole of it. Their superior decides, within the limits of {@code cleanup.more-time}. While that is open, and while the work
 * rests, it cannot be completed; what was asked for can be taken back, and who rests goes on when they like.
 */
@Component
public class MoreTime implements CompletionGuard {

  static final String PROCESS = "deadline-extension";
  static final String STEP = "ask-for-more-time";
  static final String GRANT = "grant";
  /** Variable of the procedure that holds the request's id. */
  static final String REQUEST = "moreTimeRequest";
  static final String DECIDING_GROUP = "decidingGroup";

  private static final String CLAUSE = "办理";

  private final OwnCaseTask.Finder toDo;
  private final MovingDeadlines deadlines;
  private final MoreTimeProperties limits;
  private final MoreTimeRequests asked;
  private final TaskRequests requests;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Procedures procedures;
  private final GroupNames groups;
  private final Superiors superiors;
  private final Terms terms;
  private final Opinions opinions;
  private final ObjectProvider<MoreTimeAuthority> authorities;
  private final WorkingDayCalendar calendar;
  private final Clock clock;
  private final Officials officials;
  private final RuntimeService runtime;
  private final TaskService tasks;

  MoreTime(OwnCaseTask.Finder toDo, MovingDeadlines deadlines, MoreTimeProperties limits, MoreTimeRequests asked, TaskRequests requests,
      CaseFiles cases, CaseReading reading, Procedures procedures, GroupNames groups, Superiors superiors, Terms terms, Opinions opinions,
      ObjectProvider<MoreTimeAuthority> authorities, WorkingDayCalendar calendar, Clock clock, Officials officials,
      @Lazy RuntimeService runtime, @Lazy TaskService tasks) {
    this.toDo = toDo;
    this.deadlines = deadlines;
    this.limits = limits;
    this.asked = asked;
    this.requests = requests;
    this.cases = cases;
    this.reading = reading;
    this.procedures = procedures;
    this.groups = groups;
    this.superiors = superiors;
    this.terms = terms;
    this.opinions = opinions;
    this.authorities = authorities;
    this.calendar = calendar;
    this.clock = clock;
    this.officials = officials;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  /**
   * What is asked for.
   *
   * @param kind {@code EXTENSION} or {@code HALT}
   * @param workingDays how many more, or how many the work is to rest at most
   * @param words the reason
   */
  public record Asking(String kind, int workingDays, String words) {
  }

  /**
   * Somebody who can ask, with what it is about.
   *
   * @param id what requests are found by: the task's, or that of the case's process instance
   * @param work empty where there is no deadline that could be moved
   * @param group the group that asks
   * @param wholeCase whether it is about the whole case
   */
  private record Asker(String id, Optional<Work> work, CaseFile file, String group, Official official, boolean wholeCase) {
  }

  /** @return what the signed-in official can ask for a task; empty where it is not theirs to do */
  public Optional<MoreTimeOptions> ofTask(String taskId) {
    return toDo.find(taskId).map(task -> options(asker(task)));
  }

  /** @return what this official can ask for a whole case */
  public MoreTimeOptions ofCase(CaseFile file, Official official) {
    return asker(file, official).map(this::options).orElse(MoreTimeOptions.NONE);
  }

  /**
   * Asks for a task.
   *
   * @throws RefusedException when the task is not the official's to do, nothing can be asked for it, or what is asked is beyond the limits
   */
  @Transactional
  public void askForTask(String taskId, Asking asking) {
    ask(asker(toDo.required(taskId)), asking);
  }

  /**
   * Asks for a whole case.
   *
   * @throws RefusedException when it is not a case of the official's, nothing can be asked for it, or what is asked is beyond the limits
   */
  @Transactional
  public void askForCase(String caseNumber, Asking asking) {
    ask(requiredAsker(caseNumber), asking);
  }

  /**
   * Takes back what is asked for a task, or ends its rest.
   *
   * @throws RefusedException when the task is not the official's to do, or there is nothing to take back
   */
  @Transactional
  public void takeBackForTask(String taskId) {
    takeBack(asker(toDo.required(taskId)));
  }

  /**
   * Takes back what is asked for a whole case, or ends its rest.
   *
   * @throws RefusedException when it is not a case of the official's, or there is nothing to take back
   */
  @Transactional
  public void takeBackForCase(String caseNumber) {
    takeBack(requiredAsker(caseNumber));
  }

  /** For the model: until when work rests at most. */
  public Date due(String request) {
    MoreTimeRequest granted = asked.get(Long.parseLong(request));
    return terms.workingDaysAfter(granted.decidedAt().toInstant(), granted.workingDays());
  }

  /** @throws RefusedException while more time is asked for, and while the work rests */
  @Override
  public void check(TaskEntity task, Official official) {
    if (procedures.of(task.getProcessDefinition().getKey()).beside()) {
      return;
    }
    if (deadlines.rests(task.getId(), task.getProcessInstance().getProcessBusinessKey())) {
      throw new RefusedException("RESTING", "该事项正在中止；请先恢复办理，再办结。", CLAUSE);
    }
    if (!requests.open(PROCESS, task.getId(), task.getProcessInstance().getProcessBusinessKey()).isEmpty()) {
      throw new RefusedException("MORE_TIME_AWAITED", "正在申请延期、中止，尚未决定；请等待决定，或者收回申请后再办结。", CLAUSE);
    }
  }

  private Asker asker(OwnCaseTask task) {
    return new Asker(task.task().getId(), deadlines.ofTask(task.task().getId()), task.file(), task.ownGroup(), task.official(), false);
  }

  private Optional<Asker> asker(CaseFile file, Official official) {
    String own = unitOf(file);
    if (file.closedAt() != null || !official.groups().contains(own)) {
      return Optional.empty();
    }
    Optional<Work> work = deadlines.ofCase(file.caseNumber());
    return work.map(Work::id).or(() -> deadlines.restingCase(file.caseNumber())).map(id -> new Asker(id, work, file, own, official, true));
  }

  private Asker requiredAsker(String caseNumber) {
    cases.hold(caseNumber);
    Official official = officials.required();
    return cases.find(caseNumber)
        .flatMap(file -> asker(file, official))
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”、可以由您申请延期或者中止的案件，请核对。".formatted(caseNumber), CLAUSE));
  }

  private String unitOf(CaseFile file) {
    if (procedures.of(file.procedureKey()).caseOf() == CaseOf.BUREAU) {
      return Groups.PROVINCIAL_BUREAU;
    }
    return file.department() == null ? Groups.officialsOf(file.governmentCode())
        : Groups.officialsOfDepartment(file.governmentCode(), file.department());
  }

  /**
   * @return who decides: who alone does by a rule, else the superior of who asks, else the leader of the government whose case it is, else
   * the bureau: who may read it
   */
  private Optional<String> decidingGroup(Asker asker) {
    Optional<String> alone = asker.wholeCase
        ? authorities.stream().flatMap(authority -> authority.decidingGroup(asker.file).stream()).findFirst()
        : Optional.empty();
    if (alone.isPresent()) {
      return alone;
    }
    String superior = superiors.of(asker.group);
    return Stream.of(superior, Groups.leaderOf(asker.file.governmentCode()), Groups.PROVINCIAL_BUREAU)
        .filter(group -> !group.equals(Groups.SUPERVISORS) && !group.equals(asker.group))
        .filter(group -> reading.mayRead(group, asker.file))
        .findFirst();
  }

  private MoreTimeOptions options(Asker asker) {
    if (asker.file.confided()) {
      return MoreTimeOptions.NONE; // the superior who decides would learn of it
    }
    List<Task> open = requests.open(PROCESS, asker.id, asker.file.caseNumber());
    if (!open.isEmpty()) {
      MoreTimeRequest request = requestOf(open.get(0));
      return isAwaited(open.get(0))
          ? new MoreTimeOptions(0, 0, null, "已%s，待%s决定。".formatted(request.kind().asked(request.workingDays()), decidedBy(open.get(0))),
              null)
          : new MoreTimeOptions(0, 0, null, null, "已经中止，最长至%s（含当日）。"
              .formatted(InWords.day(LocalDate.ofInstant(due(String.valueOf(request.id())).toInstant(), EngineClock.ZONE))));
    }
    Optional<String> deciding = asker.work.isEmpty() || asker.group == null ? Optional.empty() : decidingGroup(asker);
    return deciding.map(group -> new MoreTimeOptions(left(MoreTimeRequest.Kind.EXTENSION, asker), left(MoreTimeRequest.Kind.HALT, asker),
        groups.nameOf(group), null, null)).orElse(MoreTimeOptions.NONE);
  }

  /** @return working days that can be asked for at most */
  private int left(MoreTimeRequest.Kind kind, Asker asker) {
    Work work = asker.work.orElseThrow();
    MoreTimeProperties.Limit limit = limits.of(work.term());
    boolean late = kind == MoreTimeRequest.Kind.HALT && terms.isPast(work.due());
    if (late || asked.granted(kind, work.subject()) >= limit.times(kind)) {
      return 0;
    }
    LocalDate latest = limit.latest(work.lastDay());
    if (kind == MoreTimeRequest.Kind.HALT || latest == null) {
      return limit.days(kind);
    }
    LocalDate today = LocalDate.now(clock);
    return Math.min(limit.days(kind), calendar.workingDaysBetween(work.lastDay().isBefore(today) ? today : work.lastDay(), latest));
  }

  private void ask(Asker asker, Asking asking) {
    MoreTimeRequest.Kind kind = Stream.of(MoreTimeRequest.Kind.values())
        .filter(known -> known.name().equals(asking.kind))
        .findFirst()
        .orElseThrow(() -> new RefusedException("NO_SUCH_KIND", "请选择延期或者中止。", CLAUSE));
    String reason = FreeText.required(asking.words, "请写明%s的理由。".formatted(kind.label()));
    if (!requests.open(PROCESS, asker.id, asker.file.caseNumber()).isEmpty()) {
      throw new RefusedException("ASKED_ALREADY", "该事项已经申请延期或者中止，请等待决定，或者收回后再申请。", CLAUSE);
    }
    if (asker.work.isEmpty() || asker.group == null) {
      throw new RefusedException("NO_DEADLINE", "该事项没有可以申请延期、中止的期限。", CLAUSE);
    }
    int most = left(kind, asker);
    if (most == 0) {
      throw new RefusedException("LIMIT_REACHED",
          kind == MoreTimeRequest.Kind.HALT && terms.isPast(asker.work.get().due()) ? "该事项已经逾期，不能中止；需要时间的，请申请延期。"
              : "该事项的期限不能再%s：已经达到规定的次数或者最长的时间，或者期限由《实施方案》、法律规定。".formatted(kind.label()),
          CLAUSE);
    }
    String deciding = decidingGroup(asker)
        .orElseThrow(() -> new RefusedException("NOBODY_DECIDES", "没有可以决定延期、中止的上级，请与省机关事务管理局联系。", CLAUSE));
    if (asking.workingDays < 1 || asking.workingDays > most) {
      throw new RefusedException("TOO_MANY_DAYS", "%s由%s决定，可以申请1至%d个工作日，请核对。".formatted(kind.label(), groups.nameOf(deciding), most),
          CLAUSE);
    }
    long request = asked.add(kind, asker.work.get(), asking.workingDays, reason, asker.official);
    opinions.give(asker.file.caseNumber(), STEP, asker.work.get().stepName(), asker.group, asker.official, STEP,
        kind.asked(asking.workingDays), reason);
    officials.asApplication(() -> runtime.startProcessInstanceByKey(PROCESS, asker.file.caseNumber(), Map.of(TaskRequests.REQUESTING_TASK,
        asker.id, TaskRequests.REQUESTING_GROUP, asker.group, DECIDING_GROUP, deciding, REQUEST, String.valueOf(request))));
  }

  private void takeBack(Asker asker) {
    List<Task> open = requests.open(PROCESS, asker.id, asker.file.caseNumber());
    if (open.isEmpty()) {
      throw new RefusedException("NOTHING_ASKED", "没有待决定的申请，也没有中止；请刷新后查看。", CLAUSE);
    }
    if (isAwaited(open.get(0))) {
      opinions.give(asker.file.caseNumber(), STEP, requestOf(open.get(0)).stepName(), asker.group, asker.official, STEP,
          "收回%s申请".formatted(requestOf(open.get(0)).kind().label()), null);
      requests.end(asker.id, asker.file.caseNumber());
    } else {
      tasks.complete(open.get(0).getId());
    }
  }

  private static boolean isAwaited(Task open) {
    return GRANT.equals(open.getTaskDefinitionKey());
  }

  private MoreTimeRequest requestOf(Task open) {
    return asked.get(Long.parseLong(variable(open, REQUEST)));
  }

  private String decidedBy(Task open) {
    return groups.nameOf(variable(open, DECIDING_GROUP));
  }

  private String variable(Task open, String name) {
    return officials.asApplication(() -> (String) runtime.getVariable(open.getProcessInstanceId(), name));
  }
}
