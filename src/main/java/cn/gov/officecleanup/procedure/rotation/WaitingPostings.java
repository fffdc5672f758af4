package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.identity.Officials;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Tells the procedures of postings and rotations what happened to a posting elsewhere (C13). */
@Component
class WaitingPostings {

  /** Where the procedure of a posting waits until its term is nearly over. */
  private static final String WAITING = "approaching";
  private static final String CALLED_OFF = "exchange-off";
  private static final String EXCHANGED = "posts-exchanged";

  /** The step that waits for a written contract. */
  private static final String CONTRACT = "recordContract";
  private static final String CONTRACT_TERM = "labour-contract";
  private static final String POSTING_OVER = "posting-over";

  private final Rotations rotations;
  private final Postings postings;
  private final Terms terms;
  private final Officials officials;
  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;

  WaitingPostings(Rotations rotations, Postings postings, Terms terms, Officials officials, @Lazy RuntimeService runtime,
      @Lazy TaskService tasks, @Lazy ManagementService management) {
    this.rotations = rotations;
    this.postings = postings;
    this.terms = terms;
    this.tasks = tasks;
    this.officials = officials;
    this.runtime = runtime;
    this.management = management;
  }

  /** Has a posting's term be nearly over on a day. A rotation that is under way already goes on. */
  void wake(String postingCase, Date when) {
    officials.asApplication(() -> {
      runtime.createExecutionQuery()
          .activityId(WAITING)
          .processInstanceBusinessKey(postingCase)
          .list()
          .forEach(waiting -> management.createJobQuery()
              .executionId(waiting.getId())
              .timers()
              .list()
              .forEach(timer -> management.setJobDuedate(timer.getId(), when, false)));
      return null;
    });
  }

  /** Has a rotation that would exchange a posting begin anew: one of the two who would exchange posts leaves, or the office ends. */
  void callExchangesOff(String postingCase) {
    rotations.exchanging(postingCase).forEach(rotation -> tell(CALLED_OFF, rotation));
  }

  /** Ends the rotation of a posting that was exchanged in another's. */
  void settle(String postingCase) {
    rotations.underWay(postingCase).ifPresent(rotation -> tell(EXCHANGED, rotation));
  }

  /** Has nobody wait any more for a contract with who is not there any more. */
  void expectNoContract(String postingCase) {
    tell(POSTING_OVER, postingCase);
  }

  /** Has the term of a contract that is still to be made run from the first day of work as it is now. */
  void expectContractFrom(String postingCase) {
    officials.asApplication(() -> {
      tasks.createTaskQuery()
          .processInstanceBusinessKey(postingCase)
          .taskDefinitionKey(CONTRACT)
          .list()
          .forEach(task -> tasks.setDueDate(task.getId(), terms.due(CONTRACT_TERM, postings.worksFrom(postingCase))));
      return null;
    });
  }

  private void tell(String message, String caseNumber) {
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNumber).correlateAll();
      return null;
    });
  }
}
