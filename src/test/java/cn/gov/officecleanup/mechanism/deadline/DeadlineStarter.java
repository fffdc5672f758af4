package cn.gov.officecleanup.mechanism.deadline;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.testkit.ApplicationProcess;
import cn.gov.officecleanup.testkit.BareCases;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What {@link ManyDeadlinesIT} kills. Arguments: number of cases to start, minutes by which the clock is ahead, then those of the
 * application. Says how many misses there are, again and again, and what failed and is to be tried again, until nothing is due any more.
 */
public final class DeadlineStarter {

  static final String MISSED = "missed ";
  static final String FAILED = "to be tried again: ";
  static final String NOTHING_DUE = "nothing due";

  private static final int A_TRANSACTION = 100;
  private static final long A_WHILE = 200;
  private static final Duration RETRY = Duration.ofMinutes(6);

  private DeadlineStarter() {
  }

  public static void main(String[] args) throws InterruptedException {
    int cases = Integer.parseInt(args[0]);
    ClockUtil.offset(Duration.ofMinutes(Long.parseLong(args[1])).toMillis());
    ConfigurableApplicationContext application = SpringApplication.run(OfficeCleanupApplication.class,
        Arrays.copyOfRange(args, 2, args.length));
    if (cases > 0) {
      start(application, cases);
    }
    System.out.println(ApplicationProcess.READY);
    EscalationLedger ledger = application.getBean(EscalationLedger.class);
    ManagementService management = application.getBean(ManagementService.class);
    for (boolean goOn = true; goOn;) {
      while (management.createJobQuery().timers().executable().count() > 0) {
        System.out.println(MISSED + ledger.openMisses().size());
        Thread.sleep(A_WHILE);
      }
      goOn = letFailedOnesTryAgain(management);
    }
    System.out.println(NOTHING_DUE);
    SpringApplication.exit(application);
  }

  /** The engine tries what failed again after five minutes: they pass at once. @return whether there is something to try again */
  private static boolean letFailedOnesTryAgain(ManagementService management) {
    List<Job> failed = management.createJobQuery().timers().withException().withRetriesLeft().list();
    failed.forEach(job -> System.out.println(FAILED + job.getExceptionMessage()));
    ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + RETRY.toMillis());
    return !failed.isEmpty();
  }

  private static void start(ConfigurableApplicationContext application, int cases) {
    application.getBean(RepositoryService.class).createDeployment().addClasspathResource("deadline/deadline-sample.bpmn").deploy();
    RuntimeService runtime = application.getBean(RuntimeService.class);
    JdbcClient jdbc = application.getBean(JdbcClient.class);
    TransactionTemplate transaction = application.getBean(TransactionTemplate.class);
    for (int i = 0; i < cases; i += A_TRANSACTION) {
      int from = i;
      transaction.executeWithoutResult(status -> {
        for (int j = from; j < Math.min(cases, from + A_TRANSACTION); j++) {
          String caseNumber = "QX-%05d".formatted(j);
          BareCases.enter(jdbc, List.of(caseNumber));
          runtime.startProcessInstanceByKey("deadline-sample", caseNumber);
        }
      });
    }
  }
}
