package cn.gov.officecleanup.mechanism.casefile;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One office is in one procedure at a time, whichever way a procedure starts; the database keeps it so. */
@EngineTest
class OneProcedureAtATimeTest {

  private static final String LUOYANG = "410300";
  private static final int AT_ONCE = 16;

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private IdentityService identity;

  @BeforeEach
  void applicationsAreInTime() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
  }

  @ParameterizedTest
  @CsvSource({"retention-application, office-abolition", "retention-application, office-integration",
      "office-integration, office-abolition", "office-abolition, office-integration", "office-abolition, office-abolition"})
  void whatIsInOneProcedureIsInNoOther(String first, String second) {
    Office office = SampleOffice.enter(register, LUOYANG);
    ProcessInstance running = start(first, office);
    assertThatThrownBy(() -> start(second, office)).isInstanceOf(RefusedException.class).hasMessageContaining(running.getBusinessKey());
    assertThat(open(office)).isEqualTo(1);
    runtimeService().deleteProcessInstance(running.getId(), "ended otherwise");
    assertThat(cases.reserving(CaseFiles.office(office.id()))).isEmpty();
  }

  /** What is refused or lapses goes on into an abolition; nobody comes between. */
  @Test
  void theAbolitionTakesTheOfficeOverFromTheApplication() {
    Office office = SampleOffice.enter(register, LUOYANG);
    String application = transaction.execute(status -> cases.open("BL", "retention-application", "申请", LUOYANG, office.id(), null));
    transaction.executeWithoutResult(status -> {
      cases.reserve(application, CaseFiles.office(office.id()));
      cases.closeAndHandOver(application, "REFUSED");
    });
    assertThatThrownBy(() -> start("office-abolition", office)).isInstanceOf(RefusedException.class).hasMessageContaining(application);
    String abolition = transaction.execute(status -> {
      String number = cases.open("CX", "office-abolition", "撤销", LUOYANG, office.id(), application);
      cases.reserve(number, CaseFiles.office(office.id()));
      return number;
    });
    assertThat(cases.reserving(CaseFiles.office(office.id())).map(CaseFile::caseNumber)).hasValue(abolition);
    transaction.executeWithoutResult(status -> cases.close(abolition, "ABOLISHED"));
    assertThat(cases.reserving(CaseFiles.office(office.id()))).isEmpty();
  }

  @Test
  void theDatabaseKeepsItSo() {
    Office office = SampleOffice.enter(register, LUOYANG);
    start("office-abolition", office);
    String other = transaction.execute(status -> cases.open("CX", "office-abolition", "又一件", LUOYANG, office.id(), null));
    assertThatThrownBy(
        () -> jdbc.sql("update case_file set reserved_for = ? where case_number = ?").params(CaseFiles.office(office.id()), other).update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void sixteenWhoStartTheSameHaveOneCaseAndFifteenAreToldWhich() throws Exception {
    Map<String, Object> wanted = Map.of("governmentCode", "410700", "officeName", "驻长沙办事处", "hostCityCode", "430100", "hostCityName",
        "长沙市");
    List<RuntimeException> refused = atOnce(() -> runtime.startProcessInstanceByKey("office-establishment", wanted));
    assertThat(refused).hasSize(AT_ONCE - 1)
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(RefusedException.class).hasMessageContaining("正在办理"));
    as("gov410700", "gov410700");
    Map<String, Object> byAnotherName = new HashMap<>(wanted);
    byAnotherName.put("officeName", "驻长沙联络处");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("office-establishment", byAnotherName))
        .isInstanceOf(RefusedException.class);
    byAnotherName.putAll(Map.of("hostCityCode", "420100", "hostCityName", "武汉市"));
    runtimeService().startProcessInstanceByKey("office-establishment", byAnotherName);
    asApplication();
  }

  private List<RuntimeException> atOnce(Callable<?> act) throws Exception {
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    List<RuntimeException> failures = new ArrayList<>();
    try {
      for (Future<RuntimeException> done : threads.invokeAll(Collections.nCopies(AT_ONCE, (Callable<RuntimeException>) () -> {
        identity.setAuthentication("gov410700", List.of("gov410700"));
        together.await();
        try {
          act.call();
          return null;
        } catch (RuntimeException e) {
          return e;
        } finally {
          identity.clearAuthentication();
        }
      }))) {
        if (done.get() != null) {
          failures.add(done.get());
        }
      }
    } finally {
      threads.shutdownNow();
    }
    return failures;
  }

  private static ProcessInstance start(String procedure, Office office) {
    return runtimeService().startProcessInstanceByKey(procedure, Map.of("officeId", office.id()));
  }

  private long open(Office office) {
    return jdbc.sql("select count(*) from case_file where office_id = ? and closed_at is null")
        .param(office.id())
        .query(Long.class)
        .single();
  }
}
