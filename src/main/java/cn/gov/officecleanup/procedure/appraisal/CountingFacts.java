package cn.gov.officecleanup.procedure.appraisal;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** C12: gathers what other procedures know of the year; anew each time that the appraisal goes back. */
@Component
class CountingFacts implements JavaDelegate {

  private final Appraisals appraisals;
  private final ObjectProvider<AppraisalFacts> known;

  CountingFacts(Appraisals appraisals, ObjectProvider<AppraisalFacts> known) {
    this.appraisals = appraisals;
    this.known = known;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Appraisal appraisal = appraisals.get(execution.getProcessBusinessKey());
    List<CountedFact> facts = known.orderedStream()
        .flatMap(procedure -> procedure.of(appraisal.officeId(), appraisal.appraisedYear()).stream())
        .toList();
    appraisals.keepFacts(appraisal.caseNumber(), true, facts);
  }
}
