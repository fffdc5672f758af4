package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.Disposition;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeDispositions;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C1, C2, C4: starts the abolition of every office that the plan abolishes and nobody has begun to abolish. Offices that the government may
 * still apply to keep are left alone.
 */
@Component
public class StartingAbolitions implements JavaDelegate {

  private final OfficeRegister register;
  private final OfficeDispositions dispositions;
  private final CaseFiles cases;
  private final Officials officials;
  private final RuntimeService runtime;

  StartingAbolitions(OfficeRegister register, OfficeDispositions dispositions, CaseFiles cases, Officials officials,
      @Lazy RuntimeService runtime) {
    this.register = register;
    this.dispositions = dispositions;
    this.cases = cases;
    this.officials = officials;
    this.runtime = runtime;
  }

  @Override
  public void execute(DelegateExecution execution) {
    register.all().forEach(this::startWhereDue);
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
  public void start(Office office) {
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
