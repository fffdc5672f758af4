package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.BegunCases;
import cn.gov.officecleanup.mechanism.casefile.BegunCases.Begun;
import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.Choice;
import cn.gov.officecleanup.mechanism.form.ChoiceProvider;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.registration.RegisterImports.Import;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Which imports the bureau can take back: those of which no case has gone on, the last first (C21). */
@Service
class ImportWithdrawals implements ChoiceProvider {

  private static final String CLAUSE = "C21";
  private static final int MOST_CHOICES = 200;
  /** cases that a refusal names */
  private static final int MOST_NAMED = 20;

  private final RegisterImports imports;
  private final BegunCases begunCases;

  ImportWithdrawals(RegisterImports imports, BegunCases begunCases) {
    this.imports = imports;
    this.begunCases = begunCases;
  }

  @Override
  public String name() {
    return "imports-to-take-back";
  }

  @Override
  public List<Choice> offer(Official official) {
    return official.groups().contains(Groups.PROVINCIAL_BUREAU)
        ? imports.kept(MOST_CHOICES)
            .stream()
            .map(kept -> new Choice(kept.caseNumber(), "%s %s登记".formatted(kept.caseNumber(), InWords.moment(kept.keptAt()))))
            .toList()
        : List.of();
  }

  /** @return the cases that have begun since the import about its offices, and about those beside them of which that was foretold */
  List<Begun> begunBy(Import kept) {
    Set<Long> offices = new HashSet<>(imports.officesKept(kept.caseNumber()));
    offices.addAll(imports.officesForetold(kept.caseNumber()));
    return begunCases.since(kept.confirmedAt()).stream().filter(begun -> offices.contains(begun.officeId())).toList();
  }

  /**
   * Begins to take an import back.
   *
   * @throws RefusedException with the list of what is in the way: its cases that have gone on, or later imports over it
   */
  void begin(String importCase, String withdrawalCase) {
    if (!imports.beginWithdrawal(importCase, withdrawalCase)) {
      throw new RefusedException("NOT_TO_TAKE_BACK", "导入案件“%s”没有登记完毕，或者已经撤回，不能撤回；请从列表中选择。".formatted(importCase), CLAUSE);
    }
    Import kept = imports.get(importCase);
    List<String> over = imports.keptOver(kept);
    if (!over.isEmpty()) {
      throw new RefusedException("IMPORTED_OVER", "此后的导入又登记了同样的内容，请先撤回：%s。".formatted(String.join("、", over)), CLAUSE);
    }
    List<Begun> goneOn = begunBy(kept).stream().filter(Begun::goneOn).toList();
    if (!goneOn.isEmpty()) {
      throw new RefusedException("CASES_GONE_ON",
          "导入以后有关机构的%d件案件已经开始办理，不能整体撤回：%s%s。需要更正的内容请另行导入。".formatted(goneOn.size(),
              goneOn.stream()
                  .limit(MOST_NAMED)
                  .map(begun -> "“%s”（%s）".formatted(begun.title(), begun.caseNumber()))
                  .collect(Collectors.joining("、")),
              goneOn.size() > MOST_NAMED ? "等" : ""),
          CLAUSE);
    }
  }
}
