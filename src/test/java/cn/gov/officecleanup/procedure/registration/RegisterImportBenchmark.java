package cn.gov.officecleanup.procedure.registration;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.EngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures an import of 15,000 offices, more than a province has: statements a row, the largest transaction, and that others work between
 * the portions. No test of its own, since it takes minutes: {@code mvn test -Dtest=RegisterImportBenchmark}.
 */
@EngineTest
class RegisterImportBenchmark {

  private static final int OFFICES = 15_000;
  private static final String BUREAU = "provincialBureau";
  private static final String HEADINGS = "登记编号,机构名称,派出地政府代码,派出主体,驻在城市代码,驻在城市,工作类别,人员编制\n";

  @Autowired
  private OfficeRegister register;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void fifteenThousandOffices() {
    String rows = IntStream.range(0, OFFICES)
        .mapToObj("测%1$05d,第%1$d办,410400,政府,110000,北京市,一般,3\n"::formatted)
        .collect(Collectors.joining());
    as(BUREAU, BUREAU);
    ProcessInstance[] instance = new ProcessInstance[1];
    measure("preview", OFFICES,
        () -> instance[0] = runtimeService().startProcessInstanceByKey("register-import",
            Map.of("file",
                Variables.fileValue("登记册.csv").file((HEADINGS + rows).getBytes(StandardCharsets.UTF_8)).mimeType("text/csv").create(),
                "allOrNothing", true)));
    measure("confirmation", OFFICES, () -> complete(instance[0].getBusinessKey(), "checkPreview", BUREAU, Map.of("decision", "keep")));
    long kept = 0;
    long largest = 0;
    while (kept < OFFICES) {
      Job job = managementService().createJobQuery().processInstanceId(instance[0].getId()).messages().singleResult();
      measure("portion", 500, () -> managementService().executeJob(job.getId()));
      long now = jdbc.sql("select count(*) from office where register_number like '测%'").query(Long.class).single();
      largest = Math.max(largest, now - kept);
      kept = now;
      as("gov410400", "gov410400");
      runtimeService().startProcessInstanceByKey("office-abolition",
          Map.of("officeId", String.valueOf(register.get("测%05d".formatted(kept - 1)).id()), "reason", "职能已经消失"));
      asApplication();
    }
    System.out.printf("largest transaction: %d rows%n", largest);
    assertThat(largest).isLessThanOrEqualTo(500);
  }

  private void measure(String what, int rows, Runnable work) {
    jdbc.sql("set query_statistics false").update();
    jdbc.sql("set query_statistics_max_entries 5000").update();
    jdbc.sql("set query_statistics true").update();
    long before = System.nanoTime();
    work.run();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    long statements = jdbc.sql("select sum(execution_count) from information_schema.query_statistics").query(Long.class).single();
    System.out.printf("%s: %d ms, %.2f statements a row%n", what, took.toMillis(), (double) statements / rows);
  }
}
