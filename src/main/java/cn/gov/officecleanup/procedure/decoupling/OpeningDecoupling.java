package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.GroupNames;
import cn.gov.officecleanup.mechanism.register.BusinessEntity;
import cn.gov.officecleanup.mechanism.register.BusinessEntityKind;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the parting from an entity (C17); one that nobody had registered is registered, such as what an inspection found. */
@Component
class OpeningDecoupling implements ExecutionListener {

  static final String ENTITY = "entityName";
  /** The variable that the model names as the last day of the case. */
  static final String PART_BY = "partBy";
  private static final String KIND = "entityKind";
  private static final String CLAUSE = "C17";

  private final Decouplings decouplings;
  private final OfficeRegister register;
  private final PuttingOffPromise deciding;
  private final GroupNames groups;

  OpeningDecoupling(Decouplings decouplings, OfficeRegister register, PuttingOffPromise deciding, GroupNames groups) {
    this.decouplings = decouplings;
    this.register = register;
    this.deciding = deciding;
    this.groups = groups;
  }

  /** @throws RefusedException when the office has parted from the entity, or has promised another day */
  @Override
  public void notify(DelegateExecution execution) {
    long officeId = (Long) execution.getVariable("officeId");
    String name = execution.getVariable(ENTITY).toString().strip();
    BusinessEntity known = register.businessEntitiesOf(officeId)
        .stream()
        .filter(entity -> entity.name().equals(name))
        .findFirst()
        .orElse(null);
    String day = Objects.toString(execution.getVariable(PART_BY), "");
    LocalDate stated = day.isBlank() ? null : LocalDate.parse(day);
    if (known != null && known.parted()) {
      throw new RefusedException("PARTED_ALREADY", "“%s”已于%s脱钩，不必再办理。".formatted(name, InWords.day(known.partedOn())), CLAUSE);
    }
    if (known != null && known.partBy() != null && !known.partBy().equals(stated)) {
      throw new RefusedException("PROMISED_OTHERWISE", "批复载明“%s”应于%s前脱钩，请把脱钩期限填写为该日；需要延期的，在案件中申请，由%s决定，只能延期一次。".formatted(name,
          InWords.day(known.partBy()), deciding.decidingOn(officeId).map(groups::nameOf).orElse("派出地政府负责同志")), CLAUSE);
    }
    decouplings.openElsewhere(execution.getProcessBusinessKey(), officeId, name).ifPresent(other -> {
      throw new RefusedException("UNDER_WAY_TOGETHER", "与“%s”的脱钩正在案件%s中办理，一个实体只办一案，不能重复发起。".formatted(name, other), CLAUSE);
    });
    BusinessEntityKind kind = known != null ? known.kind()
        : BusinessEntityKind.valueOf(Objects.requireNonNullElse(execution.getVariable(KIND), BusinessEntityKind.OTHER).toString());
    BusinessEntity entity = new BusinessEntity(name, kind, null, stated);
    register.putBusinessEntity(officeId, entity);
    decouplings.open(execution.getProcessBusinessKey(), officeId, entity);
    execution.removeVariable(KIND);
  }
}
