package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.way.Ahead;
import cn.gov.officecleanup.mechanism.way.WaysAhead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Compares, for every task that is done, the steps that officials were told would come next with those that came. */
@Component
@Profile(Rehearsing.PROFILE)
class Foretelling {

  private final WaysAhead ways;
  private final TaskService tasks;
  /** keys of the steps that have come, by task */
  private final Map<String, String> opened = new LinkedHashMap<>();
  private final List<String> otherwise = new ArrayList<>();
  private int transitions;

  Foretelling(WaysAhead ways, TaskService tasks) {
    this.ways = ways;
    this.tasks = tasks;
  }

  @EventListener
  void note(DelegateTask task) {
    switch (task.getEventName()) {
      case TaskListener.EVENTNAME_CREATE -> opened.put(task.getId(), task.getTaskDefinitionKey());
      case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE -> opened.remove(task.getId());
      default -> {
      }
    }
  }

  /** @return what comes next if this is decided at the task; to be asked before it is done */
  Set<String> next(String taskId, Object decision) {
    opened.clear();
    return ways.next(taskId, Objects.toString(decision, null))
        .stream()
        .filter(step -> !step.awaited())
        .flatMap(step -> step.groups().isEmpty() ? Stream.of(step.step()) : step.groups().stream().map(group -> step.step() + "/" + group))
        .collect(Collectors.toSet());
  }

  /** Notes whether what has come is what was told; to be called when the task is done and the engine has come to rest. */
  void compare(String step, Object decision, Set<String> told) {
    Set<String> came = opened.entrySet()
        .stream()
        .flatMap(task -> groupsOf(task.getKey()).stream().map(group -> task.getValue() + "/" + group))
        .collect(Collectors.toSet());
    transitions++;
    if (!came.equals(told)) {
      otherwise.add("%s（%s）：预告%s，实际%s".formatted(step, Objects.toString(decision, ""), told, came));
    }
  }

  /** @return how many tasks were compared */
  int transitions() {
    return transitions;
  }

  /** @return a Chinese sentence for each after which something else came */
  List<String> otherwise() {
    return List.copyOf(otherwise);
  }

  private List<String> groupsOf(String taskId) {
    return tasks.getIdentityLinksForTask(taskId)
        .stream()
        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
        .map(IdentityLink::getGroupId)
        .filter(Objects::nonNull)
        .toList();
  }
}
