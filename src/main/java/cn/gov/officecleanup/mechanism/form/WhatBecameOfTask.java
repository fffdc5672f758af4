package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.Opinion;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells who comes second to a task who came first, and when. Of a task that was not theirs to do nobody is told anything. */
@Component
public class WhatBecameOfTask {

  private static final String CLAUSE = "办理";
  private static final String ADDED = "add";
  private static final String COMPLETED = "completed";

  private final HistoryService history;
  private final Opinions opinions;
  private final Officials officials;

  WhatBecameOfTask(@Lazy HistoryService history, Opinions opinions, Officials officials) {
    this.history = history;
    this.opinions = opinions;
    this.officials = officials;
  }

  /** @return the refusal for an official who asks for something about a task that is done, returned or withdrawn, or not theirs */
  public RefusedException gone(String taskId, Official official) {
    return officials.asApplication(() -> {
      HistoricTaskInstance task = history.createHistoricTaskInstanceQuery().taskId(taskId).finished().singleResult();
      return task == null || !wasToBeDoneBy(official, taskId) ? new RefusedException("TASK_GONE", "该任务已办结、撤销或者不由您办理，请刷新任务列表。", CLAUSE)
          : new RefusedException("TASK_GONE", ended(task), CLAUSE);
    });
  }

  /** @return number of the case of a task that is, or was, this official's to do */
  public Optional<String> caseOf(String taskId, Official official) {
    return officials.asApplication(() -> Optional.ofNullable(history.createHistoricTaskInstanceQuery().taskId(taskId).singleResult())
        .filter(task -> wasToBeDoneBy(official, taskId))
        .map(this::caseNumber));
  }

  /** @return the refusal for an official whose colleague has taken a task on; @param assignee the colleague's user id */
  public RefusedException claimed(String taskId, String assignee) {
    String since = officials.asApplication(() -> links(taskId).stream()
        .filter(link -> assignee.equals(link.getUserId()) && ADDED.equals(link.getOperationType()))
        .map(link -> link.getTime().toInstant())
        .max(Comparator.naturalOrder())
        .map(moment -> "于" + InWords.moment(moment))
        .orElse(""));
    return new RefusedException("CLAIMED_BY_OTHER", "该任务已由“%s”%s签收，请由其本人办理，或请其退回本组后再办理。".formatted(officials.nameOf(assignee), since),
        CLAUSE);
  }

  private String ended(HistoricTaskInstance task) {
    Instant end = task.getEndTime().toInstant();
    Optional<Opinion> last = opinionOn(task, end);
    boolean done = COMPLETED.equals(task.getDeleteReason());
    String who = last.map(opinion -> "由“%s”".formatted(opinion.userName())).orElse("");
    String what = done ? "办结" : last.map(Opinion::decisionLabel).orElse("撤销");
    return "该任务已%s%s%s，请刷新任务列表。".formatted(who, "于" + InWords.moment(end), what);
  }

  /** What ends a task leaves its words in the case's history in the same transaction, so before the task ends and after it began. */
  private Optional<Opinion> opinionOn(HistoricTaskInstance task, Instant end) {
    boolean done = COMPLETED.equals(task.getDeleteReason());
    return opinions.of(caseNumber(task))
        .stream()
        .filter(opinion -> !done || opinion.step().equals(task.getTaskDefinitionKey()))
        .filter(opinion -> !opinion.givenAt().toInstant().isAfter(end)
            && !opinion.givenAt().toInstant().isBefore(task.getStartTime().toInstant()))
        .reduce((first, second) -> second);
  }

  private String caseNumber(HistoricTaskInstance task) {
    return history.createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }

  private boolean wasToBeDoneBy(Official official, String taskId) {
    return links(taskId).stream()
        .anyMatch(link -> official.userId().equals(link.getUserId())
            || link.getGroupId() != null && official.groups().contains(link.getGroupId()));
  }

  private List<HistoricIdentityLinkLog> links(String taskId) {
    return history.createHistoricIdentityLinkLogQuery().taskId(taskId).list();
  }
}
