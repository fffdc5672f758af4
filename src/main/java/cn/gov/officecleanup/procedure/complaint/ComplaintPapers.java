package cn.gov.officecleanup.procedure.complaint;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.deadline.Terms;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialBody;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.PetitionLetter;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.province.Province;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficialBodies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The documents of a complaint (C14). They are addressed by the case's number alone: whoever sends one off looks up to whom, and none is
 * drawn up for somebody whom it cannot reach.
 */
@Component
public class ComplaintPapers {

  private final Complaints complaints;
  private final CaseFiles cases;
  private final OfficialBodies bodies;
  private final Governments governments;
  private final Province province;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final Terms terms;
  private final Clock clock;

  ComplaintPapers(Complaints complaints, CaseFiles cases, OfficialBodies bodies, Governments governments, Province province,
      DocumentNumbers numbers, OfficialDocuments documents, CaseDocuments filed, Terms terms, Clock clock) {
    this.complaints = complaints;
    this.cases = cases;
    this.bodies = bodies;
    this.governments = governments;
    this.province = province;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.terms = terms;
    this.clock = clock;
  }

  /** Files the notice that a complaint is accepted, once; the model asks for this. */
  public void issueAcceptance(String caseNumber) {
    Complaint complaint = complaints.get(caseNumber);
    if (complaints.isReachable(caseNumber)
        && filed.list(caseNumber).stream().noneMatch(document -> document.kind().equals(OfficialTemplate.COMPLAINT_ACCEPTANCE.name()))) {
      OfficialBody issuer = body(Complaints.bodyOf(complaint));
      file(caseNumber, OfficialTemplate.COMPLAINT_ACCEPTANCE, issuer, caseNumber,
          documents.complaintAcceptance(
              new PetitionLetter.Acceptance(letter(caseNumber, caseNumber, issuer, complaint), body(complaint.handlingGroup()).title(),
                  complaint.isRequest() ? terms.lastDay("complaint-handling", complaint.acceptedOn()) : null)));
    }
  }

  /** Files the notice that a complaint is not accepted; the model asks for this. */
  public void issueRefusal(String caseNumber) {
    if (complaints.isReachable(caseNumber)) {
      Complaint complaint = complaints.get(caseNumber);
      OfficialBody issuer = body(Complaints.bodyOf(complaint));
      file(caseNumber, OfficialTemplate.COMPLAINT_REFUSAL, issuer, caseNumber,
          documents.complaintRefusal(new PetitionLetter.Refusal(letter(caseNumber, caseNumber, issuer, complaint),
              complaint.notAcceptedReason(), complaint.otherWay())));
    }
  }

  /** Files the reply that its leader signed; the model asks for this. */
  public void issueReply(String caseNumber) {
    String number = numbers.issue(caseNumber, issuer(caseNumber), today().getYear());
    complaints.replied(caseNumber, number);
    file(caseNumber, OfficialTemplate.COMPLAINT_REPLY, body(complaints.get(caseNumber).handlingGroup()), number,
        reply(caseNumber, Map.of(), number));
  }

  /** @return .docx: the reply as it would be issued, with what is typed */
  byte[] draftReply(String caseNumber, Map<String, String> typed) {
    return reply(caseNumber, typed, numbers.draft(issuer(caseNumber), today().getYear()));
  }

  private byte[] reply(String caseNumber, Map<String, String> typed, String number) {
    Complaint complaint = complaints.get(caseNumber);
    OfficialBody issuer = body(complaint.handlingGroup());
    return documents.complaintReply(new PetitionLetter.Reply(letter(number, caseNumber, issuer, complaint), complaint.passedOn(),
        typed.getOrDefault("facts", Objects.toString(complaint.facts(), "")),
        typed.getOrDefault("handlingOpinion", Objects.toString(complaint.handlingOpinion(), "")),
        typed.getOrDefault("legalBasis", Objects.toString(complaint.legalBasis(), "")),
        complaint.isRequest() ? reviewer(complaint.handlingGroup()) : null));
  }

  private PetitionLetter letter(String number, String caseNumber, OfficialBody issuer, Complaint complaint) {
    return new PetitionLetter(number, today(), issuer, caseNumber, complaint.receivedOn());
  }

  /** @return full name of the body that handles the complaint and so issues its reply */
  String issuer(String caseNumber) {
    return body(complaints.get(caseNumber).handlingGroup()).title();
  }

  private OfficialBody body(String group) {
    return group.equals(Groups.PROVINCIAL_BUREAU) ? bodies.bureau() : bodies.government(complaints.governmentOf(group));
  }

  /** @return full name of the next higher body, which reviews what this one decided */
  private String reviewer(String group) {
    String superior = group.equals(Groups.PROVINCIAL_BUREAU) ? province.code()
        : governments.get(complaints.governmentOf(group)).superiorCode();
    return superior == null ? "上一级机关" : bodies.government(superior).title();
  }

  private void file(String caseNumber, OfficialTemplate template, OfficialBody issuer, String number, byte[] docx) {
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), template.name(),
        "%s %s.docx".formatted(number, template.label()), docx, CaseFiles.SYSTEM).issuedBy(issuer.title()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
