package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * Watches every task that has a due date and every case that has a term, from its beginning to its end (C20). What the engine's timer
 * carries is only whose deadline to look at; everything else is read anew at each look, and one look acts at most once, however much was
 * missed before it.
 */
@Component
class DeadlineWatch {

  private static final String GOVERNMENT_CODE = "governmentCode";
  /** the states of {@link TaskEntity.TaskState}, as the engine writes them into a task */
  private static final Set<String> ENDED = Set.of("Completed", "Deleted");

  private final Terms terms;
  private final Reminders reminders;
  private final DeadlineTimers timers;
  private final CaseDeadlines cases;
  private final Escalating escalating;
  private final Supervising supervising;
  private final Procedures procedures;
  private final DeadlineHalts halts;
  private final WorkingDayCalendar calendar;
  private final Clock clock;

  DeadlineWatch(Terms terms, Reminders reminders, DeadlineTimers timers, CaseDeadlines cases, Escalating escalating,
      Supervising supervising, Procedures procedures, DeadlineHalts halts, WorkingDayCalendar calendar, Clock clock) {
    this.terms = terms;
    this.reminders = reminders;
    this.timers = timers;
    this.cases = cases;
    this.escalating = escalating;
    this.supervising = supervising;
    this.procedures = procedures;
    this.halts = halts;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** A task of a case that rests (中止) rests from its beginning. */
  void taskCreated(TaskEntity task) {
    if (task.getDueDate() == null) {
      return;
    }
    ExecutionEntity processInstance = task.getProcessInstance();
    Optional<DeadlineSubject> resting = procedures.of(processInstance.getProcessDefinition().getKey()).beside() ? Optional.empty()
        : halts.caseOf(Objects.toString(processInstance.getProcessBusinessKey()));
    if (resting.isPresent()) {
      LocalDate today = LocalDate.now(clock);
      halts.halt(work(DeadlineSubject.task(task.getId()), task), resting.get(),
          calendar.workingDaysBetween(today, LocalDate.ofInstant(task.getDueDate().toInstant(), EngineClock.ZONE)));
      task.setDueDate(null);
    } else {
      timers.set(DeadlineSubject.task(task.getId()), task.getProcessInstance(), reminders.next(null, task.getDueDate(), clock.instant()));
    }
  }

  /** The timer follows a due date that was changed; with more time given, what was missed before is settled. */
  void dueDateChanged(TaskEntity task) {
    DeadlineSubject subject = DeadlineSubject.task(task.getId());
    if (task.getDueDate() == null) {
      timers.remove(subject);
    } else {
      follow(subject, task.getProcessInstance(), task.getDueDate());
    }
    if (task.getDueDate() == null || !terms.isPast(task.getDueDate())) {
      escalating.settle(subject, ClosingReason.EXTENDED);
    }
  }

  /** The timer of a case follows its due date. */
  void caseDueDateChanged(String processInstanceId, Date due) {
    follow(DeadlineSubject.wholeCase(processInstanceId),
        Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId), due);
  }

  /** What is late by this due date too, and is urged, is urged again when that was to be. */
  private void follow(DeadlineSubject subject, ExecutionEntity processInstance, Date due) {
    if (!terms.isPast(due) || !escalating.isUrged(subject)) {
      timers.move(subject, processInstance, reminders.next(termOf(subject), due, clock.instant()));
    }
  }

  /** @return name of the term of a whole case; null of a task */
  private String termOf(DeadlineSubject subject) {
    return subject.kind() == DeadlineSubject.Kind.TASK ? null : cases.begunOf(subject.id()).map(CaseDeadlines.Row::term).orElse(null);
  }

  void taskEnded(TaskEntity task, ClosingReason closing) {
    DeadlineSubject subject = DeadlineSubject.task(task.getId());
    timers.remove(subject);
    escalating.settle(subject, closing);
  }

  /** @param term name of the term that the whole case has */
  void caseBegan(ExecutionEntity processInstance, String term) {
    caseBegan(processInstance, term, terms.due(term));
  }

  /** @param lastDay on which this case is in time, whatever the term says of others */
  void caseBegan(ExecutionEntity processInstance, String term, LocalDate lastDay) {
    caseBegan(processInstance, term, terms.endOf(lastDay));
  }

  private void caseBegan(ExecutionEntity processInstance, String term, Date due) {
    cases.begin(processInstance.getId(), term, due.toInstant());
    timers.set(DeadlineSubject.wholeCase(processInstance.getId()), processInstance, reminders.next(term, due, clock.instant()));
  }

  void caseEnded(ExecutionEntity processInstance) {
    DeadlineSubject subject = DeadlineSubject.wholeCase(processInstance.getId());
    cases.end(processInstance.getId());
    timers.remove(subject);
    escalating.settle(subject, processInstance.getDeleteReason() == null ? ClosingReason.DONE : ClosingReason.CANCELLED);
  }

  /** @param planned when this look was to take place; one that is run earlier by hand changes nothing */
  void look(DeadlineSubject subject, ExecutionEntity processInstance, Instant planned) {
    Instant now = clock.instant();
    Optional<UnfinishedWork> open = open(subject);
    if (open.isEmpty()) {
      return;
    }
    UnfinishedWork work = open.get();
    if (isOwnWish(subject)) {
      letGo(work);
    } else if (now.isBefore(planned)) {
      timers.set(subject, processInstance, planned);
    } else if (terms.isPast(work.due())) {
      escalating.missed(work);
      timers.set(subject, processInstance, reminders.nextRound(now));
    } else {
      escalating.remind(work);
      timers.set(subject, processInstance, reminders.next(termOf(subject), work.due(), now));
    }
  }

  /** Read from the model at each look: a task of an older version, by which such had due dates, has got the latest model's step. */
  private static boolean isOwnWish(DeadlineSubject subject) {
    return subject.kind() == DeadlineSubject.Kind.TASK && Boolean.TRUE.equals(Context.getCommandContext()
        .getTaskManager()
        .findTaskById(subject.id())
        .getExecution()
        .getActivity()
        .getProperty(DeadlineEnginePlugin.OWN_WISH));
  }

  private void letGo(UnfinishedWork work) {
    escalating.letGo(work);
    Context.getCommandContext().getTaskManager().findTaskById(work.taskId()).setDueDate(null);
  }

  void restore(DeadlineSubject subject, ExecutionEntity execution, Instant planned) {
    if (open(subject).isPresent()) {
      timers.restore(subject, execution.getProcessInstance(), planned);
    }
  }

  /** @return the work as it stands, empty when it is done or has no due date any more */
  Optional<UnfinishedWork> open(DeadlineSubject subject) {
    return switch (subject.kind()) {
      case TASK -> Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(subject.id()))
          // its procedure is gone where it is being completed in this moment
          .filter(task -> !task.isDeleted() && !ENDED.contains(task.getTaskState()) && task.getDueDate() != null
              && task.getProcessInstance() != null)
          .map(task -> work(subject, task));
      case CASE -> cases.dueOf(subject.id())
          .map(due -> work(subject, Context.getCommandContext().getExecutionManager().findExecutionById(subject.id()), due));
    };
  }

  private UnfinishedWork work(DeadlineSubject subject, TaskEntity task) {
    ExecutionEntity processInstance = task.getProcessInstance();
    // the set is in no order: a government's own group sorts before those of its departments
    String group = task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted().findFirst().orElse(null);
    boolean supervision = supervising.owns(processInstance.getProcessDefinitionId());
    return new UnfinishedWork(subject, processInstance.getProcessBusinessKey(), processInstance.getId(), task.getTaskDefinitionKey(),
        task.getName(), group, (String) task.getExecution().getActivity().getProperty(DeadlineEnginePlugin.ALSO_URGED_BY),
        task.getDueDate(), supervision);
  }

  private static UnfinishedWork work(DeadlineSubject subject, ExecutionEntity processInstance, Date due) {
    ProcessDefinitionEntity definition = processInstance.getProcessDefinition();
    String government = (String) processInstance.getVariable(GOVERNMENT_CODE);
    return new UnfinishedWork(subject, processInstance.getProcessBusinessKey(), processInstance.getId(), definition.getKey(),
        definition.getName() + "（全案）", government == null ? null : Groups.officialsOf(government),
        (String) definition.getProperty(DeadlineEnginePlugin.ALSO_URGED_BY), due, false);
  }
}
