package cn.gov.officecleanup.procedure.appraisal;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.sheet.TableWorkbook;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** C12, C13: files the bureau's overview of the whole province for a year as a workbook with the case. */
@Component
class DrawingUpOverview implements JavaDelegate {

  private final List<YearSheet> sheets;
  private final CaseDocuments documents;
  private final Officials officials;
  private final Auditing auditing;

  DrawingUpOverview(ObjectProvider<YearSheet> sheets, CaseDocuments documents, Officials officials, Auditing auditing) {
    this.sheets = sheets.orderedStream().toList();
    this.documents = documents;
    this.officials = officials;
    this.auditing = auditing;
  }

  @Override
  public void execute(DelegateExecution execution) {
    int year = Integer.parseInt(execution.getVariable("year").toString());
    String name = "%d年度考核等次和轮换人数".formatted(year);
    TableWorkbook workbook = new TableWorkbook();
    sheets.forEach(sheet -> sheet.add(workbook, year));
    documents.store(new NewDocument(execution.getProcessBusinessKey(), (String) execution.getVariable("governmentCode"), "YEAR_OVERVIEW",
        name + ".xlsx", workbook.toBytes(), officials.required().userId()));
    auditing.exported(name, null, execution.getProcessBusinessKey());
  }
}
