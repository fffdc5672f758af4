package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C17, C21: the register shows the day on which the office parted, that of the strand done last; of both offices that owned the entity.
 * Where the bureau was asked about the retention since the day had passed, it need not answer any more.
 */
@Component
class RegisteringDecoupling implements JavaDelegate {

  private final Decouplings decouplings;
  private final OfficeRegister register;
  private final Officials officials;
  private final RuntimeService runtime;

  RegisteringDecoupling(Decouplings decouplings, OfficeRegister register, Officials officials, @Lazy RuntimeService runtime) {
    this.decouplings = decouplings;
    this.register = register;
    this.officials = officials;
    this.runtime = runtime;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Decoupling decoupling = decouplings.get(execution.getProcessBusinessKey());
    Stream.of(decoupling.officeId(), decoupling.coOwner())
        .filter(Objects::nonNull)
        .forEach(officeId -> register.putBusinessEntity(officeId,
            new BusinessEntity(decoupling.entityName(), decoupling.entityKind(), decoupling.partedOn(), decoupling.partBy())));
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(MissedTwice.SETTLED).processInstanceBusinessKey(decoupling.caseNumber()).correlateAll();
      return null;
    });
  }
}
