package cn.gov.henan.officecleanup.casefile;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Writes case number and title on every new task, for the columns of Tasklist's list. As the task's own variables, since an official may read those of
 * own tasks but not those of whole process instances.
 */
@Component
public class CaseOnTask implements TaskListener {

  /** Variable that holds the case number (案号). */
  public static final String CASE_NUMBER = "caseNumber";
  /** Variable that holds the case's title. */
  public static final String CASE_TITLE = "caseTitle";

  private final CaseFiles cases;

  CaseOnTask(CaseFiles cases) {
    this.cases = cases;
  }

  @Override
  public void notify(DelegateTask task) {
    String businessKey = task.getExecution().getProcessBusinessKey();
    if (businessKey != null) {
      cases.find(businessKey).ifPresent(file -> {
        task.setVariableLocal(CASE_NUMBER, file.caseNumber());
        task.setVariableLocal(CASE_TITLE, file.title());
      });
    }
  }
}
