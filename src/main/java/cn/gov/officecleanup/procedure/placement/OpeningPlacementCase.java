package cn.gov.officecleanup.procedure.placement;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins the placement of one person (C6). Its title names the person by the place in the list alone: supervisors read it. */
@Component
public class OpeningPlacementCase implements ExecutionListener {

  static final String PROCEDURE = "staff-placement";

  private final StaffList staff;
  private final Placements placements;

  OpeningPlacementCase(StaffList staff, Placements placements) {
    this.staff = staff;
    this.placements = placements;
  }

  /** @return the person's place in the list */
  public int position(Long personId) {
    return staff.get(personId).position();
  }

  @Override
  public void notify(DelegateExecution execution) {
    placements.begin(execution.getProcessBusinessKey(), (Long) execution.getVariable("personId"));
  }
}
