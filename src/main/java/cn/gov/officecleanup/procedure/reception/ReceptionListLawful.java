package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** C18: the list of a reception keeps to the same rules as its plan; an excess is not paid. */
@Component
class ReceptionListLawful extends Check {

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
    return rules.against(receptions.get(caseNumber), lists.list(caseNumber));
  }
}
