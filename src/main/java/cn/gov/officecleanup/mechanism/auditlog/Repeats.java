package cn.gov.officecleanup.mechanism.auditlog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps those who are turned away from filling the log: the same within a minute is counted, and so is whatever goes beyond so many lines
 * an hour, of one person who is signed in, of one address from which somebody tries to sign in, and of all who try to. What was counted
 * becomes lines when the time is over. The counts are in memory: of the last minute or hour they are lost when the server is killed, the
 * first of each kind never is.
 */
final class Repeats {

  /** most lines an hour about what one signed-in person was refused */
  static final int OF_A_PERSON = 600;
  /** most lines an hour about failed sign-ins from one address */
  static final int OF_AN_ADDRESS = 120;
  /** most lines an hour about failed sign-ins from everywhere: some 7 MB a day */
  static final int OF_STRANGERS = 600;

  private static final Duration SAME = Duration.ofMinutes(1);
  private static final Duration BUDGET = Duration.ofHours(1);
  private static final String STRANGERS = "";

  /** What is the same when it comes again. */
  record Turned(AuditEvent.Kind kind, String userId, String subject, String details, String caseNumber, String source) {
  }

  /** What was counted and not noted. @param of null where it is a person's or an address's, or everybody's, many different ones */
  record Counted(Turned of, AuditEvent.Kind kind, String whose, long times) {
  }

  private static final class Count {

    private final Instant since;
    private long times;

    Count(Instant since) {
      this.since = since;
    }

    boolean isOver(Duration duration, Instant now) {
      // a clock that was set back ends it as well
      return Duration.between(since, now).abs().compareTo(duration) >= 0;
    }
  }

  private record Budget(AuditEvent.Kind kind, String whose) {

    int lines() {
      return kind == AuditEvent.Kind.REFUSED ? OF_A_PERSON : whose.equals(STRANGERS) ? OF_STRANGERS : OF_AN_ADDRESS;
    }
  }

  /** the oldest first, so that who is turned away often does not have all of them looked at each time */
  private final Map<Turned, Count> same = new LinkedHashMap<>();
  private final Map<Budget, Count> budgets = new LinkedHashMap<>();
  private final Map<Budget, Long> beyond = new LinkedHashMap<>();

  /** @return whether it is to be noted; else it is counted. Take what is {@link #due} first */
  synchronized boolean isNew(Turned turned, Instant now) {
    Count again = same.get(turned);
    if (again != null && !again.isOver(SAME, now)) {
      again.times++;
      return false;
    }
    List<Budget> concerned = turned.kind == AuditEvent.Kind.REFUSED ? List.of(new Budget(turned.kind, turned.userId))
        : List.of(new Budget(turned.kind, turned.source == null ? "-" : turned.source), new Budget(turned.kind, STRANGERS));
    for (Budget budget : concerned) {
      Count spent = budgets.get(budget);
      if (spent != null && !spent.isOver(BUDGET, now) && spent.times >= budget.lines()) {
        // of addresses there may be any number, of budgets spent by them not: who is beyond everybody's is counted there
        beyond.merge(budget, 1L, Long::sum);
        return false;
      }
    }
    concerned.forEach(
        budget -> budgets.compute(budget, (key, spent) -> spent == null || spent.isOver(BUDGET, now) ? new Count(now) : spent).times++);
    same.remove(turned);
    same.put(turned, new Count(now));
    return true;
  }

  /** Forgets what was not kept after all. */
  synchronized void forget(Turned turned) {
    same.remove(turned);
  }

  /** @return what was counted in minutes and hours that are over, each once; @param all those that are not over as well */
  synchronized List<Counted> due(Instant now, boolean all) {
    List<Counted> due = new ArrayList<>();
    for (Iterator<Map.Entry<Turned, Count>> each = same.entrySet().iterator(); each.hasNext();) {
      Map.Entry<Turned, Count> entry = each.next();
      if (!all && !entry.getValue().isOver(SAME, now)) {
        break;
      }
      each.remove();
      if (entry.getValue().times > 0) {
        due.add(new Counted(entry.getKey(), entry.getKey().kind, entry.getKey().userId, entry.getValue().times));
      }
    }
    for (Iterator<Map.Entry<Budget, Count>> each = budgets.entrySet().iterator(); each.hasNext();) {
      Map.Entry<Budget, Count> entry = each.next();
      if (all || entry.getValue().isOver(BUDGET, now)) {
        each.remove();
        Long times = beyond.remove(entry.getKey());
        if (times != null) {
          due.add(new Counted(null, entry.getKey().kind, entry.getKey().whose, times));
        }
      }
    }
    return due;
  }
}
