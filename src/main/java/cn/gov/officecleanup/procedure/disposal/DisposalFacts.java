package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFacts.Fact;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.finding.Clauses;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an official reads about the asset: what it is, what is proposed, what the rules demand, what became of it so far. */
@Configuration
class DisposalFacts {

  private static final String PROCEDURE = "asset-disposal";
  private static final String PROPOSAL = "处置方案";
  private static final String SALE = "公开处置";
  private static final String EXECUTION = "处置实施";

  private final Disposals disposals;
  private final Lots lots;
  private final AssetLedger ledger;
  private final Clock clock;

  DisposalFacts(Disposals disposals, Lots lots, AssetLedger ledger, Clock clock) {
    this.disposals = disposals;
    this.lots = lots;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Bean
  @Order(2)
  CaseFacts assetFacts() {
    return file -> disposalIn(file).map(disposal -> {
      List<FrozenAsset> assets = disposals.assetsOf(disposal);
      if (assets.size() > 1) {
        return lotFacts(disposal, assets);
      }
      FrozenAsset asset = assets.get(0);
      List<Fact> facts = new ArrayList<>(List.of(new Fact("资产", "编号和名称", asset.assetNumber() + " " + asset.name()),
          new Fact("资产", "类别", asset.kind().label()), new Fact("资产", "账面值", InWords.yuan(asset.bookValue()))));
      CaseFacts.add(facts, "资产", "盘点情况", asset.missing() ? "盘亏：" + asset.explanation()
          : asset.origin() == FrozenAsset.Origin.SURPLUS ? "盘盈：" + asset.explanation() : asset.explanation());
      CaseFacts.add(facts, "资产", "打包处置", lots.caseWith(asset.id()).map("已并入案件%s的打包处置，随该案办结"::formatted).orElse(null));
      return facts;
    }).orElse(List.of());
  }

  @Bean
  @Order(4)
  CaseFacts disposalRuleFacts() {
    return file -> disposalIn(file).map(this::byRuleAndLedger).orElse(List.of());
  }

  private List<Fact> lotFacts(Disposal disposal, List<FrozenAsset> assets) {
    Map<Long, BigDecimal> appraised = new HashMap<>();
    lots.of(disposal.caseNumber()).forEach(item -> appraised.put(item.assetId(), item.appraisedValue()));
    BigDecimal bookValue = assets.stream().map(FrozenAsset::bookValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    return List.of(new Fact("资产", "打包处置", "%d项，账面值合计%s".formatted(assets.size(), InWords.yuan(bookValue))),
        new Fact("资产", "资产清单", assets.stream()
            .map(asset -> "%s %s（%s），账面值%s%s".formatted(asset.assetNumber(), asset.name(), asset.kind().label(),
                InWords.yuan(asset.bookValue()), appraised.get(asset.id()) == null ? "" : "，评估价" + InWords.yuan(appraised.get(asset.id()))))
            .collect(Collectors.joining("\n"))));
  }

  private Optional<Disposal> disposalIn(CaseFile file) {
    return PROCEDURE.equals(file.procedureKey()) ? disposals.find(file.caseNumber()) : Optional.empty();
  }

  private List<Fact> byRuleAndLedger(Disposal disposal) {
    List<Fact> facts = new ArrayList<>();
    if (disposal.proposal() != null) {
      DisposalRule rule = disposals.ruleOf(disposal);
      CaseFacts.add(facts, PROPOSAL, "适用规则", "%s（%s）".formatted(rule.reason(), Clauses.cited(rule.clause())));
    }
    Disposal.Appraisal appraisal = disposal.appraisal();
    if (appraisal != null) {
      CaseFacts.add(facts, PROPOSAL, "评估", "%s（%s）%s，基准日%s，评估价%s".formatted(appraisal.agency(), appraisal.licence(), appraisal.report(),
          InWords.day(appraisal.referenceDate()), InWords.yuan(appraisal.value())));
      CaseFacts.add(facts, PROPOSAL, "成交价底线", InWords.yuan(disposals.floorOf(disposal)));
    }
    CaseFacts.add(facts, PROPOSAL, "批复", disposal.replyNumber());
    CaseFacts.add(facts, SALE, "流拍次数", disposal.failures() == null ? null : disposal.failures() + "次");
    if (disposal.reservePrice() != null && disposal.execution() == null) {
      CaseFacts.add(facts, SALE, "流拍后重新挂牌的最低起始价", InWords.yuan(disposals.lowestRelistingOf(disposal)));
    }
    if (disposal.execution() != null) {
      CaseFacts.add(facts, EXECUTION, "财政部门确认的价款", disposal.approvedPrice() == null ? null : InWords.yuan(disposal.approvedPrice()));
      BigDecimal outstanding = disposals.outstandingOf(disposal);
      CaseFacts.add(facts, EXECUTION, "尚未缴库", outstanding.signum() == 0 ? null : InWords.yuan(outstanding));
    }
    List<FrozenAsset> assets = disposals.assetsOf(disposal);
    for (FrozenAsset asset : assets) {
      CaseFacts.add(facts, "资产台账", assets.size() == 1 ? "记录" : asset.assetNumber() + "的记录",
          ledger.entriesOf(asset.id()).stream().map(this::line).collect(Collectors.joining("\n")));
    }
    return facts;
  }

  private String line(LedgerEntry entry) {
    return "%d. %s %s%s%s %s".formatted(entry.entryNumber(),
        InWords.day(entry.recordedAt().atZoneSameInstant(clock.getZone()).toLocalDate()), entry.step().label(),
        entry.amount().signum() == 0 ? "" : " " + InWords.yuan(entry.amount()),
        entry.receiptNumber() == null ? "" : " 票据号" + entry.receiptNumber(), entry.userName());
  }
}
