package cn.gov.officecleanup.mechanism.deadline;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Has deadlines computed anew by the engine's jobs, a portion at a time, each in a transaction of its own. */
@Component
class RecomputingJobs {

  private final ProcessEngineConfigurationImpl engine;

  RecomputingJobs(@Lazy ProcessEngineConfigurationImpl engine) {
    this.engine = engine;
  }

  /** Begins when the transaction at hand is committed; loads from the first to the last came together. */
  void begin(long firstLoad, long lastLoad) {
    send(new Portion(firstLoad, lastLoad, Stage.TASKS, ""));
  }

  void send(Portion portion) {
    engine.getCommandExecutorTxRequired().execute(context -> {
      MessageEntity job = new MessageEntity();
      job.setJobHandlerType(Handler.TYPE);
      job.setJobHandlerConfiguration(portion);
      context.getJobManager().send(job);
      return null;
    });
  }

  /** What is computed anew, one after the other. */
  enum Stage {
    TASKS,
    CASES,
    TIMERS,
    /** misses of work that is done by now */
    MISSES
  }

  /**
   * A portion of the work.
   *
   * @param firstLoad id of the first load of the calendar by which deadlines are computed anew
   * @param lastLoad id of the last
   * @param after id of the last piece of work of the portion before, empty at the beginning
   */
  record Portion(long firstLoad, long lastLoad, Stage stage, String after) implements JobHandlerConfiguration {

    Portion after(String id) {
      return new Portion(firstLoad, lastLoad, stage, id);
    }

    /** @return the first portion of this stage */
    Portion at(Stage next) {
      return new Portion(firstLoad, lastLoad, next, "");
    }

    @Override
    public String toCanonicalString() {
      return String.join("/", String.valueOf(firstLoad), String.valueOf(lastLoad), stage.name(), after);
    }

    static Portion parse(String canonical) {
      String[] parts = canonical.split("/", 4);
      return new Portion(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Stage.valueOf(parts[2]), parts[3]);
    }
  }

  /** Takes a portion from the engine to {@link Recomputing}. */
  static class Handler implements JobHandler<Portion> {

    static final String TYPE = "deadline-recomputing";

    private final Supplier<Recomputing> recomputing;

    Handler(Supplier<Recomputing> recomputing) {
      this.recomputing = recomputing;
    }

    @Override
    public String getType() {
      return TYPE;
    }

    @Override
    public Portion newConfiguration(String canonicalString) {
      return Portion.parse(canonicalString);
    }

    @Override
    public void execute(Portion portion, ExecutionEntity execution, CommandContext context, String tenantId) {
      recomputing.get().compute(portion);
    }

    @Override
    public void onDelete(Portion portion, JobEntity job) {
      // nothing is kept beside the job
    }
  }
}
