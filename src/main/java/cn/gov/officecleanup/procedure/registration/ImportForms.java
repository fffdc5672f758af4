package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.finding.RefusedException;
import cn.gov.officecleanup.mechanism.form.FormContent;
import cn.gov.officecleanup.mechanism.form.FormTask;
import cn.gov.officecleanup.mechanism.form.Submission;
import cn.gov.officecleanup.procedure.registration.RegisterImports.KeptRow;
import cn.gov.officecleanup.procedure.registration.RegisterImports.State;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Shows what an import changes, row by row and cell by cell, to who imports and to the bureau that confirms what begins (C21). */
@Component
class ImportForms implements FormContent {

  private static final String PREVIEW = "register-import-preview";
  private static final String CONFIRMATION = "register-import-confirmation";
  /** rows and cases that the forms show; all stand in the workbook */
  private static final int SHOWN = 200;

  private final RegisterImports imports;

  ImportForms(RegisterImports imports) {
    this.imports = imports;
  }

  @Override
  public Set<String> forms() {
    return Set.of(PREVIEW, CONFIRMATION);
  }

  @Override
  public Map<String, Object> values(FormTask task) {
    List<Map<String, Object>> changes = imports.rows(task.caseNumber(), State.PENDING, SHOWN).stream().map(ImportForms::row).toList();
    List<Map<String, Object>> starts = imports.starts(task.caseNumber())
        .stream()
        .limit(SHOWN)
        .map(start -> Map.<String, Object>of("start", start.registerNumber(), "office", start.officeName(), "what", start.what()))
        .toList();
    return Map.of("changes", changes, "starts", starts);
  }

  @Override
  public Set<String> keeps() {
    return Set.of("changes", "starts");
  }

  /** @throws RefusedException when there is nothing to keep */
  @Override
  public void keep(FormTask task, Submission submission) {
    if (!"keep".equals(submission.text(Submission.DECISION))) {
      return;
    }
    if (!imports.get(task.caseNumber()).applies()) {
      throw new RefusedException("FILE_WRONG", "文件有误，按“全部正确才导入”的要求不能登记，请选择“放弃导入”，改正文件后重新导入。", "C21");
    }
    if (imports.rows(task.caseNumber(), State.PENDING, 1).isEmpty()) {
      throw new RefusedException("NOTHING_TO_KEEP", "没有可以登记的新增或者更新内容，请选择“放弃导入”。", "C21");
    }
  }

  private static Map<String, Object> row(KeptRow kept) {
    return Map.of("position", kept.position(), "place", "第%d行".formatted(kept.row().number()), "table", kept.row().table().title(),
        "number", kept.row().registerNumber(), "kind", ImportWorkbook.kindOf(kept.row()), "cells", ImportWorkbook.changesOf(kept.row()));
  }
}
