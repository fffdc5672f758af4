package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
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
      .concat(Stream.of(ReceptionRules.COMPANIONS, SharedReceptions.COMPANIONS_TOGETHER),
          Stream.of(RevocationGround.values()).map(RevocationGround::finding).map(Finding::code))
      .collect(Collectors.toUnmodifiableSet());

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final SharedReceptions hosts;
  private final ReceptionRules rules;
  private final CaseFiles cases;

  ReceptionListLawful(CaseFindings findings, Receptions receptions, ReceptionLists lists, SharedReceptions hosts, ReceptionRules rules,
      CaseFiles cases) {
    super(findings);
    this.receptions = receptions;
    this.lists = lists;
    this.hosts = hosts;
    this.rules = rules;
    this.cases = cases;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Reception reception = receptions.get(caseNumber);
    ReceptionList list = lists.list(caseNumber);
    List<Finding> findings = rules.against(reception, list);
    findings.addAll(hosts.together(reception, list, cases.get(caseNumber).officeId()));
    if (reception.blockedFor() != null) {
      findings.add(reception.blockedFor().finding());
    }
    return findings;
  }
}
