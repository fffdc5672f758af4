package cn.gov.officecleanup.procedure.abolition;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.FrozenAsset;
import cn.gov.officecleanup.mechanism.register.OfficeAsset;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares what was found with what was frozen (C7). Every difference must be explained; it becomes a finding that the audit department
 * reviews, and an entry of the ledger.
 */
@Component
public class Inventory {

  private static final String CLAUSE = "C7";
  private static final String RAISED_BY = "盘点资产";

  private final AssetLedger ledger;
  private final CaseFindings findings;

  Inventory(AssetLedger ledger, CaseFindings findings) {
    this.ledger = ledger;
    this.findings = findings;
  }

  /**
   * A row of the inventory.
   *
   * @param explanation of a difference; null where there is none
   */
  record Item(OfficeAsset asset, boolean found, String explanation) {
  }

  /** @return keys of the assets to dispose of, by asset number; the model runs one disposal for each */
  public List<Long> assetsOf(String caseNumber) {
    return ledger.assetsOf(caseNumber).stream().map(FrozenAsset::id).toList();
  }

  /** @return whether the inventory differs from the register anywhere */
  public boolean differs(String caseNumber) {
    return ledger.assetsOf(caseNumber).stream().anyMatch(FrozenAsset::differs);
  }

  /**
   * Takes the inventory in.
   *
   * @throws RefusedException when an asset changed its kind or name, or a difference is not explained; an asset that is left out counts as
   * missing without explanation
   */
  void confirm(String caseNumber, List<Item> items) {
    Map<String, FrozenAsset> frozen = ledger.assetsOf(caseNumber)
        .stream()
        .collect(Collectors.toMap(FrozenAsset::assetNumber, Function.identity()));
    List<Finding> faults = faults(items, frozen);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    List<Finding> differences = new ArrayList<>();
    for (Item item : items) {
      difference(frozen.get(item.asset().assetNumber()), item).ifPresent(differences::add);
    }
    // handed in again after it was returned, the inventory is compared anew
    findings.settle(caseNumber);
    findings.raise(caseNumber, RAISED_BY, differences);
    for (Item item : items) {
      record(caseNumber, frozen.get(item.asset().assetNumber()), item);
    }
  }

  private static List<Finding> faults(List<Item> items, Map<String, FrozenAsset> frozen) {
    List<Finding> faults = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (Item item : items) {
      String number = item.asset().assetNumber();
      FrozenAsset known = frozen.get(number);
      numbers.add(number);
      if (known == null && !item.found()) {
        faults.add(fault("SURPLUS_MISSING", "资产“%s”登记册中没有，不能为盘亏，请删除该行或者改正编号。".formatted(number)));
      } else if (known != null && (known.kind() != item.asset().kind() || !known.name().equals(item.asset().name()))) {
        faults.add(fault("ASSET_CHANGED",
            "资产“%s”在登记册中为%s“%s”，冻结后不能改动类别和名称；不是同一资产的，请按盘亏和盘盈分别登记。".formatted(number, known.kind().label(), known.name())));
      } else if (!item.asset().kind().valued() && item.asset().bookValue().signum() != 0) {
        faults.add(fault("BORROWED_VALUED", "“%s”是借用、租入的资产，不属于本单位，账面值请填0。".formatted(item.asset().name())));
      } else if (difference(known, item).isPresent() && item.explanation() == null) {
        faults.add(fault("DIFFERENCE_UNEXPLAINED", difference(known, item).get().message() + "请填写出入说明。"));
      }
    }
    frozen.values()
        .stream()
        .filter(asset -> !numbers.contains(asset.assetNumber()))
        .sorted((a, b) -> a.assetNumber().compareTo(b.assetNumber()))
        .forEach(asset -> faults
            .add(fault("ASSET_LEFT_OUT", "登记册中的资产“%s %s”不在清册中：冻结的资产不能删除，未找到的请登记为盘亏并说明。".formatted(asset.assetNumber(), asset.name()))));
    return faults;
  }

  private static Optional<Finding> difference(FrozenAsset known, Item item) {
    OfficeAsset asset = item.asset();
    String explained = item.explanation() == null ? "" : "说明：" + item.explanation();
    if (known == null || known.origin() == FrozenAsset.Origin.SURPLUS && item.found()) {
      return Optional.of(new Finding("INVENTORY_SURPLUS",
          "盘盈：%s“%s”，%s，登记册无记载。%s".formatted(asset.assetNumber(), asset.name(), InWords.yuan(asset.bookValue()), explained), CLAUSE));
    }
    if (!item.found()) {
      return Optional.of(new Finding("INVENTORY_SHORTAGE",
          "盘亏：%s“%s”，%s，未找到。%s".formatted(known.assetNumber(), known.name(), InWords.yuan(known.bookValue()), explained), CLAUSE));
    }
    if (known.bookValue().compareTo(asset.bookValue()) == 0) {
      return !known.differs() ? Optional.empty()
          : Optional.of(new Finding("INVENTORY_CORRECTED",
              "盘点更正：%s“%s”，%s。%s".formatted(known.assetNumber(), known.name(), InWords.yuan(known.bookValue()), explained), CLAUSE));
    }
    return Optional.of(new Finding("INVENTORY_VALUE_DIFFERS", "账面值出入：%s“%s”登记册为%s，盘点为%s。%s".formatted(known.assetNumber(), known.name(),
        InWords.yuan(known.bookValue()), InWords.yuan(asset.bookValue()), explained), CLAUSE));
  }

  private void record(String caseNumber, FrozenAsset known, Item item) {
    if (known == null) {
      ledger.addSurplus(caseNumber, item.asset(), item.explanation());
      return;
    }
    ledger.correctValue(known.id(), item.asset().bookValue(), item.explanation());
    if (item.found()) {
      ledger.reportFound(known.id(), item.explanation());
    } else {
      ledger.reportMissing(known.id(), item.explanation());
    }
  }

  private static Finding fault(String code, String message) {
    return new Finding(code, message, CLAUSE);
  }
}
