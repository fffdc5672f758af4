package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes something about a case in its history while a task is at hand (备注); Tasklist's own comments ask for rights on the engine's history, which officials do not have. */
@Component
public class Commenting {

  static final String STEP = "comment";

  private final TaskToDo.Finder toDo;
  private final Opinions opinions;

  Commenting(TaskToDo.Finder toDo, Opinions opinions) {
    this.toDo = toDo;
    this.opinions = opinions;
  }

  /** @throws RefusedException when the task is not the official's to do, nothing is written, or the official has just written the same */
  @Transactional
  public void comment(String taskId, String words) {
    TaskToDo task = toDo.required(taskId);
    String comment = Words.required(words, "请写明备注的内容。");
    String caseNumber = task.file().caseNumber();
    // told by the last words: what was said before others spoke may be said again
    if (opinions.of(caseNumber).stream().reduce((first, last) -> last)
        .filter(last -> last.step().equals(STEP) && last.userId().equals(task.official().userId()) && comment.equals(last.words())).isPresent()) {
      throw new RefusedException("COMMENTED_ALREADY", "同样的备注您刚才已经写过，不需要重复提交。", "办理");
    }
    opinions.give(caseNumber, STEP, task.task().getName(), task.ownGroup(), task.official(), STEP, "备注", comment);
  }
}
