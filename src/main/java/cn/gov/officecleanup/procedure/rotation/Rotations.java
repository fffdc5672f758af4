package cn.gov.officecleanup.procedure.rotation;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormRecords;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;

/** The rotations of all cases (C13); refuses decisions without their document and handovers that prove nothing. */
@Repository
public class Rotations extends FormRecords<Rotation> {

  private static final String DECISION = "rotation-decision";
  private static final String NOMINATION = "rotation-nomination";
  private static final String HANDOVER = "rotation-handover";
  private static final String OTHER_HANDOVER = "rotation-exchange-handover";
  private static final String OPEN = "case_number in (select case_number from case_file where closed_at is null)";
  private static final String CLAUSE = "C13";

  private final Postings postings;

  Rotations(JdbcClient jdbc, Postings postings) {
    super(jdbc, Rotation.class, "rotation", NOMINATION, DECISION, HANDOVER, OTHER_HANDOVER);
    this.postings = postings;
  }

  /** @return whether the term is to be extended; the model asks this */
  public boolean prolongs(String caseNumber) {
    return get(caseNumber).proposal() == Proposal.EXTEND;
  }

  /** @return whether two exchange their posts; the model asks this */
  public boolean exchanges(String caseNumber) {
    return get(caseNumber).proposal() == Proposal.EXCHANGE;
  }

  /** @return the postings that end by a rotation and are those of heads: none where a term is extended, two where two heads exchange */
  List<Posting> leavingHeads(String caseNumber) {
    Rotation rotation = get(caseNumber);
    return rotation.proposal() == Proposal.EXTEND ? List.of()
        : Stream.of(rotation.postingCase(), rotation.proposal() == Proposal.EXCHANGE ? rotation.exchangeWith() : null)
            .filter(Objects::nonNull)
            .map(postings::get)
            .filter(posting -> posting.duty() == Duty.HEAD)
            .toList();
  }

  void open(String caseNumber, String postingCase) {
    begin(caseNumber, Map.of("postingCase", postingCase));
  }

  /** @return whether the rotation of a posting is under way */
  boolean isUnderWay(String postingCase) {
    return underWay(postingCase).isPresent();
  }

  /** @return the case of the rotation of a posting that is under way */
  Optional<String> underWay(String postingCase) {
    return select("posting_case = ? and " + OPEN, postingCase).optional().map(Rotation::caseNumber);
  }

  /** @return the cases of the rotations under way that would exchange a posting, as the one or the other of the two */
  List<String> exchanging(String postingCase) {
    return select("proposal = 'EXCHANGE' and (posting_case = ? or exchange_with = ?) and " + OPEN, postingCase, postingCase).list()
        .stream()
        .map(Rotation::caseNumber)
        .toList();
  }

  /** @return how many rotations in an office were concluded so in a year */
  int concluded(long officeId, int year, String outcome) {
    return select("""
      case_number in (select case_number from case_file
        where office_id = ? and outcome = ? and extract(year from closed_at) = ?)""", officeId, outcome, year).list().size();
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
    if (task.form().equals(DECISION) && "agree".equals(submission.text(Submission.DECISION)) && rotation.proposal() != Proposal.EXTEND
        && submission.text("decisionNumber") == null) {
      throw new RefusedException("NO_DECISION_NUMBER", "同意轮换的，请填写任免通知的文号；没有任免依据的，不能登记继任。", CLAUSE);
    }
    if (task.form().equals(DECISION) && "agree".equals(submission.text(Submission.DECISION)) && !leavingHeads(task.caseNumber()).isEmpty()
        && (submission.text("termAudit") == null || submission.text("termAuditReason") == null)) {
      throw new RefusedException("NO_TERM_AUDIT", "机构负责人离任的，请选择是否委托任期经济责任审计，并填写委托的文号或者不委托的理由。", CLAUSE);
    }
    if (task.form().equals(HANDOVER)) {
      refuseHandover(postings.get(rotation.postingCase()), submission, name -> name);
    } else if (task.form().equals(OTHER_HANDOVER)) {
      refuseHandover(postings.get(rotation.exchangeWith()), submission, name -> "other" + StringUtils.capitalize(name));
    }
    super.keep(task, fields, submission);
    if (task.form().equals(NOMINATION) && exchanges(task.caseNumber())) {
      keepPartner(task.caseNumber(), postings.get(submission.text("exchangeWith")));
    }
  }

  /** Whoever posts are exchanged with is the successor, and goes where that one comes from. */
  private void keepPartner(String caseNumber, Posting partner) {
    Map<String, Object> successor = new HashMap<>(
        Map.of("successorName", partner.name(), "successorNumber", partner.personNumber(), "successorKind", partner.status()));
    successor.put("successorAccount", partner.account());
    change(caseNumber, successor);
  }

  /** @param named how the form calls what the first handover calls so */
  private static void refuseHandover(Posting posting, Submission handover, UnaryOperator<String> named) {
    boolean present = Giver.PRESENT.name().equals(handover.text(named.apply("giver")));
    String seen = handover.text(named.apply("witnesses"));
    Set<String> witnesses = seen == null ? Set.of() : Set.copyOf(List.of(seen.split("[、，,；;\\s]+")).stream().distinct().toList());
    if (!present && witnesses.size() < 2) {
      throw new RefusedException("TWO_WITNESSES", "移交人不能到场的，请填写两名见证人的姓名，中间用顿号隔开。", CLAUSE);
    }
    String supervisor = Objects.toString(handover.text(named.apply("supervisor")), "");
    String recipient = Objects.toString(handover.text(named.apply("recipient")), "");
    if (supervisor.equals(recipient) || supervisor.equals(posting.name()) || recipient.equals(posting.name())
        || witnesses.contains(supervisor) || witnesses.contains(recipient)) {
      throw new RefusedException("ONE_PERSON_TWICE", "移交人、接收人、监交人和见证人应当是不同的人，请改正。", CLAUSE);
    }
    BigDecimal difference = handover.amount(named.apply("countedAmount")).subtract(handover.amount(named.apply("bookedAmount")));
    if (difference.signum() != 0 && handover.text(named.apply("auditReportNumber")) == null) {
      throw new RefusedException("DIFFERENCE_NOT_REPORTED",
          "清点比账面%s%s，请先查明并向审计部门报告，填写报告文号后再办理交接。".formatted(difference.signum() < 0 ? "少" : "多", InWords.yuan(difference.abs())), CLAUSE);
    }
  }
}
