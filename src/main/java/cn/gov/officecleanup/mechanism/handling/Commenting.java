package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes something about a case in its history while a task is at hand (备注); Tasklist's own comments ask for rights on the engine's history,
 * which officials do not have.
 */
@Component
public class Commenting {

  static final String STEP = "comment";

  private final OwnCaseTask.Finder toDo;
  private final Opinions opinions;
  private final int mostInCase;

  Commenting(OwnCaseTask.Finder toDo, Opinions opinions, @Value("${cleanup.comments.most-in-case}") int mostInCase) {
    this.toDo = toDo;
    this.opinions = opinions;
    this.mostInCase = mostInCase;
  }

  /**
   * @throws RefusedException when the task is not the official's to do, nothing is written, the official has just written the same, or the
   * case has as many as it takes
   */
  @Transactional
  public void comment(String taskId, String words) {
    OwnCaseTask task = toDo.required(taskId);
    String comment = FreeText.required(words, "请写明备注的内容。");
    String caseNumber = task.file().caseNumber();
    List<Opinion> said = opinions.of(caseNumber);
    if (said.stream().filter(opinion -> opinion.step().equals(STEP)).count() >= mostInCase) {
      throw new RefusedException("TOO_MANY_COMMENTS", "本案已有%d条备注，不能再添加；需要补充说明的，请写在办理意见或者附件中。".formatted(mostInCase), "办理");
    }
    // told by the last words: what was said before others spoke may be said again
    if (said.stream()
        .reduce((first, last) -> last)
        .filter(last -> last.step().equals(STEP) && last.userId().equals(task.official().userId()) && comment.equals(last.words()))
        .isPresent()) {
      throw new RefusedException("COMMENTED_ALREADY", "同样的备注您刚才已经写过，不需要重复提交。", "办理");
    }
    opinions.give(caseNumber, STEP, task.task().getName(), task.ownGroup(), task.official(), STEP, "备注", comment);
  }
}
