package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.DisposalMethod;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** C6, C7 (A3, A4, A6, A8): the disposal was carried out as approved, in the open where it was a sale, and each part of it is proved. */
@Component
class ExecutionProved extends Check {

  private static final Set<AssetKind> REGISTERED = EnumSet.of(AssetKind.LAND, AssetKind.HOUSE, AssetKind.VEHICLE, AssetKind.EQUITY);

  private final Disposals disposals;
  private final Proofs proofs;
  private final AppraisalValid appraisalValid;
  private final AssetLedger ledger;
  private final Clock clock;

  ExecutionProved(CaseFindings findings, Disposals disposals, Proofs proofs, AppraisalValid appraisalValid, AssetLedger ledger,
      Clock clock) {
    super(findings);
    this.disposals = disposals;
    this.proofs = proofs;
    this.appraisalValid = appraisalValid;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Disposal disposal = disposals.get(caseNumber);
    FrozenAsset asset = ledger.get(disposal.assetId());
    List<Finding> findings = new ArrayList<>();
    checkDay(disposal, asset, findings);
    checkDeal(disposal, asset, findings);
    checkFees(disposal, findings);
    neededProofs(disposal.proposal().method(), asset.kind()).stream()
        .filter(kind -> !proofs.attached(caseNumber, Proofs.Owed.EXECUTION, kind))
        .forEach(kind -> findings.add(new Finding("PROOF_MISSING", "缺少%s，请上传后重新提交。".formatted(kind.label()),
            kind == ProofKind.DEREGISTRATION || kind == ProofKind.DISMANTLER_CERTIFICATE ? "A8" : "C6")));
    return findings;
  }

  private void checkDay(Disposal disposal, FrozenAsset asset, List<Finding> findings) {
    LocalDate on = disposal.execution().on();
    LocalDate frozen = ledger.frozenAt(asset.caseNumber()).atZoneSameInstant(clock.getZone()).toLocalDate();
    if (on.isBefore(frozen)) {
      findings.add(new Finding("DAY_IMPOSSIBLE", "处置日期不能早于资产冻结之日（%s），请核对。冻结后的资产只能经本程序处置。".formatted(InWords.day(frozen)), "C7"));
    } else if (disposal.biddingHeldOn() != null && on.isBefore(disposal.biddingHeldOn())) {
      findings.add(new Finding("DAY_IMPOSSIBLE", "处置日期不能早于竞价之日（%s），请核对。".formatted(InWords.day(disposal.biddingHeldOn())), "A4"));
    }
  }

  private void checkDeal(Disposal disposal, FrozenAsset asset, List<Finding> findings) {
    Disposal.Execution execution = disposal.execution();
    switch (disposal.proposal().method()) {
      case TRANSFER, DONATION, ASSUMPTION, RETURN -> {
        if (!Objects.equals(execution.partner(), disposal.proposal().receiver())) {
          findings.add(new Finding("RECEIVER_DIFFERS",
              "接收单位“%s”与批准的接收单位“%s”不一致，请核对。".formatted(execution.partner(), disposal.proposal().receiver()), "A2"));
        }
      }
      case SALE, EXCHANGE -> {
        if (disposal.proposal().method() == DisposalMethod.SALE && disposal.proposal().saleMode().open()
            && (execution.venue() == null || execution.announcement() == null)) {
          findings
              .add(new Finding("NOT_IN_THE_OPEN", "批准的方式为%s，应公开进行，请填写交易机构和公告编号。".formatted(disposal.proposal().saleMode().label()), "A4"));
        }
        if (disposal.reservePrice() != null && disposal.yield().compareTo(disposal.reservePrice()) < 0) {
          findings.add(new Finding("PRICE_BELOW_RESERVE",
              "成交价%s低于公告的起始价%s，请核对；无人应价的，应当重新挂牌。".formatted(InWords.yuan(execution.price()), InWords.yuan(disposal.reservePrice())), "A4"));
        }
        if (!appraisalValid.isValid(disposal.appraisal(), execution.on())) {
          findings.add(new Finding("APPRAISAL_EXPIRED", "成交之日评估报告已过有效期，该成交不能采用，请重新评估后再成交。", "A3"));
        }
      }
      case REMITTANCE -> {
        if (asset.kind() == AssetKind.CASH && disposal.proceeds().compareTo(asset.bookValue()) < 0) {
          findings.add(new Finding("REMITTANCE_SHORT",
              "上缴金额%s少于账面值%s，应全额上缴。".formatted(InWords.yuan(disposal.proceeds()), InWords.yuan(asset.bookValue())), "C7"));
        }
      }
      case SCRAP, WRITE_OFF, TAKE_BACK, DEMOLITION, LIQUIDATION, SETTLEMENT -> {
      }
    }
  }

  /** Deductions are proved; beyond the usual share finance confirms them. */
  private void checkFees(Disposal disposal, List<Finding> findings) {
    BigDecimal fees = disposal.execution().fees();
    if (fees == null || fees.signum() == 0) {
      return;
    }
    if (!proofs.attached(disposal.caseNumber(), Proofs.Owed.EXECUTION, ProofKind.FEE_VOUCHER)) {
      findings.add(new Finding("FEES_UNPROVED", "扣除税费%s，缺少税费凭证，请上传后重新提交。".formatted(InWords.yuan(fees)), "A6"));
    }
  }

  private static List<ProofKind> neededProofs(DisposalMethod method, AssetKind kind) {
    List<ProofKind> needed = new ArrayList<>();
    if (REGISTERED.contains(kind) && method != DisposalMethod.WRITE_OFF) {
      needed.add(ProofKind.DEREGISTRATION);
    }
    if (kind == AssetKind.VEHICLE && method == DisposalMethod.SCRAP) {
      needed.add(ProofKind.DISMANTLER_CERTIFICATE);
    }
    return needed;
  }
}
