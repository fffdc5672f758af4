package cn.gov.officecleanup.procedure.decoupling;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.InWords;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What an office parts from, by when, and whether it was in time, for those who handle the case (C17). */
@Component
@Order(2)
class DecouplingFacts implements CaseFacts {

  private static final String SECTION = "脱钩事项";

  private final Decouplings decouplings;
  private final OfficeRegister register;

  DecouplingFacts(Decouplings decouplings, OfficeRegister register) {
    this.decouplings = decouplings;
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
    }
    LocalDate partedOn = decoupling.partedOn();
    if (partedOn != null) {
      facts.add(new Fact(SECTION, "最后办结事项的日期", InWords.day(partedOn) + punctuality(decoupling, partedOn)));
    }
    return facts;
  }

  private static String punctuality(Decoupling decoupling, LocalDate partedOn) {
    if (decoupling.partBy() == null) {
      return "";
    }
    long late = ChronoUnit.DAYS.between(decoupling.partBy(), partedOn);
    return late <= 0 ? "（按期）" : "（逾期%d日）".formatted(late);
  }
}
