package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Why an office is inspected, by whom, and what was found (C14). */
@Component
@Order(2)
class InspectionFacts implements CaseFacts {

  private static final String SECTION = "巡查情况";

  private final InspectionVisits visits;
  private final InspectionFindings findings;
  private final Officials officials;

  InspectionFacts(InspectionVisits visits, InspectionFindings findings, Officials officials) {
    this.visits = visits;
    this.findings = findings;
    this.officials = officials;
  }

  private boolean isOfTheBureau() {
    return officials.current()
        .stream()
        .flatMap(official -> official.groups().stream())
        .anyMatch(group -> group.startsWith(Groups.PROVINCIAL_BUREAU));
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return visits.find(file.caseNumber()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(InspectionVisit visit) {
    List<Fact> facts = new ArrayList<>();
    // why it was this office may tell who reported it; those who sent the team keep that to themselves, also once all is open
    CaseFacts.add(facts, SECTION, "巡查缘由",
        isOfTheBureau() ? "%s：%s".formatted(visit.occasion().label(), visit.reason()) : visit.occasion().label());
    CaseFacts.add(facts, SECTION, "巡查组", String.join("、", visits.namesOf(visit)));
    if (visit.arrivedOn() != null) {
      CaseFacts.add(facts, SECTION, "到达时间", InspectionVisits.arrival(visit));
    }
    findings.of(visit.caseNumber())
        .forEach(found -> CaseFacts.add(facts, "发现的问题", "%d．%s".formatted(found.position(), found.kind().label()),
            "%s（%s，涉及金额%s）%s".formatted(found.fact(), found.severity().label(), InWords.yuan(found.amount()),
                found.dueOn() == null ? "" : "。整改期限%s（含当日），整改要求：%s".formatted(InWords.day(found.dueOn()), found.measure()))));
    return facts;
  }
}
