package cn.gov.officecleanup.procedure.supervision;

import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * The form of the supervision (督办): tells what is late, whose it is and since when. What the superior decides is kept as an opinion of the
 * case.
 */
@Component
class SupervisionForm implements FormContent {

  private final EscalationLedger ledger;
  private final GroupNames groups;
  private final TaskService tasks;
  private final Clock clock;

  SupervisionForm(EscalationLedger ledger, GroupNames groups, TaskService tasks, Clock clock) {
    this.ledger = ledger;
    this.groups = groups;
    this.tasks = tasks;
    this.clock = clock;
  }

  @Override
  public Set<String> forms() {
    return Set.of("supervision");
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    String supervisionId = tasks.createTaskQuery().taskId(task.taskId()).singleResult().getProcessInstanceId();
    return ledger.supervisedBy(supervisionId).map(late -> Map.<String, Object>of("matter", matter(late))).orElse(Map.of());
  }

  private String matter(Escalation late) {
    return """
      逾期事项：%s
      承办单位：%s
      办理期限：%s（含当日），至今已逾期%d天
      督办次数：第%d次""".formatted(late.stepName(), late.lateGroup() == null ? "未指定" : groups.nameOf(late.lateGroup()),
        InWords.day(late.lastDay()), ChronoUnit.DAYS.between(late.lastDay(), LocalDate.now(clock)), late.round());
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    // the decision and the opinion are kept for every form alike
  }
}
