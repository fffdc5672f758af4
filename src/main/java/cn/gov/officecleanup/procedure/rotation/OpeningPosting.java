package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Begins to register somebody in an office; whom a rotation posts there is known already (C13). */
@Component
class OpeningPosting implements ExecutionListener {

  static final String PROCEDURE = "staff-posting";
  /** Variable that holds the case of the rotation that posts somebody; the application alone sets it. */
  static final String ROTATION = "rotationCase";

  private final CaseFiles cases;
  private final Postings postings;
  private final Rotations rotations;
  private final OfficeRegister register;
  private final Officials officials;
  private final Clock clock;

  OpeningPosting(CaseFiles cases, Postings postings, Rotations rotations, OfficeRegister register, Officials officials, Clock clock) {
    this.cases = cases;
    this.postings = postings;
    this.rotations = rotations;
    this.register = register;
    this.officials = officials;
    this.clock = clock;
  }

  @Override
  public void notify(DelegateExecution execution) {
    long office = (Long) execution.getVariable("officeId");
    if (!register.isStanding(office)) {
      throw new RefusedException("OFFICE_ENDED", "“%s”应予撤销、已撤销或者已整合，不再登记任职。".formatted(execution.getVariable("officeName")), "C13");
    }
    boolean byRotation = officials.current().isEmpty() && execution.hasVariable(ROTATION);
    execution.setVariable("byRotation", byRotation);
    if (byRotation) {
      postings.open(execution.getProcessBusinessKey(), known(rotations.get((String) execution.getVariable(ROTATION)), office));
    }
  }

  /** Of two who exchange posts each gets the other's. */
  private Map<String, Object> known(Rotation rotation, long office) {
    Posting leaving = postings.get(rotation.postingCase());
    boolean back = rotation.proposal() == Proposal.EXCHANGE && cases.get(rotation.exchangeWith()).officeId() == office;
    Posting before = back ? postings.get(rotation.exchangeWith()) : leaving;
    Map<String, Object> known = new HashMap<>(Map.of("name", back ? leaving.name() : rotation.successorName(), "personNumber",
        back ? leaving.personNumber() : rotation.successorNumber(), "status", back ? leaving.status() : rotation.successorKind(), "post",
        before.post(), "duty", before.duty(), "postedOn", LocalDate.now(clock), "basisNumber", rotation.decisionNumber()));
    String account = back ? leaving.account() : rotation.successorAccount();
    if (account != null) {
      known.put("account", account);
    }
    return known;
  }
}
