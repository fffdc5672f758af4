package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Gives work more time (延期) or lets it rest (中止), as a superior has decided: the due date and its timer move, what was missed before is
 * settled and urged no more, an entry of the ledger says what was decided, and both sides read of it. Work that rests has no due date, so
 * nobody is reminded or late; it then goes on with the working days that were left. A task that begins in a case that rests, rests with it.
 */
@Component
public class MovingDeadlines {

  private static final String CLAUSE = "办理";

  private final DeadlineWatch watch;
  private final TermsOfWork termsOfWork;
  private final Terms terms;
  private final WorkingDayCalendar calendar;
  private final CaseDeadlines cases;
  private final DeadlineHalts halts;
  private final DeadlineTimers timers;
  private final Escalating escalating;
  private final Procedures procedures;
  private final ProcessEngineConfigurationImpl engine;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Clock clock;

  MovingDeadlines(DeadlineWatch watch, TermsOfWork termsOfWork, Terms terms, WorkingDayCalendar calendar, CaseDeadlines cases,
      DeadlineHalts halts, DeadlineTimers timers, Escalating escalating, Procedures procedures, @Lazy ProcessEngineConfigurationImpl engine,
      @Lazy TaskService tasks, @Lazy RuntimeService runtime, Clock clock) {
    this.watch = watch;
    this.termsOfWork = termsOfWork;
    this.terms = terms;
    this.calendar = calendar;
    this.cases = cases;
    this.halts = halts;
    this.timers = timers;
    this.escalating = escalating;
    this.procedures = procedures;
    this.engine = engine;
    this.tasks = tasks;
    this.runtime = runtime;
    this.clock = clock;
  }

  /**
   * Work whose deadline rests on a term and so can be moved.
   *
   * @param subject names it: {@code task:<id>} or {@code case:<process instance id>}
   * @param term name of its term in the configuration
   * @param stepName Chinese name of the step, or of the procedure for a whole case
   */
  public record Work(String subject, String id, String caseNumber, String term, String stepName, Date due) {

    /** @return the last day that is in time */
    public LocalDate lastDay() {
      return LocalDate.ofInstant(due.toInstant(), EngineClock.ZONE);
    }
  }

  /** @return the work of a task; empty where it has no term, rests, or runs beside a case */
  public Optional<Work> ofTask(String taskId) {
    return inEngine(() -> watch.open(DeadlineSubject.task(taskId))
        .flatMap(work -> termsOfWork.of(tasks.createTaskQuery().taskId(taskId).singleResult()).map(begun -> movable(work, begun))))
        .filter(work -> !isBeside(tasks.createTaskQuery().taskId(taskId).singleResult()));
  }

  /** @return the work of a whole case; empty where it has no term, rests or has ended */
  public Optional<Work> ofCase(String caseNumber) {
    return inEngine(() -> runtime.createProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber)
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .flatMap(id -> cases.begunOf(id).stream())
        .findFirst()
        .flatMap(row -> watch.open(DeadlineSubject.wholeCase(row.processInstanceId()))
            .map(work -> movable(work, termsOfWork.withBeginning(row)))));
  }

  private static Work movable(UnfinishedWork work, Begun begun) {
    return new Work(work.subject().toCanonicalString(), work.subject().id(), work.caseNumber(), begun.term(), work.stepName(), work.due());
  }

  /** @return whether a task rests, alone or with its case */
  public boolean rests(String taskId, String caseNumber) {
    return halts.rests(DeadlineSubject.task(taskId), caseNumber);
  }

  /** @return of these cases the ids of tasks that rest */
  public Set<String> restingTasks(Collection<String> caseNumbers) {
    return halts.restingIn(caseNumbers)
        .stream()
        .filter(subject -> subject.kind() == DeadlineSubject.Kind.TASK)
        .map(DeadlineSubject::id)
        .collect(Collectors.toSet());
  }

  /** @return the id of the process instance of a whole case that rests */
  public Optional<String> restingCase(String caseNumber) {
    return halts.caseOf(caseNumber).map(DeadlineSubject::id);
  }

  /**
   * Gives more time: so many working days after the last day, or after today where that is over.
   *
   * @param latest day that it may not pass; null for any
   * @param by group that decided
   * @throws RefusedException when the work is done or rests, or that day is over
   */
  public void extend(String subject, int workingDays, LocalDate latest, String by) {
    inEngine(() -> {
      UnfinishedWork work = required(subject);
      LocalDate today = LocalDate.now(clock);
      if (latest != null && latest.isBefore(today)) {
        throw new RefusedException("EXTENSION_OVER", "最迟只能延期至%s，该日已过，不能再同意延期，请选择不同意。".formatted(InWords.day(latest)), CLAUSE);
      }
      LocalDate lastDay = lastDayOf(work);
      LocalDate extended = calendar.plusWorkingDays(lastDay.isBefore(today) ? today : lastDay, workingDays);
      move(work, terms.endOf(latest != null && extended.isAfter(latest) ? latest : extended), Kind.EXTENDED, by);
      return null;
    });
  }

  /**
   * Lets work rest; with a whole case all its open tasks.
   *
   * @param asked day on which that was asked for: what was left then is left when it goes on
   * @throws RefusedException when the work is done or rests already
   */
  public void halt(String subject, LocalDate asked, String by) {
    inEngine(() -> {
      UnfinishedWork work = required(subject);
      rest(work, work.subject(), asked, by);
      if (work.taskId() == null) {
        tasks.createTaskQuery()
            .processInstanceBusinessKey(work.caseNumber())
            .list()
            .stream()
            .filter(task -> !isBeside(task))
            .flatMap(task -> watch.open(DeadlineSubject.task(task.getId())).stream())
            .forEach(part -> rest(part, work.subject(), asked, by));
      }
      return null;
    });
  }

  /** Has work go on that rests, and what rests with it: due after the working days that were left, today where none were. */
  public void resume(String subject, String by) {
    inEngine(() -> {
      halts.end(DeadlineSubject.parse(subject)).forEach(row -> resume(row, by));
      return null;
    });
  }

  /** Notes that neither more time nor a rest is given. */
  public void refuse(String subject, String by) {
    inEngine(() -> {
      watch.open(DeadlineSubject.parse(subject)).ifPresent(work -> escalating.decided(Kind.REFUSED, work, by, work.due()));
      return null;
    });
  }

  private UnfinishedWork required(String subject) {
    return watch.open(DeadlineSubject.parse(subject))
        .orElseThrow(() -> new RefusedException("NO_DEADLINE", "该事项已经办结或者正在中止，没有可以调整的期限。", CLAUSE));
  }

  private void rest(UnfinishedWork work, DeadlineSubject with, LocalDate asked, String by) {
    escalating.decided(Kind.HALTED, work, by, work.due());
    halts.halt(work, with, calendar.workingDaysBetween(asked, lastDayOf(work)));
    if (work.taskId() != null) {
      tasks.setDueDate(work.taskId(), null); // its timer goes, and what is open about it is settled
    } else {
      cases.end(work.processInstanceId());
      timers.remove(work.subject());
      escalating.settle(work.subject(), ClosingReason.EXTENDED);
    }
  }

  private void resume(DeadlineHalts.Row row, String by) {
    DeadlineSubject subject = DeadlineSubject.parse(row.subject());
    LocalDate today = LocalDate.now(clock);
    Date due = terms
        .endOf(row.remainingDays() == 0 ? calendar.workingDayFrom(today) : calendar.plusWorkingDays(today, row.remainingDays()));
    if (subject.kind() == DeadlineSubject.Kind.TASK) {
      Task task = tasks.createTaskQuery().taskId(subject.id()).singleResult();
      if (task != null && task.getDueDate() == null) {
        tasks.setDueDate(task.getId(), due); // its timer follows
      }
    } else {
      cases.resume(subject.id(), due.toInstant());
      ExecutionEntity instance = Context.getCommandContext().getExecutionManager().findExecutionById(subject.id());
      if (instance != null) {
        watch.caseDueDateChanged(subject.id(), due);
      }
    }
    watch.open(subject).ifPresent(work -> {
      escalating.decided(Kind.RESUMED, work, by, Date.from(row.dueBefore().toInstant()));
      if (work.taskId() != null) {
        // its case may rest on
        halts.caseOf(work.caseNumber()).ifPresent(resting -> rest(work, resting, today, by));
      }
    });
  }

  private void move(UnfinishedWork work, Date due, Kind kind, String by) {
    escalating.decided(kind, new UnfinishedWork(work.subject(), work.caseNumber(), work.processInstanceId(), work.step(), work.stepName(),
        work.lateGroup(), work.alsoUrgedBy(), due, work.supervision()), by, work.due());
    if (work.taskId() != null) {
      tasks.setDueDate(work.taskId(), due); // its timer follows
    } else {
      cases.move(work.processInstanceId(), due.toInstant());
      watch.caseDueDateChanged(work.processInstanceId(), due);
      escalating.settle(work.subject(), ClosingReason.EXTENDED);
    }
  }

  /** An id of a definition is key:version:number. */
  private boolean isBeside(Task task) {
    return procedures.of(task.getProcessDefinitionId().split(":")[0]).beside();
  }

  private static LocalDate lastDayOf(UnfinishedWork work) {
    return LocalDate.ofInstant(work.due().toInstant(), EngineClock.ZONE);
  }

  private <R> R inEngine(Callable<R> work) {
    return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work));
  }
}
