package cn.gov.officecleanup.procedure.inspection;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocumentProperties;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.document.Visit;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficialBodies;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.inspection.InspectionVisit.StatementState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The documents of an inspection (C14): the notice for the door, the statement of facts, the letter that feeds back. */
@Component
public class InspectionPapers {

  private final InspectionPlans plans;
  private final InspectionVisits visits;
  private final InspectionFindings findings;
  private final CaseFiles cases;
  private final OfficeRegister register;
  private final OfficialBodies bodies;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final OfficialDocumentProperties properties;
  private final CaseDocuments filed;
  private final Clock clock;

  InspectionPapers(InspectionPlans plans, InspectionVisits visits, InspectionFindings findings, CaseFiles cases, OfficeRegister register,
      OfficialBodies bodies, DocumentNumbers numbers, OfficialDocuments documents, OfficialDocumentProperties properties,
      CaseDocuments filed, Clock clock) {
    this.plans = plans;
    this.visits = visits;
    this.findings = findings;
    this.cases = cases;
    this.register = register;
    this.bodies = bodies;
    this.numbers = numbers;
    this.documents = documents;
    this.properties = properties;
    this.filed = filed;
    this.clock = clock;
  }

  /** Files the plan of a year; the model asks for this. */
  public void issuePlan(String caseNumber) {
    String number = numbers.issue(caseNumber, bureau(), today().getYear());
    file(caseNumber, OfficialTemplate.INSPECTION_PLAN, number, plan(caseNumber, Map.of(), number));
    plans.signed(caseNumber, number);
  }

  /** @return .docx: the plan as it would be issued, with what is typed */
  byte[] draftPlan(String caseNumber, Map<String, String> typed) {
    return plan(caseNumber, typed, numbers.draft(bureau(), today().getYear()));
  }

  private byte[] plan(String caseNumber, Map<String, String> typed, String number) {
    InspectionPlan plan = plans.get(caseNumber);
    String purpose = typed.getOrDefault("purpose", Objects.toString(plan.purpose(), ""));
    return documents.inspectionPlan(new Visit.Plan(number, today(), bodies.bureau(), plan.planYear(), purpose, plan.seed(),
        drawn(caseNumber, Occasion.RISK), drawn(caseNumber, Occasion.CHANCE)));
  }

  private List<String> drawn(String caseNumber, Occasion occasion) {
    return plans.inspectedBy(caseNumber)
        .stream()
        .filter(office -> office.occasion() == occasion)
        .map(office -> register.get(office.officeId()).name() + (occasion == Occasion.RISK ? "（%s）".formatted(office.reasons()) : ""))
        .toList();
  }

  /** Files the notice that the team shows at the door; the model asks for this. */
  public void issueNotice(String caseNumber) {
    String number = numbers.issue(caseNumber, bureau(), today().getYear());
    file(caseNumber, OfficialTemplate.INSPECTION_NOTICE, number, notice(caseNumber, Map.of(), number));
    visits.noticed(caseNumber, number);
  }

  /** Files the statement of facts; the model asks for this. */
  public void issueStatement(String caseNumber) {
    InspectionVisit visit = visits.get(caseNumber);
    file(caseNumber, OfficialTemplate.INSPECTION_STATEMENT, caseNumber,
        documents.inspectionStatement(new Visit.Statement(caseNumber, today(), visit(visit), InspectionVisits.arrival(visit),
            InWords.day(visit.leftOn()), visit.hostPerson(), findings.of(caseNumber).stream().map(InspectionPapers::fact).toList(),
            visit.statementState() == StatementState.SIGNED ? "被巡查单位已经签字确认。"
                : "被巡查单位拒绝签字，理由：%s".formatted(Objects.toString(visit.refusalReason(), "")))));
  }

  /** Serves the letter that feeds back, from which deadlines run; the model asks for this. */
  public void issueFeedback(String caseNumber) {
    String number = numbers.issue(caseNumber, bureau(), today().getYear());
    findings.served(caseNumber, today());
    visits.served(caseNumber, number, today());
    file(caseNumber, OfficialTemplate.INSPECTION_FEEDBACK, number, feedback(caseNumber, Map.of(), number));
  }

  /** @return full name of the bureau, which issues all of them */
  String bureau() {
    return bodies.bureau().title();
  }

  /**
   * @param typed what is filled into the form and not handed in yet, by field
   * @return .docx: the notice as it would be issued
   */
  byte[] draftNotice(String caseNumber, Map<String, String> typed) {
    return notice(caseNumber, typed, numbers.draft(bureau(), today().getYear()));
  }

  /** @return .docx: the letter as it would be issued, with what is typed */
  byte[] draftFeedback(String caseNumber, Map<String, String> typed) {
    return feedback(caseNumber, typed, numbers.draft(bureau(), today().getYear()));
  }

  private byte[] notice(String caseNumber, Map<String, String> typed, String number) {
    InspectionVisit visit = visits.get(caseNumber);
    String scope = typed.getOrDefault("scope", Objects.toString(visit.scope(), ""));
    return documents.inspectionNotice(new Visit.Notice(number, today(), bodies.bureau(), visit(visit), scope));
  }

  private byte[] feedback(String caseNumber, Map<String, String> typed, String number) {
    InspectionVisit visit = visits.get(caseNumber);
    List<Visit.Demand> demands = findings.of(caseNumber)
        .stream()
        .map(found -> new Visit.Demand(fact(found), Objects.toString(found.measure(), "　　"),
            found.dueOn() == null ? found.urgency() == null ? null : findings.dueOn(found.urgency(), today()) : found.dueOn()))
        .toList();
    return documents.inspectionFeedback(new Visit.Feedback(number, today(), bodies.bureau(),
        bodies.government(cases.get(caseNumber).governmentCode()), visit(visit), InspectionVisits.arrival(visit),
        InWords.day(visit.leftOn()), typed.getOrDefault("conclusion", Objects.toString(visit.conclusion(), "")), demands,
        properties.copiesOf(OfficialTemplate.INSPECTION_FEEDBACK)));
  }

  private Visit visit(InspectionVisit visit) {
    return new Visit(register.get(visit.officeId()).name(), visits.namesOf(visit));
  }

  private static String fact(InspectionFinding found) {
    return "%s：%s；不符合%s的规定%s".formatted(found.kind().label(), withoutFullStop(found.fact()), found.ruleBroken(),
        found.amount().signum() == 0 ? "" : "，涉及金额%s".formatted(InWords.yuan(found.amount())));
  }

  private void file(String caseNumber, OfficialTemplate template, String number, byte[] docx) {
    filed.store(new NewDocument(caseNumber, cases.get(caseNumber).governmentCode(), template.name(),
        "%s %s.docx".formatted(number, template.label()), docx, CaseFiles.SYSTEM).issuedBy(bureau()));
  }

  private static String withoutFullStop(String words) {
    return words.strip().replaceFirst("[。.；;]+$", "");
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
