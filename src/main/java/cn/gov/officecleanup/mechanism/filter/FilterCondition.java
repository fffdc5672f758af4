package cn.gov.officecleanup.mechanism.filter;

import java.util.Arrays;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * What a filter asks for that depends on who looks and when. Said by name in the filter's property {@value #PROPERTY}, since a stored query
 * holds no expressions. Each is a block of its own, so that nothing a request adds takes its place.
 */
enum FilterCondition {

  /** tasks that one has taken on, and those of the own groups, whoever took them on */
  OWN_AND_OF_GROUPS {
    @Override
    TaskQuery on(TaskQuery query, Authentication who, Date now) {
      return query.or().taskAssignee(who.getUserId()).taskCandidateGroupIn(groups(who)).includeAssignedTasks().endOr();
    }
  },
  /** tasks that one has taken on */
  OWN {
    @Override
    TaskQuery on(TaskQuery query, Authentication who, Date now) {
      return query.or().taskAssignee(who.getUserId()).endOr();
    }
  },
  /** tasks of the own groups that nobody has taken on */
  OF_GROUPS {
    @Override
    TaskQuery on(TaskQuery query, Authentication who, Date now) {
      return query.or().taskCandidateGroupIn(groups(who)).endOr();
    }
  },
  /** tasks due within seven days */
  DUE_SOON {
    @Override
    TaskQuery on(TaskQuery query, Authentication who, Date now) {
      Calendar inAWeek = Calendar.getInstance();
      inAWeek.setTime(now);
      inAWeek.add(Calendar.DATE, DAYS);
      return query.or().dueAfter(now).endOr().or().dueBefore(inAWeek.getTime()).endOr();
    }
  },
  /** tasks past their due date */
  OVERDUE {
    @Override
    TaskQuery on(TaskQuery query, Authentication who, Date now) {
      return query.or().dueBefore(now).endOr();
    }
  };

  static final String PROPERTY = "condition";

  private static final int DAYS = 7;
  /** stands for no group: no group has this id */
  private static final List<String> NONE = List.of("-");

  /** @return the query with the condition added */
  abstract TaskQuery on(TaskQuery query, Authentication who, Date now);

  /** @return the condition that a filter names; empty where it names none */
  static Optional<FilterCondition> of(Filter filter) {
    Object name = filter.getProperties() == null ? null : filter.getProperties().get(PROPERTY);
    return Arrays.stream(values()).filter(condition -> condition.name().equals(name)).findFirst();
  }

  final TaskQuery on(TaskQuery query, Authentication who) {
    return on(query, who, ClockUtil.getCurrentTime());
  }

  private static List<String> groups(Authentication who) {
    return who.getGroupIds() == null || who.getGroupIds().isEmpty() ? NONE : who.getGroupIds();
  }
}
