package cn.gov.officecleanup.edge.rehearsal;

import cn.gov.officecleanup.mechanism.platform.EngineClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Puts cases of the released database where none of it happens to be, by the models of the released version: applications that are
 * corrected, reviewed and signed by the bureau, and an office that is kept until its special work ends.
 */
final class ReleasedPlaces {

  private static final String APPLICATION = "retention-application";
  private static final String DRAFT = "draft";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final JdbcClient jdbc;

  private ReleasedPlaces(ProcessEngine engine, JdbcClient jdbc) {
    this.runtime = engine.getRuntimeService();
    this.tasks = engine.getTaskService();
    this.jdbc = jdbc;
  }

  /** @param workEnds last day of the special work of the office that is kept until then */
  static void fill(String url, LocalDate workEnds) {
    var configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("released-places");
    configuration.setDataSource(new DriverManagerDataSource(url, "sa", ""));
    configuration.setDatabaseSchemaUpdate("false");
    configuration.setHistory("full");
    configuration.setJobExecutorActivate(false);
    configuration.setAuthorizationEnabled(true);
    configuration.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setIdGenerator((IdGenerator) () -> UUID.randomUUID().toString());
    configuration.setBeans(Map.of("terms", new Terms()));
    ProcessEngine engine = configuration.buildProcessEngine();
    try {
      new ReleasedPlaces(engine, JdbcClient.create(configuration.getDataSource())).fill(workEnds);
    } finally {
      engine.close();
    }
  }

  /** Every step is due in a week. */
  public static final class Terms {

    public Date due(String term) {
      return Date.from(Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(7, ChronoUnit.DAYS));
    }
  }

  private void fill(LocalDate workEnds) {
    List<String> drafting = tasks.createTaskQuery()
        .processDefinitionKey(APPLICATION)
        .taskDefinitionKey(DRAFT)
        .orderByTaskId()
        .asc()
        .list()
        .stream()
        .map(Task::getProcessInstanceId)
        .toList();
    move(drafting.get(0), DRAFT, "correct");
    underApproval(drafting.get(1), "review");
    underApproval(drafting.get(2), "bureauSign");
    untilSpecialWorkEnds(drafting.get(3), workEnds);
  }

  private void underApproval(String instance, String step) {
    move(instance, DRAFT, "approval");
    move(runtime.createProcessInstanceQuery().superProcessInstanceId(instance).singleResult().getId(), "sign", step);
  }

  private void untilSpecialWorkEnds(String instance, LocalDate day) {
    ProcessInstance application = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
    runtime.setVariable(instance, "retainedUntil", Date.from(day.atTime(23, 59, 59).atZone(EngineClock.ZONE).toInstant()));
    move(instance, DRAFT, "specialWorkEnds");
    jdbc.sql("""
      update office set status = 'RETAINED', retained_until = ?
      where id = (select office_id from case_file where case_number = ?)""").params(day, application.getBusinessKey()).update();
    jdbc.sql("update case_file set closed_at = current_timestamp, outcome = 'RETAINED' where case_number = ?")
        .param(application.getBusinessKey())
        .update();
    jdbc.sql("update case_deadline set ended_at = current_timestamp where process_instance_id = ?").param(instance).update();
    jdbc.sql("delete from act_ru_job where handler_cfg_ = ?").param("case:" + instance).update();
  }

  private void move(String instance, String from, String to) {
    String leaving = runtime.getActivityInstance(instance).getActivityInstances(from)[0].getId();
    runtime.createProcessInstanceModification(instance).startBeforeActivity(to).cancelActivityInstance(leaving).execute(true, false);
  }
}
