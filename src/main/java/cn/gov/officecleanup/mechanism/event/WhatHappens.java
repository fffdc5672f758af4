package cn.gov.officecleanup.mechanism.event;

import cn.gov.officecleanup.mechanism.casefile.CaseOpened;
import cn.gov.officecleanup.mechanism.casefile.ConfidedCases;
import cn.gov.officecleanup.mechanism.deadline.DeadlineMissed;
import cn.gov.officecleanup.mechanism.deadline.NoticeReceivers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notes in the outbox what happens, within the transaction in which it does; of a confided case from its opening on. */
@Component
class WhatHappens implements NoticeReceivers {

  private static final String CASE_NUMBER = "caseNumber";
  private static final String PROCEDURE = "procedure";
  private static final String STEP_NAME = "stepName";
  private static final String TASK = "taskId";
  private static final String DAY = "day";
  /** where officials find what they have to do */
  private static final String LISTS = "/camunda/lib/cleanup/lists.html";

  private final Outbox outbox;
  private final EventProperties properties;
  private final ConfidedCases confided;
  private final Clock clock;

  WhatHappens(Outbox outbox, EventProperties properties, ConfidedCases confided, Clock clock) {
    this.outbox = outbox;
    this.properties = properties;
    this.confided = confided;
    this.clock = clock;
  }

  @EventListener
  void caseOpened(CaseOpened opened) {
    if (outbox.isWanted(EventKind.CASE_OPENED)) {
      Map<String, Object> data = ofCase(opened.caseNumber());
      data.put(PROCEDURE, opened.procedureKey());
      outbox.add(EventKind.CASE_OPENED, data);
    }
  }

  @EventListener
  void deadlineMissed(DeadlineMissed missed) {
    if (outbox.isWanted(EventKind.DEADLINE_MISSED)) {
      Map<String, Object> data = ofCase(missed.caseNumber());
      data.put(TASK, missed.taskId());
      data.put(STEP_NAME, missed.stepName());
      data.put("lastDay", missed.lastDay().toString());
      data.put("group", missed.lateGroup());
      data.put("round", missed.round());
      outbox.add(EventKind.DEADLINE_MISSED, data);
    }
  }

  /** @param caseNumber business key of the process instance; null where the task is of no case */
  void stepDone(DelegateTask task, String caseNumber) {
    if (caseNumber != null && outbox.isWanted(EventKind.STEP_DONE) && !confided.include(caseNumber)) {
      Map<String, Object> data = ofCase(caseNumber);
      data.put(PROCEDURE, task.getProcessDefinitionId().split(":")[0]);
      data.put(TASK, task.getId());
      data.put("step", task.getTaskDefinitionKey());
      data.put(STEP_NAME, task.getName());
      outbox.add(EventKind.STEP_DONE, data);
    }
  }

  @Override
  public boolean any() {
    return outbox.isWanted(EventKind.NOTICE);
  }

  @Override
  public void tell(Collection<String> userIds, String text) {
    userIds.forEach(userId -> {
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("recipient", userId);
      data.put("text", text);
      data.put("link", properties.address().resolve(LISTS).toString());
      data.put(DAY, today());
      outbox.add(EventKind.NOTICE, data);
    });
  }

  private Map<String, Object> ofCase(String caseNumber) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put(CASE_NUMBER, caseNumber);
    data.put(DAY, today());
    return data;
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }
}
