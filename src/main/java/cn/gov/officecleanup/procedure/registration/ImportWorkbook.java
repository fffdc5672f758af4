package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.casefile.CaseFindings;
import cn.gov.officecleanup.mechanism.finding.Finding;
import cn.gov.officecleanup.mechanism.register.ImportRow;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook.Column;
import cn.gov.officecleanup.procedure.registration.RegisterImports.KeptRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An import as a workbook: every row with what it changes, what begins, what was refused, and what has become of each. */
@Component
class ImportWorkbook {

  private final RegisterImports imports;
  private final CaseFindings findings;

  ImportWorkbook(RegisterImports imports, CaseFindings findings) {
    this.imports = imports;
    this.findings = findings;
  }

  byte[] of(String caseNumber) {
    return new TableWorkbook()
        .sheet("逐行", "逐行情况（%s）".formatted(caseNumber),
            Column.of("文件:24", "行:8", "表:12", "登记编号:14", "资产或者实体:20", "处理:8", "变动:70", "办理情况:12", "未登记或者未撤回的原因:30"),
            imports.rows(caseNumber).stream().map(ImportWorkbook::cells).toList())
        .sheet("将启动", "登记后启动的案件（%s）".formatted(caseNumber), Column.of("登记编号:14", "机构名称:44", "启动:24"),
            imports.starts(caseNumber)
                .stream()
                .map(start -> List.<Object>of(start.registerNumber(), start.officeName(), start.what()))
                .toList())
        .sheet("不予登记", "不予登记的内容（%s）".formatted(caseNumber), Column.of("问题:120"),
            findings.open(caseNumber).stream().map(Finding::message).map(List::<Object>of).toList())
        .toBytes();
  }

  /** @return 新增, 更新 or 未变 */
  static String kindOf(ImportRow row) {
    return row.unchanged() ? "未变" : row.added() ? "新增" : "更新";
  }

  /** @return the cells that a row changes, old → new, in one line */
  static String changesOf(ImportRow row) {
    return row.changes()
        .stream()
        .map(cell -> row.added() ? "%s：%s".formatted(cell.heading(), cell.after())
            : "%s：%s → %s".formatted(cell.heading(), shown(cell.before()), shown(cell.after())))
        .collect(Collectors.joining("；"));
  }

  private static String shown(String cell) {
    return cell.isEmpty() ? "（空）" : cell;
  }

  private static List<Object> cells(KeptRow kept) {
    ImportRow row = kept.row();
    return List.of(row.source(), row.number(), row.table().title(), row.registerNumber(), row.key(), kindOf(row), changesOf(row),
        switch (kept.state()) {
          case UNCHANGED -> "无需登记";
          case PENDING -> "尚未登记";
          case KEPT -> "已登记";
          case LEFT -> "未登记";
          case TAKEN_BACK -> "已撤回";
          case STAYS -> "未撤回";
        }, Objects.toString(kept.reason(), ""));
  }
}
