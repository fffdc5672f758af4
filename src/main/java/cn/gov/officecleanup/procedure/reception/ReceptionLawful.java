package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** C18: what an office plans rests on a letter, keeps to its people and days, and the budget bears it. */
@Component
class ReceptionLawful extends Check {

  private final CaseFiles cases;
  private final OfficeRegister register;
  private final Receptions receptions;
  private final ReceptionLists lists;
  private final SharedReceptions hosts;
  private final ReceptionRules rules;
  private final ReceptionMoney money;
  private final Clock clock;

  ReceptionLawful(CaseFindings findings, CaseFiles cases, OfficeRegister register, Receptions receptions, ReceptionLists lists,
      SharedReceptions hosts, ReceptionRules rules, ReceptionMoney money, Clock clock) {
    super(findings);
    this.cases = cases;
    this.register = register;
    this.receptions = receptions;
    this.lists = lists;
    this.hosts = hosts;
    this.rules = rules;
    this.money = money;
    this.clock = clock;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Reception reception = receptions.get(caseNumber);
    if (Boolean.TRUE.equals(reception.abandoned())) {
      return List.of();
    }
    CaseFile file = cases.get(caseNumber);
    ReceptionList plan = lists.plan(caseNumber);
    List<Finding> findings = new ArrayList<>();
    if (register.get(file.officeId()).status().ended()) {
      findings.add(ReceptionRules.officeEnded());
    }
    if (reception.letterDate().isAfter(reception.startsOn())) {
      findings.add(new Finding("LETTER_LATE", "公函日期晚于接待首日。无公函的公务活动不予接待，请更正日期或者补来函。", ReceptionRules.CLAUSE));
    }
    receptions.onSameLetter(reception, file.officeId())
        .ifPresent(
            other -> findings.add(new Finding("LETTER_USED", "该公函已在案件%s中办理接待，不得拆分，请核对来函单位和文号。".formatted(other), ReceptionRules.CLAUSE)));
    findings.addAll(hosts.against(reception, plan, file.officeId()));
    findings.addAll(rules.against(reception, plan));
    int year = Math.max(reception.startsOn().getYear(), LocalDate.now(clock).getYear());
    BigDecimal available = money.available(file.officeId(), year);
    if (plan.sum().compareTo(available) > 0) {
      findings.add(new Finding("BUDGET_EXCEEDED",
          "接待预算%s超过%d年公务接待可用预算%s，不得无预算、超预算接待。".formatted(InWords.yuan(plan.sum()), year, InWords.yuan(available)), ReceptionRules.CLAUSE));
    }
    return findings;
  }
}
