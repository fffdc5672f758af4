package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an official reads about the asset: what it is, what is proposed, what the rules demand, what became of it so far. */
@Component
@Order(2)
class DisposalFacts implements CaseFacts {

  private static final String PROCEDURE = "asset-disposal";
  private static final String ASSET = "资产";
  private static final String PROPOSAL = "处置方案";
  private static final String EXECUTION = "处置实施";

  private final Disposals disposals;
  private final AssetLedger ledger;
  private final Clock clock;

  DisposalFacts(Disposals disposals, AssetLedger ledger, Clock clock) {
    this.disposals = disposals;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (!PROCEDURE.equals(file.procedureKey())) {
      return List.of();
    }
    Disposal disposal = disposals.get(file.caseNumber());
    FrozenAsset asset = ledger.get(disposal.assetId());
    List<Fact> facts = new ArrayList<>();
    CaseFacts.add(facts, ASSET, "编号和名称", asset.assetNumber() + " " + asset.name());
    CaseFacts.add(facts, ASSET, "类别", asset.kind().label());
    CaseFacts.add(facts, ASSET, "账面值", CaseFacts.yuan(asset.bookValue()));
    CaseFacts.add(facts, ASSET, "盘点情况", asset.missing() ? "盘亏：" + asset.explanation()
        : asset.origin() == FrozenAsset.Origin.SURPLUS ? "盘盈：" + asset.explanation() : asset.explanation());
    if (disposal.proposal() != null) {
      addProposal(facts, disposal);
    }
    if (disposal.execution() != null) {
      addExecution(facts, disposal);
    }
    CaseFacts.add(facts, "资产台账", "记录", ledger.entriesOf(asset.id()).stream().map(this::line).collect(Collectors.joining("\n")));
    return facts;
  }

  private void addProposal(List<Fact> facts, Disposal disposal) {
    Disposal.Proposal proposal = disposal.proposal();
    CaseFacts.add(facts, PROPOSAL, "处置方式", proposal.method().label() + (proposal.saleMode() == null ? "" : "（" + proposal.saleMode().label() + "）"));
    CaseFacts.add(facts, PROPOSAL, "接收单位", proposal.receiver());
    CaseFacts.add(facts, PROPOSAL, "权属", proposal.titleState().label());
    CaseFacts.add(facts, PROPOSAL, "理由", proposal.reasons());
    DisposalRule rule = disposals.ruleOf(disposal);
    CaseFacts.add(facts, PROPOSAL, "适用规则", "%s（%s）".formatted(rule.reason(), Clauses.cited(rule.clause())));
    Disposal.Appraisal appraisal = disposal.appraisal();
    if (appraisal != null) {
      CaseFacts.add(facts, PROPOSAL, "评估", "%s（%s）%s，基准日%s，评估价%s".formatted(appraisal.agency(), appraisal.licence(), appraisal.report(),
          CaseFacts.day(appraisal.referenceDate()), CaseFacts.yuan(appraisal.value())));
      CaseFacts.add(facts, PROPOSAL, "成交价底线", CaseFacts.yuan(disposals.floorOf(disposal)));
    }
    CaseFacts.add(facts, PROPOSAL, "批复", disposal.replyNumber());
  }

  private void addExecution(List<Fact> facts, Disposal disposal) {
    Disposal.Execution execution = disposal.execution();
    CaseFacts.add(facts, EXECUTION, "受让人或者接收单位", execution.partner());
    CaseFacts.add(facts, EXECUTION, "法定代表人或者实际控制人", execution.representative());
    CaseFacts.add(facts, EXECUTION, "日期", CaseFacts.day(execution.on()));
    CaseFacts.add(facts, EXECUTION, "价款", execution.price() == null ? null : CaseFacts.yuan(execution.price()));
    CaseFacts.add(facts, EXECUTION, "扣除税费", execution.fees() == null ? null : CaseFacts.yuan(execution.fees()));
    CaseFacts.add(facts, EXECUTION, "换入资产评估价", execution.receivedValue() == null ? null : CaseFacts.yuan(execution.receivedValue()));
    CaseFacts.add(facts, EXECUTION, "交易机构和公告", execution.venue() == null ? null : execution.venue() + " " + execution.announcement());
    CaseFacts.add(facts, EXECUTION, "利害关系披露", execution.disclosed() ? "已披露" : null);
    CaseFacts.add(facts, EXECUTION, "重新批准的价款", disposal.approvedPrice() == null ? null : CaseFacts.yuan(disposal.approvedPrice()));
    BigDecimal outstanding = ledger.outstandingOf(disposal.assetId());
    CaseFacts.add(facts, EXECUTION, "尚未缴库", outstanding.signum() == 0 ? null : CaseFacts.yuan(outstanding));
  }

  private String line(LedgerEntry entry) {
    return "%d. %s %s%s%s %s".formatted(entry.entryNumber(), CaseFacts.day(entry.recordedAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
        entry.step().label(), entry.amount().signum() == 0 ? "" : " " + CaseFacts.yuan(entry.amount()),
        entry.receiptNumber() == null ? "" : " 票据号" + entry.receiptNumber(), entry.userName());
  }
}
