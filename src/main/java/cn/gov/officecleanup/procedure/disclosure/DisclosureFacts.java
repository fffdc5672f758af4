package cn.gov.officecleanup.procedure.disclosure;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.disclosure.DisclosedPart.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was counted of the year and what is kept back, for those who explain, agree, review and decide (C19). */
@Component
@Order(2)
class DisclosureFacts implements CaseFacts {

  private static final String COUNTED = "统计数";
  private static final String KEPT_BACK = "不予公开的内容";

  private final Disclosures disclosures;

  DisclosureFacts(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return disclosures.find(file.caseNumber()).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(Disclosure disclosure) {
    List<Fact> facts = new ArrayList<>();
    CaseFacts.add(facts, COUNTED, "期间", "%s至%s".formatted(InWords.day(disclosure.servedFrom()), InWords.day(disclosure.servedTo())));
    CaseFacts.add(facts, COUNTED, "更正原因", disclosure.correctionReason());
    if (disclosure.paid() != null) {
      counted(disclosure, facts);
    }
    disclosures.withheld(disclosure.caseNumber())
        .forEach(part -> facts.add(new Fact(KEPT_BACK, part.part(), "%s：%s".formatted(part.basis().label(), part.reason()))));
    return facts;
  }

  private void counted(Disclosure disclosure, List<Fact> facts) {
    CaseFacts.add(facts, COUNTED, "年度预算", Optional.ofNullable(disclosure.budget()).map(InWords::yuan).orElse("没有录入"));
    CaseFacts.add(facts, COUNTED, "预算调整", InWords.yuan(disclosure.adjustments()));
    CaseFacts.add(facts, COUNTED, "决算（当年付款）", InWords.yuan(disclosure.paid()) + (disclosure.overBudget() ? "（超出预算，须说明）" : ""));
    CaseFacts.add(facts, COUNTED, "其中以前年度的接待", InWords.yuan(disclosure.paidForEarlierEvents()));
    CaseFacts.add(facts, COUNTED, "收回以前年度付款", InWords.yuan(disclosure.refundedOfEarlierPayments()));
    CaseFacts.add(facts, COUNTED, "年末未付款", InWords.yuan(disclosure.unpaid()));
    CaseFacts.add(facts, COUNTED, "批次、人次",
        disclosure.nil() ? "本年度没有公务接待，按零公开" : "%d批次、%d人次".formatted(disclosure.receptions(), disclosure.guests()));
    for (Kind kind : Kind.values()) {
      CaseFacts.add(facts, COUNTED, "接待" + kind.label(),
          disclosures.sums(disclosure.caseNumber(), kind)
              .stream()
              .map(sum -> "%s：%s".formatted(sum.name(), InWords.yuan(sum.amount())))
              .collect(Collectors.joining("\n")));
    }
    CaseFacts.add(facts, COUNTED, "执行的标准", Objects.toString(disclosure.standards(), ""));
  }
}
