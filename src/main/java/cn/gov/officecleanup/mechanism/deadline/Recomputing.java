package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.deadline.RecomputingJobs.Portion;
import cn.gov.officecleanup.mechanism.deadline.RecomputingJobs.Stage;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Computes deadlines anew whose working days were loaded or loaded otherwise. A deadline that stands as the calendar before gave it goes to
 * where today's gives it; one that somebody gave otherwise, or that is a date of the plan, stays. Its timer follows, its case and those
 * concerned are told, and misses that the new calendar makes wrong are taken back by an entry each.
 */
@Component
class Recomputing {

  /** pieces of work in one transaction */
  static final int PORTION = 50;

  private final CalendarLoads loads;
  private final Terms terms;
  private final TermsOfWork termsOfWork;
  private final DeadlineWatch watch;
  private final CaseDeadlines cases;
  private final Escalating escalating;
  private final EscalationLedger ledger;
  private final RecomputingJobs jobs;
  private final TaskService tasks;
  private final HistoryService history;
  private final ManagementService management;

  Recomputing(CalendarLoads loads, Terms terms, TermsOfWork termsOfWork, DeadlineWatch watch, CaseDeadlines cases, Escalating escalating,
      EscalationLedger ledger, RecomputingJobs jobs, TaskService tasks, HistoryService history, ManagementService management) {
    this.loads = loads;
    this.terms = terms;
    this.termsOfWork = termsOfWork;
    this.watch = watch;
    this.cases = cases;
    this.escalating = escalating;
    this.ledger = ledger;
    this.jobs = jobs;
    this.tasks = tasks;
    this.history = history;
    this.management = management;
  }

  /** To be used inside the engine's commands only. */
  void compute(Portion portion) {
    var before = new WorkingDayCalendar(() -> loads.asOf(portion.firstLoad() - 1));
    var after = new WorkingDayCalendar(() -> loads.asOf(portion.lastLoad()));
    Function<Begun, Optional<Date>> anew = begun -> begun.due().getTime() != terms.due(begun.term(), begun.from(), before).getTime()
        ? Optional.empty()
        : Optional.of(terms.due(begun.term(), begun.from(), after)).filter(due -> due.getTime() != begun.due().getTime());
    Context.getCommandContext().runWithoutAuthorization(() -> {
      switch (portion.stage()) {
        case TASKS -> each(portion, tasksAfter(portion.after()), Task::getId, task -> compute((TaskEntity) task, anew), Stage.CASES);
        case CASES -> each(portion, cases.openAfter(portion.after(), PORTION), id -> id, id -> computeCase(id, anew), Stage.TIMERS);
        case TIMERS -> {
          computeTimers(anew);
          jobs.send(portion.at(Stage.MISSES));
        }
        case MISSES -> each(portion, ledger.settledMissesAfter(portion.after().isEmpty() ? 0 : Long.parseLong(portion.after()), PORTION),
            miss -> String.valueOf(miss.id()), miss -> computeMiss(miss, anew), null);
        default -> throw new IllegalStateException(portion.toCanonicalString());
      }
      return null;
    });
  }

  private <W> void each(Portion portion, List<W> work, Function<W, String> id, Consumer<W> action, Stage next) {
    work.forEach(action);
    if (work.size() == PORTION) {
      jobs.send(portion.after(id.apply(work.get(PORTION - 1))));
    } else if (next != null) {
      jobs.send(portion.at(next));
    }
  }

  private List<Task> tasksAfter(String id) {
    return tasks.createNativeTaskQuery()
        .sql("select * from %s where ID_ > #{after} and DUE_DATE_ is not null order by ID_".formatted(management.getTableName(Task.class)))
        .parameter("after", id)
        .listPage(0, PORTION);
  }

  private void compute(TaskEntity task, Function<Begun, Optional<Date>> anew) {
    termsOfWork.of(task).flatMap(anew).ifPresent(due -> {
      watch.open(DeadlineSubject.task(task.getId())).ifPresent(work -> escalating.moved(work, due));
      tasks.setDueDate(task.getId(), due); // its timer follows
    });
  }

  private void computeCase(String processInstanceId, Function<Begun, Optional<Date>> anew) {
    cases.begunOf(processInstanceId).map(termsOfWork::withBeginning).flatMap(anew).ifPresent(due -> {
      watch.open(DeadlineSubject.wholeCase(processInstanceId)).ifPresent(work -> escalating.moved(work, due));
      cases.move(processInstanceId, due.toInstant());
      watch.caseDueDateChanged(processInstanceId, due);
    });
  }

  /** Timers of the models that rest on a term, such as the end of waiting for an answer. */
  private void computeTimers(Function<Begun, Optional<Date>> anew) {
    for (JobDefinition definition : management.createJobDefinitionQuery().active().list()) {
      TermsOfWork.named(definition.getJobConfiguration())
          .ifPresent(term -> management.createJobQuery()
              .jobDefinitionId(definition.getId())
              .timers()
              .list()
              .forEach(job -> compute(job, term, anew)));
    }
  }

  private void compute(Job job, String term, Function<Begun, Optional<Date>> anew) {
    anew.apply(new Begun(term, job.getCreateTime().toInstant(), job.getDuedate()))
        .ifPresent(due -> management.setJobDuedate(job.getId(), due));
  }

  /** Work that is done by now was late by the calendar of its time and may be in time by today's. */
  private void computeMiss(Escalation miss, Function<Begun, Optional<Date>> anew) {
    DeadlineSubject subject = DeadlineSubject.parse(miss.subject());
    Optional<Begun> begun = switch (subject.kind()) {
      case TASK -> Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(subject.id()).singleResult())
          .filter((HistoricTaskInstance task) -> task.getDueDate() != null && task.getEndTime() != null)
          .flatMap(termsOfWork::of);
      case CASE -> cases.endedOf(subject.id()).map(termsOfWork::withBeginning);
    };
    begun.flatMap(anew)
        .filter(due -> Deadline.lateFrom(due).isAfter(miss.notedAt().toInstant()))
        .ifPresent(due -> escalating.takeBack(miss, due));
  }
}
