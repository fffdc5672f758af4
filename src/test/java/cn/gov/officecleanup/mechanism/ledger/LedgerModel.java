package cn.gov.officecleanup.mechanism.ledger;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The ledger's law in plain words: what is taken and what refused, and which figures come of it. Knows neither database nor chain. */
final class LedgerModel implements LedgerDriver {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");
  private static final BigDecimal MOST = new BigDecimal("9999999999999999.99");
  /** receipts that are one and the same, though written differently, by how they are written */
  private final Map<String, String> sameReceipts;
  private final List<Asset> assets = new ArrayList<>();
  private final Set<String> receipts = new HashSet<>();
  private int entries;

  private static final class Asset {

    private final String number;
    private BigDecimal value;
    private BigDecimal price;
    private BigDecimal received = NOTHING;
    private boolean missing;
    private boolean ended;
    private final boolean owed;

    private Asset(String number, BigDecimal value, boolean owed) {
      this.number = number;
      this.owed = owed;
      this.value = value;
    }
  }

  /**
   * @param values book values of the assets, … that were frozen
   * @param sameReceipts which receipt is meant by each way to write one; empty for none
   */
  LedgerModel(List<BigDecimal> values, Map<String, String> sameReceipts) {
    this.sameReceipts = sameReceipts;
    values.forEach(value -> assets.add(new Asset("A-%02d".formatted(assets.size() + 1), value, SampleLedgers.kind(assets.size()).owed())));
    entries = values.size();
  }

  /** @return a model of the same ledger that goes its own way from here */
  LedgerModel copy() {
    LedgerModel copy = new LedgerModel(List.of(), sameReceipts);
    for (Asset asset : assets) {
      Asset copied = new Asset(asset.number, asset.value, asset.owed);
      copied.price = asset.price;
      copied.received = asset.received;
      copied.missing = asset.missing;
      copied.ended = asset.ended;
      copy.assets.add(copied);
    }
    copy.receipts.addAll(receipts);
    copy.entries = entries;
    return copy;
  }

  int entries() {
    return entries;
  }

  /** @return which assets have their outcome, by number */
  Map<String, Boolean> ended() {
    Map<String, Boolean> ended = new HashMap<>();
    assets.forEach(asset -> ended.put(asset.number, asset.ended));
    return ended;
  }

  LedgerBalance balance() {
    List<Asset> owned = assets.stream().filter(asset -> !asset.owed).toList();
    List<Asset> owed = assets.stream().filter(asset -> asset.owed).toList();
    BigDecimal due = sum(assets, asset -> asset.price == null ? NOTHING : asset.price);
    return new LedgerBalance(owned.size(), ended(owned), owned.size() - ended(owned), sum(owned, asset -> asset.value),
        sum(owned, asset -> asset.ended ? asset.value : NOTHING), sum(owned, asset -> asset.ended ? NOTHING : asset.value),
        new LedgerBalance.Debts(owed.size(), ended(owed), owed.size() - ended(owed), sum(owed, asset -> asset.value),
            sum(owed, asset -> asset.ended ? asset.value : NOTHING), sum(owed, asset -> asset.ended ? NOTHING : asset.value)),
        due, sum(assets, asset -> asset.received));
  }

  private static int ended(List<Asset> assets) {
    return (int) assets.stream().filter(asset -> asset.ended).count();
  }

  private static BigDecimal sum(List<Asset> assets, Function<Asset, BigDecimal> amount) {
    return assets.stream().map(amount).reduce(NOTHING, BigDecimal::add);
  }

  @Override
  public int assets() {
    return assets.size();
  }

  @Override
  public BigDecimal outstandingOf(int asset) {
    Asset known = at(asset);
    return known.price == null ? NOTHING : known.price.subtract(known.received);
  }

  @Override
  public void record(int asset, LedgerStep step, BigDecimal amount) {
    Asset open = open(asset);
    refuseIf(step == LedgerStep.PRICED && open.price != null, "PRICED_TWICE");
    refuseImpossible(amount);
    if (step == LedgerStep.PRICED) {
      open.price = amount.setScale(2);
    }
    entries++;
  }

  @Override
  public void receive(int asset, BigDecimal amount, String receiptNumber) {
    Asset open = open(asset);
    String receipt = sameReceipts.get(receiptNumber);
    refuseIf(receipt.isEmpty(), "RECEIPT_MISSING");
    refuseIf(receipts.contains(receipt), "RECEIPT_USED");
    refuseIf(amount.signum() <= 0 || amount.compareTo(outstandingOf(asset)) > 0, "RECEIPT_EXCEEDS");
    refuseImpossible(amount);
    receipts.add(receipt);
    open.received = open.received.add(amount.setScale(2));
    entries++;
  }

  @Override
  public void dispose(int asset, DisposalMethod method) {
    Asset open = open(asset);
    boolean proceeds = Set
        .of(DisposalMethod.SALE, DisposalMethod.EXCHANGE, DisposalMethod.SCRAP, DisposalMethod.REMITTANCE, DisposalMethod.DEMOLITION,
            DisposalMethod.LIQUIDATION)
        .contains(method);
    refuseIf(proceeds && open.price == null, "NOT_PRICED");
    refuseIf(outstandingOf(asset).signum() > 0, "PROCEEDS_OUTSTANDING");
    open.ended = true;
    entries++;
  }

  @Override
  public void correctValue(int asset, BigDecimal value) {
    Asset open = open(asset);
    refuseImpossible(value);
    if (open.value.compareTo(value) != 0) {
      open.value = value.setScale(2);
      entries++;
    }
  }

  @Override
  public void reportMissing(int asset) {
    Asset open = open(asset);
    if (!open.missing) {
      open.missing = true;
      entries++;
    }
  }

  @Override
  public void addSurplus(String assetNumber, BigDecimal value) {
    refuseIf(assets.stream().anyMatch(asset -> asset.number.equals(assetNumber)), "ASSET_TWICE");
    refuseImpossible(value);
    assets.add(new Asset(assetNumber, value.setScale(2), false));
    entries++;
  }

  private Asset at(int asset) {
    return assets.get(asset % assets.size());
  }

  private Asset open(int asset) {
    refuseIf(at(asset).ended, "ASSET_ENDED");
    return at(asset);
  }

  private static void refuseImpossible(BigDecimal amount) {
    boolean wholeFen = amount.movePointRight(2).remainder(BigDecimal.ONE).signum() == 0;
    refuseIf(!wholeFen || amount.signum() < 0 || amount.compareTo(MOST) > 0, "AMOUNT_IMPOSSIBLE");
  }

  private static void refuseIf(boolean unlawful, String code) {
    if (unlawful) {
      throw new RefusedException(code, "模型不予受理", "C7");
    }
  }
}
