package cn.gov.officecleanup.mechanism.platform.durability;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.testkit.ApplicationProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What {@link DurabilityIT} kills: starts the application, says so, and starts cases and does their first step until the end. A case's key
 * is printed once the engine has acknowledged both. Between them a step is done in a transaction that is rolled back. Arguments: number of
 * threads, then those of the application.
 */
public final class CaseStarter {

  static final String ACKNOWLEDGED = "acknowledged ";
  /** keys of cases whose step was rolled back begin with it */
  static final String ROLLED_BACK = "rolled back ";

  private static final String GROUP = "gov410300";

  private CaseStarter() {
  }

  public static void main(String[] args) {
    ApplicationContext application = SpringApplication.run(OfficeCleanupApplication.class, Arrays.copyOfRange(args, 1, args.length));
    ProcessEngine engine = application.getBean(ProcessEngine.class);
    TransactionTemplate transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
    engine.getRepositoryService()
        .createDeployment()
        .name("durability")
        .enableDuplicateFiltering(true)
        .addModelInstance("durability.bpmn",
            Bpmn.createExecutableProcess("durability")
                .startEvent()
                .userTask("enter")
                .name("登记")
                .camundaCandidateGroups(GROUP)
                .userTask("examine")
                .endEvent()
                .done())
        .deploy();
    System.out.println(ApplicationProcess.READY);
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      new Thread(() -> {
        while (true) {
          String key = UUID.randomUUID().toString();
          start(engine, key);
          transaction.executeWithoutResult(begun -> {
            start(engine, ROLLED_BACK + key);
            begun.setRollbackOnly();
          });
          System.out.println(ACKNOWLEDGED + key);
        }
      }).start();
    }
  }

  private static void start(ProcessEngine engine, String key) {
    String instance = engine.getRuntimeService().startProcessInstanceByKey("durability", key, Map.of("office", "驻京办", "staff", 12)).getId();
    String task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
    engine.getIdentityService().setAuthentication("wang", List.of(GROUP));
    try {
      engine.getTaskService().complete(task);
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }
}
