package cn.gov.henan.officecleanup.abolition;

import cn.gov.henan.officecleanup.casefile.CaseFiles;
import cn.gov.henan.officecleanup.identity.Officials;
import cn.gov.henan.officecleanup.register.Disposition;
import cn.gov.henan.officecleanup.register.Office;
import cn.gov.henan.officecleanup.register.OfficeDispositions;
import cn.gov.henan.officecleanup.register.OfficeRegister;
import cn.gov.henan.officecleanup.register.OfficeStatus;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C1, C2, C4: starts the abolition of every office that the plan abolishes and nobody has begun to abolish. Offices that the government may still apply
 * to keep are left alone.
 */
@Component
class StartingAbolitions implements JavaDelegate {

  private final OfficeRegister register;
  private final OfficeDispositions dispositions;
  private final CaseFiles cases;
  private final Officials officials;
  private final RuntimeService runtime;

  StartingAbolitions(OfficeRegister register, OfficeDispositions dispositions, CaseFiles cases, Officials officials, @Lazy RuntimeService runtime) {
    this.register = register;
    this.dispositions = dispositions;
    this.cases = cases;
    this.officials = officials;
    this.runtime = runtime;
  }

  @Override
  public void execute(DelegateExecution execution) {
    List<Office> due = register.all().stream().filter(this::due).toList();
    officials.asApplication(() -> due.stream()
        .map(office -> runtime.startProcessInstanceByKey(OpeningAbolitionCase.PROCEDURE, Map.of("officeId", office.id()))).toList());
  }

  private boolean due(Office office) {
    return office.status() == OfficeStatus.REGISTERED && dispositions.of(office).disposition() == Disposition.ABOLISH
        && cases.openCaseOf(office.id(), OpeningAbolitionCase.PROCEDURE).isEmpty();
  }
}
