package cn.gov.officecleanup.mechanism.handling;

import cn.gov.officecleanup.mechanism.platform.ExtendedList;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What was asked about a task is not asked any more once the task is gone without having been completed: returned, taken back, cancelled;
 * what was asked about a whole case, once that has ended. A new task is looked at by {@link TakingOver}.
 */
@Component
class HandlingEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<TaskRequests> requests;
  private final ObjectProvider<TakingOver> takingOver;

  HandlingEnginePlugin(ObjectProvider<TaskRequests> requests, ObjectProvider<TakingOver> takingOver) {
    this.requests = requests;
    this.takingOver = takingOver;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration
        .setCustomPreBPMNParseListeners(ExtendedList.by(configuration.getCustomPreBPMNParseListeners(), new AbstractBpmnParseListener() {
          @Override
          public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE,
                (TaskListener) created -> takingOver.getObject().created((TaskEntity) created));
            task.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE,
                (TaskListener) gone -> requests.getObject().end(gone.getId(), gone.getExecution().getProcessBusinessKey()));
          }

          @Override
          public void parseProcess(Element element, ProcessDefinitionEntity definition) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) instance -> {
              if (instance.getSuperExecution() == null) {
                requests.getObject().end(instance.getId(), instance.getProcessBusinessKey());
              }
            });
          }
        }));
  }
}
