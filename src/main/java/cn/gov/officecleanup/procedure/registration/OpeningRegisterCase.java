package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Opens the case of an import into, or an export from, the register (C21), for the bureau or for the government the official acts for. */
@Component
class OpeningRegisterCase implements ExecutionListener {

  private static final String CASE_PREFIX = "DJ";

  private final CaseFiles cases;
  private final Officials officials;
  private final Governments governments;

  OpeningRegisterCase(CaseFiles cases, Officials officials, Governments governments) {
    this.cases = cases;
    this.officials = officials;
    this.governments = governments;
  }

  /** @throws RefusedException when the official acts neither for the bureau nor for a government */
  @Override
  public void notify(DelegateExecution execution) {
    Official official = officials.required();
    boolean bureau = official.groups().contains(Groups.PROVINCIAL_BUREAU);
    String governmentCode = bureau ? Governments.PROVINCE : governments.all().stream().map(Government::code).filter(official::actsFor)
        .findFirst().orElseThrow(() -> new RefusedException("NOT_IN_CHARGE", "您不是派出地政府或者省机关事务管理局的经办人员，不能办理登记册导入导出。", "C21"));
    String group = bureau ? Groups.PROVINCIAL_BUREAU : Groups.officialsOf(governmentCode);
    var definition = ((ExecutionEntity) execution).getProcessDefinition();
    execution.setProcessBusinessKey(cases.open(CASE_PREFIX, definition.getKey(), definition.getName(), governmentCode, null, null));
    execution.setVariable("governmentCode", governmentCode);
    execution.setVariable("governmentName", governments.get(governmentCode).title());
    execution.setVariable("officeName", definition.getName());
    execution.setVariable("initiatorGroup", group);
  }
}
