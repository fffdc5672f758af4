package cn.gov.officecleanup.procedure.placement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C6: records the one outcome of the person and closes the case. */
@Component
class RecordingPlacement implements JavaDelegate {

  private final Placements placements;
  private final StaffList staff;

  RecordingPlacement(Placements placements, StaffList staff) {
    this.placements = placements;
    this.staff = staff;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Placement placement = placements.get(execution.getProcessBusinessKey());
    staff.place(placement.personId(), placement.outcome(), placement.carriedOutOn());
  }
}
