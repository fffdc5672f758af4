package cn.gov.henan.officecleanup.disposal;

import cn.gov.henan.officecleanup.casefile.CaseFacts;
import cn.gov.henan.officecleanup.casefile.CaseFile;
import cn.gov.henan.officecleanup.ledger.AssetLedger;
import cn.gov.henan.officecleanup.ledger.FrozenAsset;
import cn.gov.henan.officecleanup.ledger.LedgerEntry;
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
    add(facts, ASSET, "编号和名称", asset.assetNumber() + " " + asset.name());
    add(facts, ASSET, "类别", asset.kind().label());
    add(facts, ASSET, "账面值", yuan(asset.bookValue()));
    add(facts, ASSET, "盘点情况", asset.missing() ? "盘亏：" + asset.explanation()
        : asset.origin() == FrozenAsset.Origin.SURPLUS ? "盘盈：" + asset.explanation() : asset.explanation());
    if (disposal.proposal() != null) {
      addProposal(facts, disposal);
    }
    if (disposal.execution() != null) {
      addExecution(facts, disposal);
    }
    add(facts, "资产台账", "记录", ledger.entriesOf(asset.id()).stream().map(this::line).collect(Collectors.joining("\n")));
    return facts;
  }

  private void addProposal(List<Fact> facts, Disposal disposal) {
    Disposal.Proposal proposal = disposal.proposal();
    add(facts, PROPOSAL, "处置方式", proposal.method().label() + (proposal.saleMode() == null ? "" : "（" + proposal.saleMode().label() + "）"));
    add(facts, PROPOSAL, "接收单位", proposal.receiver());
    add(facts, PROPOSAL, "权属", proposal.titleState().label());
    add(facts, PROPOSAL, "理由", proposal.reasons());
    DisposalRule rule = disposals.ruleOf(disposal);
    add(facts, PROPOSAL, "适用规则", "%s（%s）".formatted(rule.reason(), rule.clause()));
    Disposal.Appraisal appraisal = disposal.appraisal();
    if (appraisal != null) {
      add(facts, PROPOSAL, "评估", "%s（%s）%s，基准日%s，评估价%s".formatted(appraisal.agency(), appraisal.licence(), appraisal.report(),
          CaseFacts.day(appraisal.referenceDate()), yuan(appraisal.value())));
      add(facts, PROPOSAL, "成交价底线", yuan(disposals.floorOf(disposal)));
    }
    add(facts, PROPOSAL, "批复", disposal.replyNumber());
  }

  private void addExecution(List<Fact> facts, Disposal disposal) {
    Disposal.Execution execution = disposal.execution();
    add(facts, EXECUTION, "受让人或者接收单位", execution.partner());
    add(facts, EXECUTION, "法定代表人或者实际控制人", execution.representative());
    add(facts, EXECUTION, "日期", CaseFacts.day(execution.on()));
    add(facts, EXECUTION, "价款", execution.price() == null ? null : yuan(execution.price()));
    add(facts, EXECUTION, "换入资产评估价", execution.receivedValue() == null ? null : yuan(execution.receivedValue()));
    add(facts, EXECUTION, "交易机构和公告", execution.venue() == null ? null : execution.venue() + " " + execution.announcement());
    add(facts, EXECUTION, "利害关系披露", execution.disclosed() ? "已披露" : null);
    add(facts, EXECUTION, "重新批准的价款", disposal.approvedPrice() == null ? null : yuan(disposal.approvedPrice()));
    BigDecimal outstanding = ledger.outstandingOf(disposal.assetId());
    add(facts, EXECUTION, "尚未缴库", outstanding.signum() == 0 ? null : yuan(outstanding));
  }

  private String line(LedgerEntry entry) {
    return "%d. %s %s%s%s %s".formatted(entry.entryNumber(), CaseFacts.day(entry.recordedAt().atZoneSameInstant(clock.getZone()).toLocalDate()),
        entry.step().label(), entry.amount().signum() == 0 ? "" : " " + yuan(entry.amount()),
        entry.receiptNumber() == null ? "" : " 票据号" + entry.receiptNumber(), entry.userName());
  }

  private static String yuan(BigDecimal amount) {
    return "%,.2f元".formatted(amount);
  }

  private static void add(List<Fact> facts, String section, String label, String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Fact(section, label, value));
    }
  }
}
