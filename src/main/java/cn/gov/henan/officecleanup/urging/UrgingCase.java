package cn.gov.henan.officecleanup.urging;

import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.casefile.Opinions;
import cn.gov.henan.officecleanup.finding.RefusedException;
import cn.gov.henan.officecleanup.identity.Official;
import cn.gov.henan.officecleanup.identity.Officials;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Urges whoever handles a case: the words go into its history, which they read in their form, and its tasks come to the top of their lists. */
@Component
class UrgingCase implements JavaDelegate {

  /** above the usual 50, below what is late (75) */
  static final int URGED = 60;
  private static final String CLAUSE = "C20";

  private final UrgeableCases urgeable;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;
  private final TaskService tasks;

  UrgingCase(UrgeableCases urgeable, CaseFiles cases, Opinions opinions, Officials officials, @Lazy TaskService tasks) {
    this.urgeable = urgeable;
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
    this.tasks = tasks;
  }

  /** @throws RefusedException when the case is not the official's own, waits for the official, or was urged today */
  @Override
  public void execute(DelegateExecution execution) {
    Official official = officials.required();
    String caseNumber = (String) execution.getVariable("urgedCase");
    CaseFile file = cases.find(caseNumber).filter(found -> UrgeableCases.isOwn(official, found))
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”的本单位案件，请核对。".formatted(caseNumber), CLAUSE));
    if (urgeable.urgedToday(file)) {
      throw new RefusedException("URGED_TODAY", "案件“%s”今天已经催办，请明天再催。".formatted(caseNumber), CLAUSE);
    }
    List<Task> waiting = urgeable.tasksOfOthers(official, file);
    if (waiting.isEmpty()) {
      throw new RefusedException("NOBODY_TO_URGE", "案件“%s”没有其他单位正在办理的事项，不需要催办。".formatted(caseNumber), CLAUSE);
    }
    opinions.give(caseNumber, UrgeableCases.STEP, "催办", UrgeableCases.groupOf(file), official, null, null, (String) execution.getVariable("words"));
    officials.asApplication(() -> {
      waiting.stream().filter(task -> task.getPriority() < URGED).forEach(task -> tasks.setPriority(task.getId(), URGED));
      return null;
    });
    execution.removeVariable("words");
  }
}
