package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The forms of a disposal (C6, C7); what counts of them goes into the ledger at once. */
@Component
class DisposalForms implements FormContent {

  private static final String PROPOSAL = "disposal-proposal";
  private static final String APPRAISAL = "disposal-appraisal";
  private static final String ENDORSEMENT = "disposal-endorsement";
  private static final String APPROVAL = "disposal-approval";
  private static final String LISTING = "disposal-listing";
  private static final String BIDDING = "disposal-bidding";
  private static final String RELISTING = "disposal-relisting";
  private static final String EXECUTION = "disposal-execution";
  private static final String PRICE_APPROVAL = "disposal-price-approval";
  private static final String RECEIPT = "disposal-receipt";
  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final CaseFindings findings;
  private final Proofs proofs;
  private final PublicSale publicSale;

  DisposalForms(Disposals disposals, AssetLedger ledger, CaseFindings findings, Proofs proofs, PublicSale publicSale) {
    this.disposals = disposals;
    this.ledger = ledger;
    this.findings = findings;
    this.proofs = proofs;
    this.publicSale = publicSale;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PROPOSAL, APPRAISAL, ENDORSEMENT, APPROVAL, LISTING, BIDDING, RELISTING, EXECUTION, PRICE_APPROVAL, RECEIPT);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    Disposal disposal = disposals.get(task.caseNumber());
    if (task.form().equals(BIDDING)) {
      return Map.of("biddingEndsOn", disposal.biddingEndsOn());
    }
    if (task.form().equals(RECEIPT)) {
      return Map.of("carriedOutOn", disposal.carriedOutOn());
    }
    // who is to receive it mostly does
    return task.form().equals(EXECUTION) && disposal.execution() == null && disposal.receiver() != null
        ? Map.of("partner", disposal.receiver())
        : Map.of();
  }

  @Override
  public Set<String> keeps() {
    return Set.of("receipts");
  }

  @Override
  public void keep(FormTask task, Submission submission) {
    Disposal disposal = disposals.get(task.caseNumber());
    switch (task.form()) {
      case PROPOSAL -> propose(disposal, submission);
      case APPRAISAL -> appraise(disposal, submission);
      case ENDORSEMENT, APPROVAL -> noteReturn(disposal, task, submission, "return");
      case LISTING -> publicSale.mustBeAnnounced(disposal, submission);
      case BIDDING -> noteBidding(disposal, submission);
      case RELISTING -> publicSale.mustBeLoweredLawfully(disposal, submission);
      case EXECUTION -> mustBeAsApproved(disposal, submission);
      case PRICE_APPROVAL -> decidePrice(disposal, task, submission);
      case RECEIPT -> receive(disposal, submission);
      default -> throw new IllegalArgumentException(task.form());
    }
  }

  private void propose(Disposal disposal, Submission submission) {
    DisposalMethod method = DisposalMethod.valueOf(submission.text("method"));
    SaleMode saleMode = method == DisposalMethod.SALE ? SaleMode.valueOf(submission.text("saleMode")) : null;
    disposals.endListing(disposal.caseNumber());
    ledger.record(disposal.assetId(), LedgerStep.PROPOSED, NOTHING, disposal.caseNumber(), null,
        method.label() + (saleMode == null ? "" : "（" + saleMode.label() + "）"));
  }

  private void appraise(Disposal disposal, Submission submission) {
    findings.settle(disposal.caseNumber());
    ledger.record(disposal.assetId(), LedgerStep.APPRAISED, submission.amount("appraisedValue"), disposal.caseNumber(),
        proofs.inWords(disposal.caseNumber(), Set.of(Proofs.Owed.APPRAISAL), ProofKind.APPRAISAL_REPORT),
        submission.text("agency") + " " + submission.text("report"));
  }

  private void noteReturn(Disposal disposal, FormTask task, Submission submission, String refusing) {
    if (refusing.equals(submission.text(Submission.DECISION))) {
      ledger.record(disposal.assetId(), LedgerStep.REFUSED, NOTHING, disposal.caseNumber(), null,
          task.name() + "：" + submission.text(Submission.OPINION));
    }
  }

  private void noteBidding(Disposal disposal, Submission submission) {
    if (!"sold".equals(submission.text(Submission.DECISION))) {
      disposals.noteFailure(disposal);
    }
  }

  private void mustBeAsApproved(Disposal disposal, Submission submission) {
    Disposal.Proposal approved = disposal.proposal();
    String saleMode = approved.saleMode() == null ? null : approved.saleMode().name();
    if (!approved.method().name().equals(submission.text("method")) || saleMode != null && !saleMode.equals(submission.text("saleMode"))) {
      throw new RefusedException("METHOD_DIFFERS", "处置方式应与批准的方式（%s）一致，不能在实施时变更。".formatted(approved.method().label()), "A2");
    }
  }

  private void decidePrice(Disposal disposal, FormTask task, Submission submission) {
    noteReturn(disposal, task, submission, "refuse");
    if ("approve".equals(submission.text(Submission.DECISION))) {
      disposals.confirm(disposal);
      ledger.record(disposal.assetId(), LedgerStep.APPROVED, NOTHING, disposal.caseNumber(), null,
          "同意以%s成交%s：%s".formatted(InWords.yuan(disposal.yield()), disposal.fees() == null ? "" : "，扣除税费" + InWords.yuan(disposal.fees()),
              submission.text(Submission.OPINION)));
    }
  }

  private void receive(Disposal disposal, Submission submission) {
    String document = proofs.inWords(disposal.caseNumber(), Set.of(Proofs.Owed.RECEIPT), ProofKind.RECEIPT);
    for (Submission row : submission.rows("receipts")) {
      ledger.receive(disposal.assetId(), row.amount("amount"), row.text("receiptNumber"), disposal.caseNumber(), document,
          "%s，电子缴款书%s".formatted(InWords.day(row.day("receivedOn")), row.text("paymentSlip")));
    }
  }
}
