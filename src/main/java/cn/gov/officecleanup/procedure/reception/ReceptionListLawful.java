package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * C18: the list of a reception keeps to the same rules as its plan. Too many companions, an approval taken back, a false letter are what
 * they are: they stay with the case as findings, and what is above is not paid.
 */
@Component
class ReceptionListLawful extends Check {

  /** codes of the findings that no other list mends */
  static final Set<String> STAYING = Stream
      .concat(Stream.of(ReceptionRules.COMPANIONS), Stream.of(RevocationGround.values()).map(RevocationGround::finding).map(Finding::code))
      .collect(Collectors.toUnmodifiableSet());

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final ReceptionRules rules;

  ReceptionListLawful(CaseFindings findings, Receptions receptions, ReceptionLists lists, ReceptionRules rules) {
    super(findings);
    this.receptions = receptions;
    this.lists = lists;
    this.rules = rules;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Reception reception = receptions.get(caseNumber);
    List<Finding> findings = rules.against(reception, lists.list(caseNumber));
    if (reception.blockedFor() != null) {
      findings.add(reception.blockedFor().finding());
    }
    return findings;
  }
}
