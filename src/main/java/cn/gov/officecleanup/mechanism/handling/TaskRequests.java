package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.CaseInstances;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What is asked of others about a task runs as a procedure beside the case, with a task for each of them; it ends with the last answer, or
 * by a message.
 */
@Component
class TaskRequests {

  private static final String CLAUSE = "办理";
  static final String ASKED = "asked";
  /** Variable that holds what is asked about: a task's id, or that of a case's process instance. */
  static final String REQUESTING_TASK = "requestingTask";
  static final String REQUESTING_GROUP = "requestingGroup";
  static final String ENDED = "request-ended";

  private final OwnCaseTask.Finder toDo;
  private final CaseInstances instances;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final Officials officials;

  TaskRequests(OwnCaseTask.Finder toDo, CaseInstances instances, @Lazy RuntimeService runtime, @Lazy TaskService tasks,
      Officials officials) {
    this.toDo = toDo;
    this.instances = instances;
    this.runtime = runtime;
    this.tasks = tasks;
    this.officials = officials;
  }

  /**
   * Asks.
   *
   * @param offered whom the official may ask
   * @param asked values of those chosen
   * @param nobody Chinese sentence for who chose nobody, or somebody else
   * @param already Chinese sentence for who has asked already and waits
   * @return those who are asked
   * @throws RefusedException with one of these sentences
   */
  List<Choice> start(String procedure, OwnCaseTask task, List<Choice> offered, List<String> asked, String nobody, String already) {
    List<Choice> chosen = offered.stream().filter(choice -> asked != null && asked.contains(choice.value())).toList();
    if (chosen.isEmpty() || chosen.size() < asked.size()) {
      throw new RefusedException("NOBODY_ASKED", nobody, CLAUSE);
    }
    if (!open(procedure, task.task().getId(), task.file().caseNumber()).isEmpty()) {
      throw new RefusedException("ASKED_ALREADY", already, CLAUSE);
    }
    officials.asApplication(() -> runtime.startProcessInstanceByKey(procedure, task.file().caseNumber(),
        Map.of(ASKED, new ArrayList<>(chosen.stream().map(Choice::value).toList()), REQUESTING_TASK, task.task().getId(), REQUESTING_GROUP,
            task.ownGroup())));
    return chosen;
  }

  /**
   * @param asking id of the task that asks, or of the process instance of a case that does
   * @return the tasks of those who have not answered yet
   */
  List<Task> open(String procedure, String asking, String caseNumber) {
    return officials.asApplication(() -> instances.holding(caseNumber, REQUESTING_TASK, asking, procedure)
        .stream()
        .flatMap(id -> tasks.createTaskQuery().processInstanceId(id).orderByTaskCreateTime().asc().list().stream())
        .toList());
  }

  /**
   * Takes back what is open of the requests of one procedure.
   *
   * @throws RefusedException when the task is not the official's to do
   */
  void takeBack(String procedure, String taskId) {
    String caseNumber = toDo.required(taskId).file().caseNumber();
    end(instances.holding(caseNumber, REQUESTING_TASK, taskId, procedure));
  }

  /**
   * @param awaited names of those who have not answered
   * @param sentence Chinese sentence that takes these names
   * @throws RefusedException with the sentence, while there are any
   */
  static void requireNone(List<String> awaited, String code, String sentence) {
    if (!awaited.isEmpty()) {
      throw new RefusedException(code, sentence.formatted(String.join("、", awaited)), CLAUSE);
    }
  }

  /** Ends what is open of all requests of a task, or of a whole case by its process instance. */
  void end(String asking, String caseNumber) {
    if (caseNumber != null) { // what runs without a case asks nobody
      end(instances.holding(caseNumber, REQUESTING_TASK, asking));
    }
  }

  private void end(List<String> requests) {
    officials.asApplication(() -> {
      requests.forEach(request -> runtime.createMessageCorrelation(ENDED).processInstanceId(request).correlateAll());
      return null;
    });
  }
}
