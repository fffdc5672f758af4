package cn.gov.officecleanup.mechanism.platform.durability;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.testkit.ApplicationProcess;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;

/**
 * What {@link DurabilityIT} kills: starts the application, says so, and starts cases until the end. A case's key is printed once the engine
 * has acknowledged it. Arguments: number of threads, then those of the application.
 */
public final class CaseStarter {

  static final String ACKNOWLEDGED = "acknowledged ";

  private CaseStarter() {
  }

  public static void main(String[] args) {
    ProcessEngine engine = SpringApplication.run(OfficeCleanupApplication.class, Arrays.copyOfRange(args, 1, args.length))
        .getBean(ProcessEngine.class);
    engine.getRepositoryService()
        .createDeployment()
        .name("durability")
        .enableDuplicateFiltering(true)
        .addModelInstance("durability.bpmn", Bpmn.createExecutableProcess("durability").startEvent().userTask("examine").endEvent().done())
        .deploy();
    System.out.println(ApplicationProcess.READY);
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      new Thread(() -> {
        while (true) {
          String key = UUID.randomUUID().toString();
          engine.getRuntimeService().startProcessInstanceByKey("durability", key, Map.of("office", "驻京办", "staff", 12));
          System.out.println(ACKNOWLEDGED + key);
        }
      }).start();
    }
  }
}
