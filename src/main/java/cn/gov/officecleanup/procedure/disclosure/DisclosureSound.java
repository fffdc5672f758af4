package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.casefile.Check;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.disclosure.DisclosedPart.Kind;
import cn.gov.officecleanup.procedure.reception.ReceptionYear.Sum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** C18, C19: places, items, receptions' lists and accounts come to one figure, to the fen; more than the budget is explained. */
@Component
class DisclosureSound extends Check {

  private static final String CLAUSE = "C19";
  /** a mobile number, an identity number, the number of a bank account */
  static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(1[3-9]\\d{9}|\\d{17}[\\dXx]|\\d{16,19})(?!\\d)");

  private final Disclosures disclosures;

  DisclosureSound(CaseFindings findings, Disclosures disclosures) {
    super(findings);
    this.disclosures = disclosures;
  }

  @Override
  public List<Finding> check(String caseNumber) {
    Disclosure disclosure = disclosures.get(caseNumber);
    List<Finding> findings = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      BigDecimal sum = disclosures.sums(caseNumber, kind).stream().map(Sum::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(disclosure.paid()) != 0) {
        findings.add(new Finding(kind + "_SUM_DIFFERS",
            "按%s合计%s，与决算数%s不一致，请更正接待清单和付款记录后重新统计。".formatted(kind.label(), InWords.yuan(sum), InWords.yuan(disclosure.paid())), CLAUSE));
      }
    }
    if (disclosure.booked().compareTo(disclosure.paid()) != 0) {
      findings.add(new Finding("BOOKS_DIFFER",
          "账面决算数%s，与按已付款清单统计的%s不一致，请核对清单、付款和账目，改正后重新统计。".formatted(InWords.yuan(disclosure.booked()), InWords.yuan(disclosure.paid())),
          CLAUSE));
    }
    if (disclosure.overBudget() && disclosure.explanation() == null) {
      findings.add(disclosure.budget() == null
          ? new Finding("NO_BUDGET", "有接待支出%s而没有录入年度预算，请说明原因，说明随决算公开。".formatted(InWords.yuan(disclosure.paid())), "C18")
          : new Finding("OVER_BUDGET",
              "决算数%s超过预算和调整合计%s，请说明原因，说明随决算公开。".formatted(InWords.yuan(disclosure.paid()), InWords.yuan(disclosure.limit())), "C18"));
    }
    if (PERSONAL.matcher(Objects.toString(disclosure.explanation(), "")).find()) {
      findings.add(new Finding("PERSONAL_DATA", "差异说明中有电话、证件或者账户号码，说明要向社会公开，请删去。", CLAUSE));
    }
    return findings;
  }
}
