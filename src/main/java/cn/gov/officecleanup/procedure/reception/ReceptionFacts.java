package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseReading;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What is planned and what took place, and what the budget bears, for those who approve, sign and pay (C18). Who came by name the office,
 * its government and audit read; others read how many.
 */
@Component
@Order(4)
class ReceptionFacts implements CaseFacts {

  private static final String MONEY = "接待预算";
  private static final String LETTER = "接待公函";

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final ReceptionMoney money;
  private final PayableMeals payable;
  private final CaseReading reading;
  private final Officials officials;
  private final Clock clock;

  ReceptionFacts(Receptions receptions, ReceptionLists lists, ReceptionMoney money, PayableMeals payable, CaseReading reading,
      Officials officials, Clock clock) {
    this.receptions = receptions;
    this.lists = lists;
    this.money = money;
    this.payable = payable;
    this.reading = reading;
    this.officials = officials;
    this.clock = clock;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    if (FindingShortages.PROCEDURE.equals(file.procedureKey()) && file.closedAt() == null) {
      return shortage(file);
    }
    return receptions.find(file.caseNumber()).map(reception -> facts(file, reception)).orElse(List.of());
  }

  private List<Fact> shortage(CaseFile file) {
    List<Fact> facts = new ArrayList<>();
    int year = LocalDate.now(clock).getYear();
    BigDecimal available = money.available(file.officeId(), year);
    BigDecimal budget = money.budget(file.officeId(), year);
    CaseFacts.add(facts, MONEY, "年度预算",
        budget == null ? "%d年度预算尚未登记，登记以前按上一年度同期的实际支出控制".formatted(year) : "%d年度，%s".formatted(year, InWords.yuan(budget)));
    BigDecimal adjustments = money.adjustments(file.officeId(), year);
    CaseFacts.add(facts, MONEY, "预算调整", adjustments == null ? null : InWords.yuan(adjustments));
    CaseFacts.add(facts, MONEY, available.signum() < 0 ? "不足" : "可用预算", "%d年度，%s".formatted(year, InWords.yuan(available.abs())));
    CaseFacts.add(facts, MONEY, "已预留、尚未报销", String.join("\n", money.openReservations(file.officeId())));
    return facts;
  }

  private List<Fact> facts(CaseFile file, Reception reception) {
    List<Fact> facts = new ArrayList<>();
    boolean byName = officials.current().filter(official -> reading.readsNames(official, file)).isPresent();
    list(facts, "接待计划", lists.plan(file.caseNumber()), byName);
    list(facts, "接待清单", lists.list(file.caseNumber()), byName);
    if (reception.signedOn() != null) {
      CaseFacts.add(facts, "接待清单", "签字日期", InWords.day(reception.signedOn()));
      CaseFacts.add(facts, "接待清单", "签字声明", Boolean.TRUE.equals(reception.costsDeclared()) ? "没有列入其他单位的费用，也没有转嫁费用" : null);
    }
    if (reception.startsOn() != null && file.closedAt() == null) {
      int year = Math.max(reception.startsOn().getYear(), LocalDate.now(clock).getYear());
      CaseFacts.add(facts, MONEY, "可用预算", "%d年度，%s".formatted(year, InWords.yuan(money.available(file.officeId(), year))));
    }
    if (reception.estimate() != null) {
      CaseFacts.add(facts, MONEY, "批准的预算", InWords.yuan(reception.estimate()));
      CaseFacts.add(facts, MONEY, "已预留、尚未报销", InWords.yuan(money.owed(file.caseNumber())));
    }
    payable.shared(file.caseNumber()).ifPresent(shared -> CaseFacts.add(facts, MONEY, "陪餐超出核减", told(shared)));
    CaseFacts.add(facts, MONEY, "已报销", String.join("\n", money.payments(file.caseNumber())));
    if (reception.laterLetterOn() != null) {
      CaseFacts.add(facts, LETTER, "补送公函", "%s，%s收到".formatted(reception.laterLetterNumber(), InWords.day(reception.laterLetterOn())));
    }
    if (reception.blockedOn() != null) {
      CaseFacts.add(facts, LETTER, reception.blockedFor().label(), InWords.day(reception.blockedOn()));
      CaseFacts.add(facts, LETTER, "移送", reception.referredTo());
      if (reception.blockedFor() == RevocationGround.FALSE_LETTER && file.closedAt() != null) {
        CaseFacts.add(facts, MONEY, "尚待追回", InWords.yuan(money.notRefunded(file.caseNumber())));
      }
    }
    return facts;
  }

  static String told(PayableMeals.Shared shared) {
    return "同一餐各共同接待单位合计陪餐%d人，最多可陪%d人，超出的餐费%s由各单位按陪餐人员的餐费分摊，本单位核减%s".formatted(shared.companions(), shared.most(),
        InWords.yuan(shared.excess()), InWords.yuan(shared.own()));
  }

  private static void list(List<Fact> facts, String section, ReceptionList list, boolean byName) {
    if (list.guests().isEmpty()) {
      return;
    }
    CaseFacts.add(facts, section, "接待对象", people(list.guests(), byName));
    CaseFacts.add(facts, section, "陪餐人员", people(list.companions(), byName));
    CaseFacts.add(facts, section, "接待项目",
        list.items()
            .stream()
            .map(item -> "%s，%s，%s：%s，%d × %s = %s".formatted(InWords.day(item.heldOn()), item.kind().label(), item.supplier(),
                item.content(), item.quantity(), InWords.yuan(item.unitPrice()), InWords.yuan(item.amount())))
            .collect(Collectors.joining("\n")));
    CaseFacts.add(facts, section, "费用合计", InWords.yuan(list.sum()));
  }

  private static String people(List<Person> people, boolean byName) {
    String many = "%d人".formatted(people.size());
    return !byName || people.isEmpty() ? many
        : many + "\n"
            + people.stream()
                .map(person -> "%s（%s，%s）".formatted(person.name(), person.unit(), person.post()))
                .collect(Collectors.joining("\n"));
  }
}
