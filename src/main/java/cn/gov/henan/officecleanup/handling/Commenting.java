package cn.gov.henan.officecleanup.handling;

import cn.gov.henan.officecleanup.casefile.Opinions;
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

  /** @throws cn.gov.henan.officecleanup.finding.RefusedException when the task is not the official's to do, or nothing is written */
  @Transactional
  public void comment(String taskId, String words) {
    TaskToDo task = toDo.required(taskId);
    opinions.give(task.file().caseNumber(), STEP, task.task().getName(), task.ownGroup(), task.official(), STEP, "备注", Words.required(words, "请写明备注的内容。"));
  }
}
