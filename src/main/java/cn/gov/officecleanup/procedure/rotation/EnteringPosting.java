package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C13: somebody is registered in an office, with the last day of the term; refuses what the rules do not allow. */
@Component
class EnteringPosting implements JavaDelegate {

  private final CaseFiles cases;
  private final Postings postings;
  private final PostingRules rules;
  private final TermOfOffice terms;

  EnteringPosting(CaseFiles cases, Postings postings, PostingRules rules, TermOfOffice terms) {
    this.cases = cases;
    this.postings = postings;
    this.rules = rules;
    this.terms = terms;
  }

  /** @throws RefusedException when the person may not be posted there */
  @Override
  public void execute(DelegateExecution execution) {
    CaseFile file = cases.get(execution.getProcessBusinessKey());
    Posting posting = postings.get(file.caseNumber());
    var findings = rules.against(posting.personNumber(), posting.status(), posting.duty(), file, List.of());
    if (!findings.isEmpty()) {
      throw new RefusedException(findings);
    }
    postings.enter(file.caseNumber(),
        posting.rotates() ? terms.lastDay(posting, postings.earlier(posting.personNumber(), file.officeId()), false) : null);
  }
}
