package cn.gov.officecleanup.procedure.audit;

import static cn.gov.officecleanup.testkit.EngineTests.as;
import static cn.gov.officecleanup.testkit.EngineTests.asApplication;
import static cn.gov.officecleanup.testkit.EngineTests.complete;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.StoredDocument;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.abolition.SampleOffice;
import cn.gov.officecleanup.testkit.EngineTest;
import cn.gov.officecleanup.testkit.EngineTests;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** C7: an auditor has the ledgers checked from Tasklist and reads them; nobody else does. */
@EngineTest
class LedgerAuditTest {

  @Autowired
  private OfficeRegister register;
  @Autowired
  private CaseFindings findings;
  @Autowired
  private CaseFiles cases;
  @Autowired
  private CaseDocuments documents;
  @Autowired
  private JdbcClient jdbc;

  @Test
  void theFirstBadRowIsNamedAndTheLedgersAreAttached() throws Exception {
    String sound = freeze();
    String changed = freeze();
    jdbc.sql("update ledger_entry set amount = 2.00 where case_number = ? and entry_number = 2").param(changed).update();

    ProcessInstance one = audit(sound);
    assertThat(findings.open(one.getBusinessKey())).isEmpty();
    ProcessInstance all = audit("");
    assertThat(findings.open(all.getBusinessKey())).extracting(Finding::message)
        .anySatisfy(message -> assertThat(message).contains(changed, "第2条记录被改动"))
        .noneSatisfy(message -> assertThat(message).contains(sound));
    StoredDocument workbook = documents.list(one.getBusinessKey()).get(0);
    assertThat(workbook.fileName()).matches("资产台账\\d{4}年\\d{1,2}月\\d{1,2}日\\.xlsx");
    try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(documents.content(workbook.id()).orElseThrow()))) {
      assertThat(read.getSheet("记录").getLastRowNum()).isEqualTo(3);
      assertThat(read.getSheet("资产").getRow(2).getCell(4).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(read.getSheet("平衡情况").getRow(2).getCell(14).getStringCellValue()).isEqualTo("平衡");
    }
    complete(all.getBusinessKey(), "readResult", "audit", Map.of("opinion", "移送查处。"));
    assertThat(all).isEnded();
    assertThat(cases.find(all.getBusinessKey()).orElseThrow().outcome()).isEqualTo("AUDITED");
    jdbc.sql("update ledger_entry set amount = 20.00 where case_number = ? and entry_number = 2").param(changed).update();
  }

  @Test
  void whatNobodyCanReadIsStillToldAndAttached() throws Exception {
    String changed = freeze();
    jdbc.sql("update ledger_entry set step = 'NONSENSE', method = 'NONSENSE' where case_number = ? and entry_number = 2")
        .param(changed)
        .update();
    jdbc.sql("update frozen_asset set kind = 'NONSENSE', origin = 'NONSENSE' where case_number = ? and asset_number = 'A-01'")
        .param(changed)
        .update();
    try {
      ProcessInstance audit = audit(changed);
      assertThat(findings.open(audit.getBusinessKey())).extracting(Finding::code).containsExactly("LEDGER_ROW_CHANGED", "LEDGER_DIFFERS");
      assertThat(findings.open(audit.getBusinessKey())).first().extracting(Finding::message).asString().contains("第1条记录被改动");
      byte[] workbook = documents.content(documents.list(audit.getBusinessKey()).get(0).id()).orElseThrow();
      try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
        assertThat(read.getSheet("记录").getRow(3).getCell(4).getStringCellValue()).isEqualTo("无法识别");
      }
    } finally {
      remove(changed);
    }
  }

  @Test
  void aLedgerThatWasTakenAwayIsOfferedAndNamed() {
    String changed = freeze();
    remove(changed);
    ProcessInstance audit = audit(changed);
    assertThat(findings.open(audit.getBusinessKey())).extracting(Finding::code).containsExactly("LEDGER_ROW_CHANGED");
    assertThat(findings.open(audit.getBusinessKey())).extracting(Finding::message).singleElement().asString().contains(changed, "删除");
  }

  @Test
  void auditorsReadAndChangeNothing() {
    String abolition = freeze();
    Task inventory = EngineTests.task(abolition, "confirmInventory");
    String instance = inventory.getProcessInstanceId();
    as("audit", "audit");
    assertThat(taskService().createTaskQuery().taskId(inventory.getId()).count()).as("seen, not done").isOne();
    List<ThrowingCallable> attempts = List.of(() -> taskService().complete(inventory.getId(), Map.of("inventory", "[]")),
        () -> taskService().claim(inventory.getId(), "audit"), () -> taskService().setAssignee(inventory.getId(), "audit"),
        () -> taskService().addCandidateGroup(inventory.getId(), "audit"), () -> taskService().setVariable(inventory.getId(), "x", 1),
        () -> runtimeService().setVariable(instance, "officeId", 1L), () -> runtimeService().deleteProcessInstance(instance, "x"),
        () -> runtimeService().suspendProcessInstanceById(instance),
        () -> runtimeService().createProcessInstanceModification(instance).cancelAllForActivity("confirmInventory").execute(),
        () -> runtimeService().startProcessInstanceByKey("asset-disposal", Map.of("assetId", 1L)),
        () -> runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", 1L)));
    assertThat(attempts).allSatisfy(attempt -> assertThatThrownBy(attempt).isInstanceOf(AuthorizationException.class));
    asApplication();
  }

  @Test
  void nobodyElseStartsIt() {
    for (String other : new String[]{"supervisors", "gov410225", "provincialBureau", "discipline"}) {
      as(other, other);
      assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("ledger-audit")).isInstanceOf(AuthorizationException.class);
    }
    as("audit", "audit");
    assertThatThrownBy(() -> runtimeService().startProcessInstanceByKey("ledger-audit", Map.of("ledgerCase", "CX-1999-0001")))
        .isInstanceOf(RefusedException.class);
    asApplication();
  }

  private void remove(String caseNumber) {
    jdbc.sql("delete from ledger_entry where case_number = ?").param(caseNumber).update();
    jdbc.sql("delete from frozen_asset where case_number = ?").param(caseNumber).update();
    jdbc.sql("delete from ledger_head where case_number = ?").param(caseNumber).update();
  }

  private static ProcessInstance audit(String caseNumber) {
    as("audit", "audit");
    ProcessInstance audit = runtimeService().startProcessInstanceByKey("ledger-audit", Map.of("ledgerCase", caseNumber));
    asApplication();
    return audit;
  }

  private String freeze() {
    Office office = SampleOffice.enter(register, SampleOffice.COUNTY);
    SampleOffice.give(register, office, "A-01", AssetKind.EQUIPMENT, "10.00");
    SampleOffice.give(register, office, "A-02", AssetKind.EQUIPMENT, "20.00");
    runtimeService().startProcessInstanceByKey("office-abolition", Map.of("officeId", office.id()));
    return cases.openCaseOf(office.id(), "office-abolition").orElseThrow().caseNumber();
  }
}
