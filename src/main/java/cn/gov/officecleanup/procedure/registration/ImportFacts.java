package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFacts;
import cn.gov.officecleanup.mechanism.casefile.CaseFile;
import cn.gov.officecleanup.mechanism.register.ImportForesight;
import cn.gov.officecleanup.mechanism.register.ImportRow;
import cn.gov.officecleanup.mechanism.register.RegisterTable;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.registration.RegisterImports.Import;
import cn.gov.officecleanup.procedure.registration.RegisterImports.KeptRow;
import cn.gov.officecleanup.procedure.registration.RegisterImports.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Tells on an import's page what it changes, what begins by it, and how far it is (C21). */
@Component
@Order(2)
class ImportFacts implements CaseFacts {

  private static final String SECTION = "导入";
  private static final int MOST_REASONS = 20;

  private final RegisterImports imports;

  ImportFacts(RegisterImports imports) {
    this.imports = imports;
  }

  @Override
  public List<Fact> of(CaseFile file) {
    return imports.find(file.caseNumber()).or(() -> imports.findTakenBackBy(file.caseNumber())).map(this::facts).orElse(List.of());
  }

  private List<Fact> facts(Import begun) {
    List<KeptRow> rows = imports.rows(begun.caseNumber());
    List<Fact> facts = new ArrayList<>();
    CaseFacts.add(facts, SECTION, "预览时间",
        InWords.moment(begun.previewedAt()) + (begun.previewNumber() > 1 ? "（第%d次：登记册有变动，已重新生成）".formatted(begun.previewNumber()) : ""));
    for (RegisterTable table : RegisterTable.values()) {
      List<ImportRow> of = rows.stream().map(KeptRow::row).filter(row -> row.table() == table).toList();
      CaseFacts.add(facts, SECTION, table.title(),
          of.isEmpty() ? null
              : List.of("新增", "更新", "未变")
                  .stream()
                  .map(kind -> "%s %d".formatted(kind, of.stream().filter(row -> ImportWorkbook.kindOf(row).equals(kind)).count()))
                  .collect(Collectors.joining("，")));
    }
    if (!begun.applies()) {
      CaseFacts.add(facts, SECTION, "不能登记", "文件有误，按“全部正确才导入”的要求什么也不登记");
    }
    CaseFacts.add(facts, SECTION, "自动启动", ImportForesight.summary(imports.starts(begun.caseNumber())));
    CaseFacts.add(facts, SECTION, "读取说明", begun.notes());
    if (begun.confirmedAt() != null) {
      CaseFacts.add(facts, SECTION, begun.keptAt() == null ? "登记进度" : "登记结果", result(rows));
      CaseFacts.add(facts, SECTION, "未登记的行", reasons(rows, State.LEFT));
    }
    if (begun.withdrawalCase() != null) {
      CaseFacts.add(facts, SECTION, "撤回案件", "%s撤回%s".formatted(begun.withdrawalCase(), begun.caseNumber()));
      CaseFacts.add(facts, SECTION, begun.takenBackAt() == null ? "撤回进度" : "撤回结果", withdrawn(rows));
      CaseFacts.add(facts, SECTION, "未撤回的行", reasons(rows, State.STAYS));
    }
    return facts;
  }

  private static String withdrawn(List<KeptRow> rows) {
    long back = count(rows, State.TAKEN_BACK);
    long stays = count(rows, State.STAYS);
    return "已撤回%d行，共%d行%s".formatted(back, back + stays + count(rows, State.KEPT), stays == 0 ? "" : "；%d行未撤回".formatted(stays));
  }

  private static String reasons(List<KeptRow> rows, State state) {
    return rows.stream()
        .filter(row -> row.state() == state)
        .limit(MOST_REASONS)
        .map(row -> "第%d行（%s）：%s".formatted(row.row().number(), row.row().registerNumber(), row.reason()))
        .collect(Collectors.joining("\n"));
  }

  private static String result(List<KeptRow> rows) {
    long kept = count(rows, State.KEPT) + count(rows, State.TAKEN_BACK) + count(rows, State.STAYS);
    long left = count(rows, State.LEFT);
    long wanted = rows.size() - count(rows, State.UNCHANGED);
    return "已登记%d行，共%d行%s".formatted(kept, wanted, left == 0 ? "" : "；%d行未登记".formatted(left));
  }

  private static long count(List<KeptRow> rows, State state) {
    return rows.stream().filter(row -> row.state() == state).count();
  }
}
