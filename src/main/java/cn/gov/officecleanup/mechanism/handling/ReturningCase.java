package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends a case back to an earlier step that its model allows: who has to do the task at hand returns it (退回); who did the step before takes
 * it back as long as nobody has taken on what follows (撤回).
 */
@Component
public class ReturningCase {

  private static final String RETURNED = "returned";
  private static final String RECALLED = "recalled";
  /** what is noted in a case's history beside its own steps, and what procedures that run beside it note */
  private static final Set<String> BESIDE = Set.of(OpinionRequests.STEP, Assisting.STEP, Circulating.STEP, Commenting.STEP,
      LinkingCases.STEP, ReturningClaims.STEP, MoreTime.STEP);
  private static final String CLAUSE = "办理";

  private final Procedures procedures;
  private final OwnCaseTask.Finder toDo;
  private final StepsBack stepsBack;
  private final CaseFiles cases;
  private final CaseTasks caseTasks;
  private final TaskService tasks;
  private final Opinions opinions;
  private final Officials officials;

  ReturningCase(Procedures procedures, OwnCaseTask.Finder toDo, StepsBack stepsBack, CaseFiles cases, CaseTasks caseTasks,
      @Lazy TaskService tasks, Opinions opinions, Officials officials) {
    this.procedures = procedures;
    this.toDo = toDo;
    this.stepsBack = stepsBack;
    this.cases = cases;
    this.caseTasks = caseTasks;
    this.tasks = tasks;
    this.opinions = opinions;
    this.officials = officials;
  }

  /** @return the steps to which the task's official may return the case, the latest first */
  List<Choice> steps(OwnCaseTask task) {
    return officials.asApplication(() -> stepsBack.from(task.task())).stream().map(step -> new Choice(step.step(), step.name())).toList();
  }

  /**
   * Returns a case (退回).
   *
   * @param step id of the step
   * @param words why; the officials of that step read it
   * @throws RefusedException when the task is not the official's to do, the case cannot go back to that step, or no reason is given
   */
  @Transactional
  public void returnTo(String taskId, String step, String words) {
    OwnCaseTask task = toDo.required(taskId);
    String reason = FreeText.required(words, "请写明退回的原因，让承办人知道要改什么。");
    StepsBack.Step back = officials.asApplication(() -> stepsBack.from(task.task()))
        .stream()
        .filter(found -> found.step().equals(step))
        .findFirst()
        .orElseThrow(() -> new RefusedException("NO_SUCH_STEP", "本案不能退回到这个环节，请从列表中选择。", CLAUSE));
    opinions.give(task.file().caseNumber(), task.task().getTaskDefinitionKey(), task.task().getName(), task.ownGroup(), task.official(),
        RETURNED, "退回至“%s”".formatted(back.name()), reason);
    go(back, reason);
  }

  /**
   * @return the step that the official did last in the case and may take back; empty where somebody has begun what follows, or the model
   * does not allow it
   */
  public Optional<Choice> recallable(String caseNumber, Official official) {
    return recall(caseNumber, official).map(back -> new Choice(back.step(), back.name()));
  }

  /**
   * Takes back what the official handed in (撤回); the step is then the official's to do again.
   *
   * @throws RefusedException when it cannot be taken back
   */
  @Transactional
  public void recall(String caseNumber) {
    cases.hold(caseNumber);
    Official official = officials.required();
    StepsBack.Step back = recall(caseNumber, official)
        .orElseThrow(() -> new RefusedException("NOT_RECALLABLE", "不能撤回：最近一个环节不是您办的，或者后面的环节已经有人签收；需要更改的，请联系现在的承办人退回。", CLAUSE));
    Opinion done = last(caseNumber).orElseThrow();
    opinions.give(caseNumber, RECALLED, back.name(), official.groups().stream().sorted().findFirst().orElse(null), official, RECALLED, "撤回",
        null);
    go(back, RECALLED);
    officials.asApplication(() -> {
      caseTasks.openOf(caseNumber)
          .stream()
          .filter(task -> task.getTaskDefinitionKey().equals(done.step()))
          .forEach(task -> tasks.setAssignee(task.getId(), official.userId()));
      return null;
    });
  }

  private Optional<StepsBack.Step> recall(String caseNumber, Official official) {
    Optional<Opinion> last = last(caseNumber).filter(opinion -> opinion.userId().equals(official.userId()));
    if (last.isEmpty()) {
      return Optional.empty();
    }
    return officials.asApplication(() -> {
      List<Task> open = caseTasks.openOf(caseNumber);
      return open.size() != 1 || open.get(0).getAssignee() != null ? Optional.<StepsBack.Step>empty()
          : stepsBack.from(open.get(0)).stream().filter(step -> step.step().equals(last.get().step())).findFirst();
    });
  }

  private Optional<Opinion> last(String caseNumber) {
    return opinions.of(caseNumber)
        .stream()
        .filter(opinion -> !BESIDE.contains(opinion.step()))
        .filter(opinion -> procedures.keys(procedure -> procedure.notes().contains(opinion.step())).isEmpty())
        .reduce((first, second) -> second);
  }

  private void go(StepsBack.Step back, String why) {
    officials.asApplication(() -> {
      stepsBack.go(back, why);
      return null;
    });
  }
}
