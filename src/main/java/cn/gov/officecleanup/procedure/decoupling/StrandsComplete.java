package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.deadline.WorkingDayCalendar;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.ledger.AssetLedger;
import cn.gov.officecleanup.mechanism.ledger.LedgerEntry;
import cn.gov.officecleanup.mechanism.ledger.LedgerStep;
import cn.gov.officecleanup.mechanism.platform.EngineClock;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.mechanism.text.PersonName;
import cn.gov.officecleanup.procedure.decoupling.Decoupling.Registration;
import cn.gov.officecleanup.procedure.decoupling.Decoupling.Strand;
import cn.gov.officecleanup.procedure.decoupling.Decoupling.StrandState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** C17: all four strands are done, as the way demands; what is done in part is not done. */
@Component
class StrandsComplete extends Check {

  private static final String CLAUSE = "C17";
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Decouplings decouplings;
  private final AssetLedger ledger;
  private final WorkingDayCalendar calendar;
  private final DecouplingProperties properties;

  StrandsComplete(CaseFindings findings, Decouplings decouplings, AssetLedger ledger, WorkingDayCalendar calendar,
      DecouplingProperties properties) {
    super(findings);
    this.decouplings = decouplings;
    this.ledger = ledger;
    this.calendar = calendar;
    this.properties = properties;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    return lacking(caseNumber).values().stream().flatMap(List::stream).distinct().toList();
  }

  /** @return what is wrong in each strand; those in which nothing is are left out */
  Map<Strand, List<Finding>> lacking(String caseNumber) {
    Decoupling decoupling = decouplings.get(caseNumber);
    Map<Strand, List<Finding>> lacking = new EnumMap<>(Strand.class);
    for (Strand strand : Strand.values()) {
      List<Finding> findings = new ArrayList<>();
      switch (strand) {
        case PEOPLE -> checkPeople(decoupling, findings);
        case ACCOUNTS -> checkAccounts(decoupling, findings);
        case ASSETS -> checkAssets(decoupling, findings);
        case FUNCTIONS -> checkFunctions(decoupling, findings);
      }
      if (decoupling.partedOn() == null) {
        findings.add(new Finding("NOTHING_DONE", "四项都填写为不适用，没有可以登记的脱钩日期，请至少办结一项并填写日期。", CLAUSE));
      }
      if (!findings.isEmpty()) {
        lacking.put(strand, findings);
      }
    }
    return lacking;
  }

  private static void checkPeople(Decoupling decoupling, List<Finding> findings) {
    if (decoupling.peopleState() != StrandState.DONE) {
      if (decoupling.employees() > 0) {
        findings.add(new Finding("EMPLOYEES_UNPLACED", "实体有职工%d名，人员脱钩不能填写为不适用，请安置完毕后填写。".formatted(decoupling.employees()), CLAUSE));
      }
      return;
    }
    if (decoupling.officialsRemaining() > 0) {
      findings.add(new Finding("OFFICIALS_REMAIN", "还有%d名公务员在该实体兼职或者领取报酬，应当全部辞去职务、停止领取后再办结。".formatted(decoupling.officialsRemaining()),
          "公务员法第五十九条"));
    }
    int left = decoupling.employees() - decoupling.employeesPlaced();
    if (left > 0) {
      findings.add(new Finding("EMPLOYEES_UNPLACED",
          "职工%d名，已安置%d名，还有%d名没有安置，不能办结。".formatted(decoupling.employees(), decoupling.employeesPlaced(), left), CLAUSE));
    } else if (left < 0) {
      findings.add(new Finding("EMPLOYEES_TOO_MANY",
          "已安置%d名，多于方案中的职工%d名，请核对人数。".formatted(decoupling.employeesPlaced(), decoupling.employees()), CLAUSE));
    }
  }

  private static void checkAccounts(Decoupling decoupling, List<Finding> findings) {
    if (decoupling.accountsState() != StrandState.DONE) {
      return;
    }
    if (decoupling.debtBetween().signum() != 0) {
      findings.add(new Finding("DEBT_UNSETTLED",
          "办事机构与实体之间还有往来款%s，应当结清至%s并由双方确认。".formatted(InWords.yuan(decoupling.debtBetween()), InWords.yuan(BigDecimal.ZERO)), CLAUSE));
    }
    if (decoupling.guarantees().signum() != 0) {
      findings.add(new Finding("GUARANTEE_STANDS", "办事机构还为实体担保%s，应当解除担保后再办结。".formatted(InWords.yuan(decoupling.guarantees())), CLAUSE));
    }
  }

  private void checkAssets(Decoupling decoupling, List<Finding> findings) {
    if (decoupling.assetsState() != StrandState.DONE) {
      if (decoupling.partingWay() == PartingWay.SALE || !ledger.assetsOf(decoupling.caseNumber()).isEmpty()) {
        findings.add(new Finding("ASSETS_NOT_APART", "实体公开转让，或者使用办事机构资产的，资产脱钩不能填写为不适用，请办结后填写。", CLAUSE));
      }
      return;
    }
    ledger.entriesOf(decoupling.caseNumber())
        .stream()
        .filter(entry -> entry.step() == LedgerStep.DISPOSED)
        .map(LedgerEntry::recordedAt)
        .map(moment -> moment.atZoneSameInstant(EngineClock.ZONE).toLocalDate())
        .max(LocalDate::compareTo)
        .filter(last -> decoupling.assetsDoneOn().isBefore(last))
        .ifPresent(last -> findings
            .add(new Finding("DAY_BEFORE_DISPOSAL", "资产脱钩日期不能早于最后一项资产处置完毕之日（%s），请改正。".formatted(InWords.day(last)), CLAUSE)));
    if (decoupling.partingWay() == PartingWay.SALE) {
      checkSale(decoupling, findings);
    }
  }

  private void checkSale(Decoupling sale, List<Finding> findings) {
    if (sale.priceApproval() == null) {
      BigDecimal floor = sale.appraisedValue()
          .multiply(BigDecimal.valueOf(properties.lowestPercent()))
          .divide(HUNDRED, 2, RoundingMode.CEILING);
      if (sale.salePrice().compareTo(floor) < 0) {
        findings.add(new Finding("PRICE_LOW", "成交价%s低于评估价的%d%%（%s），须重新报批；已经批准的，请填写批准文号。".formatted(InWords.yuan(sale.salePrice()),
            properties.lowestPercent(), InWords.yuan(floor)), "《企业国有资产交易监督管理办法》"));
      }
    }
    LocalDate earliest = properties.listingWorkingDays() == 0 ? sale.listedOn()
        : calendar.plusWorkingDays(sale.listedOn(), properties.listingWorkingDays());
    if (sale.soldOn().isBefore(earliest)) {
      findings.add(new Finding("LISTING_TOO_SHORT",
          "挂牌公告不少于%d个工作日，成交日期不得早于%s，请核对。".formatted(properties.listingWorkingDays(), InWords.day(earliest)), "《企业国有资产交易监督管理办法》"));
    }
    if (sale.assetsDoneOn().isBefore(sale.soldOn())) {
      findings.add(new Finding("DAY_BEFORE_SALE", "资产脱钩日期不能早于成交日期，请改正。", CLAUSE));
    }
    Set<String> connected = sale.connectedNames();
    if (Stream.of(sale.buyer(), sale.buyerRepresentative()).flatMap(name -> PersonName.in(name).stream()).anyMatch(connected::contains)) {
      findings.add(new Finding("BUYER_RELATED", "受让人或者其法定代表人、实际控制人是办事机构工作人员或者其近亲属，不得受让，请更换受让人。", "A9"));
    }
  }

  private static void checkFunctions(Decoupling decoupling, List<Finding> findings) {
    if (decoupling.functionsState() != StrandState.DONE) {
      return;
    }
    if (decoupling.registration() == Registration.NAME_ONLY) {
      findings.add(new Finding("RENAMED_ONLY", "只变更名称不是脱钩，请办理注销或者出资人变更登记后填写。", CLAUSE));
    }
    if (decoupling.partingWay() == PartingWay.DISSOLVE && decoupling.registration() == Registration.OWNER_CHANGED) {
      findings.add(new Finding("NOT_DEREGISTERED", "方案为注销，登记情况应为已注销，请办理注销登记后填写；改为划转或者转让的，须另行报批。", CLAUSE));
    }
  }
}
