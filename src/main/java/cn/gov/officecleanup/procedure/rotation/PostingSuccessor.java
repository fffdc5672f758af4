package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** C13: on one day one posting ends and the successor's begins, groups and what is taken on move with it. */
@Component
class PostingSuccessor implements JavaDelegate {

  private final CaseFiles cases;
  private final Postings postings;
  private final Rotations rotations;
  private final OfficeAccounts accounts;
  private final Officials officials;
  private final RuntimeService runtime;
  private final Clock clock;

  PostingSuccessor(CaseFiles cases, Postings postings, Rotations rotations, OfficeAccounts accounts, Officials officials,
      @Lazy RuntimeService runtime, Clock clock) {
    this.cases = cases;
    this.postings = postings;
    this.rotations = rotations;
    this.accounts = accounts;
    this.officials = officials;
    this.runtime = runtime;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    Rotation rotation = rotations.get(caseNumber);
    Posting posting = postings.get(rotation.postingCase());
    long office = cases.get(caseNumber).officeId();
    if (posting.endedOn() == null) {
      postings.end(posting.caseNumber(), LocalDate.now(clock),
          "轮换，由%s继任（%s）。".formatted(rotation.successorName(), rotation.decisionNumber()));
    }
    officials.asApplication(
        () -> runtime.startProcessInstanceByKey(OpeningPosting.PROCEDURE, Map.of("officeId", office, OpeningPosting.ROTATION, caseNumber)));
    accounts.move(posting.account(), rotation.successorAccount(), posting.duty(), office);
  }
}
