package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C12: notes in a case why what the lowest grade had brought with it need not be done any more. */
@Component
class EndingConsequences implements JavaDelegate {

  private final Opinions opinions;
  private final CaseFiles cases;

  EndingConsequences(Opinions opinions, CaseFiles cases) {
    this.opinions = opinions;
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    opinions.give(caseNumber, execution.getCurrentActivityId(), execution.getCurrentActivityName(),
        Groups.officialsOf(cases.get(caseNumber).governmentCode()), new Official(CaseFiles.SYSTEM, "系统", Set.of()), null, null,
        (String) execution.getVariable(NotifyingResult.ENDED_BY));
  }
}
