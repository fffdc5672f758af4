package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import cn.gov.officecleanup.mechanism.platform.ModelProperties;
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
 * its procedure has ended, in whichever way.
 */
@Component
class CaseEnginePlugin extends AbstractProcessEnginePlugin {

  /** property of the step or end after which a case is closed: the code of how it ended */
  private static final String OUTCOME = "outcome";

  private final ObjectProvider<CaseFiles> cases;

  CaseEnginePlugin(ObjectProvider<CaseFiles> cases) {
    this.cases = cases;
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
    }
  }

  private void ended(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    if (caseNumber != null) {
      cases.getObject().endedOf(caseNumber, ((ExecutionEntity) execution).getProcessDefinition().getKey());
    }
  }
}
