package cn.gov.officecleanup.mechanism.identity;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;

import cn.gov.officecleanup.testkit.EngineTest;
import java.util.Date;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jobs by which the application itself works are in no official's hands. */
@EngineTest
class ApplicationJobAuthorizationTest {

  private String job;

  @BeforeEach
  void theEnginesOwnJob() {
    job = historyService().cleanUpHistoryAsync(true).getId();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gov410300", "provincialBureau", "supervisors", "audit"})
  void nobodyButAnAdministratorTouchesThem(String group) {
    as(group, group);
    refused(() -> managementService().deleteJob(job));
    refused(() -> managementService().suspendJobById(job));
    refused(() -> managementService().setJobRetries(job, 0));
    refused(() -> managementService().setJobDuedate(job, new Date(0)));
    refused(() -> managementService().executeJob(job));
    refused(() -> managementService().getJobExceptionStacktrace(job));
    asApplication();
    Job untouched = managementService().createJobQuery().jobId(job).singleResult();
    assertThat(untouched.isSuspended()).isFalse();
    assertThat(untouched.getRetries()).isPositive();

    as("admin", Groups.ADMINISTRATORS);
    managementService().setJobRetries(job, 2);
    asApplication();
    assertThat(managementService().createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(2);
  }

  private static void refused(ThrowingCallable attempt) {
    assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class);
  }
}
