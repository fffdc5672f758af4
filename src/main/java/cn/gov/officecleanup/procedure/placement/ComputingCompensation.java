package cn.gov.officecleanup.procedure.placement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C6: computes the compensation of a contract that is ended; nobody can type it. */
@Component
class ComputingCompensation implements JavaDelegate {

  private final Placements placements;
  private final StaffList staff;
  private final EconomicCompensation compensation;

  ComputingCompensation(Placements placements, StaffList staff, EconomicCompensation compensation) {
    this.placements = placements;
    this.staff = staff;
    this.compensation = compensation;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Placement placement = placements.get(execution.getProcessBusinessKey());
    if (placement.outcome().endsContract()) {
      placements.compensate(placement.caseNumber(),
          compensation.of(staff.get(placement.personId()).hiredOn(), placement.takesEffectOn(), placement.wages()).amount());
    }
  }
}
