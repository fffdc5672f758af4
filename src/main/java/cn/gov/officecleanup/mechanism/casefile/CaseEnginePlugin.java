package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
import cn.gov.officecleanup.mechanism.procedures.Procedures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Closes cases: with the {@code outcome} that a step or an end of the model names, once that is done. What a case had reserved is free once
 * its procedure has ended, in whichever way. Opens confided ones after the step that the model marks with {@code reveals}, and lets nothing
 * begin beside them before.
 */
@Component
class CaseEnginePlugin extends AbstractProcessEnginePlugin {

  /** property of the step or end after which a case is closed: the code of how it ended */
  private static final String OUTCOME = "outcome";
  /** property of the step after which a confided case is open */
  private static final String REVEALS = "reveals";

  private final ObjectProvider<CaseFiles> cases;
  private final ObjectProvider<ConfidedCases> confided;
  private final ObjectProvider<Procedures> procedures;

  CaseEnginePlugin(ObjectProvider<CaseFiles> cases, ObjectProvider<ConfidedCases> confided, ObjectProvider<Procedures> procedures) {
    this.cases = cases;
    this.confided = confided;
    this.procedures = procedures;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration
        .setCustomPreBPMNParseListeners(ExtendedList.by(configuration.getCustomPreBPMNParseListeners(), new AbstractBpmnParseListener() {
          @Override
          public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            closeAfter(activity);
          }

          @Override
          public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            closeAfter(activity);
          }

          @Override
          public void parseProcess(Element element, ProcessDefinitionEntity definition) {
            if (procedures.getObject().of(definition.getKey()).beside()) {
              definition.addBuiltInListener(ExecutionListener.EVENTNAME_START,
                  (ExecutionListener) execution -> confided.getObject().refuseBeside(execution.getProcessBusinessKey()));
            }
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) CaseEnginePlugin.this::ended);
          }
        }));
  }

  private void closeAfter(ActivityImpl activity) {
    activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::done);
  }

  private void done(DelegateExecution execution) {
    if (!execution.isCanceled()) {
      ModelProperties.words(execution.getBpmnModelElementInstance(), OUTCOME)
          .forEach(outcome -> cases.getObject().close(execution.getProcessBusinessKey(), outcome));
      if (!ModelProperties.words(execution.getBpmnModelElementInstance(), REVEALS).isEmpty()) {
        confided.getObject().reveal(execution.getProcessBusinessKey());
      }
    }
  }

  private void ended(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    if (caseNumber != null) {
      cases.getObject().endedOf(caseNumber, ((ExecutionEntity) execution).getProcessDefinition().getKey());
    }
  }
}
