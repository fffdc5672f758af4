package cn.gov.officecleanup.mechanism.deadline;

import java.util.Optional;
import org.camunda.bpm.engine.task.Task;

/** The procedure by which a superior group urges late work (督办), as far as deadlines need it: one at a time for each piece of work. */
public interface Supervising {

  /**
   * @param superior groups that urge, separated by commas
   * @param round from the second on the supervisors are called as well
   * @return id of its process instance
   */
  String begin(String caseNumber, String superior, int round);

  boolean isOpen(String supervisionId);

  Optional<Task> taskOf(String supervisionId);

  /** @return whether a process definition is this procedure's, and none of a case's own */
  boolean owns(String processDefinitionId);

  /** Adds the supervisors to those who may do the task of a supervision. */
  void callSupervisors(String taskId);

  /** Ends it if it is still open; whoever did the work need not be allowed to touch it. To be used inside the engine's commands only. */
  void end(String supervisionId);
}
