package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.RegisterImportProperties;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C1, C2, C4: starts the abolition of every office that the plan abolishes and nobody has begun to abolish. Offices that the government may
 * still apply to keep are left alone. A portion of the register is looked at in one transaction; the model comes back until all of it was.
 */
@Component
public class StartingAbolitions implements JavaDelegate {

  /** variables of the model: the last office that was looked at, and whether all were */
  private static final String LAST = "lastLookedAt";
  private static final String DONE = "allLookedAt";

  private final OfficeRegister register;
  private final OfficeDispositions dispositions;
  private final CaseFiles cases;
  private final Officials officials;
  private final RegisterImportProperties properties;
  private final RuntimeService runtime;

  StartingAbolitions(OfficeRegister register, OfficeDispositions dispositions, CaseFiles cases, Officials officials,
      RegisterImportProperties properties, @Lazy RuntimeService runtime) {
    this.register = register;
    this.dispositions = dispositions;
    this.cases = cases;
    this.officials = officials;
    this.properties = properties;
    this.runtime = runtime;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Long last = (Long) execution.getVariable(LAST);
    List<Office> portion = register.after(last == null ? 0 : last, properties.portion());
    portion.forEach(this::startWhereDue);
    if (!portion.isEmpty()) {
      execution.setVariable(LAST, portion.get(portion.size() - 1).id());
    }
    execution.setVariable(DONE, portion.size() < properties.portion());
  }

  /**
   * Starts the abolition of an office that the plan abolishes; an office that the plan itself retained, without anyone's approval, is
   * looked at anew, since facts change, as when its special work ends (C4).
   */
  public void startWhereDue(Office office) {
    if (office.undecided() && dispositions.of(office).disposition() == Disposition.ABOLISH) {
      start(office);
    }
  }

  /** Starts the abolition of an office, unless that or another procedure about it is under way. */
  private void start(Office office) {
    if (cases.reserving(CaseFiles.office(office.id())).isPresent()) {
      return;
    }
    try {
      officials.asApplication(() -> runtime.startProcessInstanceByKey(OpeningAbolitionCase.PROCEDURE, Map.of("officeId", office.id())));
    } catch (RefusedException refused) {
      if (cases.reserving(CaseFiles.office(office.id())).isPresent()) {
        // somebody came first in this moment: whatever starts abolitions looks again, and finds it under way
        throw new OptimisticLockingException("another procedure about office %d began meanwhile".formatted(office.id()), refused);
      }
      throw refused;
    }
  }
}
