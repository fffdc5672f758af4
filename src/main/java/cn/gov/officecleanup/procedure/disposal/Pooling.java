package cn.gov.officecleanup.procedure.disposal;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.Opinions;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.AssetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * C6, C7: small things of one abolished office are sold as one lot (打包处置, this product's rule) by the case of one of them. The cases of the
 * others wait for the deal meanwhile, and are proposed for themselves again where they leave the lot.
 */
@Component
class Pooling {

  static final String POOLED = "disposal-pooled";
  static final String RELEASED = "disposal-released";
  static final String SOLD = "lot-disposed";

  /** neither land, houses and vehicles, which may be taken back, nor what is registered or no thing at all */
  private static final Set<AssetKind> SMALL = EnumSet.of(AssetKind.EQUIPMENT, AssetKind.OTHER);

  private final Disposals disposals;
  private final Lots lots;
  private final AssetLedger ledger;
  private final CaseFiles cases;
  private final Opinions opinions;
  private final Officials officials;
  private final RuntimeService runtime;

  Pooling(Disposals disposals, Lots lots, AssetLedger ledger, CaseFiles cases, Opinions opinions, Officials officials,
      @Lazy RuntimeService runtime) {
    this.disposals = disposals;
    this.lots = lots;
    this.ledger = ledger;
    this.cases = cases;
    this.opinions = opinions;
    this.officials = officials;
    this.runtime = runtime;
  }

  /**
   * @return what may be sold with a disposal's asset, by asset number: what is in its lot, and what nobody has proposed anything for yet
   */
  List<FrozenAsset> offered(Disposal disposal) {
    FrozenAsset own = ledger.get(disposal.assetId());
    if (!small(own)) {
      return List.of();
    }
    Set<String> free = free(own.officeId());
    Set<Long> in = membersOf(disposal).stream().map(Disposal::assetId).collect(Collectors.toSet());
    Map<Long, Disposal> others = disposals.of(own.caseNumber())
        .stream()
        .filter(other -> in.contains(other.assetId()) || other.proposal() == null && free.contains(other.caseNumber()))
        .collect(Collectors.toMap(Disposal::assetId, Function.identity()));
    return ledger.assetsOf(own.caseNumber())
        .stream()
        .filter(asset -> asset.id() != own.id() && small(asset) && others.containsKey(asset.id()))
        .toList();
  }

  /** @return ids of the assets that are in the lot which a disposal sells, its own included; none where it sells none */
  Set<Long> joined(Disposal disposal) {
    return lots.of(disposal.caseNumber()).stream().map(Lots.Item::assetId).collect(Collectors.toSet());
  }

  /**
   * Puts the lot of a disposal together as it is to be from now on.
   *
   * @param assetNumbers what is to be sold with the disposal's own asset; none where that is disposed of alone
   * @throws RefusedException when something else than what is {@link #offered} is to be in it
   */
  void pool(Disposal disposal, Set<String> assetNumbers) {
    List<Disposal> before = membersOf(disposal);
    if (before.isEmpty() && assetNumbers.isEmpty()) {
      return;
    }
    FrozenAsset own = ledger.get(disposal.assetId());
    Set<Long> wanted = ledger.assetsOf(own.caseNumber())
        .stream()
        .filter(asset -> assetNumbers.contains(asset.assetNumber()))
        .map(FrozenAsset::id)
        .collect(Collectors.toSet());
    List<Disposal> after = disposals.of(own.caseNumber()).stream().filter(other -> wanted.contains(other.assetId())).toList();
    // whoever is just proposing one of them is waited for
    after.stream().map(Disposal::caseNumber).sorted().forEach(cases::hold);
    Set<String> offered = offered(disposal).stream().map(FrozenAsset::assetNumber).collect(Collectors.toSet());
    List<String> refused = assetNumbers.stream().filter(number -> !offered.contains(number)).sorted().toList();
    if (!refused.isEmpty()) {
      throw new RefusedException("NOT_POOLABLE", "资产%s不能并入打包处置：只有本机构尚未提出处置方案的设备和其他动产可以并入，请刷新页面后重新选择。".formatted(String.join("、", refused)),
          "C7");
    }
    Set<Long> stayed = before.stream().map(Disposal::assetId).filter(wanted::contains).collect(Collectors.toSet());
    List<Long> lot = new ArrayList<>(wanted);
    if (!lot.isEmpty()) {
      lot.add(own.id());
    }
    lots.put(disposal.caseNumber(), lot);
    before.stream()
        .filter(member -> !stayed.contains(member.assetId()))
        .sorted(Comparator.comparing(Disposal::caseNumber))
        .forEach(member -> tell(RELEASED, member, "退出打包处置", "退出案件%s的打包处置，另行提出处置方案。".formatted(disposal.caseNumber())));
    after.stream()
        .filter(member -> !stayed.contains(member.assetId()))
        .sorted(Comparator.comparing(Disposal::caseNumber))
        .forEach(member -> tell(POOLED, member, "并入打包处置", "并入案件%s的打包处置，随该案办结。".formatted(disposal.caseNumber())));
  }

  /** The lot has been sold and paid: the cases that wait for it end. */
  void end(Disposal disposal) {
    membersOf(disposal).forEach(member -> send(SOLD, member));
  }

  private List<Disposal> membersOf(Disposal disposal) {
    Set<Long> others = joined(disposal).stream().filter(asset -> asset != disposal.assetId()).collect(Collectors.toSet());
    return others.isEmpty() ? List.of()
        : disposals.of(ledger.get(disposal.assetId()).caseNumber()).stream().filter(other -> others.contains(other.assetId())).toList();
  }

  private static boolean small(FrozenAsset asset) {
    return SMALL.contains(asset.kind()) && !asset.missing();
  }

  /** @return the disposals of an office's assets that can be taken into a lot where they stand */
  private Set<String> free(long officeId) {
    return officials.asApplication(() -> {
      Set<String> instances = runtime.createExecutionQuery()
          .messageEventSubscriptionName(POOLED)
          .processVariableValueEquals("officeId", officeId)
          .list()
          .stream()
          .map(Execution::getProcessInstanceId)
          .collect(Collectors.toSet());
      return instances.isEmpty() ? Set.of()
          : runtime.createProcessInstanceQuery()
              .processInstanceIds(instances)
              .list()
              .stream()
              .map(ProcessInstance::getBusinessKey)
              .collect(Collectors.toSet());
    });
  }

  /** What becomes of the case of another asset stands in its history, before its task is gone. */
  private void tell(String message, Disposal member, String what, String words) {
    String group = Groups.officialsOf(cases.get(member.caseNumber()).governmentCode());
    opinions.give(member.caseNumber(), message, "打包处置", group, officials.required(), message, what, words);
    send(message, member);
  }

  private void send(String message, Disposal member) {
    officials.asApplication(() -> {
      runtime.createMessageCorrelation(message).processInstanceBusinessKey(member.caseNumber()).correlate();
      return null;
    });
  }
}
