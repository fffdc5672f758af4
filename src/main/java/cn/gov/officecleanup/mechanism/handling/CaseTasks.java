package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.procedures.Procedure;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The open tasks of a case's own procedures, not of those that run beside it. To be used as the application. */
@Component
public class CaseTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Procedures procedures;
  private final JdbcClient jdbc;

  CaseTasks(@Lazy TaskService tasks, @Lazy RuntimeService runtime, Procedures procedures, JdbcClient jdbc) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.procedures = procedures;
    this.jdbc = jdbc;
  }

  /** @return all open tasks under the number of a case, the oldest first */
  public List<Task> allOf(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).orderByTaskCreateTime().asc().list();
  }

  /** @return those of its own procedures */
  public List<Task> openOf(String caseNumber) {
    return ownOf(allOf(caseNumber));
  }

  /** @return those that are of the case's own procedures */
  public List<Task> ownOf(List<Task> open) {
    return open.stream().filter(task -> !procedures.of(keyOf(task)).beside()).toList();
  }

  /** @return those of these cases in which a step of their own procedures is open, in one statement */
  public Set<String> withOpenSteps(Collection<String> caseNumbers) {
    return caseNumbers.isEmpty() ? Set.of()
        : jdbc.sql("""
          select distinct e.business_key_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
          join act_re_procdef d on d.id_ = t.proc_def_id_ where e.business_key_ in (:numbers) and d.key_ not in (:beside)""")
            .param("numbers", caseNumbers)
            .param("beside", procedures.keys(Procedure::beside))
            .query(String.class)
            .set();
  }

  /**
   * @return those that the case cannot go on without: of its own procedures, and of others that it has called on its way, such as for
   * opinions
   */
  public List<Task> neededBy(String caseNumber) {
    List<Task> all = allOf(caseNumber);
    List<Task> own = ownOf(all);
    Set<String> beside = all.stream().filter(task -> !own.contains(task)).map(Task::getProcessInstanceId).collect(Collectors.toSet());
    if (beside.isEmpty()) {
      return own;
    }
    Set<String> called = runtime.createProcessInstanceQuery()
        .processInstanceIds(beside)
        .list()
        .stream()
        .filter(instance -> !instance.getId().equals(instance.getRootProcessInstanceId()))
        .map(ProcessInstance::getId)
        .collect(Collectors.toSet());
    return all.stream().filter(task -> own.contains(task) || called.contains(task.getProcessInstanceId())).toList();
  }

  /**
   * @return the key of a task's procedure: an id of a definition is key:version:number; to ask the engine would cost a statement for each
   */
  public static String keyOf(Task task) {
    return task.getProcessDefinitionId().split(":")[0];
  }
}
