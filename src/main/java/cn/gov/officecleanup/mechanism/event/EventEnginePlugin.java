package cn.gov.officecleanup.mechanism.event;

import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells of every step that is done, by a built-in listener, which nobody who completes a task can skip. */
@Component
class EventEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<WhatHappens> happening;

  EventEnginePlugin(ObjectProvider<WhatHappens> happening) {
    this.happening = happening;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration
        .setCustomPreBPMNParseListeners(ExtendedList.by(configuration.getCustomPreBPMNParseListeners(), new AbstractBpmnParseListener() {
          @Override
          public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition()
                .addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) task -> happening.getObject()
                    .stepDone(task, ((TaskEntity) task).getExecution().getProcessInstance().getBusinessKey()));
          }
        }));
  }
}
