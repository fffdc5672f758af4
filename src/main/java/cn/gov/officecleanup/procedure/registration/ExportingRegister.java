package cn.gov.officecleanup.procedure.registration;

import cn.gov.officecleanup.mechanism.auditlog.Auditing;
import cn.gov.officecleanup.mechanism.document.CaseDocuments;
import cn.gov.officecleanup.mechanism.document.NewDocument;
import cn.gov.officecleanup.mechanism.identity.Groups;
import cn.gov.officecleanup.mechanism.identity.Official;
import cn.gov.officecleanup.mechanism.identity.Officials;
import cn.gov.officecleanup.mechanism.register.RegisterExport;
import cn.gov.officecleanup.mechanism.text.InWords;
import cn.gov.officecleanup.procedure.disclosure.DisclosureList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * C21: files the register, as far as the official may read it, as a workbook with the case; for the bureau the list of the offices that are
 * kept as well, to be published, and that of who disclosed their receptions (C19).
 */
@Component
class ExportingRegister implements JavaDelegate {

  private final RegisterExport export;
  private final DisclosureList disclosures;
  private final CaseDocuments documents;
  private final Officials officials;
  private final Auditing auditing;
  private final Clock clock;

  ExportingRegister(RegisterExport export, DisclosureList disclosures, CaseDocuments documents, Officials officials, Auditing auditing,
      Clock clock) {
    this.export = export;
    this.disclosures = disclosures;
    this.documents = documents;
    this.officials = officials;
    this.auditing = auditing;
    this.clock = clock;
  }

  @Override
  public void execute(DelegateExecution execution) throws IOException {
    Official official = officials.required();
    boolean bureau = official.groups().contains(Groups.PROVINCIAL_BUREAU);
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    export.write(workbook, office -> bureau || official.actsFor(office.governmentCode()));
    documents.store(new NewDocument(execution.getProcessBusinessKey(), (String) execution.getVariable("governmentCode"), "REGISTER",
        "办事机构登记册%s.xlsx".formatted(InWords.day(LocalDate.now(clock))), workbook.toByteArray(), official.userId()));
    if (bureau) {
      ByteArrayOutputStream list = new ByteArrayOutputStream();
      export.writeKept(list);
      documents.store(new NewDocument(execution.getProcessBusinessKey(), (String) execution.getVariable("governmentCode"), "KEPT_OFFICES",
          "经批准保留的办事机构名单%s.xlsx".formatted(InWords.day(LocalDate.now(clock))), list.toByteArray(), official.userId()));
      documents.store(new NewDocument(execution.getProcessBusinessKey(), (String) execution.getVariable("governmentCode"), "DISCLOSURES",
          "公务接待公开情况%s.xlsx".formatted(InWords.day(LocalDate.now(clock))), disclosures.workbook(), official.userId()));
    }
    auditing.exported("办事机构登记册", null, execution.getProcessBusinessKey());
  }
}
