package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C17, C21: the register shows the day on which the office parted, that of the strand done last; of both offices that owned the entity. */
@Component
class RegisteringDecoupling implements JavaDelegate {

  private final Decouplings decouplings;
  private final OfficeRegister register;

  RegisteringDecoupling(Decouplings decouplings, OfficeRegister register) {
    this.decouplings = decouplings;
    this.register = register;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Decoupling decoupling = decouplings.get(execution.getProcessBusinessKey());
    Stream.of(decoupling.officeId(), decoupling.coOwner())
        .filter(Objects::nonNull)
        .forEach(officeId -> register.putBusinessEntity(officeId,
            new BusinessEntity(decoupling.entityName(), decoupling.entityKind(), decoupling.partedOn(), decoupling.partBy())));
  }
}
