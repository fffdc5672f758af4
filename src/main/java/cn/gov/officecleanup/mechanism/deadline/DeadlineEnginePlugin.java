package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.mechanism.deadline.Escalation.ClosingReason;
import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseUtil;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the deadline mechanism into the engine. Models say no more than a task's due date and, as the property {@code term} of the process,
 * the term of the whole case, and as {@code lastDay} the variable with the last day of a case that has one of its own; the property
 * {@code alsoUrgedBy} of a task or process names a group that urges beside the superior, the property {@code ownWish} of a task that only
 * its official's own wish began and that nobody is late with, the property {@code pausesTerm} of a catch event one that the case awaits
 * without a deadline: nobody is late while it does not come, and once it has come the case has its term anew. The listeners are built-in
 * ones: nobody who starts, completes or deletes can skip them.
 */
@Component
class DeadlineEnginePlugin extends AbstractProcessEnginePlugin {

  private static final String TERM = "term";
  private static final String LAST_DAY = "lastDay";
  private static final String PAUSES_TERM = "pausesTerm";
  static final String ALSO_URGED_BY = "alsoUrgedBy";
  static final String OWN_WISH = "ownWish";

  private final ObjectProvider<DeadlineWatch> watch;
  private final ObjectProvider<Notices> notices;
  private final ObjectProvider<Recomputing> recomputing;

  DeadlineEnginePlugin(ObjectProvider<DeadlineWatch> watch, ObjectProvider<Notices> notices, ObjectProvider<Recomputing> recomputing) {
    this.watch = watch;
    this.notices = notices;
    this.recomputing = recomputing;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomJobHandlers(ExtendedList.by(configuration.getCustomJobHandlers(), new DeadlineJobHandler(watch::getObject),
        new NoticeJobHandler(notices::getObject), new RecomputingJobs.Handler(recomputing::getObject)));
    configuration.setCustomPreBPMNParseListeners(
        ExtendedList.by(configuration.getCustomPreBPMNParseListeners(), new DeadlineListeners(configuration)));
  }

  private class DeadlineListeners extends AbstractBpmnParseListener {

    private final ProcessEngineConfigurationImpl configuration;

    DeadlineListeners(ProcessEngineConfigurationImpl configuration) {
      this.configuration = configuration;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      activity.setProperty(ALSO_URGED_BY, propertyOf(element, ALSO_URGED_BY));
      activity.setProperty(OWN_WISH, Boolean.valueOf(propertyOf(element, OWN_WISH)));
      String due = element.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "dueDate");
      TermsOfWork.named(due).ifPresent(term -> activity.setProperty(TermsOfWork.TERM, term));
      TermsOfWork.beginning(due)
          .ifPresent(begins -> activity.setProperty(TermsOfWork.BEGINNING, configuration.getExpressionManager().createExpression(begins)));
      TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      on(definition, TaskListener.EVENTNAME_CREATE, task -> watch.getObject().taskCreated(task));
      on(definition, TaskListener.EVENTNAME_COMPLETE, task -> watch.getObject().taskEnded(task, ClosingReason.DONE));
      on(definition, TaskListener.EVENTNAME_DELETE, task -> watch.getObject().taskEnded(task, ClosingReason.CANCELLED));
      on(definition, TaskListener.EVENTNAME_UPDATE, task -> {
        if (task.getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
          watch.getObject().dueDateChanged(task);
        }
      });
    }

    private void on(TaskDefinition definition, String event, Consumer<TaskEntity> action) {
      definition.addBuiltInTaskListener(event, (TaskListener) task -> action.accept((TaskEntity) task));
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
      if (propertyOf(element, PAUSES_TERM) != null) {
        on(activity, ExecutionListener.EVENTNAME_START, instance -> watch.getObject().caseEnded(instance));
        on(activity, ExecutionListener.EVENTNAME_END,
            instance -> watch.getObject().caseBegan(instance, (String) instance.getProcessDefinition().getProperty(TERM)));
      }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
      definition.setProperty(ALSO_URGED_BY, propertyOf(element, ALSO_URGED_BY));
      String term = propertyOf(element, TERM);
      if (term == null) {
        return;
      }
      definition.setProperty(TERM, term);
      String lastDay = propertyOf(element, LAST_DAY);
      on(definition, ExecutionListener.EVENTNAME_START,
          instance -> Optional.ofNullable(lastDay)
              .map(instance::getVariable)
              .filter(day -> !day.toString().isBlank())
              .map(day -> LocalDate.parse(day.toString()))
              .ifPresentOrElse(day -> watch.getObject().caseBegan(instance, term, day), () -> watch.getObject().caseBegan(instance, term)));
      on(definition, ExecutionListener.EVENTNAME_END, instance -> watch.getObject().caseEnded(instance));
    }

    private static String propertyOf(Element element, String name) {
      Map<String, String> properties = BpmnParseUtil.parseCamundaExtensionProperties(element);
      return properties == null ? null : properties.get(name);
    }

    /** A procedure that another one calls is a part of that one's case. */
    private void on(ProcessDefinitionEntity definition, String event, Consumer<ExecutionEntity> action) {
      definition.addBuiltInListener(event, (ExecutionListener) execution -> {
        if (execution.getSuperExecution() == null) {
          action.accept((ExecutionEntity) execution);
        }
      });
    }

    private void on(ActivityImpl activity, String event, Consumer<ExecutionEntity> action) {
      activity.addBuiltInListener(event, (ExecutionListener) execution -> {
        ExecutionEntity instance = ((ExecutionEntity) execution).getProcessInstance();
        boolean broughtDown = execution.isCanceled() || ((ExecutionEntity) execution).getDeleteReason() != null;
        if (instance.getSuperExecution() == null && !broughtDown) {
          action.accept(instance);
        }
      });
    }
  }
}
