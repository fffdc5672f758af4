package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.procedure.placement.StaffList;
import cn.gov.officecleanup.procedure.placement.StaffMember;
import java.util.List;
import org.springframework.stereotype.Component;

/** Names to the model the people of an office, for each of whom one placement is run (C6). */
@Component
public class StaffToPlace {

  private final StaffList staff;

  StaffToPlace(StaffList staff) {
    this.staff = staff;
  }

  /** @return keys of the people, in the order of the list */
  public List<Long> of(String caseNumber) {
    return staff.of(caseNumber).stream().map(StaffMember::id).toList();
  }
}
