package cn.gov.officecleanup.procedure.placement;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * Opens the case in which one person is placed (C6), below the abolition's. Its title names the person by the place in the list alone: supervisors
 * read it.
 */
@Component
class OpeningPlacementCase implements ExecutionListener {

  static final String PROCEDURE = "staff-placement";
  private static final String CASE_PREFIX = "RY";

  private final CaseFiles cases;
  private final StaffList staff;
  private final Placements placements;

  OpeningPlacementCase(CaseFiles cases, StaffList staff, Placements placements) {
    this.cases = cases;
    this.staff = staff;
    this.placements = placements;
  }

  @Override
  public void notify(DelegateExecution execution) {
    StaffMember member = staff.get((Long) execution.getVariable("personId"));
    String caseNumber = cases.open(CASE_PREFIX, PROCEDURE, "第%d人（%s人员安置）".formatted(member.position(), execution.getVariable("officeName")),
        (String) execution.getVariable("governmentCode"), (Long) execution.getVariable("officeId"), execution.getProcessBusinessKey());
    placements.begin(caseNumber, member.id());
    execution.setProcessBusinessKey(caseNumber);
  }
}
