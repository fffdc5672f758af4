package cn.gov.officecleanup.procedure.reception;

import cn.gov.officecleanup.mechanism.casefile.CaseFiles;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.OfficeRegister;
import cn.gov.officecleanup.mechanism.text.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * C18: several hosts receive the same guests on one letter: each names the others and fills in a list of its own, with all guests. Who sits
 * at the same table is counted together, so that hosts do not share out among them what the rule gives once. Another host's case is not
 * named: it may be another government's.
 */
@Component
class SharedReceptions {

  static final String COMPANIONS_TOGETHER = "COMPANIONS_TOGETHER";

  private final Receptions receptions;
  private final ReceptionLists lists;
  private final CaseFiles cases;
  private final OfficeRegister register;

  SharedReceptions(Receptions receptions, ReceptionLists lists, CaseFiles cases, OfficeRegister register) {
    this.receptions = receptions;
    this.lists = lists;
    this.cases = cases;
    this.register = register;
  }

  /** @return what a plan does not say of other hosts, and companions too many with theirs */
  List<Finding> against(Reception reception, ReceptionList plan, long officeId) {
    List<Finding> findings = new ArrayList<>(together(reception, plan, officeId));
    String named = SearchText.canonical(Objects.toString(reception.sharedWith(), ""));
    if (receptions.ofOtherHosts(reception, officeId).stream().anyMatch(other -> !named.contains(SearchText.canonical(nameOfHost(other))))) {
      findings.add(
          new Finding("HOST_NOT_NAMED", "另有办事机构凭该公函办理接待。几家共同接待的，请填写全部共同接待单位的全称，各自填写清单；不是共同接待的，不得拆分，请核对来函单位和文号。", ReceptionRules.CLAUSE));
    }
    return findings;
  }

  /** @return that at a meal there are more companions of all hosts who have their approval together than the guests allow */
  List<Finding> together(Reception reception, ReceptionList list, long officeId) {
    int others = atTheSameTable(reception, list, officeId).stream().mapToInt(other -> listed(other.caseNumber()).companions().size()).sum();
    int together = list.companions().size() + others;
    int most = Companions.atMost(list.guests().size());
    return others == 0 || together <= most ? List.of()
        : List.of(new Finding(COMPANIONS_TOGETHER,
            "同一餐各共同接待单位合计陪餐%d人，最多可陪%d人：接待对象在10人以内的，陪餐人数不得超过3人；超过10人的，不得超过接待对象人数的三分之一。超出人员的用餐不予报销，由各共同接待单位按陪餐人员的餐费分摊核减。".formatted(together,
                most),
            ReceptionRules.CLAUSE));
  }

  /** @return the receptions of other hosts, approved, who have their meal at the same table, by their cases */
  List<Reception> atTheSameTable(Reception reception, ReceptionList list, long officeId) {
    return receptions.ofOtherHosts(reception, officeId)
        .stream()
        .filter(other -> other.estimate() != null)
        .filter(other -> listed(other.caseNumber()).items()
            .stream()
            .anyMatch(meal -> list.items().stream().anyMatch(own -> sameTable(own, meal))))
        .toList();
  }

  private static boolean sameTable(Item own, Item other) {
    return own.kind() == ItemKind.WORK_MEAL && other.kind() == ItemKind.WORK_MEAL && own.heldOn().equals(other.heldOn())
        && own.supplier().equals(other.supplier());
  }

  /** @return what took place, or what is planned as long as nobody has said so */
  ReceptionList listed(String caseNumber) {
    ReceptionList list = lists.list(caseNumber);
    return list.guests().isEmpty() ? lists.plan(caseNumber) : list;
  }

  private String nameOfHost(Reception other) {
    return register.get(cases.get(other.caseNumber()).officeId()).name();
  }
}
