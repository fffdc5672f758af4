package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.MembershipEnded;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;

/**
 * The steps of a substitution (委托代理): the substitute is in the groups of the absent one from the first day to the last, so finds their
 * tasks and may do them; what keeps proposers from signing what they proposed keeps substitutes as well.
 */
@Configuration(proxyBeanMethods = false)
class Substituting {

  private static final int MOST_DAYS = 60;
  private static final String CLAUSE = "委托代理";
  private static final String ENDED = "substitution-ended";

  private final Substitutions substitutions;
  private final IdentityService identity;
  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Officials officials;
  private final Clock clock;

  Substituting(Substitutions substitutions, @Lazy IdentityService identity, @Lazy TaskService tasks, @Lazy RuntimeService runtime,
      Officials officials, Clock clock) {
    this.substitutions = substitutions;
    this.identity = identity;
    this.tasks = tasks;
    this.runtime = runtime;
    this.officials = officials;
    this.clock = clock;
  }

  /** @return the colleagues of the same government, provincial department or bureau; of who receives complaints those who do so, too */
  List<Choice> possibleSubstitutes(Official official) {
    return officials.asApplication(() -> official.groups()
        .stream()
        .flatMap(group -> Groups.receivesComplaints(group) ? Stream.of(group) : Groups.ofSameGovernment(group).stream())
        .distinct()
        .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
        .map(User::getId)
        .distinct()
        .filter(user -> !user.equals(official.userId()))
        .sorted()
        .map(user -> new Choice(user, officials.nameOf(user)))
        .toList());
  }

  /** @return those of the official's own substitutions that have not ended, by process instance */
  List<Choice> ownSubstitutions(Official official) {
    return substitutions.openOf(official.userId())
        .stream()
        .map(open -> new Choice(open.processInstanceId(),
            "%s至%s 由%s代理".formatted(InWords.day(open.firstDay()), InWords.day(open.lastDay()), officials.nameOf(open.substitute()))))
        .toList();
  }

  /** Notes what an official asks for; refuses more than 60 days, and where users are kept elsewhere. */
  @Bean
  JavaDelegate entrustingWork() {
    return execution -> {
      Official official = officials.required();
      if (identity.isReadOnly()) {
        throw new RefusedException("USERS_KEPT_ELSEWHERE", "本单位的用户由统一用户目录管理，请由目录管理员临时调整代理人所在的组。", CLAUSE);
      }
      LocalDate firstDay = LocalDate.parse((String) execution.getVariable("firstDay"));
      LocalDate lastDay = LocalDate.parse((String) execution.getVariable("lastDay"));
      if (ChronoUnit.DAYS.between(firstDay, lastDay) >= MOST_DAYS) {
        throw new RefusedException("TOO_MANY_DAYS", "一次代理最长%d天，请改正结束日期。".formatted(MOST_DAYS), CLAUSE);
      }
      substitutions.enter(execution.getProcessInstanceId(), official.userId(), (String) execution.getVariable("substitute"), firstDay,
          lastDay, (String) execution.getVariable("words"));
      execution.setVariable("substitutionBegins", startOf(firstDay));
      execution.setVariable("substitutionEnds", startOf(lastDay.plusDays(1)));
      execution.removeVariable("words");
    };
  }

  /**
   * Puts the substitute into the groups of the absent one, whose own tasks go back to them. Each substitution notes all that it gives, also
   * what another gives already: the last one that ends takes it. What somebody has as a substitute is not handed on, and an administrator
   * does no business as a substitute either.
   */
  @Bean
  JavaDelegate beginningSubstitution() {
    return execution -> officials.asApplication(() -> {
      Substitution substitution = substitutions.of(execution.getProcessInstanceId());
      List<String> present = groupsOf(substitution.substitute());
      Set<String> lent = substitutions.lentTo(substitution.substitute());
      Set<String> lentToAbsent = substitutions.lentTo(substitution.absent());
      List<String> given = groupsOf(substitution.absent()).stream()
          .filter(group -> !lentToAbsent.contains(group))
          .filter(group -> lent.contains(group) || !present.contains(group))
          // who complains is known to who receives it, and to nobody in their place
          .filter(group -> !Groups.receivesComplaints(group))
          .filter(group -> present.stream().noneMatch(own -> Groups.ofAdministration(own, group)))
          .toList();
      given.stream()
          .filter(group -> !present.contains(group))
          .forEach(group -> identity.createMembership(substitution.substitute(), group));
      substitutions.begun(substitution, given);
      tasks.createTaskQuery().taskAssignee(substitution.absent()).list().forEach(task -> tasks.setAssignee(task.getId(), null));
      return null;
    });
  }

  /**
   * Takes the substitute out of the groups again that no other substitution gives; what the substitute took on in them goes back to them.
   */
  @Bean
  JavaDelegate endingSubstitution() {
    return execution -> officials.asApplication(() -> {
      Substitution substitution = substitutions.of(execution.getProcessInstanceId());
      substitutions.ended(substitution);
      substitutions.groupsOf(substitution).forEach(group -> leave(substitution, group));
      return null;
    });
  }

  /** Nobody stands in for somebody in a group in which that one is no longer. */
  @EventListener
  void membershipEnded(MembershipEnded ended) {
    officials.asApplication(() -> {
      substitutions.runningOf(ended.userId())
          .forEach(running -> substitutions.groupsOf(running).stream().filter(ended.groups()::contains).forEach(group -> {
            substitutions.giveUp(running, group);
            leave(running, group);
          }));
      return null;
    });
  }

  private void leave(Substitution substitution, String group) {
    if (!substitutions.keepsIn(substitution.substitute(), group, substitution)) {
      identity.deleteMembership(substitution.substitute(), group);
    }
  }

  /** Ends one before its time, or calls it off before it has begun. */
  @Bean
  JavaDelegate callingSubstitutionOff() {
    return (DelegateExecution execution) -> {
      Official official = officials.required();
      substitutions.hold(official.userId());
      Substitution open = substitutions.openOf(official.userId())
          .stream()
          .filter(found -> found.processInstanceId().equals(execution.getVariable("substitution")))
          .findFirst()
          .orElseThrow(() -> new RefusedException("NO_SUCH_SUBSTITUTION", "没有这项尚未结束的委托，请从列表中选择。", CLAUSE));
      if (open.begunAt() == null) {
        substitutions.ended(open);
      }
      officials.asApplication(() -> {
        runtime.createMessageCorrelation(ENDED).processInstanceId(open.processInstanceId()).correlate();
        return null;
      });
    };
  }

  private List<String> groupsOf(String user) {
    return identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList();
  }

  private static Date startOf(LocalDate day) {
    return Date.from(day.atStartOfDay(EngineClock.ZONE).toInstant());
  }
}
