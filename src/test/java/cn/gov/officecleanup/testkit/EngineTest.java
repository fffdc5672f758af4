package cn.gov.officecleanup.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test on the application's engine: the whole application without its web server, on a database in memory, with the real models and
 * forms. All such tests share one application context, so that it starts once; a class that adds properties, profiles or mocks gets, and
 * pays for, a context of its own.
 *
 * <p>
 * The job executor is off: {@link EngineTests#runDueJobs()} runs what is due. What a test left behind is cleared after it, see
 * {@link EngineCleanUp}. Which elements of the models a class passes through is recorded in {@code target/process-test-coverage}; {@code
 * ModelCoverageIT} adds it up. Start processes in test methods or {@code @BeforeEach}, not in {@code @BeforeAll}: outside a test the
 * recorder refuses.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {"spring.datasource.url=jdbc:h2:mem:engine-test", "camunda.bpm.job-execution.enabled=false",
        "cleanup.admin.password=engine-test", "cleanup.official-documents.code-words=classpath:demo/code-words.csv",
        "cleanup.disposal.notice-working-days=0"})
@Import({CoverageProperties.class, ProcessEngineCoverageConfiguration.class, StatedReceptionYears.class})
@ExtendWith(EngineCleanUp.class)
public @interface EngineTest {
}
