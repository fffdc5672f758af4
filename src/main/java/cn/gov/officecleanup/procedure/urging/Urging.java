package cn.gov.officecleanup.procedure.urging;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.handling.FreeText;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Urges whoever handles a case (催办): the words go into its history, which they read in their form, and its tasks come to the top of their
 * lists. The officials whose case it is may, and the supervisors and the provincial bureau in any case they may read; a case is urged once
 * a day.
 */
@Component
public class Urging {

  /** above the usual 50, below what is late (75) */
  static final int URGED = 60;
  private static final String CLAUSE = "C20";

  private final UrgeableCases urgeable;
  private final CaseFiles cases;
  private final CaseReading reading;
  private final Opinions opinions;
  private final Officials officials;
  private final TaskService tasks;

  Urging(UrgeableCases urgeable, CaseFiles cases, CaseReading reading, Opinions opinions, Officials officials, @Lazy TaskService tasks) {
    this.urgeable = urgeable;
    this.cases = cases;
    this.reading = reading;
    this.opinions = opinions;
    this.officials = officials;
    this.tasks = tasks;
  }

  /** @return when each of these cases was last urged, by case number; those that never were are left out */
  public Map<String, Instant> lastUrged(Collection<String> caseNumbers) {
    return opinions.lastNoted(UrgeableCases.STEP, caseNumbers);
  }

  /** @return whether the official could urge the case now */
  public boolean mayUrge(CaseFile file, Official official) {
    return file.closedAt() == null && groupOf(file, official).isPresent() && !urgeable.urgedToday(file)
        && !urgeable.tasksOfOthers(official, file).isEmpty();
  }

  /**
   * Urges a case as the signed-in official.
   *
   * @throws RefusedException when the official may not urge this case, it waits for the official, or was urged today
   */
  @Transactional
  public void urge(String caseNumber, String words) {
    String reason = FreeText.required(words, "请写明催办的理由。");
    Official official = officials.required();
    cases.hold(caseNumber);
    CaseFile file = cases.find(caseNumber)
        .filter(found -> groupOf(found, official).isPresent())
        .orElseThrow(() -> new RefusedException("NO_SUCH_CASE", "没有案号为“%s”、可以由您催办的案件，请核对。".formatted(caseNumber), CLAUSE));
    if (urgeable.urgedToday(file)) {
      throw new RefusedException("URGED_TODAY", "案件“%s”今天已经催办，请明天再催。".formatted(caseNumber), CLAUSE);
    }
    List<Task> waiting = urgeable.tasksOfOthers(official, file);
    if (waiting.isEmpty()) {
      throw new RefusedException("NOBODY_TO_URGE", "案件“%s”没有其他单位正在办理的事项，不需要催办。".formatted(caseNumber), CLAUSE);
    }
    opinions.give(caseNumber, UrgeableCases.STEP, "催办", groupOf(file, official).orElseThrow(), official, null, null, reason);
    officials.asApplication(() -> {
      waiting.stream().filter(task -> task.getPriority() < URGED).forEach(task -> tasks.setPriority(task.getId(), URGED));
      return null;
    });
  }

  /** @return the group as which the official may urge the case */
  private Optional<String> groupOf(CaseFile file, Official official) {
    return Stream
        .concat(Stream.of(UrgeableCases.groupOf(file)),
            reading.mayRead(official, file) ? Stream.of(Groups.SUPERVISORS, Groups.PROVINCIAL_BUREAU) : Stream.empty())
        .filter(official.groups()::contains)
        .findFirst();
  }
}
