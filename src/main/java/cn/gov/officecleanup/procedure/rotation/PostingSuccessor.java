package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
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
  private final WaitingPostings waiting;
  private final Officials officials;
  private final RuntimeService runtime;
  private final Clock clock;

  PostingSuccessor(CaseFiles cases, Postings postings, Rotations rotations, OfficeAccounts accounts, WaitingPostings waiting,
      Officials officials, @Lazy RuntimeService runtime, Clock clock) {
    this.cases = cases;
    this.postings = postings;
    this.rotations = rotations;
    this.accounts = accounts;
    this.waiting = waiting;
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
    if (rotation.proposal() == Proposal.EXCHANGE) {
      exchange(caseNumber, rotation, posting, office);
      return;
    }
    if (posting.endedOn() == null) {
      postings.end(posting.caseNumber(), LocalDate.now(clock),
          "轮换，由%s继任（%s）。".formatted(rotation.successorName(), rotation.decisionNumber()));
    }
    post(office, caseNumber);
    accounts.move(posting.account(), rotation.successorAccount(), posting.duty(), office);
  }

  /** Each of the two is posted where the other was; the rotation of the other need not begin any more, or is over. */
  private void exchange(String caseNumber, Rotation rotation, Posting posting, long office) {
    Posting other = postings.get(rotation.exchangeWith());
    long otherOffice = cases.get(other.caseNumber()).officeId();
    LocalDate today = LocalDate.now(clock);
    postings.end(posting.caseNumber(), today, "与%s互换（%s）。".formatted(other.name(), rotation.decisionNumber()));
    postings.exchange(other.caseNumber(), today, "与%s互换（%s）。".formatted(posting.name(), rotation.decisionNumber()));
    post(office, caseNumber);
    post(otherOffice, caseNumber);
    accounts.exchange(posting, office, other, otherOffice);
    waiting.settle(other.caseNumber());
    waiting.wake(other.caseNumber(), Date.from(clock.instant()));
  }

  private void post(long office, String rotationCase) {
    officials.asApplication(() -> runtime.startProcessInstanceByKey(OpeningPosting.PROCEDURE,
        Map.of("officeId", office, OpeningPosting.ROTATION, rotationCase)));
  }
}
