package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.decoupling.UsedAssets.AssetUse;
import cn.gov.officecleanup.procedure.decoupling.UsedAssets.UsedAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an office parts from, by when, and whether it was in time, for those who handle the case (C17). */
@Component
@Order(2)
class DecouplingFacts implements CaseFacts {

  private static final String SECTION = "脱钩事项";

  private final Decouplings decouplings;
  private final UsedAssets used;
  private final PartingDays days;
  private final OfficeRegister register;

  DecouplingFacts(Decouplings decouplings, UsedAssets used, PartingDays days, OfficeRegister register) {
    this.decouplings = decouplings;
    this.used = used;
    this.days = days;
    this.register = register;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return decouplings.find(file.caseNumber()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(Decoupling decoupling) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(SECTION, "经营性实体", "%s（%s）".formatted(decoupling.entityName(), decoupling.entityKind().label())));
    if (decoupling.coOwner() != null) {
      facts.add(new Fact(SECTION, "共有的办事机构", register.get(decoupling.coOwner()).name()));
    }
    if (decoupling.partBy() != null) {
      facts.add(new Fact(SECTION, "承诺脱钩日期", InWords.day(decoupling.partBy())));
      days.extendedTo(decoupling.caseNumber()).ifPresent(day -> facts.add(new Fact(SECTION, "延期后的脱钩日期", InWords.day(day))));
    }
    facts.addAll(assets(decoupling));
    if (decoupling.partedOn() != null) {
      facts.add(new Fact(SECTION, "最后办结事项的日期",
          InWords.day(decoupling.partedOn()) + days.punctuality(decoupling).map("（%s）"::formatted).orElse("")));
    }
    return facts;
  }

  /** What finance reviews: the assets that go through disposal, and those that only seem to be used. */
  private List<Fact> assets(Decoupling decoupling) {
    List<UsedAsset> planned = used.of(decoupling.caseNumber());
    if (planned.isEmpty()) {
      return List.of();
    }
    Map<String, String> names = register.assetsOf(decoupling.officeId())
        .stream()
        .collect(Collectors.toMap(OfficeAsset::assetNumber, asset -> "%s %s".formatted(asset.assetNumber(), asset.name())));
    List<Fact> facts = new ArrayList<>();
    String disposed = planned.stream()
        .filter(asset -> asset.assetUse() == AssetUse.YES)
        .map(asset -> names.getOrDefault(asset.assetNumber(), asset.assetNumber()))
        .collect(Collectors.joining("、"));
    if (!disposed.isEmpty()) {
      facts.add(new Fact(SECTION, "实体使用、应当处置的资产", disposed));
    }
    String kept = planned.stream()
        .filter(asset -> asset.assetUse() == AssetUse.NOT_APPLICABLE)
        .map(asset -> "%s（%s）".formatted(names.getOrDefault(asset.assetNumber(), asset.assetNumber()), asset.notUsedReason()))
        .collect(Collectors.joining("；"));
    if (!kept.isEmpty()) {
      facts.add(new Fact(SECTION, "不由实体使用的资产及理由", kept));
    }
    return facts;
  }
}
