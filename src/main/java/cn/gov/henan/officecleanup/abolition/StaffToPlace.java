package cn.gov.henan.officecleanup.abolition;

import cn.gov.henan.officecleanup.placement.StaffList;
import cn.gov.henan.officecleanup.placement.StaffMember;
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
