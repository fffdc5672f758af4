package sample.vehicleloan;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.officecleanup.OfficeCleanupApplication;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.model.Lint;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * The ten steps of {@code processes/README.md} followed once: a procedure is a model, its forms, its table, its record and its check, laid
 * beside the others; nothing of the application is changed for it.
 */
class AddedProcedureTest {

  private static final Path FOLDER = Path.of("src/test/resources/sample-procedure");
  private static final Map<String, Object> LOAN = Map.of("plateNumber", "豫A12345", "days", "31", "purpose", "接送移交资产的工作人员");

  private static ClassLoader before;
  private static ConfigurableApplicationContext application;
  private static ProcessEngine engine;

  @BeforeAll
  static void start() throws IOException {
    before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(new URLClassLoader(new URL[]{FOLDER.toUri().toURL()}, before));
    application = new SpringApplicationBuilder(OfficeCleanupApplication.class, Added.class).web(WebApplicationType.NONE)
        .run("--spring.datasource.url=jdbc:h2:mem:added-procedure", "--cleanup.admin.password=added-procedure",
            "--camunda.bpm.process-engine-name=addedProcedure", "--camunda.bpm.job-execution.enabled=false",
            "--cleanup.terms.vehicle-loan-case=20 working days", "--cleanup.terms.vehicle-loan-step=5 working days");
    engine = application.getBean(ProcessEngine.class);
    BpmnAwareTests.init(engine);
  }

  @AfterAll
  static void stop() {
    application.close();
    BpmnAwareTests.reset();
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void itKeepsTheRulesOfModelsAndForms() {
    assertThat(Lint.violations(FOLDER, Set.of("loanTermLawful"))).isEmpty();
  }

  @Test
  void itRunsFromTheStartToTheOutcome() {
    CaseFile file = begin();
    assertThat(file.caseNumber()).startsWith("JY-");
    assertThat(file.title()).isEqualTo("兰考县人民政府驻郑州办事处借用公务用车");
    complete(file.caseNumber(), "describe", "gov410225", LOAN);
    assertThat(application.getBean(CaseFindings.class).open(file.caseNumber())).extracting(Finding::message)
        .containsExactly("借用不得超过30天，请改填天数。");
    assertThat(application.getBean(VehicleLoans.class).get(file.caseNumber()).plateNumber()).isEqualTo("豫A12345");
    complete(file.caseNumber(), "correct", "gov410225", Map.of("plateNumber", "豫A12345", "days", "30", "purpose", "接送移交资产的工作人员"));
    assertThat(application.getBeansOfType(CaseFacts.class)
        .values()
        .stream()
        .flatMap(facts -> facts.of(file).stream())
        .filter(fact -> fact.section().equals("借用事项"))).extracting(fact -> fact.label() + fact.value())
        .containsExactly("车牌号码豫A12345", "借用天数30", "用途接送移交资产的工作人员");
    complete(file.caseNumber(), "approve", "gov410225Leader", Map.of("decision", "agree"));
    assertThat(application.getBean(CaseFiles.class).find(file.caseNumber()).orElseThrow().outcome()).isEqualTo("LENT");
  }

  @Test
  void theOfficesOwnPeopleReadItAsTheModelSays() {
    CaseFile file = begin();
    CaseReading reading = application.getBean(CaseReading.class);
    assertThat(Groups.ofOffice(file.officeId())).hasSize(2).allMatch(group -> reading.mayRead(group, file));
    assertThat(Groups.ofOffice(file.officeId() + 1)).noneMatch(group -> reading.mayRead(group, file));
  }

  @Test
  void itRefusesWhatTheFormDoesNotTake() {
    CaseFile file = begin();
    assertThatThrownBy(() -> complete(file.caseNumber(), "describe", "gov410225", Map.of("plateNumber", "豫A1", "days", "0", "purpose", "")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("车牌号码")
        .hasMessageContaining("借用天数")
        .hasMessageContaining("用途");
  }

  private static CaseFile begin() {
    asApplication();
    Office office = SampleOffice.enter(application.getBean(OfficeRegister.class), SampleOffice.COUNTY);
    as("gov410225", "gov410225");
    String definition = engine.getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey("vehicle-loan")
        .latestVersion()
        .singleResult()
        .getId();
    String caseNumber = engine.getFormService()
        .submitStartForm(definition, Map.of("officeId", Long.toString(office.id())))
        .getBusinessKey();
    asApplication();
    return application.getBean(CaseFiles.class).find(caseNumber).orElseThrow();
  }

  /** The package of the sample, where the application itself looks for nothing. */
  @ComponentScan
  static class Added {
  }
}
