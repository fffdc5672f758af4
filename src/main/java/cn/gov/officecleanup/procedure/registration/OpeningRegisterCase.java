package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * The government for which an official imports into, or exports from, the register (C21), and the name under which the official's tasks are
 * listed.
 */
@Component
public class OpeningRegisterCase implements ExecutionListener {

  private final Officials officials;
  private final Governments governments;
  private final Province province;

  OpeningRegisterCase(Officials officials, Governments governments, Province province) {
    this.officials = officials;
    this.governments = governments;
    this.province = province;
  }

  /**
   * @return code of the government that the official acts for; of the bureau's officials the province's
   * @throws RefusedException when the official acts neither for the bureau nor for a government
   */
  public String government() {
    Official official = officials.required();
    return isOfBureau(official) ? province.code()
        : governments.all()
            .stream()
            .map(Government::code)
            .filter(official::actsFor)
            .findFirst()
            .orElseThrow(() -> new RefusedException("NOT_IN_CHARGE", "您不是派出地政府或者省机关事务管理局的经办人员，不能办理登记册导入导出。", "C21"));
  }

  @Override
  public void notify(DelegateExecution execution) {
    execution.setVariable("officeName", ((ExecutionEntity) execution).getProcessDefinition().getName());
    execution.setVariable("initiatorGroup",
        isOfBureau(officials.required()) ? Groups.PROVINCIAL_BUREAU : Groups.officialsOf((String) execution.getVariable("governmentCode")));
  }

  private static boolean isOfBureau(Official official) {
    return official.groups().contains(Groups.PROVINCIAL_BUREAU);
  }
}
