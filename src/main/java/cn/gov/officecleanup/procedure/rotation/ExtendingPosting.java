package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C13: a term of office is extended, once. */
@Component
class ExtendingPosting implements JavaDelegate {

  private final CaseFiles cases;
  private final Postings postings;
  private final Rotations rotations;
  private final TermOfOffice terms;

  ExtendingPosting(CaseFiles cases, Postings postings, Rotations rotations, TermOfOffice terms) {
    this.cases = cases;
    this.postings = postings;
    this.rotations = rotations;
    this.terms = terms;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Posting posting = postings.get(rotations.get(caseNumber).postingCase());
    long office = cases.get(caseNumber).officeId();
    postings.extend(posting.caseNumber(), terms.lastDay(posting, postings.earlier(posting.personNumber(), office), true));
    execution.setVariable(OpeningRotation.EXTENDED, true);
  }
}
