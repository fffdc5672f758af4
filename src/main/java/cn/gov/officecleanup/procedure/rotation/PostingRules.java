package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.Office;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.procedure.placement.StaffStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Who may be posted in an office: one posting a person, no more people than posts of the establishment, those hired where the office is
 * among them, and these in auxiliary work alone (C13).
 */
@Component
class PostingRules {

  private static final String CLAUSE = "C13";
  /** whom the unit sends that employs them: none of the office's own posts */
  private static final Set<StaffStatus> FROM_ELSEWHERE = EnumSet.of(StaffStatus.DISPATCHED, StaffStatus.SECONDED);
  private static final Set<StaffStatus> AUXILIARY = EnumSet.of(StaffStatus.LOCALLY_HIRED, StaffStatus.DISPATCHED);

  private final Postings postings;
  private final OfficeRegister register;

  PostingRules(Postings postings, OfficeRegister register) {
    this.postings = postings;
    this.register = register;
  }

  /**
   * @param file a case about the office
   * @param leaving postings that end with this one
   * @return why the person may not be posted there; empty where nothing is in the way
   */
  List<Finding> against(String personNumber, StaffStatus status, Duty duty, CaseFile file, List<String> leaving) {
    List<Finding> findings = new ArrayList<>();
    Office office = register.get(file.officeId());
    if (postings.lastingOf(personNumber, file.governmentCode()).stream().anyMatch(other -> !leaving.contains(other.caseNumber()))) {
      findings.add(new Finding("POSTED_ALREADY", "人员编号“%s”已有尚未结束的任职，一人只能有一个任职，请先办结原任职的轮换。".formatted(personNumber), CLAUSE));
    }
    long others = postings.lastingIn(office.id())
        .stream()
        .filter(other -> !leaving.contains(other.caseNumber()) && !FROM_ELSEWHERE.contains(other.status()))
        .count();
    int establishment = office.entry().staffEstablishment();
    if (!FROM_ELSEWHERE.contains(status) && others >= establishment) {
      findings.add(new Finding("ESTABLISHMENT_EXCEEDED",
          "“%s”核定编制%d名，已有%d人（含在驻地聘用的），不能再增加，请先办理减员或者报机构编制部门核定。".formatted(office.name(), establishment, others), CLAUSE));
    }
    if (AUXILIARY.contains(status) && duty != Duty.GENERAL) {
      findings.add(new Finding("AUXILIARY_ONLY", "%s只能从事辅助性工作，不能在“%s”任职。".formatted(status.label(), duty.label()), CLAUSE));
    }
    return findings;
  }
}
