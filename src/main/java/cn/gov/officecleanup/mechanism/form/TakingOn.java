package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * How an official who has to do a task takes it on (签收): by beginning. The first entry into its form does it, there is nothing to press.
 *
 * @param free whether nobody has it yet and this official may begin
 * @param shared whether colleagues may do it as well, so that taking it on before beginning tells them something
 * @param hindrance why this official cannot do it now, such as that a colleague has it; null where nothing hinders
 */
record TakingOn(boolean free, boolean shared, String hindrance) {

  /** Finds out. */
  @Component
  static class Finder {

    private final Officials officials;
    private final WhatBecameOfTask whatBecame;
    private final SeparationOfDuties duties;

    Finder(Officials officials, WhatBecameOfTask whatBecame, SeparationOfDuties duties) {
      this.officials = officials;
      this.whatBecame = whatBecame;
      this.duties = duties;
    }

    /** @param official who has to do the task, alone or as one of its groups */
    TakingOn of(TaskEntity task, Official official) {
      String assignee = task.getAssignee();
      boolean own = official.userId().equals(assignee);
      String hindrance = assignee == null || own ? apart(task, official) : whatBecame.claimed(task.getId(), assignee).getMessage();
      return new TakingOn(assignee == null && hindrance == null, officials.hasColleague(official, groupsOf(task)), hindrance);
    }

    private String apart(TaskEntity task, Official official) {
      try {
        duties.check(task, official);
        return null;
      } catch (RefusedException e) {
        return e.getMessage();
      }
    }

    private static List<String> groupsOf(TaskEntity task) {
      return task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }
  }
}
