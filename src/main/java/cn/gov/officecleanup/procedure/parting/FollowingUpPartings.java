package cn.gov.officecleanup.procedure.parting;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** C17: has every promise of an office to part from a business entity followed up. */
@Component
public class FollowingUpPartings {

  private static final String PROCEDURE = "parting-follow-up";

  private final OfficeRegister register;
  private final Officials officials;
  private final RuntimeService runtime;

  FollowingUpPartings(OfficeRegister register, Officials officials, @Lazy RuntimeService runtime) {
    this.register = register;
    this.officials = officials;
    this.runtime = runtime;
  }

  /** Opens a case for each promise that the register holds for the office. */
  public void begin(long officeId) {
    register.businessEntitiesOf(officeId)
        .stream()
        .filter(entity -> !entity.parted() && entity.partBy() != null)
        .map(BusinessEntity::name)
        .forEach(name -> officials
            .asApplication(() -> runtime.startProcessInstanceByKey(PROCEDURE, Map.of("officeId", officeId, "entityName", name))));
  }
}
