package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.procedure.decoupling.Decoupling.Strand;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C17: of the four strands those are done anew that lack something, or that the bureau returned; the others stay as they are. */
@Component
class ReopeningStrands implements JavaDelegate {

  private final Decouplings decouplings;
  private final StrandsComplete complete;

  ReopeningStrands(Decouplings decouplings, StrandsComplete complete) {
    this.decouplings = decouplings;
    this.complete = complete;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Set<Strand> lacking = complete.lacking(caseNumber).keySet();
    decouplings.reopen(caseNumber, lacking.isEmpty() ? decouplings.get(caseNumber).returnedStrands().strands() : lacking);
  }
}
