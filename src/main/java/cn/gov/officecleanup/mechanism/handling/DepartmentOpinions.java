package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.auditlog.AuditLog;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Has a procedure ask the configured departments for their opinion on its way, side by side: listens to the start of a call activity that
 * calls {@value OpinionRequests#PROCESS}. Who is asked may read the case. {@link RecordingSilence} ends the waiting.
 */
@Component
public class DepartmentOpinions implements ExecutionListener, SmartInitializingSingleton {

  static final Official SYSTEM = new Official(AuditLog.SYSTEM, "系统", Set.of());

  private final OpinionProperties properties;
  private final GroupNames groups;
  private final CaseReading reading;
  private final Opinions opinions;

  DepartmentOpinions(OpinionProperties properties, GroupNames groups, CaseReading reading, Opinions opinions) {
    this.properties = properties;
    this.groups = groups;
    this.reading = reading;
    this.opinions = opinions;
  }

  /** @throws IllegalStateException when one who is to be asked is no group of this application */
  @Override
  public void afterSingletonsInstantiated() {
    properties.departments().stream().filter(group -> groups.nameOf(group).equals(group)).findFirst().ifPresent(group -> {
      throw new IllegalStateException("cleanup.opinions.departments: %s is no group of this application".formatted(group));
    });
  }

  /** @return ids of the groups that are asked; the model gives them to the procedure that it calls */
  public List<String> departments() {
    return new ArrayList<>(properties.departments());
  }

  @Override
  public void notify(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    List<String> asked = departments();
    if (!asked.isEmpty()) {
      reading.open(caseNumber, asked);
      opinions.give(caseNumber, OpinionRequests.STEP, execution.getCurrentActivityName(), null, SYSTEM, OpinionRequests.STEP,
          "征求%s意见".formatted(asked.stream().map(groups::nameOf).collect(Collectors.joining("、"))), "请结合本部门职责提出意见。逾期未回复的如实记录，不视为同意。");
    }
  }

  /** @return what the departments answered when the case's procedure asked them last, those who were silent included; empty before */
  public List<Opinion> of(String caseNumber) {
    List<Opinion> given = opinions.of(caseNumber);
    Set<String> names = properties.departments().stream().map(groups::nameOf).collect(Collectors.toSet());
    int asked = IntStream.range(0, given.size())
        .filter(i -> given.get(i).step().equals(OpinionRequests.STEP) && given.get(i).userId().equals(SYSTEM.userId()))
        .max()
        .orElse(given.size());
    return given.stream()
        .skip(asked)
        .filter(opinion -> opinion.step().equals(OpinionRequests.ANSWER) && names.contains(opinion.levelName()))
        .toList();
  }
}
