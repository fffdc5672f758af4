package cn.gov.officecleanup.procedure.campaign;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.testkit.EmptyTables;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A register of the test's own, on 1 September 2015, before the campaign of 2015. Tests of campaigns share one context. */
@EngineTest
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:campaign-test")
public abstract class CampaignSetting {

  protected static final String LUOYANG = "410300";

  @Autowired
  protected OfficeRegister register;
  @Autowired
  protected Campaigns campaigns;
  @Autowired
  protected JdbcClient jdbc;

  protected String campaign;
  protected ProcessInstance instance;

  @BeforeEach
  void anEmptyRegister() {
    EmptyTables.clear(jdbc);
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
  }

  /** @return an office in the city of the code, a general one of the government itself */
  protected Office office(String government, String city) {
    return office(government, city, null, WorkKind.GENERAL, null);
  }

  protected Office office(String government, String city, String department, WorkKind work, LocalDate end) {
    String number = register.nextRegisterNumber();
    return register.enter(new OfficeEntry(number, "办事处" + number, government,
        department == null ? SenderKind.GOVERNMENT : SenderKind.DEPARTMENT, department, city, "某市", work, end, "批文", 6, null, true));
  }

  /** @return what the bureau starts the campaign of 2015 with */
  protected static Map<String, Object> dates() {
    return new HashMap<>(Map.of("name", "2015年清理规范工作", "cleanupDeadline", "2015-10-31", "reportDeadline", "2015-11-15"));
  }

  /** The bureau starts the campaign, and everything that follows by itself happens. */
  protected void start() {
    start(dates());
  }

  protected void start(Map<String, Object> dates) {
    as("provincialBureau", "provincialBureau");
    try {
      instance = runtimeService().startProcessInstanceByKey("cleanup-campaign", dates);
    } finally {
      asApplication();
    }
    campaign = campaigns.running().orElseThrow().caseNumber();
    runDueJobs();
  }

  /** @return what the user who is alone in the group of the same name gets from some work */
  protected static <T> T does(String user, Supplier<T> work) {
    as(user, user);
    try {
      return work.get();
    } finally {
      asApplication();
    }
  }
}
