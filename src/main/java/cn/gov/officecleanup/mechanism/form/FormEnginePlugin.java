package cn.gov.officecleanup.mechanism.form;

import cn.gov.officecleanup.mechanism.casefile.CaseOnTask;
import cn.gov.officecleanup.mechanism.casefile.CaseOpening;
import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts the form mechanism into the engine: whatever starts a procedure or completes a task is checked against its form, which opens the
 * case; every task carries the name of its case and tells in officials' words what is to be done, and what was typed into a task's form and
 * kept ends with the task.
 */
@Component
class FormEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<SubmittingForm> submitting;
  private final ObjectProvider<StartFormCheck> startFormCheck;
  private final ObjectProvider<CaseOpening> caseOpening;
  private final ObjectProvider<CaseOnTask> caseOnTask;
  private final ObjectProvider<FormDrafts> drafts;
  private final ObjectProvider<Officials> officials;
  private final ObjectProvider<CandidatesOnly> candidates;

  FormEnginePlugin(ObjectProvider<SubmittingForm> submitting, ObjectProvider<StartFormCheck> startFormCheck,
      ObjectProvider<CaseOpening> caseOpening, ObjectProvider<CaseOnTask> caseOnTask, ObjectProvider<FormDrafts> drafts,
      ObjectProvider<Officials> officials, ObjectProvider<CandidatesOnly> candidates) {
    this.submitting = submitting;
    this.startFormCheck = startFormCheck;
    this.caseOpening = caseOpening;
    this.caseOnTask = caseOnTask;
    this.drafts = drafts;
    this.officials = officials;
    this.candidates = candidates;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setTaskService(new SubmittingTaskService(submitting::getObject, candidates::getObject, officials::getObject));
    configuration.setFormService(new SubmittingFormService(submitting::getObject));

    configuration.setCustomPreCommandInterceptorsTxRequired(
        ExtendedList.by(configuration.getCustomPreCommandInterceptorsTxRequired(), new StartingInTheMiddle(officials::getObject)));
    configuration
        .setCustomPreBPMNParseListeners(ExtendedList.by(configuration.getCustomPreBPMNParseListeners(), new FormListeners(configuration)));
  }

  private class FormListeners extends AbstractBpmnParseListener {

    private final ProcessEngineConfigurationImpl engine;

    FormListeners(ProcessEngineConfigurationImpl engine) {
      this.engine = engine;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      Expression documentation = definition.getDescriptionExpression();
      if (documentation != null) {
        definition
            .setDescriptionExpression(engine.getExpressionManager().createExpression(Clauses.explained(documentation.getExpressionText())));
      }
      definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) task -> caseOnTask.getObject().notify(task));
      for (String end : List.of(TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE)) {
        definition.addBuiltInTaskListener(end, (TaskListener) task -> drafts.getObject().discard(task.getId()));
      }
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity definition) {
      // built-in listeners cannot be skipped by the one who starts; the first sees only what was submitted, nothing that the opening of
      // the case and the model's own listeners add
      definition.addBuiltInListener(ExecutionListener.EVENTNAME_START,
          (ExecutionListener) execution -> startFormCheck.getObject().notify(execution), 0);
      definition.addBuiltInListener(ExecutionListener.EVENTNAME_START,
          (ExecutionListener) execution -> caseOpening.getObject().notify(execution), 1);
    }
  }
}
