package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Ends the waiting for opinions that a procedure asks on its way, once the time is over: who has not answered is on record as silent
 * (逾期未回复), which is no consent, and the case goes on.
 */
@Component
class RecordingSilence implements JavaDelegate {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final OwnCaseTask.Finder toDo;
  private final CaseFiles cases;
  private final Opinions opinions;

  RecordingSilence(@Lazy RuntimeService runtime, @Lazy TaskService tasks, OwnCaseTask.Finder toDo, CaseFiles cases, Opinions opinions) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.toDo = toDo;
    this.cases = cases;
    this.opinions = opinions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    cases.hold(caseNumber);
    runtime.createProcessInstanceQuery()
        .superProcessInstanceId(execution.getProcessInstanceId())
        .processDefinitionKey(OpinionRequests.PROCESS)
        .list()
        .stream()
        .map(ProcessInstance::getId)
        .forEach(request -> {
          tasks.createTaskQuery()
              .processInstanceId(request)
              .orderByTaskId()
              .asc()
              .list()
              .forEach(task -> opinions.give(caseNumber, OpinionRequests.ANSWER, task.getName(), toDo.groupsOf(task.getId()).get(0),
                  DepartmentOpinions.SYSTEM, "silent", "逾期未回复", "在规定期限内没有回复，不视为同意。"));
          runtime.createMessageCorrelation(TaskRequests.ENDED).processInstanceId(request).correlateAll();
        });
  }
}
