package cn.gov.henan.officecleanup.form;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts the form mechanism into the engine: whatever starts a procedure or completes a task is checked against its form. */
@Component
class FormEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<SubmittingForm> submitting;
  private final ObjectProvider<StartFormCheck> startFormCheck;

  FormEnginePlugin(ObjectProvider<SubmittingForm> submitting, ObjectProvider<StartFormCheck> startFormCheck) {
    this.submitting = submitting;
    this.startFormCheck = startFormCheck;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setTaskService(new SubmittingTaskService(submitting::getObject));
    configuration.setFormService(new SubmittingFormService(submitting::getObject));

    List<BpmnParseListener> listeners = new ArrayList<>();
    if (configuration.getCustomPreBPMNParseListeners() != null) {
      listeners.addAll(configuration.getCustomPreBPMNParseListeners());
    }
    listeners.add(new AbstractBpmnParseListener() {
      @Override
      public void parseProcess(Element element, ProcessDefinitionEntity definition) {
        // built-in listeners cannot be skipped by the one who starts; the first sees only what was submitted, nothing the model's own listeners add
        definition.addBuiltInListener(ExecutionListener.EVENTNAME_START,
            (ExecutionListener) execution -> startFormCheck.getObject().notify(execution), 0);
      }
    });
    configuration.setCustomPreBPMNParseListeners(listeners);
  }
}
