package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.DisposalReply;
import cn.gov.officecleanup.mechanism.document.DocumentNumbers;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.document.OfficialDocuments;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.register.Government;
import cn.gov.officecleanup.mechanism.register.Governments;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** C6, C7 (A2): the approval is noted in the ledger and issued as a reply (批复), by the finance department or the sending government. */
@Component
class IssuingDisposalReply implements JavaDelegate {

  /** since when the State Council's regulation is in force; before it the ministry's measures were */
  private static final LocalDate REGULATION_SINCE = LocalDate.of(2021, 4, 1);

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Disposals disposals;
  private final AssetLedger ledger;
  private final Governments governments;
  private final DocumentNumbers numbers;
  private final OfficialDocuments documents;
  private final CaseDocuments filed;
  private final DisposalProperties properties;
  private final Clock clock;

  IssuingDisposalReply(CaseFiles cases, OfficeRegister register, Disposals disposals, AssetLedger ledger, Governments governments,
      DocumentNumbers numbers, OfficialDocuments documents, CaseDocuments filed, DisposalProperties properties, Clock clock) {
    this.cases = cases;
    this.register = register;
    this.disposals = disposals;
    this.ledger = ledger;
    this.governments = governments;
    this.numbers = numbers;
    this.documents = documents;
    this.filed = filed;
    this.properties = properties;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseNumber = execution.getProcessBusinessKey();
    CaseFile file = cases.get(caseNumber);
    Disposal disposal = disposals.get(caseNumber);
    String number = numbers.next(prefix(file), LocalDate.now(clock).getYear());
    disposals.approve(caseNumber, number);
    filed.store(new NewDocument(caseNumber, file.governmentCode(), "REPLY", "%s 资产处置批复.docx".formatted(number),
        documents.disposalReply(reply(file, disposal, number)), CaseFiles.SYSTEM));
    ledger.record(disposal.assetId(), LedgerStep.APPROVED, new BigDecimal("0.00"), caseNumber, number,
        disposal.proposal().method().label());
  }

  /** @return .docx: the reply as it would be issued */
  byte[] draft(String caseNumber) {
    CaseFile file = cases.get(caseNumber);
    return documents
        .disposalReply(reply(file, disposals.get(caseNumber), DocumentNumbers.unnumbered(prefix(file), LocalDate.now(clock).getYear())));
  }

  private String prefix(CaseFile file) {
    return governments.get(file.governmentCode()).name() + (disposals.needsFinance(file.caseNumber()) ? "财资" : "资");
  }

  private DisposalReply reply(CaseFile file, Disposal disposal, String number) {
    Government government = governments.get(file.governmentCode());
    boolean finance = disposals.needsFinance(file.caseNumber());
    FrozenAsset asset = ledger.get(disposal.assetId());
    Disposal.Proposal proposal = disposal.proposal();
    Disposal.Appraisal appraisal = disposals.ruleOf(disposal).appraisal() ? disposal.appraisal() : null;
    return new DisposalReply(number, LocalDate.now(clock), finance ? government.name() + "财政局" : government.title(),
        government.title() + "办公室", register.get(file.officeId()).name(),
        new DisposalReply.Asset(asset.assetNumber(), asset.kind().label(), asset.name(), asset.bookValue()), proposal.method().label(),
        proposal.saleMode() == null ? null : proposal.saleMode().label(), proposal.receiver(),
        appraisal == null ? null
            : new DisposalReply.Appraisal(appraisal.agency(), appraisal.report(), appraisal.referenceDate(), appraisal.value(),
                properties.lowestPercent(), disposals.floorOf(disposal)),
        rulesOn(LocalDate.now(clock)));
  }

  /** @return what an approval of that day rests on, without full stop */
  private static String rulesOn(LocalDate day) {
    return day.isBefore(REGULATION_SINCE) ? "《地方行政单位国有资产处置管理暂行办法》（财行〔2014〕228号）的有关规定" : "《行政事业性国有资产管理条例》（国务院令第738号）的有关规定";
  }
}
