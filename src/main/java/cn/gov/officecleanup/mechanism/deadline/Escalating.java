package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.casefile.ConfidedCases;
import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.deadline.Escalation.Kind;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Superiors;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What happens by itself when a deadline is near, missed, or settled (C20). All of it happens in the transaction of the timer, or not at
 * all.
 */
@Component
class Escalating {

  private static final int MORE_URGENT = 25;
  private static final int MOST_URGENT = 100;
  private static final int URGENT_AS_ANY = Task.PRIORITY_NORMAL;

  private final EscalationLedger ledger;
  private final Supervising supervision;
  private final Notices notices;
  private final Superiors superiors;
  private final ConfidedCases confided;
  private final Terms terms;
  private final TaskService tasks;
  private final ApplicationEventPublisher events;

  Escalating(EscalationLedger ledger, Supervising supervision, Notices notices, Superiors superiors, ConfidedCases confided, Terms terms,
      TaskService tasks, ApplicationEventPublisher events) {
    this.ledger = ledger;
    this.supervision = supervision;
    this.notices = notices;
    this.superiors = superiors;
    this.confided = confided;
    this.terms = terms;
    this.tasks = tasks;
    this.events = events;
  }

  /** A reminder goes to those who have to do the work, and raises nothing. */
  void remind(UnfinishedWork work) {
    notices.announce(ledger.note(Kind.REMINDER, ledger.nextRound(work.subject(), Kind.REMINDER), work, superiorOf(work), null));
  }

  /**
   * A miss raises the priority and calls the superior. A supervision (督办) that is itself late calls the supervisors into it and starts no
   * supervision of its own, so that lateness cannot breed tasks without end. In a confided case it calls nobody, and tells no other system.
   */
  void missed(UnfinishedWork work) {
    int round = ledger.nextRound(work.subject(), Kind.MISS);
    int rightly = ledger.missesOf(work.subject()).size() + 1;
    String superior = superiorOf(work);
    tasksOf(work).forEach(this::raisePriority);
    if (confided.include(work.caseNumber())) {
      ledger.note(Kind.MISS, round, work, superior, null);
      return;
    }
    String supervisionId = null;
    if (work.supervision()) {
      supervision.callSupervisors(work.taskId());
    } else {
      supervisionId = supervision(work).filter(supervision::isOpen).orElse(null);
      if (supervisionId == null) {
        supervisionId = supervision.begin(work.caseNumber(), superior, rightly);
      } else {
        supervision.taskOf(supervisionId).ifPresent(task -> {
          raisePriority(task);
          supervision.callSupervisors(task.getId());
        });
      }
    }
    notices.announce(ledger.note(Kind.MISS, round, work, superior, supervisionId));
    events.publishEvent(new DeadlineMissed(work.caseNumber(), work.taskId(), work.stepName(),
        LocalDate.ofInstant(work.due().toInstant(), EngineClock.ZONE), work.lateGroup(), round));
  }

  /** @return whether work was missed and is not settled since */
  boolean isUrged(DeadlineSubject subject) {
    return ledger.openOf(subject).stream().anyMatch(entry -> entry.kind() == Kind.MISS);
  }

  /** Closes what is open about work that is done, not needed any more or given more time, and its supervision with it. */
  void settle(DeadlineSubject subject, ClosingReason closing) {
    List<Escalation> open = ledger.openOf(subject);
    if (!open.isEmpty()) {
      ledger.close(subject, closing);
      open.stream().map(Escalation::supervisionId).filter(Objects::nonNull).distinct().forEach(supervision::end);
    }
  }

  /** Work was never to be urged: what was missed before makes it urgent no more. */
  void letGo(UnfinishedWork work) {
    lowerPriority(work, (int) ledger.openOf(work.subject()).stream().filter(entry -> entry.kind() == Kind.MISS).count());
    settle(work.subject(), ClosingReason.CANCELLED);
  }

  /** Work is due on another day, since other days are worked: what was noted too early is taken back, and urged no more. */
  void moved(UnfinishedWork work, Date due) {
    notices.announce(ledger.noteMoved(ledger.nextRound(work.subject(), Kind.MOVED), work, superiorOf(work), due));
    List<Escalation> wrong = ledger.missesOf(work.subject())
        .stream()
        .filter(miss -> Deadline.lateFrom(due).isAfter(miss.notedAt().toInstant()))
        .toList();
    wrong.forEach(miss -> takeBack(miss, due));
    lowerPriority(work, wrong.size());
    if (!terms.isPast(due)) {
      settle(work.subject(), ClosingReason.RECOMPUTED);
    }
  }

  /**
   * A superior has decided about the deadline of a piece of work; what was missed before makes it urgent no more.
   *
   * @param work as it is due now
   * @param by group that decided
   */
  void decided(Kind kind, UnfinishedWork work, String by, Date dueBefore) {
    int misses = kind == Kind.REFUSED ? 0 : (int) ledger.openOf(work.subject()).stream().filter(entry -> entry.kind() == Kind.MISS).count();
    if (misses > 0) {
      lowerPriority(work, misses);
    }
    notices.announce(ledger.noteDecided(kind, work, by, dueBefore));
  }

  /** A miss that was none is taken back, whether the work is done by now or not. */
  void takeBack(Escalation miss, Date due) {
    notices.announce(ledger.noteTakenBack(miss, due));
  }

  private Optional<String> supervision(UnfinishedWork work) {
    return ledger.openOf(work.subject()).stream().map(Escalation::supervisionId).filter(Objects::nonNull).reduce((first, last) -> last);
  }

  /** @return groups that urge, separated by commas */
  private String superiorOf(UnfinishedWork work) {
    String superior = work.supervision() || work.lateGroup() == null ? Groups.SUPERVISORS : superiors.of(work.lateGroup());
    return work.alsoUrgedBy() == null || work.alsoUrgedBy().equals(superior) ? superior : superior + "," + work.alsoUrgedBy();
  }

  /** The task that is late; of a late case all that is open. */
  private List<Task> tasksOf(UnfinishedWork work) {
    TaskQuery query = tasks.createTaskQuery();
    return work.taskId() != null ? query.taskId(work.taskId()).list()
        : query.processInstanceBusinessKey(work.caseNumber())
            .list()
            .stream()
            .filter(task -> !supervision.owns(task.getProcessDefinitionId()))
            .toList();
  }

  private void lowerPriority(UnfinishedWork work, int misses) {
    tasksOf(work).forEach(task -> tasks.setPriority(task.getId(), Math.max(URGENT_AS_ANY, task.getPriority() - MORE_URGENT * misses)));
  }

  private void raisePriority(Task task) {
    if (task.getPriority() < MOST_URGENT) {
      tasks.setPriority(task.getId(), Math.min(MOST_URGENT, task.getPriority() + MORE_URGENT));
    }
  }
}
