package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rotations of all cases (C13); refuses decisions without their document and handovers that prove nothing. */
@Repository
public class Rotations extends FormRecords<Rotation> {

  private static final String DECISION = "rotation-decision";
  private static final String HANDOVER = "rotation-handover";
  private static final String CLAUSE = "C13";

  private final Postings postings;

  Rotations(JdbcClient jdbc, Postings postings) {
    super(jdbc, Rotation.class, "rotation", "rotation-nomination", DECISION, HANDOVER);
    this.postings = postings;
  }

  /** @return whether the term is to be extended; the model asks this */
  public boolean prolongs(String caseNumber) {
    return get(caseNumber).proposal() == Proposal.EXTEND;
  }

  void open(String caseNumber, String postingCase) {
    begin(caseNumber, Map.of("postingCase", postingCase));
  }

  /** @return whether the rotation of a posting is under way */
  boolean isUnderWay(String postingCase) {
    return select("posting_case = ? and case_number in (select case_number from case_file where closed_at is null)", postingCase).optional()
        .isPresent();
  }

  /** @return the cases of the rotations that are under way in an office */
  List<String> openIn(long officeId) {
    return select("""
      case_number in (select case_number from case_file where office_id = ? and closed_at is null)
      order by length(case_number), case_number""", officeId).list().stream().map(Rotation::caseNumber).toList();
  }

  /** @throws RefusedException when it cannot be taken; the task stays open */
  @Override
  public void keep(FormTask task, Collection<String> fields, Submission submission) {
    Rotation rotation = get(task.caseNumber());
    if (task.form().equals(DECISION) && "agree".equals(submission.text(Submission.DECISION)) && rotation.proposal() == Proposal.ROTATE
        && submission.text("decisionNumber") == null) {
      throw new RefusedException("NO_DECISION_NUMBER", "同意轮换的，请填写任免通知的文号；没有任免依据的，不能登记继任。", CLAUSE);
    }
    if (task.form().equals(HANDOVER)) {
      refuseHandover(postings.get(rotation.postingCase()), submission);
    }
    super.keep(task, fields, submission);
  }

  private static void refuseHandover(Posting posting, Submission handover) {
    boolean present = Giver.PRESENT.name().equals(handover.text("giver"));
    Set<String> witnesses = handover.text("witnesses") == null ? Set.of()
        : Set.copyOf(List.of(handover.text("witnesses").split("[、，,；;\\s]+")).stream().distinct().toList());
    if (!present && witnesses.size() < 2) {
      throw new RefusedException("TWO_WITNESSES", "移交人不能到场的，请填写两名见证人的姓名，中间用顿号隔开。", CLAUSE);
    }
    String supervisor = Objects.toString(handover.text("supervisor"), "");
    String recipient = Objects.toString(handover.text("recipient"), "");
    if (supervisor.equals(recipient) || supervisor.equals(posting.name()) || recipient.equals(posting.name())
        || witnesses.contains(supervisor) || witnesses.contains(recipient)) {
      throw new RefusedException("ONE_PERSON_TWICE", "移交人、接收人、监交人和见证人应当是不同的人，请改正。", CLAUSE);
    }
    BigDecimal difference = handover.amount("countedAmount").subtract(handover.amount("bookedAmount"));
    if (difference.signum() != 0 && handover.text("auditReportNumber") == null) {
      throw new RefusedException("DIFFERENCE_NOT_REPORTED",
          "清点比账面%s%s，请先查明并向审计部门报告，填写报告文号后再办理交接。".formatted(difference.signum() < 0 ? "少" : "多", InWords.yuan(difference.abs())), CLAUSE);
    }
  }
}
