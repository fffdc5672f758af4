package cn.gov.officecleanup.procedure.parting;

import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static cn.gov.officecleanup.testkit.EngineTests.itIs;
import static cn.gov.officecleanup.testkit.EngineTests.runDueJobs;
import static cn.gov.officecleanup.testkit.EngineTests.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;

import cn.gov.officecleanup.mechanism.deadline.Escalation;
import cn.gov.officecleanup.mechanism.deadline.EscalationLedger;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeEntry;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.SenderKind;
import cn.gov.officecleanup.mechanism.register.WorkKind;
import cn.gov.officecleanup.testkit.EngineTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** C17: a promise to part from a hotel has a deadline, and who is late is urged. */
@EngineTest
class PartingFollowUpTest {

  private static final LocalDate PROMISED = LocalDate.of(2015, 12, 31);

  @Autowired
  private FollowingUpPartings following;
  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private EscalationLedger escalations;

  @Test
  void aPromiseIsFollowedUpUntilItIsProvedToBeKept() {
    itIs(LocalDateTime.of(2015, 9, 1, 9, 0));
    Office office = register.enter(new OfficeEntry(register.nextRegisterNumber(), "洛阳市人民政府驻郑州办事处", "410300", SenderKind.GOVERNMENT, null,
        "410100", "郑州市", WorkKind.GENERAL, null, null, 6, null, true));
    register.putBusinessEntity(office.id(), new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, null, PROMISED));
    register.putBusinessEntity(office.id(), new BusinessEntity("龙门招待所", BusinessEntityKind.GUEST_HOUSE, LocalDate.of(2014, 1, 1), null));
    following.begin(office.id());
    ProcessInstance instance = runtimeService().createProcessInstanceQuery().processDefinitionKey("parting-follow-up").singleResult();
    assertThat(instance).isWaitingAt("confirmParting");
    String caseNumber = instance.getBusinessKey();
    assertThat(task(caseNumber, "confirmParting").getDueDate()).isEqualTo("2015-12-31T15:59:59Z");

    itIs(LocalDateTime.of(2016, 1, 1, 0, 5));
    runDueJobs();
    assertThat(escalations.of(caseNumber)).anyMatch(entry -> entry.kind() == Escalation.Kind.MISS);
    Map<String, Object> report = Map.of("partedOn", "2015-12-30", "manner", "移交市国有资产管理公司。");
    assertThatThrownBy(() -> complete(caseNumber, "confirmParting", "gov410300", report)).isInstanceOf(RefusedException.class)
        .hasMessageContaining("缺少“脱钩证明”");
    asApplication();
    documents.store(new NewDocument(caseNumber, "410300", "PARTING_PROOF", "证明.pdf", "%PDF-1.4 proof".getBytes(), "gov410300",
        "confirmParting", "gov410300"));
    complete(caseNumber, "confirmParting", "gov410300", report);
    assertThat(instance).isEnded().hasPassed("register", "parted");
    assertThat(register.businessEntitiesOf(office.id()))
        .contains(new BusinessEntity("牡丹宾馆", BusinessEntityKind.HOTEL, LocalDate.of(2015, 12, 30), PROMISED));
  }
}
