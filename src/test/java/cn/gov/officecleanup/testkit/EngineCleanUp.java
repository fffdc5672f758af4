package cn.gov.officecleanup.testkit;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives every test the engine as if it were the first: nobody signed in, the clock running, no process instance, running or past. The
 * project's own tables are left alone; a test that writes there uses a case number of its own or is {@code @Transactional}.
 */
class EngineCleanUp implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    AbstractAssertions.init(engine(context));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    ProcessEngine engine = engine(context);
    engine.getIdentityService().clearAuthentication();
    ClockUtil.reset();
    List<ProcessInstance> running = engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list();
    // one at a time: a supervision (督办) goes with the work it is about
    running.forEach(
        instance -> engine.getRuntimeService().deleteProcessInstanceIfExists(instance.getId(), "test is over", true, true, true, false));
    List<String> past = engine.getHistoryService()
        .createHistoricProcessInstanceQuery()
        .list()
        .stream()
        .map(HistoricProcessInstance::getId)
        .toList();
    if (!past.isEmpty()) {
      engine.getHistoryService().deleteHistoricProcessInstances(past);
    }
    AbstractAssertions.reset();
  }

  private static ProcessEngine engine(ExtensionContext context) {
    return SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
  }
}
