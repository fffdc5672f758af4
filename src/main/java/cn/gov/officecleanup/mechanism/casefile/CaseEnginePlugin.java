package cn.gov.officecleanup.mechanism.casefile;

import cn.gov.officecleanup.mechanism.platform.Extended;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a case had reserved is free once its procedure has ended, in whichever way. */
@Component
class CaseEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<CaseFiles> cases;

  CaseEnginePlugin(ObjectProvider<CaseFiles> cases) {
    this.cases = cases;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setCustomPreBPMNParseListeners(Extended.by(configuration.getCustomPreBPMNParseListeners(), new AbstractBpmnParseListener() {
      @Override
      public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) CaseEnginePlugin.this::ended);
      }
    }));
  }

  private void ended(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    if (caseNumber != null) {
      cases.getObject().endedOf(caseNumber, ((ExecutionEntity) execution).getProcessDefinition().getKey());
    }
  }
}
