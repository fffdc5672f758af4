package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.KeptOffices;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** C17: has an office part from every business entity that it has not parted from. */
@Component
public class BeginningDecouplings {

  static final String PROCEDURE = "entity-decoupling";

  private static final Logger LOG = LoggerFactory.getLogger(BeginningDecouplings.class);

  private final OfficeRegister register;
  private final KeptOffices kept;
  private final CaseFiles cases;
  private final Decouplings decouplings;
  private final Officials officials;
  private final RuntimeService runtime;

  BeginningDecouplings(OfficeRegister register, KeptOffices kept, CaseFiles cases, Decouplings decouplings, Officials officials,
      @Lazy RuntimeService runtime) {
    this.register = register;
    this.kept = kept;
    this.cases = cases;
    this.decouplings = decouplings;
    this.officials = officials;
    this.runtime = runtime;
  }

  /** Opens a case for each entity of the office that it has not parted from and that has none. */
  public void begin(long officeId) {
    register.businessEntitiesOf(officeId).stream().filter(toPartFrom(officeId)).forEach(entity -> begin(officeId, entity));
  }

  /**
   * What was promised when an office was kept by an earlier version, which followed no promise up, is followed up from here on. Nothing is
   * begun twice: what has its case is passed over, and of several nodes that start together one gets it, since an entity has one case.
   */
  @EventListener(ApplicationReadyEvent.class)
  void followUpEarlierPromises() {
    for (Office office : kept.all()) {
      register.businessEntitiesOf(office.id())
          .stream()
          .filter(toPartFrom(office.id()).and(entity -> entity.partBy() != null))
          .forEach(entity -> {
            try {
              begin(office.id(), entity);
              LOG.info("parting of {} from {} is followed up", office.registerNumber(), entity.name());
            } catch (RefusedException | DataAccessException | ProcessEngineException begunByAnotherNode) {
              LOG.warn("parting of {} from {} not begun: {}", office.registerNumber(), entity.name(), begunByAnotherNode.getMessage());
            }
          });
    }
  }

  private Predicate<BusinessEntity> toPartFrom(long officeId) {
    return entity -> !entity.parted() && !decouplings.openOf(officeId).contains(entity.name())
        && cases.reserving(decouplings.reserved(officeId, entity.name())).isEmpty();
  }

  private void begin(long officeId, BusinessEntity entity) {
    Map<String, Object> variables = new HashMap<>(Map.of("officeId", officeId, OpeningDecoupling.ENTITY, entity.name()));
    if (entity.partBy() != null) {
      variables.put(OpeningDecoupling.PART_BY, entity.partBy().toString());
    }
    officials.asApplication(() -> runtime.startProcessInstanceByKey(PROCEDURE, variables));
  }
}
