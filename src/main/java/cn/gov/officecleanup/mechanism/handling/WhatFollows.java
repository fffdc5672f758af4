package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.form.OwnTasks;
import cn.gov.officecleanup.mechanism.form.WhatBecameOfTask;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells who has just done a step, or handed it on, what the case waits for now, and who has that to do. */
@Component
public class WhatFollows {

  /**
   * What the case waits for.
   *
   * @param words a sentence for the official
   * @param own ids of those of its tasks that this official has to do as well
   * @param settled false while the engine is on its way to the next step
   */
  public record Following(String caseNumber, String words, List<String> own, boolean settled) {
  }

  private final WhatBecameOfTask became;
  private final CaseTasks caseTasks;
  private final OwnTasks toDo;
  private final CaseFiles cases;
  private final TaskService tasks;
  private final GroupNames groups;
  private final Officials officials;

  WhatFollows(WhatBecameOfTask became, CaseTasks caseTasks, OwnTasks toDo, CaseFiles cases, @Lazy TaskService tasks, GroupNames groups,
      Officials officials) {
    this.became = became;
    this.caseTasks = caseTasks;
    this.toDo = toDo;
    this.cases = cases;
    this.tasks = tasks;
    this.groups = groups;
    this.officials = officials;
  }

  /** @return what follows this task; empty where it is not, and was not, the signed-in official's to do */
  public Optional<Following> after(String taskId) {
    return became.caseOf(taskId, officials.required()).map(this::following);
  }

  private Following following(String caseNumber) {
    List<Task> open = officials.asApplication(() -> caseTasks.neededBy(caseNumber));
    boolean closed = cases.find(caseNumber).map(file -> file.closedAt() != null).orElse(false);
    String words = !open.isEmpty() ? "下一步：%s。".formatted(officials.asApplication(() -> inWords(open))) : closed ? "本案已办结。" : "本案等待其他事项办结。";
    Official official = officials.required();
    return new Following(caseNumber, words,
        open.stream()
            .filter(task -> task.getAssignee() == null || task.getAssignee().equals(official.userId()))
            .map(Task::getId)
            .filter(toDo::include)
            .toList(),
        closed || !open.isEmpty());
  }

  /** e.g. 负责同志签批（洛阳市人民政府负责同志）, a step that several have to do once */
  private String inWords(List<Task> open) {
    return open.stream()
        .collect(Collectors.groupingBy(Task::getName, LinkedHashMap::new, Collectors.mapping(this::whose, Collectors.toList())))
        .entrySet()
        .stream()
        .map(step -> "%s（%s）".formatted(step.getKey(), step.getValue().stream().distinct().collect(Collectors.joining("、"))))
        .collect(Collectors.joining("；"));
  }

  private String whose(Task task) {
    return task.getAssignee() != null ? officials.nameOf(task.getAssignee())
        : tasks.getIdentityLinksForTask(task.getId())
            .stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .sorted()
            .map(groups::nameOf)
            .collect(Collectors.joining("、"));
  }
}
