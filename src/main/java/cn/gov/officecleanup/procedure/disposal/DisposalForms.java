package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private static final String IN_LOT = "YES";

  private final Disposals disposals;
  private final DisposalEntries entries;
  private final Pooling pooling;
  private final Lots lots;
  private final CaseFindings findings;
  private final Proofs proofs;
  private final PublicSale publicSale;

  DisposalForms(Disposals disposals, DisposalEntries entries, Pooling pooling, Lots lots, CaseFindings findings, Proofs proofs,
      PublicSale publicSale) {
    this.disposals = disposals;
    this.entries = entries;
    this.pooling = pooling;
    this.lots = lots;
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
    if (task.form().equals(PROPOSAL)) {
      return poolable(disposal);
    }
    if (task.form().equals(APPRAISAL)) {
      return lotToAppraise(disposal);
    }
    // who is to receive it mostly does
    return task.form().equals(EXECUTION) && disposal.execution() == null && disposal.receiver() != null
        ? Map.of("partner", disposal.receiver())
        : Map.of();
  }

  @Override
  public Set<String> keeps() {
    return Set.of("receipts", "lot", "lotValues");
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
    pooling.pool(disposal, method == DisposalMethod.SALE ? lotIn(submission) : Set.of());
    entries.note(disposal, LedgerStep.PROPOSED, null, method.label() + (saleMode == null ? "" : "（" + saleMode.label() + "）"));
  }

  private static Set<String> lotIn(Submission submission) {
    return submission.rows("lot")
        .stream()
        .filter(row -> IN_LOT.equals(row.text("pooled")))
        .map(row -> row.text("assetNumber"))
        .collect(Collectors.toSet());
  }

  /** What may be sold with the asset, to be chosen from; nothing is shown where there is nothing. */
  private Map<String, Object> poolable(Disposal disposal) {
    List<FrozenAsset> offered = pooling.offered(disposal);
    Set<Long> joined = pooling.joined(disposal);
    return offered.isEmpty() ? Map.of()
        : Map.of("poolable", "%d项可以并入".formatted(offered.size()), "lot",
            offered.stream().map(asset -> row(asset, Map.of("pooled", joined.contains(asset.id()) ? IN_LOT : ""))).toList());
  }

  private Map<String, Object> lotToAppraise(Disposal disposal) {
    List<FrozenAsset> assets = disposals.assetsOf(disposal);
    return assets.size() == 1 ? Map.of()
        : Map.of("lotSize", "%d项".formatted(assets.size()), "lotValues", assets.stream().map(asset -> row(asset, Map.of())).toList());
  }

  private static Map<String, Object> row(FrozenAsset asset, Map<String, Object> more) {
    Map<String, Object> row = new HashMap<>(more);
    row.putAll(Map.of("assetNumber", asset.assetNumber(), "number", asset.assetNumber(), "name", asset.name(), "bookValue",
        asset.bookValue().toPlainString()));
    return row;
  }

  private void appraise(Disposal disposal, Submission submission) {
    Map<Long, BigDecimal> values = appraisedValues(disposal, submission);
    findings.settle(disposal.caseNumber());
    values.forEach(lots::appraise);
    entries.appraise(disposal, values, proofs.inWords(disposal.caseNumber(), Set.of(Proofs.Owed.APPRAISAL), ProofKind.APPRAISAL_REPORT),
        submission.text("agency") + " " + submission.text("report"));
  }

  /** @throws RefusedException when an asset of the lot has no value of its own, or their sum is not the value of the whole */
  private Map<Long, BigDecimal> appraisedValues(Disposal disposal, Submission submission) {
    BigDecimal whole = submission.amount("appraisedValue");
    List<FrozenAsset> assets = disposals.assetsOf(disposal);
    if (assets.size() == 1) {
      return Map.of(disposal.assetId(), whole);
    }
    Map<String, BigDecimal> given = submission.rows("lotValues")
        .stream()
        .collect(Collectors.toMap(row -> row.text("assetNumber"), row -> row.amount("value"), BigDecimal::add));
    Set<String> lot = assets.stream().map(FrozenAsset::assetNumber).collect(Collectors.toSet());
    if (!given.keySet().equals(lot)) {
      throw new RefusedException("LOT_VALUES_MISSING", "打包处置的%d项资产应当逐项填写评估价，请刷新页面后填写。".formatted(assets.size()), "A3");
    }
    BigDecimal sum = given.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(whole) != 0) {
      throw new RefusedException("LOT_VALUES_DIFFER", "各项资产评估价之和为%s，与评估价%s不符，请核对评估报告。".formatted(InWords.yuan(sum), InWords.yuan(whole)),
          "A3");
    }
    return assets.stream().collect(Collectors.toMap(FrozenAsset::id, asset -> given.get(asset.assetNumber())));
  }

  private void noteReturn(Disposal disposal, FormTask task, Submission submission, String refusing) {
    if (refusing.equals(submission.text(Submission.DECISION))) {
      entries.note(disposal, LedgerStep.REFUSED, null, task.name() + "：" + submission.text(Submission.OPINION));
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
      entries.note(disposal, LedgerStep.APPROVED, null, "同意以%s成交%s：%s".formatted(InWords.yuan(disposal.yield()),
          disposal.fees() == null ? "" : "，扣除税费" + InWords.yuan(disposal.fees()), submission.text(Submission.OPINION)));
    }
  }

  private void receive(Disposal disposal, Submission submission) {
    String document = proofs.inWords(disposal.caseNumber(), Set.of(Proofs.Owed.RECEIPT), ProofKind.RECEIPT);
    for (Submission row : submission.rows("receipts")) {
      entries.receive(disposal, row.amount("amount"), row.text("receiptNumber"), document,
          "%s，电子缴款书%s".formatted(InWords.day(row.day("receivedOn")), row.text("paymentSlip")));
    }
  }
}
