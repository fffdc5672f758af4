package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells who decides about a deadline, and who rests, what was asked for and why. */
@Component
class MoreTimeForm implements FormContent {

  private final MoreTimeRequests asked;
  private final GroupNames groups;
  private final Officials officials;
  private final RuntimeService runtime;

  MoreTimeForm(MoreTimeRequests asked, GroupNames groups, Officials officials, @Lazy RuntimeService runtime) {
    this.asked = asked;
    this.groups = groups;
    this.officials = officials;
    this.runtime = runtime;
  }

  @Override
  public Set<String> forms() {
    return Set.of("deadline-decision", "deadline-resumption");
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    MoreTimeRequest request = asked.get(Long.parseLong(variable(task, MoreTime.REQUEST)));
    return Map.of("asked", request.matter(groups.nameOf(variable(task, TaskRequests.REQUESTING_GROUP))));
  }

  /** Who has the task need not be allowed to see its process instance. */
  private String variable(FormTask task, String name) {
    return officials.asApplication(() -> (String) runtime.getVariable(task.execution(), name));
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    // the decision and the opinion are kept for every form alike
  }
}
