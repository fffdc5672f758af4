package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DisposalReply;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialBody;
import cn.gov.officecleanup.mechanism.document.OfficialDocumentProperties;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.document.OfficialTemplate;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.register.OfficialBodies;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C6, C7 (A2): the approval is noted in the ledger and told in a letter (函): by the finance department to the sending government's office,
 * or by this to the finance department, where the sending government approves for its own office.
 */
@Component
class IssuingDisposalReply implements JavaDelegate {

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Disposals disposals;
  private final DisposalEntries entries;
  private final OfficialBodies bodies;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final DisposalProperties properties;
  private final OfficialDocumentProperties official;
  private final Clock clock;

  IssuingDisposalReply(CaseFiles cases, OfficeRegister register, Disposals disposals, DisposalEntries entries, OfficialBodies bodies,
      DocumentNumbers numbers, OfficialDocuments documents, CaseDocuments filed, DisposalProperties properties,
      OfficialDocumentProperties official, Clock clock) {
    this.cases = cases;
    this.register = register;
    this.disposals = disposals;
    this.entries = entries;
    this.bodies = bodies;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.properties = properties;
    this.official = official;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    CaseFile file = cases.get(caseNumber);
    Disposal disposal = disposals.get(caseNumber);
    String number = numbers.issue(caseNumber, issuer(caseNumber).title(), LocalDate.now(clock).getYear());
    disposals.approve(caseNumber, number);
    filed.store(new NewDocument(caseNumber, file.governmentCode(), "REPLY", "%s 同意处置资产的函.docx".formatted(number),
        documents.disposalReply(reply(file, disposal, number)), CaseFiles.SYSTEM).issuedBy(issuer(caseNumber).title()));
    entries.note(disposal, LedgerStep.APPROVED, number, disposal.proposal().method().label());
  }

  /** @return .docx: the reply as it would be issued */
  byte[] draft(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    String number = numbers.draft(issuer(caseNumber).title(), LocalDate.now(clock).getYear());
    return documents.disposalReply(reply(file, disposals.get(caseNumber), number));
  }

  /** @return who tells of the approval */
  OfficialBody issuer(String caseNumber) {
    String code = cases.get(caseNumber).governmentCode();
    return disposals.needsFinance(caseNumber) ? bodies.finance(code) : bodies.office(code);
  }

  private OfficialBody addressee(String caseNumber) {
    String code = cases.get(caseNumber).governmentCode();
    return disposals.needsFinance(caseNumber) ? bodies.office(code) : bodies.finance(code);
  }

  private DisposalReply reply(CaseFile file, Disposal disposal, String number) {
    Disposal.Proposal proposal = disposal.proposal();
    Disposal.Appraisal appraisal = disposals.ruleOf(disposal).appraisal() ? disposal.appraisal() : null;
    return new DisposalReply(number, LocalDate.now(clock), issuer(file.caseNumber()), addressee(file.caseNumber()),
        bodies.government(file.governmentCode()).title(), register.get(file.officeId()).name(),
        disposals.assetsOf(disposal)
            .stream()
            .map(asset -> new DisposalReply.Asset(asset.assetNumber(), asset.kind().label(), asset.name(), asset.bookValue()))
            .toList(),
        proposal.method().label(), proposal.saleMode() == null ? null : proposal.saleMode().label(), proposal.receiver(),
        appraisal == null ? null
            : new DisposalReply.Appraisal(appraisal.agency(), appraisal.report(), appraisal.referenceDate(), appraisal.value(),
                properties.lowestPercent(), disposals.floorOf(disposal)),
        properties.basis(), official.copiesOf(OfficialTemplate.DISPOSAL_REPLY));
  }
}
