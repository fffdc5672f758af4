package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.ledger.Shares;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * C18: what may be paid of a list: nothing of the meals of companions above what the rule allows. Where several hosts share a meal and have
 * too many companions together, what is too much is cut from each in proportion to what the portions of its own companions cost, to the fen
 * by the largest remainder: the same as of a single host, who has all of them. What a host bears is settled when its list is signed; what
 * later lists of others change is theirs.
 */
@Component
class PayableMeals {

  private static final BigDecimal NOTHING = BigDecimal.ZERO.setScale(2);

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final SharedReceptions hosts;
  private final CaseFiles cases;

  PayableMeals(Receptions receptions, ReceptionLists lists, SharedReceptions hosts, CaseFiles cases) {
    this.receptions = receptions;
    this.lists = lists;
    this.hosts = hosts;
    this.cases = cases;
  }

  /**
   * What is too much at a table, and what a host bears of it.
   *
   * @param companions of all hosts at the table
   * @param most how many the guests allow
   * @param excess yuan, of all hosts together
   * @param own yuan, of this host
   */
  record Shared(int companions, int most, BigDecimal excess, BigDecimal own) {
  }

  /** A host at a table. */
  private record Host(String caseNumber, int companions, BigDecimal meal, BigDecimal companionsMeal, BigDecimal settled) {

    static Host of(Reception reception, ReceptionList list) {
      List<Item> meals = list.meals();
      BigDecimal meal = meals.stream().map(Item::amount).reduce(NOTHING, BigDecimal::add);
      BigDecimal portions = meals.stream()
          .map(item -> item.unitPrice().multiply(BigDecimal.valueOf(Math.min(item.quantity(), list.companions().size()))))
          .reduce(NOTHING, BigDecimal::add)
          .setScale(2, RoundingMode.HALF_UP);
      return new Host(reception.caseNumber(), list.companions().size(), meal, portions, reception.signedOn() == null ? null
          : Optional.ofNullable(reception.sharedExcess()).orElseGet(() -> list.sum().subtract(list.payableSum())));
    }
  }

  /** @return what is too much where several hosts share the meal; empty where there is one host, or nothing is too much */
  Optional<Shared> shared(String caseNumber) {
    Reception reception = receptions.get(caseNumber);
    ReceptionList list = lists.list(caseNumber);
    List<Reception> others = hosts.atTheSameTable(reception, list, cases.get(caseNumber).officeId());
    boolean signedAlone = reception.signedOn() != null && reception.sharedExcess() == null;
    if (others.isEmpty() || signedAlone) {
      return Optional.empty();
    }
    List<Host> all = new ArrayList<>(others.stream().map(other -> Host.of(other, hosts.listed(other.caseNumber()))).toList());
    all.add(Host.of(reception, list));
    all.sort(Comparator.comparing((Host host) -> host.caseNumber().length()).thenComparing(Host::caseNumber));
    int companions = all.stream().mapToInt(Host::companions).sum();
    int most = Companions.atMost(list.guests().size());
    if (companions <= most) {
      return Optional.empty();
    }
    BigDecimal portions = all.stream().map(Host::companionsMeal).reduce(NOTHING, BigDecimal::add);
    BigDecimal excess = portions.multiply(BigDecimal.valueOf(companions - (long) most))
        .divide(BigDecimal.valueOf(companions), 2, RoundingMode.HALF_UP);
    BigDecimal own = reception.signedOn() != null ? reception.sharedExcess() : share(all, excess, caseNumber);
    return Optional.of(new Shared(companions, most, excess, own));
  }

  /** Of what those leave whose lists are signed; where these bear what they would by all lists as they are now, of the whole. */
  private static BigDecimal share(List<Host> all, BigDecimal excess, String caseNumber) {
    List<BigDecimal> shares = Shares.of(excess, all.stream().map(Host::companionsMeal).toList());
    BigDecimal settled = NOTHING;
    BigDecimal wouldBe = NOTHING;
    List<Host> open = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).settled() == null) {
        open.add(all.get(i));
      } else {
        settled = settled.add(all.get(i).settled());
        wouldBe = wouldBe.add(shares.get(i));
      }
    }
    if (settled.compareTo(wouldBe) == 0) {
      return shares.get(position(all, caseNumber));
    }
    List<BigDecimal> portions = open.stream().map(Host::companionsMeal).toList();
    BigDecimal left = excess.subtract(settled).max(NOTHING).min(portions.stream().reduce(NOTHING, BigDecimal::add));
    return Shares.of(left, portions).get(position(open, caseNumber));
  }

  private static int position(List<Host> hosts, String caseNumber) {
    return hosts.stream().map(Host::caseNumber).toList().indexOf(caseNumber);
  }

  /** @return what may be paid of the list in all, yuan */
  BigDecimal sum(String caseNumber) {
    ReceptionList list = lists.list(caseNumber);
    return shared(caseNumber).map(shared -> list.sum().subtract(shared.own())).orElseGet(list::payableSum);
  }

  /** @return what may be paid of it to a supplier, yuan */
  BigDecimal sum(String caseNumber, String supplier) {
    ReceptionList list = lists.list(caseNumber);
    return shared(caseNumber).map(shared -> {
      BigDecimal listed = ReceptionList.sum(list.items(), supplier);
      return list.meals().stream().anyMatch(meal -> meal.supplier().equals(supplier)) ? listed.subtract(shared.own()) : listed;
    }).orElseGet(() -> ReceptionList.sum(list.payable(), supplier));
  }
}
