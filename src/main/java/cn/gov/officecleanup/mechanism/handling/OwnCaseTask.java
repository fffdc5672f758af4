package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.OwnTasks;
import cn.gov.officecleanup.mechanism.form.WhatBecameOfTask;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * A task of a case that the signed-in official has to do.
 *
 * @param file the case
 * @param groups groups that may do the task
 */
record OwnCaseTask(Task task, CaseFile file, List<String> groups, Official official) {

  /** @return the group of the official by which the task is theirs */
  String ownGroup() {
    return groups.stream().filter(official.groups()::contains).findFirst().orElse(groups.isEmpty() ? null : groups.get(0));
  }

  /** Finds it. */
  @Component
  static class Finder {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final OwnTasks toDo;
    private final CaseFiles cases;
    private final Officials officials;
    private final WhatBecameOfTask whatBecame;

    Finder(@Lazy TaskService tasks, @Lazy RuntimeService runtime, OwnTasks toDo, CaseFiles cases, Officials officials,
        WhatBecameOfTask whatBecame) {
      this.tasks = tasks;
      this.runtime = runtime;
      this.toDo = toDo;
      this.cases = cases;
      this.officials = officials;
      this.whatBecame = whatBecame;
    }

    /** @return the task; empty where it is gone, not the official's to do, or of no case */
    Optional<OwnCaseTask> find(String taskId) {
      Official official = officials.required();
      if (!toDo.include(taskId)) {
        return Optional.empty();
      }
      return officials.asApplication(() -> {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        String number = runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
        return cases.find(Objects.requireNonNullElse(number, "")).map(file -> new OwnCaseTask(task, file, groupsOf(taskId), official));
      });
    }

    /**
     * Begins an act on a task: until the transaction ends nobody else acts in its case.
     *
     * @return the task, which nobody else has taken on
     * @throws RefusedException when it is gone, not the official's to do, or taken on by a colleague
     */
    OwnCaseTask required(String taskId) {
      cases.holdByTask(taskId);
      OwnCaseTask found = find(taskId).orElseThrow(() -> whatBecame.gone(taskId, officials.required()));
      String assignee = found.task().getAssignee();
      if (assignee != null && !assignee.equals(found.official().userId())) {
        throw whatBecame.claimed(taskId, assignee);
      }
      return found;
    }

    List<String> groupsOf(String taskId) {
      return tasks.getIdentityLinksForTask(taskId).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).sorted().toList();
    }
  }
}
