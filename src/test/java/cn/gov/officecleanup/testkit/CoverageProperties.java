package cn.gov.officecleanup.testkit;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Records coverage by class; a single test method is not expected to cover anything in particular. */
@TestConfiguration(proxyBeanMethods = false)
class CoverageProperties {

  @Bean
  ProcessEngineCoverageProperties coverageProperties() {
    return ProcessEngineCoverageProperties.builder()
        .handleTestMethodCoverage(false)
        // completed by many threads at once, and the recorder keeps its list without a lock
        .excludeProcessDefinitionKeys("siblings-sample", "sibling-ending-at-once", "sibling-ending-by-a-job")
        .build();
  }
}
